"""Names: the entities of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import ParsedArticle


def find_entities(parsed: ParsedArticle) -> list[Entity]:
    """Find the entities of an article, in the order of their first mention."""
    return []
