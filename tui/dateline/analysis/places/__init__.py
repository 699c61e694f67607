"""Places: which place on earth a name means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Place
    from dateline.analysis.parsed import ParsedArticle


def find_places(parsed: ParsedArticle, entities: Sequence[Entity]) -> list[Place]:
    """Find the places that an article names, in the order of their first mention."""
    return []
