"""Quotes: what is said, by whom, and with which words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.quotes.assembly import gather
from dateline.analysis.quotes.marked_speech import find_marked_speech
from dateline.analysis.quotes.speakers import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Number, Quote
    from dateline.analysis.parsed import ParsedArticle


def find_quotes(parsed: ParsedArticle, entities: Sequence[Entity]) -> list[Quote]:
    """Find the quotes of an article, direct and reported, in the order of the text.

    Quotes may nest: a reported clause that has words in quotation marks gives a quote for the
    clause and one for the marked words, and a report within a report gives one for each. In other
    languages than English: direct quotes, by their marks.
    """
    if parsed.language != "en":
        return find_marked_speech(parsed, entities)
    return resolve(parsed, entities, gather(parsed, entities))


def attribute_numbers(numbers: Sequence[Number], quotes: Sequence[Quote]) -> list[Number]:
    """Tell each number which quote it stands in: the innermost one that holds all of it."""
    order = sorted(range(len(quotes)), key=lambda i: (quotes[i].start, -quotes[i].end))
    starts = [quotes[i].start for i in order]
    reach: list[int] = []
    for i in order:
        reach.append(max(quotes[i].end, reach[-1] if reach else 0))
    found: list[Number] = []
    for number in numbers:
        place = bisect_right(starts, number.start) - 1
        best: int | None = None
        while place >= 0 and reach[place] >= number.end:
            quote = quotes[order[place]]
            if quote.end >= number.end:
                length = quote.end - quote.start
                if best is None or length < quotes[best].end - quotes[best].start:
                    best = order[place]
            place -= 1
        found.append(number if best is None else replace(number, said_by=best))
    return found
