"""Places that the gazetteer lacks: streets, names told by their form, and names that only the
language model takes for places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.places.clues import context_words, gather_around, is_proper, weigh
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.reading import Finding
from dateline.analysis.places.tables import metonyms

if TYPE_CHECKING:
    from dateline.analysis.places.reading import Reading

_LONGEST_STREET = 4
_STREET = 1.2
_NAMED = -1.0
_FORMED = 0.8
_IN = 1.0
"""Log-odds to start from, and what a locative word adds."""
_FORMED_LABELS = {"GPE": 1.5, "LOC": 1.5, "FAC": 0.5, "PERSON": -1.5, "ORG": -0.7}
_OTHER_LABEL = -0.3
_SAY_LITTLE = frozenset({"park", "village", "district", "coast", "region", "forest"})
"""Words that as often end the name of an institution or an estate."""
_NOUNS = frozenset({"NNP", "NNPS", "NN"})


def find_street(reading: Reading, i: int) -> Finding | None:
    """A street, road or avenue that begins at a token, whatever it is named after."""
    thoroughfare = context_words().thoroughfare
    words, lower = reading.words, reading.lower
    for end in range(i + 1, min(i + _LONGEST_STREET, len(words))):
        if not reading.capital(end) or lower[end] == "county":
            return None
        if lower[end].rstrip(".") in thoroughfare:
            if lower[i] in context_words().never or reading.text(i, end + 1) in metonyms():
                return None
            return Finding(reading.span(i, end + 1, "street", known=False), _STREET, end + 1 - i)
    return None


def find_by_form(reading: Reading, i: int) -> Finding | None:
    """A name told by its form ("Oak Township", "Lake Mary"), else one that the language model
    takes for a place."""
    words = context_words()
    first = reading.lower[i].rstrip(".")
    before = first in words.designator_before
    end = i + 1
    most = min(i + (2 if before else 4), len(reading))
    while end < most and reading.capital(end) and reading.doc[end].tag_ in _NOUNS:
        end += 1
    last = reading.lower[end - 1].rstrip(".")
    formed = end - i > 1 and (
        last in words.designator_after - _SAY_LITTLE or (before and end - i == 2)
    )
    if not formed or first in words.title or (first in words.never and not before):
        return _find_by_label(reading, i)
    evidence = _FORMED + _FORMED_LABELS.get(reading.doc[i].ent_type_, _OTHER_LABEL)
    if i and reading.lower[i - 1] in words.strongly_locative:
        evidence += _IN
    return Finding(reading.span(i, end, "name", known=False), evidence, end - i)


def _find_by_label(reading: Reading, i: int) -> Finding | None:
    """A name that the language model takes for a place, with nothing in it that is known."""
    doc = reading.doc
    token = doc[i]
    if token.ent_type_ not in ("GPE", "LOC") or not is_proper(token):
        return None
    if i and token.ent_iob_ == "I" and reading.lower[i - 1] != "the":
        return None
    end = i + 1
    while end < len(reading) and doc[end].ent_iob_ == "I":
        end += 1
    while end > i + 1 and not reading.words[end - 1][0].isalnum():
        end -= 1
    if not reading.capital(end - 1) or reading.lower[i] in context_words().never:
        return None
    source = gazetteer()
    if any(source.lookup_key(fold(reading.text(j, end))) for j in range(i + 1, end)):
        return None
    evidence = _NAMED + weigh(gather_around(doc, i, end))
    return Finding(reading.span(i, end, "name", known=False), evidence, end - i)
