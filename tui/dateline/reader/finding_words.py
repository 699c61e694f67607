"""Labels and modifiers of findings in words that a reader knows."""

LABELS = {
    "PERSON": "Person",
    "NORP": "Nationality or group",
    "FAC": "Building or site",
    "ORG": "Organisation",
    "GPE": "Country, region or city",
    "LOC": "Place",
    "PRODUCT": "Product",
    "EVENT": "Event",
    "WORK_OF_ART": "Work",
    "LAW": "Law",
    "LANGUAGE": "Language",
}
MODIFIERS = {
    "~": "about ",
    "<": "less than ",
    "<=": "up to ",
    ">": "more than ",
    ">=": "at least ",
}
