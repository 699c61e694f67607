"""Evidence that words name a place: from the parse and the gazetteer alone.

Every stretch of capitalised words that the gazetteer knows gets a score between 0 and 1. What
speaks for a place: how prominent it is, what the language model calls it, a locative word before
it, a state or country behind it, other mentions of it in the article. What speaks against:
a title or first name before it, a person of that surname in the article, a common word.
See `dateline.analysis.places.clues`.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.places.clues import Surroundings, context_words, gather, weigh
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import Gazetteer, Toponym, gazetteer
from dateline.analysis.places.reading import Finding, Reading, ToponymKind, ToponymSpan, read
from dateline.analysis.places.tables import abbreviations, demonyms, metonyms
from dateline.analysis.places.unlisted import find_by_form, find_street

if TYPE_CHECKING:
    from dateline.analysis.parsed import ParsedArticle

_LONGEST = 6
_JOINING = frozenset({"of", "the", "and", "de", "del", "la", "le", "les", "upon", "on", "in", "du"})
_GLUE = frozenset({"-", "'", "–"})
_WATER_WORDS = frozenset({"river", "lake", "creek", "bay"})
_MUNICIPAL = frozenset({"city", "town", "village", "county", "township", "borough", "parish"})
_NO_SURNAME = frozenset({"'s", "’s", "jr.", "sr.", "jr", "sr", "ii", "iii"})
_LOWER_WORD = re.compile(r"\b[a-z]{2,}\b")
_BEST_HELPS = 0.35
_MEAN_WEIGHS = 0.3
"""How far a mention goes towards the best and, if that is worse, the mean of its name."""
_DEMONYM, _DEMONYM_OF_OTHERS, _METONYM, _SHORT = 3.0, 1.5, 2.5, 3.0
_PRONOUN = -1.0
"""For "US" in a line of capitals."""


def find_toponyms(parsed: ParsedArticle, *, least: float = 0.5) -> list[ToponymSpan]:
    """Spans that name places, in the order of the text, none overlapping.

    Only spans that score `least` or more are given. Independent of the finder of names.
    """
    source = gazetteer()
    around = _surroundings(parsed)
    above = context_words().celestial if around.is_in_space else frozenset()
    found: list[Finding] = []
    for passage in parsed.passages:
        found.extend(
            finding
            for finding in _scan(read(passage), source, around)
            if finding.span.name.lower() not in above
        )
    return [span for span in _agree(found) if span.score >= least]


def _surroundings(parsed: ParsedArticle) -> Surroundings:
    last: set[str] = set()
    others: set[str] = set()
    for passage in parsed.passages:
        for entity in passage.doc.ents:
            if entity.label_ == "PERSON" and len(entity) > 1:
                words = [token.lower_ for token in entity if token.lower_ not in _NO_SURNAME]
                last.update(words[-1:])
                others.update(words[:-1])
    lower = frozenset(_LOWER_WORD.findall(parsed.article.text))
    return Surroundings(frozenset(last), frozenset(others), lower)


def _agree(found: list[Finding]) -> list[ToponymSpan]:
    """Let the mentions of one name support, or doubt, each other."""
    by_name: dict[str, list[float]] = defaultdict(list)
    keys = [fold(finding.span.name) for finding in found]
    for key, finding in zip(keys, found, strict=True):
        by_name[key].append(finding.evidence)
    agreed = []
    for key, finding in zip(keys, found, strict=True):
        evidence = finding.evidence
        others = by_name[key]
        if len(others) > 1:
            best, mean = max(others), sum(others) / len(others)
            evidence += _BEST_HELPS * (best - evidence) + _MEAN_WEIGHS * min(0.0, mean - evidence)
        agreed.append(replace(finding.span, score=1 / (1 + math.exp(-evidence))))
    return agreed


def _scan(reading: Reading, source: Gazetteer, around: Surroundings) -> list[Finding]:
    found = []
    i = 0
    for position, word in enumerate(reading.words):
        if position < i or len(word) < 2 or not (word[0].isupper() or word[0].isdigit()):
            continue
        finding = _read_at(reading, position, source, around)
        if finding:
            found.append(finding)
            i = position + finding.tokens
    return found


def _read_at(reading: Reading, i: int, source: Gazetteer, around: Surroundings) -> Finding | None:
    """The longest name that starts at a token."""
    if not reading.capital(i):
        return None if reading.words[i].isdigit() else find_street(reading, i)
    if "-" in reading.words[i] and (compound := _compound(reading, i)):
        return compound
    if street := find_street(reading, i):
        return street
    for end in range(i + _reach(reading, i), i, -1):
        words = reading.text(i, end)
        fixed, kind = _fixed(reading, i, end, words)
        if fixed is not None:
            evidence = _evidence_for_fixed(reading, i, words, kind)
            return Finding(reading.span(i, end, kind, place=fixed), evidence, end - i)
        if end == i + 1:
            unlisted = find_by_form(reading, i)
            if unlisted and unlisted.tokens > 1:
                return unlisted
            if reading.lower[i].rstrip(".") in context_words().never:
                return unlisted
        elif not _may_end(reading.words[end - 1]) or _is_everyday(reading, i, end):
            continue
        candidates = source.lookup_key(fold(words))
        if candidates and not (
            end > i + 1 and _shorter_is_better(reading, i, end, candidates, source)
        ):
            clues, inside = gather(reading.doc, i, end - i, candidates, around)
            kind = "inside" if inside else "name"
            return Finding(reading.span(i, end, kind), weigh(clues), end - i)
    return find_by_form(reading, i)


def _reach(reading: Reading, i: int) -> int:
    """How many tokens from `i` on could belong to one name."""
    last_solid = i + 1
    for end in range(i + 1, min(i + _LONGEST, len(reading))):
        if reading.capital(end):
            last_solid = end + 1
        elif (
            reading.words[end] not in _GLUE
            and reading.lower[end] not in _JOINING
            and not _within_hyphens(reading, end)
        ):
            break
    return last_solid - i


def _within_hyphens(reading: Reading, i: int) -> bool:
    """Whether a small word has hyphens on both sides, without spaces ("Port-au-Prince")."""
    if not 0 < i < len(reading) - 1 or {reading.words[i - 1], reading.words[i + 1]} != {"-"}:
        return False
    return not any(token.whitespace_ for token in reading.doc[i - 1 : i + 2])


def _may_end(word: str) -> bool:
    return word[0].isupper() or word[-1] == "." or word[0].isdigit()


def _is_everyday(reading: Reading, i: int, end: int) -> bool:
    """Whether words are no name by themselves: "The Hill", or "Western District" before "of"."""
    before_of = end < len(reading) and reading.lower[end] == "of"
    words = reading.lower[i:end]
    return (words[0] == "the" or before_of) and context_words().never.issuperset(words)


def _compound(reading: Reading, i: int) -> Finding | None:
    """The abbreviation at the head of a compound that is one token ("U.S.-led")."""
    head, _, rest = reading.words[i].partition("-")
    short = abbreviations().get(head)
    if not short or short.use != "free" or not rest:
        return None
    whole = reading.span(i, i + 1, "name", place=short.place)
    return Finding(replace(whole, end=whole.start + len(head), name=head), _SHORT, 1)


def _shorter_is_better(
    reading: Reading, i: int, end: int, candidates: tuple[Toponym, ...], source: Gazetteer
) -> bool:
    """Whether a long form that is nobody's own name should be read as a shorter one that is:
    "Springfield City" before "Council", "Elm River" that only names a county in short."""
    last = reading.lower[end - 1]
    if last == "city" and not any(p.rank == 0 and p.kind == "city" for p in candidates):
        shorter = source.lookup_key(fold(reading.text(i, end - 1)))
        return any(place.rank == 0 for place in shorter)
    if reading.lower[i + 1] == "of" and reading.lower[i] in _MUNICIPAL:
        return True
    return last in _WATER_WORDS and all(place.rank > 0 for place in candidates)


def _fixed(reading: Reading, i: int, end: int, words: str) -> tuple[int | None, ToponymKind]:
    """The place that a closed table gives for the words exactly as they stand."""
    short = abbreviations().get(words)
    if short and (
        short.use == "free" or _follows_place(reading, i) or reading.doc[i].ent_type_ == "GPE"
    ):
        return short.place, "name"
    if words in demonyms() and not _is_no_people(reading, i, end):
        return demonyms()[words], "demonym"
    if words in metonyms():
        return metonyms()[words], "metonym"
    return None, "name"


def _follows_place(reading: Reading, i: int) -> bool:
    """Whether a capitalised word and a comma stand before."""
    return i >= 2 and reading.words[i - 1] == "," and reading.capital(i - 2)


def _is_no_people(reading: Reading, i: int, end: int) -> bool:
    token = reading.doc[i]
    return token.ent_type_ == "PERSON" or (end - i == 1 and token.tag_ in ("NN", "VB"))


def _evidence_for_fixed(reading: Reading, i: int, words: str, kind: ToponymKind) -> float:
    if kind == "demonym":
        people = reading.doc[i].ent_type_ in ("NORP", "GPE", "LOC", "")
        return _DEMONYM if people else _DEMONYM_OF_OTHERS
    if kind == "metonym":
        return _METONYM
    if words == "US" and all(t.is_upper or not t.is_alpha for t in reading.doc[i].sent):
        return _PRONOUN
    return _SHORT
