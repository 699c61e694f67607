"""Numbers: values, units and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Number, Time
    from dateline.analysis.parsed import ParsedArticle


def find_numbers(
    parsed: ParsedArticle, entities: Sequence[Entity], times: Sequence[Time]
) -> list[Number]:
    """Find the numbers of an article, in the order of the text."""
    return []
