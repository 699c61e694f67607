"""Cities and regions of one name: "Tokyo" alone is the city, "Tokyo prefecture" the region."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.parting import with_mentions
from dateline.analysis.places.resolution import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.places.gazetteer import Toponym
    from dateline.analysis.places.reading import ToponymSpan

_GREAT = 500_000
_SHARE = 0.2
"""People that a city must have, and their part of the region's, for its name alone to mean it."""
_NEAR = 5.0
"""Degrees of latitude and longitude together, for a capital that the region lies around."""
_REGION = (
    r"(?:state|province|prefecture|region|governorate|oblast|krai|department|canton|emirate"
    r"|voivodeship|division)s?\b"
)
_NAME = r"(?:[^\W\d_a-z][\w.'’-]*(?:\s(?:de|do|da|del|la|of|[^\W\d_a-z][\w.'’-]*))*)"
_LIST = rf"(?:(?:,|\sand|\sor|,\sand|\s&)\s(?:the\s)?{_NAME})*"
_BEHIND = re.compile(rf"{_LIST}(?:['’]s)?\s(?i:{_REGION})(?!\s[^\W\d_a-z])")
_BEFORE = re.compile(rf"\b(?i:{_REGION})\s(?:of\s)?(?:{_NAME}{_LIST}(?:,|\sand|\sor|,\sand)\s)?$")
_REACH = 130
_BETWEEN = re.compile(r",\s|,?\s(?:and|or|&)\s")


def cities_first(parsed: ParsedArticle, choices: Sequence[Choice]) -> list[Choice]:
    """The same choices, with great cities before the regions of the same name and country.

    Mentions that the text calls a state, a province, a prefecture or the like stay the region's;
    so do those that stand in a list beside a region whose name is no great city's.
    """
    order = sorted(
        ((span, choice) for choice in choices for span in choice.named.mentions),
        key=lambda pair: pair[0].start,
    )
    regions = {
        span.start
        for span, choice in order
        if choice.place and choice.place.kind == "region" and _city(choice) is None
    }
    at = {span: place for place, (span, _) in enumerate(order)}
    result: list[Choice] = []
    for choice in choices:
        city = _city(choice)
        if city is None:
            result.append(choice)
            continue
        told = [
            span
            for span in choice.named.mentions
            if _called_region(parsed.article.text, span)
            or _listed(parsed.article.text, span, order, at[span], regions)
        ]
        alone = [span for span in choice.named.mentions if span not in told]
        if told:
            result.append(replace(choice, named=with_mentions(choice.named, told)))
        if alone:
            first = next(pair for pair in choice.candidates if pair[0].id == city.id)
            # The region's share is the city's now: the name alone never was in doubt.
            share = max(first[1], choice.candidates[0][1])
            rest = [pair for pair in choice.candidates[1:] if pair[0].id != city.id]
            region = (choice.candidates[0][0], min(first[1], choice.candidates[0][1]))
            result.append(
                Choice(with_mentions(choice.named, alone), ((city, share), region, *rest))
            )
    return result


def _city(choice: Choice) -> Toponym | None:
    """The great city whose name a region bears that was chosen; None where there is none, and
    where our own tables tell which of them comes first."""
    region = choice.place
    if region is None or region.kind != "region" or choice.named.place is not None:
        return None
    if gazetteer().preferred(fold(choice.named.name)) is not None:
        return None
    for place, _ in choice.candidates[1:]:
        near = abs(place.lat - region.lat) + abs(place.lon - region.lon) < _NEAR
        if (
            place.kind == "city"
            and place.country == region.country
            and place.rank <= region.rank
            and place.people >= max(_GREAT, _SHARE * region.people)
            and (place.region == region.id or near)
        ):
            return place
    return None


def _called_region(text: str, span: ToponymSpan) -> bool:
    before = text[max(0, span.start - _REACH) : span.start]
    return bool(_BEHIND.match(text, span.end, span.end + _REACH) or _BEFORE.search(before))


def _listed(
    text: str,
    span: ToponymSpan,
    order: Sequence[tuple[ToponymSpan, Choice]],
    place: int,
    regions: set[int],
) -> bool:
    """Whether a neighbour in the same list is a region that is no city too."""
    for step in (-1, 1):
        at, here = place + step, span
        while 0 <= at < len(order):
            other = order[at][0]
            first, second = (other, here) if step < 0 else (here, other)
            if not _BETWEEN.fullmatch(text[first.end : second.start]):
                break
            if other.start in regions:
                return True
            at, here = at + step, other
    return False
