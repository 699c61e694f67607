"""Evidence that words name a place: from the parse and the gazetteer alone.

Every stretch of capitalised words that the gazetteer knows gets a score between 0 and 1. What
speaks for a place: how prominent it is, what the language model calls it, a locative word before
it, a state or country behind it, other mentions of it in the article. What speaks against:
a title or first name before it, a person of that surname in the article, a street word behind it.
See `dateline.analysis.places.clues`.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from dateline.analysis.places.clues import (
    Surroundings,
    context_words,
    gather,
    gather_around,
    is_proper,
    weigh,
)
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import Gazetteer, Toponym, gazetteer
from dateline.analysis.places.tables import abbreviations, demonyms, metonyms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.parsed import ParsedArticle, Passage

ToponymKind = Literal["name", "inside", "demonym", "metonym", "street"]
"""`inside`: a place's name at the head of an institution's ("Leeds City Council")."""

_LONGEST = 6
_JOINING = frozenset({"of", "the", "and", "de", "del", "la", "le", "les", "upon", "on", "in", "du"})
_GLUE = frozenset({"-", "'", "–"})
_LONGEST_STREET = 4
_STREET_EVIDENCE = 1.2
_NAMED_EVIDENCE = -0.8
_MUNICIPAL = frozenset({"city", "town", "village", "county", "township", "borough", "parish"})
_NO_SURNAME = frozenset({"'s", "’s", "jr.", "sr.", "jr", "sr", "ii", "iii"})
_WATER_WORDS = frozenset({"river", "lake", "creek", "bay"})
_AREA_WORDS_WITHOUT_NAME = frozenset({"park", "village", "district", "coast", "region", "forest"})


@dataclass(frozen=True, slots=True)
class ToponymSpan:
    """Words that may name a place: `[start, end)` in the article, and how likely they do."""

    start: int
    end: int
    score: float
    kind: ToponymKind
    name: str
    """The name to look up; for a demonym or metonym, the words themselves."""
    place: int | None = None
    """The id of the place, where the words leave no doubt (demonyms, metonyms, abbreviations)."""
    passage: int = 0
    known: bool = True
    """Whether the gazetteer has the name; else only its form speaks for it ("Oak Township")."""


def find_toponyms(parsed: ParsedArticle, *, least: float = 0.5) -> list[ToponymSpan]:
    """Spans that name places, in the order of the text, none overlapping.

    Only spans that score `least` or more are given. Independent of the finder of names.
    """
    source = gazetteer()
    around = _surroundings(parsed)
    found: list[tuple[ToponymSpan, float]] = []
    for passage in parsed.passages:
        found.extend(_scan(passage, source, around))
    return [span for span in _agree(found) if span.score >= least]


def _surroundings(parsed: ParsedArticle) -> Surroundings:
    last: set[str] = set()
    others: set[str] = set()
    lower: set[str] = set()
    for passage in parsed.passages:
        lower.update(token.text for token in passage.doc if token.text.islower())
        for entity in passage.doc.ents:
            if entity.label_ == "PERSON" and len(entity) > 1:
                words = [token.lower_ for token in entity if token.lower_ not in _NO_SURNAME]
                last.update(words[-1:])
                others.update(words[:-1])
    return Surroundings(frozenset(last), frozenset(others), frozenset(lower))


def _agree(found: list[tuple[ToponymSpan, float]]) -> list[ToponymSpan]:
    """Let the mentions of one name support each other: half of the best one's evidence counts."""
    by_name: dict[str, list[float]] = defaultdict(list)
    for span, evidence in found:
        by_name[fold(span.name)].append(evidence)
    agreed = []
    for span, evidence in found:
        others = by_name[fold(span.name)]
        if len(others) > 1:
            best, mean = max(others), sum(others) / len(others)
            evidence += 0.35 * max(0.0, best - evidence) + 0.3 * min(0.0, mean - evidence)
        agreed.append(replace(span, score=1 / (1 + math.exp(-evidence))))
    return agreed


def _scan(
    passage: Passage, source: Gazetteer, around: Surroundings
) -> list[tuple[ToponymSpan, float]]:
    doc = passage.doc
    found = []
    i = 0
    while i < len(doc):
        step = _read_at(passage, i, source, around)
        if step is None:
            i += 1
            continue
        span, evidence, length = step
        found.append((span, evidence))
        i += length
    return found


