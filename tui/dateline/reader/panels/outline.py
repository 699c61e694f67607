"""The Outline panel: the headings of the article, with where the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.reactive import reactive

from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.row import Piece, Row, Tone, one_line
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Generator

    from dateline.article.model import Article, Block

FEW_HEADINGS = 2
"""With fewer headings than this below the title, paragraphs are listed by their first words."""
FIRST_WORDS = 90
_SHOWN_WITHOUT_HEADINGS = frozenset({"paragraph", "quote", "item"})


def outline_rows(article: Article) -> Rows[Row]:
    """The title and the headings as a tree; an article without them by its paragraphs.

    A row's passage reaches to where the next begins, so exactly one holds the reading position.
    """
    headings = [block for block in article.blocks if block.kind in ("title", "heading")]
    has_tree = sum(block.kind == "heading" for block in headings) >= FEW_HEADINGS
    if has_tree:
        listed = headings
    else:
        listed = [
            block
            for block in article.blocks
            if block in headings or block.kind in _SHOWN_WITHOUT_HEADINGS
        ]
    starts = [block.start for block in listed]
    size = max(1, len(article.text))
    ends = [*starts[1:], len(article.text)]
    top = min((block.level for block in headings if block.kind == "heading"), default=1)
    return Rows(
        [
            _row(article, block, Span(block.start, max(end, block.end)), size, top)
            for block, end in zip(listed, ends, strict=True)
        ]
    )


def _row(article: Article, block: Block, part: Span, size: int, top: int) -> Row:
    text = one_line(article.text[block.start : block.end])
    is_heading = block.kind in ("title", "heading")
    if not is_heading and len(text) > FIRST_WORDS:
        text = text[:FIRST_WORDS].rsplit(" ", 1)[0] + " …"
    tone: Tone = "strong" if block.kind == "title" else "plain"
    return Row(
        key=("block", block.start),
        body=(Piece(text, tone),),
        spans=(part,),
        right=Piece(f"{100 * block.start // size}%", "dim"),
        level=max(0, block.level - top) if block.kind == "heading" else 0,
        lines=3 if is_heading else 2,
    )


class OutlinePanel(ListPanel):
    """The parts of the article."""

    panel_id = "outline"
    panel_sign = "¶"
    panel_title = "Outline"
    empty = "The article has no parts."
    none_in_selection = "No part begins in the selection."

    article: reactive[Article | None] = reactive(None, always_update=True)
    """The article; there from the start, before anything is found."""

    def source_steps(self) -> Generator[None, None, Rows[Any] | None]:
        """An outline needs the article alone, no analysis."""
        yield from ()
        return outline_rows(self.article) if self.article is not None else None

    def watch_findings(self) -> None:
        """The outline does not come from the analysis."""

    def watch_article(self) -> None:
        """Another article, another outline."""
        self.outdate()
