"""Quotes: what is said, by whom, and with which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Number, Quote
    from dateline.analysis.parsed import ParsedArticle


def find_quotes(parsed: ParsedArticle, entities: Sequence[Entity]) -> list[Quote]:
    """Find the quotes of an article, direct and reported, in the order of the text."""
    return []


def attribute_numbers(numbers: Sequence[Number], quotes: Sequence[Quote]) -> list[Number]:
    """Tell each number which quote it stands in."""
    return list(numbers)
