"""A virtual list of rows: draws only the lines on screen, however many rows there are."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar

from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.listed import Listed
from dateline.reader.panels.row_heights import RowHeights, measured
from dateline.reader.panels.row_lines import Line, row_height, row_lines, single_line
from dateline.reader.panels.row_painter import ROW_STYLES, Ground, RowPainter
from dateline.reader.panels.rows import NO_ROWS, Rows

if TYPE_CHECKING:
    from textual import events

    from dateline.reader.panels.row import Row

WRAP_LIMIT = 4_000
"""Longer lists are shown one line a row, so that no height has to be measured."""
MARGIN = 2
"""Cells before every row: the cursor or the mark of the paragraph, and a space."""

LIST_COMMANDS = (
    PanelCommand("panel.down", "j,down", "down", "Next row"),
    PanelCommand("panel.up", "k,up", "up", "Row before"),
    PanelCommand("panel.top", "g,home", "top", "First row"),
    PanelCommand("panel.bottom", "G,end", "bottom", "Last row"),
    PanelCommand("panel.half_down", "ctrl+d", "page(0.5)", "Half a screen down"),
    PanelCommand("panel.half_up", "ctrl+u", "page(-0.5)", "Half a screen up"),
    PanelCommand("panel.page_down", "space,pagedown", "page(1)", "A screen down"),
    PanelCommand("panel.page_up", "b,pageup", "page(-1)", "A screen up"),
    PanelCommand("panel.choose", "enter", "choose", "Go to the passage", hint="go"),
)


class RowList(ScrollView, can_focus=True):
    """Rows with a cursor. Its panel gives it rows and hears `Moved` and `Picked`."""

    ALLOW_SELECT = False
    BINDINGS = key_bindings(LIST_COMMANDS)
    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROW_STYLES)
    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
    }
    """

    @dataclass
    class Moved(Message):
        """The cursor came to another row by the reader's hand."""

        row_list: RowList
        row: Row

    @dataclass
    class Picked(Message):
        """The reader chose the row, by Enter or by a click."""

        row_list: RowList
        row: Row

    def __init__(self) -> None:
        super().__init__()
        self._listed = Listed(NO_ROWS, (), (0,))
        self._heights: RowHeights | None = None
        self._marks: Collection[int] = frozenset()
        self._dimmed: Collection[int] = frozenset()
        self._needle = ""
        self._cursor = -1
        self._hover = -1
        self._measured_width = 0
        self._lines: LRUCache[int, list[Line]] = LRUCache(512)
        self._strips: LRUCache[tuple[int, int, int], Strip] = LRUCache(2048)
        self._painter = RowPainter(self)

    # What the panel sets.

    def show_rows(
        self,
        rows: Rows[Any],
        shown: Sequence[int] | None = None,
        *,
        cursor: int = -1,
        needle: str = "",
        context: Collection[int] = frozenset(),
        heights: RowHeights | None = None,
    ) -> None:
        """Show these rows; `shown` (ascending indices) are those to list, else all.

        `heights` are those of all the rows, where `heights_of` has measured them before.

        The cursor is put on the row of that index, if it is listed, and the row stays on the
        line of the screen that the cursor was on. Words that contain `needle` (casefolded) are
        marked; rows in `context` are drawn dim.
        """
        kept_line = 0
        if self._cursor >= 0:
            kept_line = self._listed.tops[self._cursor] - self.scroll_offset.y
        self._heights = heights
        self._needle = needle
        self._dimmed = context
        self._marks = frozenset()
        self._hover = -1
        self._lines.clear()
        self._strips.clear()
        self._list(rows, range(len(rows)) if shown is None else shown)
        tops = self._listed.tops
        self._cursor = self._listed.place(cursor)
        if self._cursor < 0:
            self._cursor = self._listed.next_item(-1, 1)
            kept_line = tops[self._cursor] if self._cursor >= 0 else 0
        if self._cursor >= 0:
            top = tops[self._cursor] - kept_line
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
            self._scroll_to_cursor()
        self.refresh()

    def mark(self, rows: Collection[int], *, follow: bool = False) -> None:
        """Mark the rows (by index) in the margin; `follow` brings the first of them on screen."""
        if rows != self._marks:
            self._marks = rows
            self.refresh()
        if not follow or not rows:
            return
        if self.cursor_index in rows:
            self._scroll_to_cursor()
            return
        place = self._listed.place(min(rows))
        if place >= 0:
            self._set_cursor(place)

    def put_cursor(self, row: int) -> bool:
        """Put the cursor on the row of that index without a message; False if it is not listed."""
        place = self._listed.place(row)
        if place < 0:
            return False
        self._set_cursor(place)
        return True

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return self._listed.row(self._cursor)

    @property
    def cursor_index(self) -> int:
        """The index of the row under the cursor among all rows, or -1."""
        return self._listed.index(self._cursor)

    # Layout.

    @property
    def _row_width(self) -> int:
        return max(1, self.scrollable_content_region.width - MARGIN - 1)

    @property
    def _is_wrapping(self) -> bool:
        return len(self._listed) <= WRAP_LIMIT

    def heights_of(
        self, rows: Rows[Any], before: RowHeights | None = None
    ) -> Generator[None, None, RowHeights]:
        """Measure rows for `show_rows`, step by step; `before` are those of other rows."""
        if len(rows) > WRAP_LIMIT:
            return RowHeights(self._row_width, [], rows)
        return (yield from measured(rows, self._row_width, before))

    def _list(self, rows: Rows[Any], shown: Sequence[int]) -> None:
        width = self._row_width
        self._measured_width = width
        known = self._heights
        tops: Sequence[int] = range(len(shown) + 1)
        if len(shown) <= WRAP_LIMIT:
            if known is not None and known.width == width and known.lines:
                heights = (known.lines[index] for index in shown)
            else:
                heights = (row_height(rows[index], width) for index in shown)
            tops = list(accumulate(heights, initial=0))
        self._listed = Listed(rows, shown, tops)
        self.virtual_size = Size(self.scrollable_content_region.width, self._listed.lines)

    def on_resize(self) -> None:
        """Wrap anew when the width changed; the cursor stays on screen."""
        if self._row_width != self._measured_width:
            self._lines.clear()
            self._strips.clear()
            self._list(self._listed.rows, self._listed.shown)
        if self._cursor >= 0:
            self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        height = self.scrollable_content_region.height
        if self._cursor < 0 or height <= 0:
            return
        top, bottom = self._listed.extent(self._cursor, height)
        offset = self.scroll_offset.y
        if top < offset:
            wanted = top
        elif bottom > offset + height:
            wanted = min(top, bottom - height)
        else:
            return
        self.scroll_to(y=wanted, animate=False, immediate=True, force=True)

    # The cursor.

    def _set_cursor(self, place: int) -> None:
        old, self._cursor = self._cursor, place
        self._refresh_place(old)
        self._refresh_place(place)
        self._scroll_to_cursor()

    def _move_to(self, place: int) -> None:
        if place >= 0 and place != self._cursor:
            self._set_cursor(place)
            row = self.cursor_row
            if row is not None:
                self.post_message(self.Moved(self, row))

    def _refresh_place(self, place: int) -> None:
        if 0 <= place < len(self._listed):
            top = self._listed.tops[place]
            self.refresh_lines(top, self._listed.tops[place + 1] - top)

    def action_down(self) -> None:
        """To the next row."""
        place = self._listed.next_item(self._cursor, 1)
        if place >= 0:
            self._move_to(place)
        else:
            self.scroll_end(animate=False)

    def action_up(self) -> None:
        """To the row before."""
        place = self._listed.next_item(self._cursor, -1)
        if place >= 0:
            self._move_to(place)
        else:
            self.scroll_home(animate=False)

    def action_top(self) -> None:
        """To the first row."""
        self._move_to(self._listed.next_item(-1, 1))
        self.scroll_home(animate=False)

    def action_bottom(self) -> None:
        """To the last row."""
        self._move_to(self._listed.next_item(len(self._listed), -1))

    def action_page(self, screens: float) -> None:
        """Down (or up, when negative) by that many screens."""
        if self._cursor < 0:
            return
        lines = int(self.scrollable_content_region.height * screens) or (1 if screens > 0 else -1)
        listed = self._listed
        goal = min(max(listed.tops[self._cursor] + lines, 0), listed.lines - 1)
        place = listed.place_at(goal)
        step = 1 if screens > 0 else -1
        if not listed.is_item(place):
            place = listed.next_item(place, step)
        if place == self._cursor or place < 0:
            place = listed.next_item(self._cursor, step)
        self._move_to(place)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        row = self.cursor_row
        if row is not None:
            self.post_message(self.Picked(self, row))

    # The mouse.

    def _place_under(self, event: events.MouseEvent) -> int:
        offset = event.get_content_offset(self)
        return self._listed.place_at(offset.y + self.scroll_offset.y) if offset else -1

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        place = self._place_under(event)
        if place >= 0 and self._listed.is_item(place):
            event.stop()
            self._set_cursor(place)
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the row under the mouse."""
        self._set_hover(self._place_under(event))

    def on_leave(self) -> None:
        """No row is under the mouse any more."""
        self._set_hover(-1)

    def _set_hover(self, place: int) -> None:
        if place != self._hover:
            old, self._hover = self._hover, place
            self._refresh_place(old)
            self._refresh_place(place)

    # Drawing.

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old styles."""
        super().notify_style_update()
        self._forget_drawn()

    def _forget_drawn(self) -> None:
        self._painter.forget()
        self._strips.clear()

    def on_focus(self) -> None:
        """Draw the cursor as one that moves."""
        self._forget_drawn()

    def on_blur(self) -> None:
        """Draw the cursor as one that waits."""
        self._forget_drawn()

    def render_line(self, y: int) -> Strip:
        """The line at `y` of what is on screen."""
        width = self.scrollable_content_region.width
        line = y + self.scroll_offset.y
        place = self._listed.place_at(line)
        if place < 0:
            return Strip.blank(width, self.rich_style)
        index = self._listed.index(place)
        state = (
            (place == self._cursor)
            | (place == self._hover) << 1
            | (index in self._marks) << 2
            | self.has_focus << 3
        )
        part = line - self._listed.tops[place]
        key = (index, part, state)
        strip = self._strips.get(key)
        if strip is None or strip.cell_length != width:
            strip = self._draw(index, part, state, width)
            self._strips[key] = strip
        return strip

    def _row_lines(self, index: int) -> list[Line]:
        lines = self._lines.get(index)
        if lines is None:
            row, width = self._listed.rows[index], self._row_width
            lines = row_lines(row, width) if self._is_wrapping else [single_line(row, width)]
            self._lines[index] = lines
        return lines

    def _draw(self, index: int, part: int, state: int, width: int) -> Strip:
        lines = self._row_lines(index)
        ground: Ground = ""
        if state & 1:
            ground = "cursor" if self.has_focus else "blurred"
        elif state & 2 and self._listed.rows.is_item(index):
            ground = "hover"
        return self._painter.paint(
            lines[part] if part < len(lines) else (),
            width,
            ground=ground,
            is_first=part == 0,
            is_marked=bool(state & 4),
            is_dim=index in self._dimmed,
            needle=self._needle,
        )

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Draw some lines again, given in lines of the whole list."""
        top = y_start - self.scroll_offset.y
        self.refresh(Region(0, top, self.size.width, line_count))
