"""The article pane: the widget that shows the article and answers to the mouse.

What it shows is bound down to it as attributes by the reading screen; what the mouse does goes up
as messages. Keys are read by the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive

from dateline.analysis.pace import REST, seconds_since_key
from dateline.reader.article_pane.drawing import Palette
from dateline.reader.article_pane.highlights import Highlights, Layer
from dateline.reader.article_pane.layout import BLANK, Layout
from dateline.reader.article_pane.mouse import PaneMouse
from dateline.reader.article_pane.row_map import RowMap
from dateline.reader.article_pane.row_painting import (
    GUTTER,
    STYLE_NAMES,
    Markup,
    View,
    gutter_start,
    text_room,
)
from dateline.reader.article_pane.row_strips import row_strip
from dateline.reader.article_pane.search import Matches
from dateline.spans import Span

if TYPE_CHECKING:
    from textual.strip import Strip

    from dateline.article.model import Article

SLICE_SECONDS = 0.004


class ArticlePane(PaneMouse, can_focus=True, inherit_bindings=False):
    """The article, laid out at its measure, with its highlights, selection and cursor."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"pane--{name}" for name in STYLE_NAMES}

    measure: reactive[int] = reactive(72)
    cursor: reactive[int] = reactive(0)
    selection: reactive[Span | None] = reactive(None)
    preview: reactive[Span | None] = reactive(None)
    """The passage that a panel's row stands for."""
    related: reactive[tuple[Span, ...]] = reactive(())
    """What lights up with it: the other mentions of the same thing, the speaker, the cue."""
    hidden_layers: reactive[frozenset[Layer]] = reactive(frozenset())
    matches: reactive[Matches] = reactive(Matches())
    link_labels: reactive[tuple[tuple[int, str], ...]] = reactive(())
    """Labels drawn over the text while a link is being chosen: (offset, label)."""

    @dataclass
    class Scrolled(Message):
        """Other rows of the article are on screen than before."""

    def __init__(self, article: Article, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.article = article
        self.highlights = Highlights.none()
        self._rows = RowMap(article, 72)
        self._only: list[int] | None = None
        self._markup = Markup.of(article)
        self._strips: dict[int, Strip] = {}
        self._palette: Palette | None = None

    # Values bound down

    def set_article(self, article: Article) -> None:
        """Show another text."""
        self.article = article
        self.highlights = Highlights.none()
        self._only = None
        self._markup = Markup.of(article)
        self.set_reactive(ArticlePane.cursor, 0)
        self.selection = self.preview = None
        self.related = ()
        self._lay_out_anew(0)

    def begin_at(self, offset: int) -> None:
        """Show an offset on the first screen, before anything is drawn."""
        self.set_reactive(ArticlePane.cursor, offset)
        if len(self._layout):
            self._lay_out_anew(offset)

    def set_highlights(self, highlights: Highlights) -> None:
        """Show these highlights instead of those before."""
        before, self.highlights = self.highlights, highlights
        # Most of what an analysis sends lies elsewhere: then the screen need not be drawn again.
        seen = self.visible_span
        differing = before.differing(highlights, seen.start, seen.end)
        if differing is None:
            top, height = self.scroll_offset.y, self.size.height
            for number in [n for n in self._strips if not top <= n < top + height]:
                del self._strips[number]
        else:
            self._redraw_span(differing)

    def show_only(self, blocks: list[int] | None) -> None:
        """Show only these blocks (indices into `Article.blocks`); None shows all again."""
        self._only = blocks
        self._lay_out_anew(self.cursor)

    @property
    def filtered(self) -> bool:
        """Whether only some blocks are shown."""
        return self._only is not None

    # Geometry

    @property
    def _layout(self) -> Layout:
        return self._rows.layout

    @property
    def text_width(self) -> int:
        """Cells that the text may take: the measure, or what the pane has room for."""
        return text_room(self.measure, self.size.width)

    @property
    def text_left(self) -> int:
        """The cell at which the gutter begins: the text stands in the middle of the pane."""
        return gutter_start(self.text_width, self.size.width)

    @property
    def top_offset(self) -> int:
        """The offset of the first text on screen."""
        self._layout.extend(rows=self.scroll_offset.y + 1)
        return self._layout.row(min(self.scroll_offset.y, len(self._layout) - 1)).start

    @property
    def visible_span(self) -> Span:
        """The stretch of text on screen."""
        return self._rows.shown(self.scroll_offset.y, self.size.height)

    @property
    def text_end(self) -> int:
        """Where the article ends, but for white space."""
        # On every key: a copy of a text of 100 MB without its last line feed would be felt.
        text, end = self.article.text, len(self.article.text)
        while end and text[end - 1].isspace():
            end -= 1
        return end

    @property
    def progress(self) -> float:
        """How much of the article lies above the lower edge of the pane, 0 to 1."""
        length = self.text_end
        return min(self.visible_span.end / length, 1.0) if length else 1.0

    # Motions that depend on the layout

    def offset_rows_away(self, offset: int, rows: int) -> int:
        """The offset so many rows of text below (or above) another, in the same column."""
        return self._rows.rows_away(offset, rows)

    def column_of(self, offset: int) -> int:
        """The column at which an offset is shown, in cells from the left edge of the text."""
        return self._rows.column(self._layout.row_at(offset), offset)

    def offset_near_row(self, number: int, column: int, step: int) -> int:
        """The offset at a column of a row, or of the next row that way on which has text."""
        self._layout.extend(rows=number + 4)
        last = len(self._layout) - 1
        number = max(min(number, last), 0)
        while 0 < number < last and self._layout.row(number).block == BLANK:
            number += step
        return self._rows.offset(number, column)

    def row_edges(self, offset: int) -> Span:
        """The first and last character of the row that an offset stands on, as a span."""
        return self._rows.edges(offset)

    def row_number(self, offset: int) -> int:
        """The number of the row that an offset stands on, from 0."""
        return self._layout.row_at(offset)

    def offset_of_row(self, number: int) -> int:
        """The offset at which a row starts; beyond the last row, the last row's."""
        self._layout.extend(rows=number + 1)
        return self._layout.row(max(min(number, len(self._layout) - 1), 0)).start

    def scroll_rows(self, rows: int) -> int:
        """Scroll by rows; returns by how many it did."""
        before = self.scroll_offset.y
        self._layout.extend(rows=before + rows + 2 * max(self.size.height, 1))
        self._show_size()
        self._scroll_to_row(before + rows)
        return self.scroll_offset.y - before

    def _scroll_to_row(self, row: int) -> None:
        bottom = max(len(self._layout) - self.size.height, 0)
        self.scroll_to(y=max(min(row, bottom), 0), animate=False, force=True, immediate=True)

    def bring_into_view(self, span: Span, *, margin: int = 3, middle: bool = False) -> None:
        """Scroll as little as shows the start of a span, or so that it stands in the middle."""
        first = self._layout.row_at(span.start)
        last = self._layout.row_at(max(span.end - 1, span.start))
        height = max(self.size.height, 1)
        self._layout.extend(rows=last + height)
        self._show_size()
        top = self.scroll_offset.y
        margin = min(margin, max((height - 1) // 2, 0))
        last = min(last, first + height - 1 - margin)
        if top + margin <= first and last < top + height - margin:
            return
        if middle and not (top <= first and last < top + height):
            self._scroll_to_row(first - height // 3)
        elif first < top + margin:
            self._scroll_to_row(first - margin)
        else:
            self._scroll_to_row(last - height + 1 + margin)

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the text at a cell of the pane; beside the text, the nearest."""
        number = max(min(self.scroll_offset.y + y, len(self._layout) - 1), 0)
        return self._rows.offset(number, x - self.text_left - GUTTER)

    # Layout

    def on_mount(self) -> None:
        """Lay out the first screen; the rest follows in slices that no key press notices."""
        self._lay_out_anew(self.cursor)

    def on_resize(self) -> None:
        """Keep the same text at the top when the width changes."""
        if self._layout.width != self.text_width:
            self._lay_out_anew(self.top_offset)
        self._redraw()
        self.post_message(self.Scrolled())

    def watch_measure(self) -> None:
        """Lay out at the new measure."""
        if self.is_mounted:
            self._lay_out_anew(self.top_offset)

    def _lay_out_anew(self, top: int) -> None:
        self._rows = RowMap(self.article, self.text_width, self._only)
        self._layout.extend(rows=2 * max(self.size.height, 40))
        row = self._layout.row_at(top) if top and self.article.blocks else 0
        self._layout.extend(rows=row + 2 * max(self.size.height, 1))
        self._redraw()
        self._show_size()
        self._scroll_to_row(row)
        if not self._layout.complete:
            self.set_timer(0.05, self._lay_out_more)

    def _lay_out_more(self) -> None:
        if seconds_since_key() > REST:
            self._layout.extend(seconds=SLICE_SECONDS)
        if self._layout.complete:
            # Only now: another size means that the whole screen is drawn again.
            self._show_size()
        else:
            self.set_timer(0.01, self._lay_out_more)

    def _show_size(self) -> None:
        size = Size(self.size.width, len(self._layout))
        if size != self.virtual_size:
            self.virtual_size = size

    # Drawing

    def notify_style_update(self) -> None:
        """Forget the drawn rows when the theme or the focus changes the styles."""
        super().notify_style_update()
        self._palette = None
        self._strips.clear()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell the screen that other text is shown."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            if len(self._strips) > 2000:
                self._strips.clear()
            self.post_message(self.Scrolled())

    def watch_has_focus(self, has_focus: bool) -> None:
        """Draw the cursor as the focus has it; no style of the pane depends on it."""
        self._redraw_around(self.cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two paragraphs between which the cursor went."""
        if self.is_mounted:
            self._redraw_around(old, new)

    def watch_selection(self, old: Span | None, new: Span | None) -> None:
        """Redraw what was and what is selected."""
        for span in (old, new):
            if span is not None and self.is_mounted:
                self._redraw_span(span)

    def watch_preview(self) -> None:
        """Light up the passage."""
        self._redraw()

    def watch_related(self) -> None:
        """Light up what goes with it."""
        self._redraw()

    def watch_hidden_layers(self) -> None:
        """Show the layers that are left."""
        self._redraw()

    def watch_matches(self) -> None:
        """Show the matches."""
        self._redraw()

    def watch_link_labels(self) -> None:
        """Show the labels."""
        self._redraw()

    def _redraw_around(self, *offsets: int) -> None:
        for offset in offsets:
            row = self._layout.row(self._layout.row_at(offset))
            if row.block != BLANK:
                block = self.article.blocks[row.block]
                self._redraw_span(Span(block.start, block.end))

    def _redraw_span(self, span: Span) -> None:
        top, height = self.scroll_offset.y, self.size.height
        first = max(self._layout.row_at(span.start), top)
        last = min(self._layout.row_at(max(span.end - 1, span.start)), top + height)
        for number in [
            n for n in self._strips if first <= n <= last or not top <= n < top + height
        ]:
            del self._strips[number]
        if first <= last:
            self.refresh(Region(0, first - top, self.size.width, last - first + 1))

    @property
    def palette(self) -> Palette:
        """The styles of the theme, read once until they change."""
        if self._palette is None:
            styles = {
                name: self.get_component_rich_style(f"pane--{name}", partial=True)
                for name in STYLE_NAMES
            }
            self._palette = Palette(styles, self.rich_style)
        return self._palette

    def render_line(self, y: int) -> Strip:
        """Draw the row at `y` rows below the upper edge of the pane."""
        number = self.scroll_offset.y + y
        strip = self._strips.get(number)
        if strip is None:
            strip = row_strip(self._view, self._rows, number)
            self._strips[number] = strip
        return strip

    @property
    def _view(self) -> View:
        """What decides the look of the rows, as it is now."""
        return View(
            palette=self.palette,
            width=self.size.width,
            left=self.text_left,
            text_width=self.text_width,
            highlights=self.highlights,
            hidden=self.hidden_layers,
            markup=self._markup,
            matches=self.matches,
            related=self.related,
            preview=self.preview,
            selection=self.selection,
            cursor=self.cursor,
            focused=self.has_focus,
            labels=self.link_labels,
        )