def _read_at(
    passage: Passage, i: int, source: Gazetteer, around: Surroundings
) -> tuple[ToponymSpan, float, int] | None:
    """The longest name that starts at a token, with its evidence and its length in tokens."""
    doc = passage.doc
    token = doc[i]
    text = token.text
    if not (text[0].isupper() or text[0].isdigit()) or len(text) < 2:
        return None
    if "-" in text and (compound := _compound(passage, i)):
        return compound
    if street := _street(passage, i):
        return street
    for length in range(_reach(doc, i), 0, -1):
        words = doc[i : i + length].text
        fixed, kind = _fixed(doc, i, length, words)
        if fixed is not None:
            evidence = _evidence_for_fixed(doc, i, length, kind)
            return _span(passage, i, length, kind, words, fixed), evidence, length
        if not _may_end(doc[i + length - 1]) or (length == 1 and not _may_be_name(token)):
            continue
        if length == 1 and (unknown := _unknown(passage, i)) and unknown[2] > 1:
            return unknown
        candidates = source.lookup_key(fold(words))
        if candidates and length > 1 and _shorter_is_better(doc, i, length, candidates, source):
            continue
        if candidates:
            clues, inside = gather(doc, i, length, candidates, around)
            kind = "inside" if inside else "name"
            return _span(passage, i, length, kind, words, None), weigh(clues), length
    return _unknown(passage, i)


def _street(passage: Passage, i: int) -> tuple[ToponymSpan, float, int] | None:
    """A street, road or avenue, whatever it is named after."""
    doc, words = passage.doc, context_words()
    if words.never & {doc[i].lower_}:
        return None
    end = i
    while (
        end < len(doc)
        and end - i < _LONGEST_STREET
        and doc[end].text[0].isupper()
        | (end == i and doc[end].text[0].isdigit() and not doc[end].text.isdigit())
    ):
        token = doc[end]
        if token.lower_ == "county":
            return None
        if end > i and token.lower_.rstrip(".") in words.thoroughfare:
            length = end + 1 - i
            name = doc[i : end + 1].text
            if name in metonyms():
                return None
            return _span(passage, i, length, "street", name, None), _STREET_EVIDENCE, length
        end += 1
    return None


def _compound(passage: Passage, i: int) -> tuple[ToponymSpan, float, int] | None:
    """The abbreviation at the head of a compound that is one token ("U.S.-led")."""
    token = passage.doc[i]
    head, _, rest = token.text.partition("-")
    short = abbreviations().get(head)
    if not short or short.use != "free" or not rest:
        return None
    start = passage.start + token.idx
    span = ToponymSpan(start, start + len(head), 0.0, "name", head, short.place, passage.index)
    return span, 3.0, 1


def _shorter_is_better(
    doc: Doc, i: int, length: int, candidates: tuple[Toponym, ...], source: Gazetteer
) -> bool:
    """Whether a long form that is nobody's own name should be read as a shorter one that is:
    "Springfield City" before "Council", "Elm River" that only names a county in short."""
    last = doc[i + length - 1].lower_
    if last == "city" and not any(p.rank == 0 and p.kind == "city" for p in candidates):
        shorter = source.lookup_key(fold(doc[i : i + length - 1].text))
        return any(place.rank == 0 for place in shorter)
    if length > 2 and doc[i + 1].lower_ == "of" and doc[i].lower_ in _MUNICIPAL:
        return True
    if any(place.rank == 0 for place in candidates):
        return False
    return last in _WATER_WORDS


def _span(
    passage: Passage, i: int, length: int, kind: ToponymKind, words: str, place: int | None
) -> ToponymSpan:
    span = passage.doc[i : i + length]
    start = passage.start + span.start_char
    return ToponymSpan(start, passage.start + span.end_char, 0.0, kind, words, place, passage.index)


