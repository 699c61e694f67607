"""Parting: mentions of one name that mean two places, one with what it lies in and one without.

"Moscow, Idaho" says nothing of a Moscow in a sentence on Ukraine and Russia alone.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.places.resolution import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.places.gazetteer import Toponym
    from dateline.analysis.places.mentions import NamedPlace
    from dateline.analysis.places.reading import ToponymSpan

_GREAT = 500_000
_TIMES = 10
"""How many people a namesake must have, and how many times those of the place beside it."""
_NEIGHBOURHOOD = 1500.0
"""Kilometres within which a place in the same sentence speaks for the namesake."""
_SHARE = 0.8
"""How sure a mention is that was parted from the others."""


def part_mentions(parsed: ParsedArticle, choices: Sequence[Choice]) -> list[Choice]:
    """The same choices, with mentions taken out that mean a great namesake abroad.

    They stand without a qualifier, and their sentence (their passage, where the sentence names
    nothing else) names places in other countries only, one of them near the namesake.
    """
    result: list[Choice] = []
    for choice in choices:
        named, here = choice.named, choice.place
        namesake = _namesake(choice) if here and named.qualified else None
        parted = [
            span
            for span in named.mentions
            if here and namesake and span.start not in named.qualified
            if _is_abroad(_company(parsed, span, choices), here, namesake)
        ]
        if not (parted and here and namesake):
            result.append(choice)
            continue
        rest = [span for span in named.mentions if span not in parted]
        result.append(Choice(with_mentions(named, rest), choice.candidates))
        result.append(
            Choice(with_mentions(named, parted), ((namesake, _SHARE), (here, 1 - _SHARE)))
        )
    return result


def _namesake(choice: Choice) -> Toponym | None:
    """The greatest city of the name in another country, where it is far greater."""
    here = choice.candidates[0][0]
    cities = [
        place
        for place, _ in choice.candidates
        if place.kind == "city" and place.rank == 0 and place.country != here.country
    ]
    greatest = max(cities, key=lambda place: place.people, default=None)
    least = max(_GREAT, _TIMES * here.people)
    return greatest if greatest and greatest.people >= least else None


def _company(parsed: ParsedArticle, span: ToponymSpan, choices: Sequence[Choice]) -> list[Toponym]:
    """The other places of the sentence, else of the passage."""
    passage = next(passage for passage in parsed.passages if passage.index == span.passage)
    within = [
        (other, choice.place)
        for choice in choices
        if choice.place
        for other in choice.named.mentions
        if other.passage == span.passage and span not in choice.named.mentions
    ]
    for sentence in passage.doc.sents:
        start, end = passage.start + sentence.start_char, passage.start + sentence.end_char
        if start <= span.start < end:
            near = [place for other, place in within if start <= other.start < end]
            if near:
                return near
    return [place for _, place in within]


def _is_abroad(company: Sequence[Toponym], here: Toponym, namesake: Toponym) -> bool:
    return all(place.country != here.country for place in company) and any(
        place.country == namesake.country or _kilometres(place, namesake) < _NEIGHBOURHOOD
        for place in company
        if place.country
    )


def _kilometres(one: Toponym, other: Toponym) -> float:
    """The distance on a plane, near enough for a neighbourhood."""
    narrow = math.cos(math.radians((one.lat + other.lat) / 2))
    return 111.2 * math.hypot(one.lat - other.lat, narrow * (one.lon - other.lon))


def with_mentions(named: NamedPlace, spans: Sequence[ToponymSpan]) -> NamedPlace:
    """A name with some of its mentions."""
    pairs = zip(named.mentions, named.forms, strict=True)
    kept = [(span, form) for span, form in pairs if span in spans]
    return replace(
        named,
        mentions=[span for span, _ in kept],
        forms=[form for _, form in kept],
        certainty=max(span.score for span, _ in kept),
    )
