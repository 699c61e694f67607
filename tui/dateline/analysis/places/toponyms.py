"""Evidence that words name a place: from the parse and the gazetteer alone.

Every stretch of capitalised words that the gazetteer knows gets a score between 0 and 1. What
speaks for a place: how prominent it is, what the language model calls it, a locative word before
it, a state or country behind it, other mentions of it in the article. What speaks against:
a title or first name before it, a person of that surname in the article, a street word behind it.
The weights are in log-odds.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import Gazetteer, Toponym, gazetteer
from dateline.analysis.places.tables import abbreviations, demonyms, metonyms

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.parsed import ParsedArticle, Passage

ToponymKind = Literal["name", "inside", "demonym", "metonym"]
"""`inside`: a place's name at the head of an institution's ("Leeds City Council")."""

_LONGEST = 6
_JOINING = frozenset({"of", "the", "and", "de", "del", "la", "le", "les", "upon", "on", "in", "du"})
_GLUE = frozenset({"-", "'", "–"})
_AREA_KINDS = frozenset({"country", "region", "continent", "water", "bloc", "mountain"})
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


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The words of `data/context_words.json`, lower case."""

    locative: frozenset[str]
    strongly_locative: frozenset[str]
    title: frozenset[str]
    street: frozenset[str]
    institution: frozenset[str]
    not_inside: frozenset[str]
    designator_after: frozenset[str]
    designator_before: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]


@cache
def context_words() -> ContextWords:
    """Read the word lists."""
    path = Path(__file__).with_name("data") / "context_words.json"
    lists = json.loads(path.read_text(encoding="utf-8"))
    return ContextWords(**{name: frozenset(words) for name, words in lists.items()})


def find_toponyms(parsed: ParsedArticle, *, least: float = 0.5) -> list[ToponymSpan]:
    """Spans that name places, in the order of the text, none overlapping.

    Only spans that score `least` or more are given. Independent of the finder of names.
    """
    source = gazetteer()
    people = _surnames(parsed)
    found: list[tuple[ToponymSpan, float]] = []
    for passage in parsed.passages:
        found.extend(_scan(passage, source, people))
    return [span for span in _agree(found) if span.score >= least]


def _surnames(parsed: ParsedArticle) -> frozenset[str]:
    """Last words of the longer names of persons, as the language model has them."""
    return frozenset(
        entity[-1].lower_ if entity[-1].lower_ not in ("'s", "jr.", "sr.") else entity[-2].lower_
        for passage in parsed.passages
        for entity in passage.doc.ents
        if entity.label_ == "PERSON" and len(entity) > 1
    )


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
    passage: Passage, source: Gazetteer, people: frozenset[str]
) -> list[tuple[ToponymSpan, float]]:
    doc = passage.doc
    found = []
    i = 0
    while i < len(doc):
        step = _read_at(passage, i, source, people)
        if step is None:
            i += 1
            continue
        span, evidence, length = step
        found.append((span, evidence))
        i += length
    return found


def _read_at(
    passage: Passage, i: int, source: Gazetteer, people: frozenset[str]
) -> tuple[ToponymSpan, float, int] | None:
    """The longest name that starts at a token, with its evidence and its length in tokens."""
    doc = passage.doc
    token = doc[i]
    text = token.text
    if not (text[0].isupper() or text[0].isdigit()) or len(text) < 2:
        return None
    for length in range(_reach(doc, i), 0, -1):
        words = doc[i : i + length].text
        fixed, kind = _fixed(doc, i, length, words)
        if fixed is not None:
            evidence = _evidence_for_fixed(doc, i, length, kind)
            return _span(passage, i, length, kind, words, fixed), evidence, length
        if not _may_end(doc[i + length - 1]) or (length == 1 and not _may_be_name(token)):
            continue
        if length == 1 and (unknown := _unknown(passage, i)):
            return unknown
        candidates = source.lookup_key(fold(words))
        if candidates and length > 1 and _shorter_is_better(doc, i, length, candidates, source):
            continue
        if candidates:
            evidence, kind = _weigh(doc, i, length, candidates, people)
            return _span(passage, i, length, kind, words, None), evidence, length
    return _unknown(passage, i)


