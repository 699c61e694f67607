"""The quotes of an analysis that give what was said, without plans, thoughts and mere mentions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.steps import result_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from dateline.analysis.model import Analysis

_PIECE = 200
"""Findings that are made anew between two pauses."""


def statements_only(analysis: Analysis) -> Analysis:
    """The analysis with those quotes only that are statements.

    What points to a quote by its index (`Quote.continues`, `Number.said_by`) points to the same
    quote as before; where that is left out, to none.
    """
    return result_of(statement_steps(analysis))


def statement_steps(analysis: Analysis) -> Generator[None, None, Analysis]:
    """As `statements_only`, in steps of about a millisecond, for a caller with a screen to draw."""
    if all(quote.statement for quote in analysis.quotes):
        return analysis
    kept = [place for place, quote in enumerate(analysis.quotes) if quote.statement]
    index: dict[int | None, int] = {place: at for at, place in enumerate(kept)}
    quotes, numbers = [], list(analysis.numbers)
    for at, place in enumerate(kept):
        if at % _PIECE == 0:
            yield
        quote = analysis.quotes[place]
        quotes.append(replace(quote, continues=index.get(quote.continues)))
    for at, number in enumerate(numbers):
        if at % _PIECE == 0:
            yield
        if number.said_by is not None and index.get(number.said_by) != number.said_by:
            numbers[at] = replace(number, said_by=index.get(number.said_by))
    return replace(analysis, quotes=tuple(quotes), numbers=tuple(numbers))