def _reach(doc: Doc, i: int) -> int:
    """How many tokens from `i` on could belong to one name."""
    end = i + 1
    last_solid = end
    while end < len(doc) and end - i < _LONGEST:
        token = doc[end]
        if token.text[0].isupper():
            last_solid = end + 1
        elif token.text not in _GLUE and token.lower_ not in _JOINING:
            break
        end += 1
    return last_solid - i


def _may_end(token: Token) -> bool:
    return token.text[0].isupper() or token.text[-1] == "." or token.text[0].isdigit()


def _may_be_name(token: Token) -> bool:
    return token.lower_.rstrip(".") not in context_words().never


def _fixed(doc: Doc, i: int, length: int, words: str) -> tuple[int | None, ToponymKind]:
    """The place that a closed table gives for the words exactly as they stand."""
    short = abbreviations().get(words)
    if short and (short.use == "free" or _follows_place(doc, i) or doc[i].ent_type_ == "GPE"):
        return short.place, "name"
    if words in demonyms() and not _continues_name(doc, i, length):
        return demonyms()[words], "demonym"
    if words in metonyms():
        return metonyms()[words], "metonym"
    return None, "name"


def _follows_place(doc: Doc, i: int) -> bool:
    """Whether a capitalised word and a comma stand before."""
    return i >= 2 and doc[i - 1].text == "," and doc[i - 2].text[0].isupper()


def _continues_name(doc: Doc, i: int, length: int) -> bool:
    entity = doc[i].ent_type_
    return entity == "PERSON" or (length == 1 and doc[i].tag_ in ("NN", "VB"))


def _evidence_for_fixed(doc: Doc, i: int, length: int, kind: ToponymKind) -> float:
    label = doc[i].ent_type_
    if kind == "demonym":
        return 3.0 if label in ("NORP", "GPE", "LOC", "") else 1.5
    if kind == "metonym":
        return 2.5
    if doc[i : i + length].text == "US" and all(t.is_upper or not t.is_alpha for t in doc[i].sent):
        return -1.0
    return 3.0


def _unknown(passage: Passage, i: int) -> tuple[ToponymSpan, float, int] | None:
    """A name that the gazetteer lacks, told by its form: "Oak Township", "Lake Mary"."""
    doc, words = passage.doc, context_words()
    length = 1
    most = 2 if doc[i].lower_ in words.designator_before else 4
    while (
        i + length < len(doc)
        and length < most
        and doc[i + length].text[0].isupper()
        and doc[i + length].tag_ in ("NNP", "NNPS", "NN")
    ):
        length += 1
    first = doc[i].lower_.rstrip(".")
    named = _named_by_model(passage, i)
    if length < 2 or first in (words.never - words.designator_before) | words.title:
        return named
    last = doc[i + length - 1].lower_.rstrip(".")
    known_form = last in words.designator_after - _AREA_WORDS_WITHOUT_NAME or (
        first in words.designator_before and length == 2
    )
    if not known_form:
        return named
    evidence = 0.8
    label = doc[i].ent_type_
    evidence += {"GPE": 1.5, "LOC": 1.5, "FAC": 0.5, "PERSON": -1.5, "ORG": -0.7}.get(label, -0.3)
    if i and doc[i - 1].lower_ in words.strongly_locative:
        evidence += 1.0
    span = _span(passage, i, length, "name", doc[i : i + length].text, None)
    return replace(span, known=False), evidence, length


def _named_by_model(passage: Passage, i: int) -> tuple[ToponymSpan, float, int] | None:
    """A place that only the language model knows."""
    doc = passage.doc
    if doc[i].ent_type_ not in ("GPE", "LOC") or not is_proper(doc[i]):
        return None
    if i and doc[i].ent_iob_ == "I" and doc[i - 1].lower_ != "the":
        return None
    end = i + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    while end > i + 1 and not doc[end - 1].text[0].isalnum():
        end -= 1
    if not doc[end - 1].text[0].isupper() or doc[i].lower_ in context_words().never:
        return None
    source = gazetteer()
    if any(source.lookup_key(fold(doc[j:end].text)) for j in range(i + 1, end)):
        return None
    span = _span(passage, i, end - i, "name", doc[i:end].text, None)
    evidence = _NAMED_EVIDENCE + weigh(gather_around(doc, i, end))
    return replace(span, known=False), evidence, end - i