def _shorter_is_better(
    doc: Doc, i: int, length: int, candidates: tuple[Toponym, ...], source: Gazetteer
) -> bool:
    """Whether a long form that is nobody's own name should be read as a shorter one that is:
    "Springfield City" before "Council", "Elm River" that only names a county in short."""
    if any(place.rank == 0 for place in candidates):
        return False
    last = doc[i + length - 1].lower_
    if last == "city":
        shorter = source.lookup_key(fold(doc[i : i + length - 1].text))
        return any(place.rank == 0 for place in shorter)
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
    if short and (short.use == "free" or _follows_place(doc, i)):
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
    if length < 2 or first in (words.never - words.designator_before) | words.title:
        return None
    last = doc[i + length - 1].lower_.rstrip(".")
    known_form = last in words.designator_after - _AREA_WORDS_WITHOUT_NAME or (
        first in words.designator_before and length == 2
    )
    if not known_form:
        return None
    evidence = 0.8
    label = doc[i].ent_type_
    evidence += {"GPE": 1.5, "LOC": 1.5, "FAC": 0.5, "PERSON": -1.5, "ORG": -0.7}.get(label, -0.3)
    if i and doc[i - 1].lower_ in words.strongly_locative:
        evidence += 1.0
    span = _span(passage, i, length, "name", doc[i : i + length].text, None)
    return replace(span, known=False), evidence, length


def _weigh(
    doc: Doc, i: int, length: int, candidates: tuple[Toponym, ...], people: frozenset[str]
) -> tuple[float, ToponymKind]:
    """Evidence, in log-odds, that the tokens name one of the candidates."""
    words = context_words()
    end = i + length
    before = doc[i - 1] if i else None
    after = doc[end] if end < len(doc) else None
    evidence = _prominence(candidates) + _label_evidence(doc, i, end)
    kind: ToponymKind = "name"
    if length > 1:
        evidence += 0.6
    elif doc[i].tag_ not in ("NNP", "NNPS"):
        evidence -= 1.5
    if before is not None:
        evidence += _evidence_before(doc, i, before)
    if after is not None:
        more, inside = _evidence_after(doc, end, after)
        evidence += more
        if inside:
            kind = "inside"
    surname = doc[end - 1].lower_
    if length == 1 and surname in people:
        evidence -= 2.5
    if before is None and after is not None and after.lower_ in words.speech:
        evidence -= 0.5
    return evidence, kind


def _prominence(candidates: tuple[Toponym, ...]) -> float:
    def weight(place: Toponym) -> float:
        base = 1.0 if place.kind in _AREA_KINDS else -0.4
        size = 0.45 * (math.log10(max(place.people, 100)) - 4)
        return base + size - (0.0, 0.3, 1.2)[place.rank]

    return max(weight(place) for place in candidates)


_SAME_SPAN = {"GPE": 2.5, "LOC": 2.2, "FAC": 0.8, "NORP": 0.3, "PERSON": -1.8, "ORG": -0.9}
_LONGER_SPAN = {"GPE": 1.8, "LOC": 1.5, "FAC": 0.2, "PERSON": -3.5, "ORG": -0.6}
_NEVER_PLACES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


def _label_evidence(doc: Doc, i: int, end: int) -> float:
    label = doc[i].ent_type_
    if not label:
        return -0.6
    if label in _NEVER_PLACES:
        return -3.0
    longer = (i > 0 and doc[i].ent_iob_ == "I") or (end < len(doc) and doc[end].ent_iob_ == "I")
    return (_LONGER_SPAN if longer else _SAME_SPAN).get(label, -1.0)


def _evidence_before(doc: Doc, i: int, before: Token) -> float:
    words = context_words()
    lower = before.lower_.rstrip(".")
    if lower in words.title and before.text[0].isupper():
        return -3.0
    if lower in words.strongly_locative:
        return 1.6
    if lower in words.locative:
        return 0.7
    if before.text == "," and i > 1 and doc[i - 2].text[0].isupper():
        return 0.6
    if before.text[0].isupper() and before.tag_ in ("NNP", "NNPS") and not before.is_upper:
        return -1.8
    return 0.0


def _evidence_after(doc: Doc, end: int, after: Token) -> tuple[float, bool]:
    words = context_words()
    lower = after.lower_.rstrip(".")
    if after.text[0].isupper() and after.text[0].isalpha():
        if lower in words.street:
            return -3.5, False
        if lower in words.not_inside:
            return -1.5, True
        if lower in words.institution:
            return 0.9, True
        if lower in words.designator_after:
            return 1.0, False
        return (-1.6, False) if after.tag_ in ("NNP", "NNPS") else (-0.2, False)
    if after.text == "," and end + 1 < len(doc):
        following = doc[end + 1].text
        if following in abbreviations() or (
            following[0].isupper()
            and any(
                place.kind in ("country", "region") and place.rank < 2
                for place in gazetteer().lookup_key(fold(following))
            )
        ):
            return 2.5, False
    if lower in words.speech:
        return -0.8, False
    return 0.0, False
