"""What lies over the text of a row, from the block's own style up to the cursor.

Needs nothing of Textual, so that the first page can be drawn before Textual is there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

from dateline.reader.article_pane.drawing import Mark, Palette, RowFrame, row_segments
from dateline.reader.article_pane.highlights import GLYPHS, PROPOSED, Highlights, Layer
from dateline.reader.article_pane.layout import BLANK, Row
from dateline.reader.article_pane.motions import grapheme_at
from dateline.reader.article_pane.row_cells import row_cells
from dateline.spans import Span, SpanIndex

if TYPE_CHECKING:
    from dateline.article.model import Article, StyleName
    from dateline.reader.article_pane.row_map import RowMap
    from dateline.reader.article_pane.search import Matches

STYLE_NAMES = (
    *("title", "standfirst", "heading", "byline", "aside", "quotation", "code", "caption"),
    *("footnote", "bar", "link", "dateline", "emphasis", "strong", "inline-code", "strike"),
    *("paragraph-bar", "person", "organisation", "place", "group", "thing", "number", "date"),
    *("direct", "reported", "match", "match-current", "selection", "cursor", "cursor-away"),
    *("preview", "related", "label"),
    *(f"annotation-{number}" for number in range(1, 9)),
    PROPOSED,
)
"""The styles that the pane draws with, each a component class `pane--<name>`."""

GUTTER = 3
"""Cells before the text: the paragraph's bar, a sign, a space."""


def text_room(measure: int, width: int) -> int:
    """Cells that the text may take in a pane of a width: the measure, or what there is room for."""
    return max(min(measure, width - GUTTER - 1), 8)


def gutter_start(text_width: int, width: int) -> int:
    """The cell at which the gutter begins: the text stands in the middle of the pane."""
    return max((width - text_width - 2 * GUTTER) // 2, 0)


_OWN_STYLE = frozenset(STYLE_NAMES)
_BLOCK_STYLES = {"quote": "quotation"}
_SPAN_STYLES = {"code": "inline-code", "break": ""}
_DRAWN_LAYERS = (Layer.QUOTE, Layer.ENTITY, Layer.REGION, Layer.DATE, Layer.NUMBER)


@dataclass(frozen=True, slots=True)
class Markup:
    """What the article's author marked: styles and links, by where they stand."""

    styles: SpanIndex[StyleName]
    links: SpanIndex[str]

    @classmethod
    def of(cls, article: Article) -> Markup:
        """The markup of an article."""
        return cls(
            SpanIndex((Span(s.start, s.end), s.style) for s in article.styles),
            SpanIndex((Span(x.start, x.end), x.href) for x in article.links),
        )


@dataclass(frozen=True, slots=True)
class View:
    """All that decides how rows look, but for the text itself."""

    palette: Palette
    width: int
    left: int
    """The cell at which the gutter begins."""
    text_width: int
    highlights: Highlights
    hidden: frozenset[Layer]
    markup: Markup
    matches: Matches
    related: tuple[Span, ...]
    preview: Span | None
    selection: Span | None
    cursor: int
    focused: bool
    labels: tuple[tuple[int, str], ...]

    def shows(self, layer: Layer) -> bool:
        """Whether a layer is shown."""
        return layer not in self.hidden


def paint_row(view: View, rows: RowMap, number: int) -> list[Segment]:
    """Draw a row of the layout; beyond the last one, an empty row."""
    palette = view.palette
    if number >= len(rows.layout) or (row := rows.layout.row(number)).block == BLANK:
        return [Segment(" " * view.width, palette.base)]
    kind = rows.article.blocks[row.block].kind
    name = _BLOCK_STYLES.get(kind, kind)
    base = palette.base + (palette[name] if name in _OWN_STYLE else Style())
    frame = _frame(view, rows, row, base)
    if kind == "rule":
        line = row_cells("─" * view.text_width, 0, view.text_width)
        return row_segments(line, frame, palette.base + palette["bar"], (), None)
    empty_here = row.start == row.end == view.cursor and view.focused
    beyond = palette["cursor"] if empty_here else None
    return row_segments(rows.cells(row), frame, base, _marks(view, rows.article.text, row), beyond)


def _frame(view: View, rows: RowMap, row: Row, base: Style) -> RowFrame:
    palette, shape = view.palette, rows.layout.shape(row)
    block = rows.article.blocks[row.block]
    here = block.start <= view.cursor < max(block.end, block.start + 1)
    glyph, glyph_style = _glyph(view, row)
    gutter = (
        Segment("▎" if here else " ", palette.base + palette["paragraph-bar"]),
        Segment(glyph, palette.base + glyph_style),
        Segment(" " * (GUTTER - 2), palette.base),
    )
    indent = rows.indent(row)
    if shape.bar:
        bar = (shape.bar + " ") * (indent // 2) if block.kind == "quote" else shape.bar + " "
        before = Segment(bar.ljust(indent)[:indent], palette.base + palette["bar"])
    elif shape.marker and row.first:
        before = Segment(shape.marker.rjust(indent - 1) + " ", base)
    else:
        before = Segment(" " * indent, palette.base)
    return RowFrame(view.width, view.left, gutter, (before,))


def _glyph(view: View, row: Row) -> tuple[str, Style]:
    """The sign in the gutter: an annotation's, or that a quote begins on this row."""
    if view.shows(Layer.ANNOTATION):
        for item in view.highlights.layers[Layer.ANNOTATION].overlapping(row.start, row.end):
            if item.start >= row.start or row.first:
                return GLYPHS[item.style], view.palette["paragraph-bar"]
    if view.shows(Layer.QUOTE):
        for item in view.highlights.layers[Layer.QUOTE].overlapping(row.start, row.end):
            if row.start <= item.start < row.end:
                return ("❝" if item.style == "direct" else "↳"), view.palette["bar"]
    return " ", view.palette.base


def _marks(view: View, text: str, row: Row) -> list[Mark]:
    """All styles that lie over a row's text, the lowest first."""
    start, end, palette = row.start, row.end, view.palette
    marks: list[Mark] = []
    for span, style in view.markup.styles.overlapping(start, end):
        marks.append((*span, palette[_SPAN_STYLES.get(style, style)]))
    marks += [(*span, palette["link"]) for span, _ in view.markup.links.overlapping(start, end)]
    for layer in (*_DRAWN_LAYERS, Layer.ANNOTATION):
        if view.shows(layer):
            found = view.highlights.layers[layer].overlapping(start, end)
            marks += [(item.start, item.end, palette[item.style]) for item in found]
    for span in view.matches.overlapping(start, end):
        current = span.contains(view.cursor)
        marks.append((*span, palette["match-current" if current else "match"]))
    marks += [(*span, palette["related"]) for span in view.related]
    if view.preview is not None:
        marks.append((*view.preview, palette["preview"]))
    if view.selection is not None:
        marks.append((*view.selection, palette["selection"]))
    if start <= view.cursor < end:
        name = "cursor" if view.focused else "cursor-away"
        marks.append((*grapheme_at(text, view.cursor), palette[name]))
    return marks
