"""The article's words as HTML, with styles, links and highlights that may overlap."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from dateline.annotations.colours import colour_of
from dateline.spans import Span, SpanIndex

if TYPE_CHECKING:
    from dateline.annotations.model import Annotation
    from dateline.article.model import Article, Block

_TAGS = {
    "emphasis": "em",
    "strong": "strong",
    "code": "code",
    "strike": "s",
    "superscript": "sup",
    "subscript": "sub",
    "dateline": "b",
}
_SAFE = re.compile(r"^(?:https?://|mailto:)", re.IGNORECASE)


class Setting:
    """An article with what is laid over its text, ready to be set piece by piece."""

    def __init__(
        self, article: Article, annotations: Sequence[Annotation], numbers: dict[str, int]
    ) -> None:
        self.article = article
        self.text = article.text
        self._numbers = numbers
        self._marks = SpanIndex((Span(a.start, a.end), a) for a in annotations if a.end > a.start)
        self._styles = SpanIndex((Span(s.start, s.end), s.style) for s in article.styles)
        self._links = SpanIndex(
            (Span(x.start, x.end), x.href) for x in article.links if _SAFE.match(x.href)
        )

    def html(self, start: int, end: int, *, reflow: bool = True) -> str:
        """`[start, end)` as HTML. `reflow`: line ends are spaces, unless the author meant them."""
        edges = {start, end}
        for index in (self._marks, self._styles, self._links):
            for span, _ in index.overlapping(start, end):
                edges.update(edge for edge in span if start < edge < end)
        cuts = sorted(edges)
        pieces = itertools.pairwise(cuts)
        return "".join(self._piece(left, right, reflow=reflow) for left, right in pieces)

    def table(self, block: Block) -> str:
        """A table block: a row a line, cells parted by TAB."""
        rows = []
        at = block.start
        for line in self.text[block.start : block.end].split("\n"):
            cells = []
            for cell in line.split("\t"):
                cells.append(f"<td>{self.html(at, at + len(cell), reflow=False)}</td>")
                at += len(cell) + 1
            rows.append(f"<tr>{''.join(cells)}</tr>")
        return f"<table>{''.join(rows)}</table>"

    def home(self, offset: int) -> str:
        """The id of the block that an offset lies in."""
        starts = [block.start for block in self.article.blocks if block.start <= offset]
        return f"b{starts[-1] if starts else 0}"

    def _piece(self, start: int, end: int, *, reflow: bool) -> str:
        styles = {style for _, style in self._styles.overlapping(start, end)}
        if "break" in styles:
            return "<br>"
        shown = escape(self.text[start:end])
        if reflow:
            shown = shown.replace("\n", " ")
        for style in sorted(styles):
            tag = _TAGS.get(style)
            if tag:
                shown = f"<{tag}>{shown}</{tag}>"
        links = self._links.overlapping(start, end)
        if links:
            href = escape(links[0][1])
            shown = f'<a href="{href}" rel="noreferrer noopener">{shown}</a>'
        marks = [annotation for _, annotation in self._marks.overlapping(start, end)]
        for annotation in reversed(marks):
            number = self._numbers[annotation.id]
            here = f' id="m{number}"' if annotation.start == start else ""
            colour = colour_of(annotation.colour)
            shown = f'<mark class="c{colour.number}"{here} title="{colour.name}">{shown}</mark>'
        ending = [self._numbers[a.id] for a in marks if a.end == end]
        return shown + "".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in ending)
