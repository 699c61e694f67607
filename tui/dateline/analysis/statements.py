"""The quotes of an analysis that give what was said, without plans, thoughts and mere mentions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis


def statements_only(analysis: Analysis) -> Analysis:
    """The analysis with those quotes only that are statements.

    What points to a quote by its index (`Quote.continues`, `Number.said_by`) points to the same
    quote as before; where that is left out, to none.
    """
    if all(quote.statement for quote in analysis.quotes):
        return analysis
    index: dict[int | None, int] = {}
    for place, quote in enumerate(analysis.quotes):
        if quote.statement:
            index[place] = len(index)
    return replace(
        analysis,
        quotes=tuple(
            replace(quote, continues=index.get(quote.continues))
            for quote in analysis.quotes
            if quote.statement
        ),
        numbers=tuple(
            number if number.said_by is None else replace(number, said_by=index.get(number.said_by))
            for number in analysis.numbers
        ),
    )
