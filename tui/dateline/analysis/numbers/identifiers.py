"""Numbers that are a part of a name or label: "F-16", "Article 5", "Super Bowl 50"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import currency_rows, word_set
from dateline.analysis.numbers.unit_tables import unit_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Span, Token

    from dateline.analysis.numbers.numeral import Numeral
    from dateline.analysis.numbers.quantities import Quantity

_GLUED_BEFORE = re.compile(r"[A-Za-z_\\@][-‑–]?$|[A-Za-z]\d+[-‑–]$|[\w.]\+$")
_LETTERS_BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]+)([-‑]?)$")
_AIRLINERS = re.compile(r"7[0-9]7")
_OF_AIRLINERS = re.compile(r"\b(?:Boeing|Dreamliner|jets?|airliners?|aircraft|planes?)\b")
_ACRONYM = 3
"""The fewest capitals that make a word an acronym."""
_NUMBER_PREFIXES = frozenset(["mid", "pre", "post", "over", "under", "sub", "magnitude"])
_CURRENCY_LETTERS = frozenset(["Rs", "kr", "Fr"])
_LABEL_BEFORE = re.compile(r"(?<![A-Za-z&])([A-Za-z][A-Za-z&]*\.?)[ -]?$")
_MODEL = re.compile(r"\w [A-Z][a-z]+ \d{1,4}[ABDEGHJLNPQRSUXZ](?:$|[^\w].?$)")
"""A capitalized word inside a sentence, digits, and a letter glued to them: "Long March 3B"."""
_AND_ANOTHER = re.compile(r"(?:, (?:and |or )?| and | or | & | to |[-–]| through )")
_NAMED_UNIT = re.compile(r"\d[ -]([A-Z][a-z]{2,})$")
_TEMPERATURES = ("Celsius", "Fahrenheit", "Kelvin")
_TEAMS_AND_PEOPLE = frozenset(["PERSON", "NORP", "ORG", "GPE", "LOC"])
_SMALL = frozenset(
    ["with", "from", "over", "into", "after", "amid", "upon", "than", "that", "near"]
)
"""Words of four letters that headlines in Title Case may write small."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_YEAR = re.compile(r"\b(?:19|20)\d\d (?:[A-Z][\w'’-]+ )+$")
_DAYS = frozenset(
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today"]
)


def is_identifier(doc: Doc, text: str, numeral: Numeral) -> bool:
    """Whether a numeral stands behind letters or a word that make it a label."""
    if not text[numeral.start].isdigit():
        return numeral.form == "words" and _is_worded_label(doc, numeral)
    before = text[max(0, numeral.start - 16) : numeral.start]
    if _GLUED_BEFORE.search(before) and not _is_prefix(before):
        return True
    if _MODEL.search(text[max(0, numeral.start - 40) : numeral.end + 2]):
        return True
    label = _LABEL_BEFORE.search(before)
    lettered = numeral.scaled and text[numeral.end - 2 : numeral.end - 1].isdigit()
    if not label or numeral.form != "digits" or (numeral.scaled and not lettered):
        return False
    word = label[1]
    lower = word.lower()
    if lower not in word_set("labels_before") or not before.endswith((" ", "-")):
        return False
    if lower in word_set("capitalized_labels"):
        return word[0].isupper()
    return word[0].isupper() or not _counts_things(doc, numeral)


def _is_worded_label(doc: Doc, numeral: Numeral) -> bool:
    """Whether a number in words tells which: "on day four of the tour", "phase two"."""
    span = doc.char_span(numeral.start, numeral.end)
    if span is None or span.start == 0 or span.end == len(doc):
        return False
    label, after = doc[span.start - 1], doc[span.end]
    if label.lower_ not in word_set("worded_labels") or label.whitespace_ != " ":
        return False
    if label.lower_ != "number":
        determined = label.i > label.sent.start and doc[label.i - 1].tag_ == "DT"
        if determined or after.tag_[:2] in ("VB", "MD", "NN"):
            return False
    return not _begins_things(doc, after)


def is_acronym(text: str, numeral: Numeral) -> bool:
    """Whether a number word stands in capitals among small letters: the "FIRST" competition."""
    word = text[numeral.start : numeral.end]
    if not word.isupper() or not word.isalpha() or len(word) < _ACRONYM:
        return False
    around = text[max(0, numeral.start - 20) : numeral.start] + text[numeral.end : numeral.end + 20]
    return sum(map(str.islower, around)) > sum(map(str.isupper, around))


def is_further_identifier(text: str, end: int, numeral: Numeral) -> bool:
    """Whether a numeral goes on with the identifier that ends at `end`: "Articles 5 and 6"."""
    return (
        numeral.form == "digits"
        and not numeral.scaled
        and _AND_ANOTHER.fullmatch(text, end, numeral.start) is not None
        and re.match(r"[.,;:)]|$| (?!percent|per\b)", text[numeral.end :]) is not None
        and not re.match(r" (?:[a-z-]+ )?[a-z]+s\b", text[numeral.end :])
    )


def _is_prefix(before: str) -> bool:
    """Whether letters glued to digits are a currency's or a prefix: "Rs5", "EUR20", "mid-20s"."""
    letters = _LETTERS_BEFORE.search(before)
    if not letters:
        return False
    if letters[2]:
        return letters[1].lower() in _NUMBER_PREFIXES
    return letters[1] in _CURRENCY_LETTERS or any(
        letters[1] == row.code or letters[1] in row.symbols for row in currency_rows()
    )


def is_in_name(doc: Doc, text: str, quantity: Quantity, labels: Mapping[int, str]) -> bool:
    """Whether a number is a part of a name that the words beside it make plain.

    `labels` are the labels of the names, by the offsets of their first and last characters. Nothing
    is told so in headlines, where every word is capitalized.
    """
    written = text[quantity.start : quantity.end]
    if quantity.value_to is not None or not written[0].isdigit() or quantity.scaled:
        return False
    unit = _NAMED_UNIT.search(written)
    named_unit = unit is not None and unit[1].lower() in unit_names()
    named_unit = named_unit and not written.endswith(_TEMPERATURES)
    if quantity.kind not in ("cardinal", "ordinal") and not named_unit:
        return False
    span = doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return False
    after = doc[span.end] if span.end < len(doc) else None
    if quantity.kind == "ordinal":
        return after is not None and after.text in word_set("named_by_ordinals")
    if _is_headline(span):
        return False
    if named_unit:
        return True
    if not written.isdigit() or _is_paired(text, quantity):
        return False
    before = doc[span.start - 1] if span.start > span.sent.start else None
    counts = after is not None and _begins_things(doc, after)
    if _AIRLINERS.fullmatch(written) and (
        _OF_AIRLINERS.search(text)
        or (not counts and before is not None and before.tag_ in ("DT", "PRP$"))
    ):
        return True
    if not counts and before is not None and _is_proper(before) and _YEAR.fullmatch(written):
        return True
    if not counts and _OF_YEAR.search(text[max(0, quantity.start - 40) : quantity.start]):
        return True
    before_label = labels.get(before.idx + len(before) - 1) if before is not None else None
    after_label = labels.get(after.idx) if after is not None else None
    if before is not None and not counts and _is_name_before(before, span.sent):
        both = after is not None and _is_proper(after) and after_label not in _TEAMS_AND_PEOPLE
        modifies = after is not None and after.tag_ == "NN" and before_label != "PERSON"
        if both or modifies or before_label not in _TEAMS_AND_PEOPLE:
            return True
    return (
        after is not None
        and not counts
        and _is_proper(after)
        and after_label not in ("NORP", "ORG")
        and before_label not in _TEAMS_AND_PEOPLE
        and text[quantity.end] == " "
    )


def _is_paired(text: str, quantity: Quantity) -> bool:
    """Whether a dash parts a number from another, as in a score."""
    before = text[max(0, quantity.start - 3) : quantity.start]
    after = text[quantity.end : quantity.end + 3]
    return re.search(r"\d[-‑–—−]\s?$", before) is not None or (
        re.match(r"\s?[-‑–—−]\s?\d", after) is not None
    )


def _is_headline(span: Span) -> bool:
    return not any(
        token.is_lower and token.is_alpha and len(token) > 3 and token.lower_ not in _SMALL
        for token in span.sent
    )


def _is_name_before(token: Token, sentence: Span) -> bool:
    return (
        _is_proper(token)
        and token.whitespace_ == " "
        and token.text not in _DAYS
        and (token.i > sentence.start + 1 or token.text.isupper())
    )


def _is_proper(token: Token) -> bool:
    plural = token.tag_ == "NNPS" and token.text.endswith("s")
    return token.tag_[:3] == "NNP" and not plural and token.text[0].isupper() and token.is_alpha


def _counts_things(doc: Doc, numeral: Numeral) -> bool:
    span = doc.char_span(numeral.start, numeral.end, alignment_mode="expand")
    return span is not None and span.end < len(doc) and _begins_things(doc, doc[span.end])


def _begins_things(doc: Doc, token: Token) -> bool:
    """Whether a phrase begins here whose head is a plural noun, or a word for many."""
    for following in doc[token.i : token.i + 5]:
        plural = following.tag_ == "NNS" or (following.tag_ == "NNPS" and following.text[-1] == "s")
        if plural or following.lower_ in word_set("plurals_without_s"):
            return True
        if following.tag_ not in ("NN", "NNP", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD"):
            return False
    return False
