"""Labels, modifiers and counts of findings in words that a reader knows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Entity, MentionForm, Number, Place

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
FORMS: tuple[MentionForm, ...] = ("name", "demonym", "metonym")
MODIFIERS = {
    "~": "about ",
    "<": "less than ",
    "<=": "up to ",
    ">": "more than ",
    ">=": "at least ",
}


def mention_count(thing: Entity | Place) -> str:
    """How often the story names a thing, and how often asides do: "3, and 1 in asides"."""
    own = len(thing.own_mentions)
    apart = len(thing.mentions) - own
    return f"{own}, and {apart} in asides" if apart else str(own)


def in_asides(thing: Entity | Place) -> str:
    """How often asides name what the story does: " and 1 in asides"; empty where they do not."""
    apart = len(thing.mentions) - len(thing.own_mentions)
    return f" and {apart} in asides" if apart else ""


def unit_in_words(number: Number) -> str:
    """A number's unit in the form that its value asks for: "1 year", "3 years", "2 EUR"."""
    from dateline.reader.panels.number_text import plural

    unit = number.unit or ""
    alone = number.value == 1 and number.value_to is None
    is_word = unit.islower() and unit.isascii()
    return plural(unit) if is_word and not alone else unit


def mention_forms(place: Place) -> str:
    """In which forms a place is named: "17 by name, 6 by demonym"; empty where by name alone."""
    forms = Counter(mention.form for mention in place.own_mentions)
    if set(forms) <= {"name"}:
        return ""
    if len(forms) == 1:
        return f"by {next(iter(forms))}"
    return ", ".join(f"{forms[form]} by {form}" for form in FORMS if forms[form])
