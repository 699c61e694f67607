"""The outline of an article: its headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.model import Article


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading: where it stands, `[start, end)`, its words on one line, and its depth from 1."""

    start: int
    end: int
    text: str
    level: int


def outline(article: Article) -> list[OutlineHeading]:
    """The headings of the article in order; empty when it has none but its title.

    Levels are as the article gives them, but no heading is more than one level deeper than the
    one before it, so that a tree can be drawn.
    """
    headings: list[OutlineHeading] = []
    open_levels: list[int] = []
    for block in article.blocks:
        if block.kind != "heading":
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        words = " ".join(article.text[block.start : block.end].split())
        headings.append(OutlineHeading(block.start, block.end, words, len(open_levels)))
    return headings
