"""A panel that is a list of rows made from what was found: links, filter and counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on

from dateline.analysis.pace import give_way
from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.filter_line import FilterLine
from dateline.reader.panels.making import Making
from dateline.reader.panels.panel import Panel
from dateline.reader.panels.panel_header import PanelHeader
from dateline.reader.panels.row import Row, remark
from dateline.reader.panels.row_list import RowList
from dateline.reader.panels.row_search import RowSearch
from dateline.reader.panels.rows import NO_ROWS, Rows
from dateline.reader.panels.signing import signer

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from textual.app import ComposeResult
    from textual.timer import Timer
    from textual.widget import Widget

    from dateline.analysis.model import Analysis
    from dateline.reader.panels.row_heights import RowHeights
    from dateline.spans import Span

FEW = 4_000

PANEL_COMMANDS = (
    PanelCommand("panel.filter", "slash", "filter", "Filter as you type", hint="filter"),
    PanelCommand("panel.leave", "q", "leave", "Back to the article", hint="article"),
    PanelCommand("panel.back", "escape", "back", "Drop the filter, then back to the article"),
)


class ListPanel(Panel):
    """A panel with a header, a list of rows and a filter. A kind of panel gives `make_rows`."""

    BINDINGS = key_bindings(PANEL_COMMANDS)
    DEFAULT_CSS = "ListPanel { layout: vertical; }"

    waiting: ClassVar[str] = "Reading the article …"
    empty: ClassVar[str] = "Nothing found."
    none_in_selection: ClassVar[str] = "None in the selection."

    def __init__(self) -> None:
        super().__init__(id=self.panel_id)
        self.header = PanelHeader()
        self.rows_view = RowList()
        self.making = Making(self)
        self.filter_line = FilterLine()
        self._search = RowSearch(NO_ROWS)
        self._heights: RowHeights | None = None
        self._needle = ""
        self._is_stale = True
        self._is_waiting = True
        self._is_seen = False
        self._timer: Timer | None = None
        self._shown_count = 0
        self._kept_cursor = -1

    # What a kind of panel says.

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The rows of what was found: override in a panel that shows findings."""
        raise NotImplementedError

    def row_steps(self, findings: Analysis) -> Generator[None, None, Rows[Any]]:
        """As `make_rows`, in steps: override where making very many rows takes time."""
        yield from ()
        return self.make_rows(findings)

    def source_steps(self) -> Generator[None, None, Rows[Any] | None]:
        """The rows, made in steps, or None while there is nothing to make them from."""
        if self.findings is None:
            return None
        article = self.findings.article
        rows = yield from self.row_steps(self.findings)
        return rows.finished_by(signer(article)) if article.parts else rows

    def search_in(self, rows: Rows[Any]) -> RowSearch:
        """What the rows are asked for passages and words."""
        return RowSearch(rows)

    def view_detail(self) -> str:
        """What is special about the view, for the header."""
        return ""

    def above(self) -> list[Widget]:
        """Widgets between the header and the rows: an axis, a map."""
        return []

    def rows_changed(self) -> None:
        """Called after rows, selection or filter changed: redraw what depends on them."""

    def row_entered(self, row: Row) -> None:
        """Called when the cursor comes to a row."""

    def pick(self, row: Row) -> None:
        """What choosing a row does: go to its passage."""
        if row.spans:
            self.post_message(self.Chosen(self, *self.lit(row)))

    # Life.

    def compose(self) -> ComposeResult:
        """The header, what stands above the rows, the rows, the filter."""
        self.header.title = self.panel_title
        yield self.header
        yield from self.above()
        yield self.rows_view
        yield self.filter_line

    def on_show(self) -> None:
        """Make the rows that were not needed while the panel was out of sight."""
        self._is_seen = True
        if self._is_stale:
            self.remake()

    def on_hide(self) -> None:
        """Out of sight, no rows are made."""
        self._is_seen = False

    def watch_findings(self) -> None:
        """New findings: make the rows, now or when the panel is seen or had its rest."""
        self.outdate()

    def outdate(self) -> None:
        """The rows no longer say what was found: make them anew, at once if it is time."""
        self._is_stale = True
        if not self._is_seen or not self.is_attached or self.making.is_running:
            return
        wait = self.making.rest
        if wait <= 0:
            self.remake()
        elif self._timer is None:
            self._timer = self.set_timer(wait, self.remake)

    def remake(self) -> None:
        """Make the rows from the findings and show them; many take a while, see `making`.

        Until they are there, those before are shown.
        """
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._is_stale = False
        self.making.begin(self._make(), self._made)

    def _made(self) -> None:
        if self._is_stale:
            self.outdate()

    def _make(self) -> Iterator[None]:
        """Make the rows and all that is known of them, and show them at the end."""
        rows = yield from self.source_steps()
        is_waiting = rows is None
        if rows is None:
            rows = Rows([remark(self.waiting)])
        search = self.search_in(rows or Rows([remark(self.empty)]))
        yield from search.learn_passages()
        if self._needle:
            yield from search.learn_words()
        heights = yield from self.rows_view.heights_of(search.rows, self._heights)
        kept, place = self.rows_view.cursor_row, self.rows_view.cursor_index
        self._search, self._heights, self._is_waiting = search, heights, is_waiting
        # At the article's beginning what comes later may well stand above what came first.
        stays = self.has_focus_within or (self.paragraph is not None and self.paragraph.start > 0)
        found = self._row_like(kept) if kept and stays else -1
        if found < 0 and self.has_focus_within:
            found = self._row_near(place)
        self.refresh_view(cursor=found)

    def _row_near(self, place: int) -> int:
        """The row that can be chosen at an index, else after it, else before it; or -1."""
        rows = self.rows
        ways = (*range(max(place, 0), len(rows)), *range(min(place, len(rows)) - 1, -1, -1))
        return next((number for number in ways if rows.is_item(number)), -1)

    def _row_like(self, kept: Row) -> int:
        """The index of the row that stands for what the given row stood for, or -1."""
        rows = self.rows
        near: Iterable[int] = range(min(len(rows), FEW))
        if kept.spans:
            near = (number for _, number in self._search.at(*kept.spans[0]))
        return next((number for number in near if rows[number].key == kept.key), -1)

    def _learn_words(self) -> None:
        """Gather the words of the rows with breaths between them, then filter by them."""

        async def walk() -> None:
            for _ in self._search.learn_words():
                await give_way()
            self.refresh_view()

        self.run_worker(walk(), group="learning", exclusive=False)

    @property
    def _shows_rows(self) -> bool:
        """Whether what is shown are rows that still hold, or hold until others are made."""
        return self.making.is_running or not self._is_stale

    # The view: selection and filter narrow it, the paragraph marks it.

    @property
    def rows(self) -> Rows[Any]:
        """All rows, shown or not."""
        return self._search.rows

    def shown_items(self) -> list[int] | None:
        """The items that selection and filter leave; None when nothing narrows the view."""
        needle = self._needle if self._search.knows_words else ""
        return self._search.kept(self.selection, needle)

    def refresh_view(self, cursor: int | None = None) -> None:
        """Show what selection and filter leave; the cursor on that row, else where it was."""
        if cursor is None:
            cursor = self.rows_view.cursor_index if self._shown_count else self._kept_cursor
        self._kept_cursor = cursor
        kept = self.shown_items()
        if kept is None:
            self._shown_count = self._search.items
            self.rows_view.show_rows(self.rows, cursor=cursor, heights=self._heights)
        elif not kept:
            self._shown_count = 0
            self.rows_view.show_rows(Rows([remark(self._why_none())]))
        else:
            self._shown_count = len(kept)
            shown = self._search.with_owners(kept)
            others = set(shown).difference(kept) if len(shown) != len(kept) else ()
            self.rows_view.show_rows(
                self.rows,
                shown,
                cursor=cursor,
                needle=self._needle,
                context={number for number in others if self.rows.is_item(number)},
                heights=self._heights,
            )
        self._refresh_header()
        self._mark_paragraph(follow=self.selection is None)
        self.rows_changed()
        if self.has_focus_within:
            self.post_message(self.Renewed(self))

    def _why_none(self) -> str:
        if not self._search.items:
            return self.empty
        return f"No row has “{self._needle}”." if self._needle else self.none_in_selection

    def _refresh_header(self) -> None:
        narrowed = self.selection is not None or bool(self._needle)
        items = self._search.items
        count = f"{self._shown_count} of {items}" if narrowed else str(items)
        self.header.count = "" if self._is_waiting else count
        self.header.detail = self.view_detail()

    def watch_selection(self) -> None:
        """Only what overlaps the selection is listed."""
        if self._shows_rows:
            self.refresh_view()

    def watch_paragraph(self) -> None:
        """What stands in the paragraph is marked."""
        if self._shows_rows:
            self._mark_paragraph(follow=True)

    def _mark_paragraph(self, *, follow: bool) -> None:
        marks: set[int] = set()
        if self.paragraph is not None:
            marks = {number for _, number in self._search.at(*self.paragraph)}
            # At the article's beginning a panel shows its own.
            follow = follow and self.paragraph.start > 0
        self.rows_view.mark(marks, follow=follow and not self.has_focus_within)

    # The reader's hand.

    def focus_rows(self) -> None:
        """Take the keys."""
        self.rows_view.focus()

    def reveal(self, span: Span) -> bool:
        """Put the cursor on the row that stands for the span, or that it lies in.

        While the rows are being made, it goes there when they are.
        """
        if self._is_stale and not self.making.is_running:
            self.remake()
        if self.making.is_running:
            self.making.when_done(lambda: self._put_cursor_at(span))
        return self._put_cursor_at(span)

    def _put_cursor_at(self, span: Span) -> bool:
        number = self._search.nearest(span)
        if number is None:
            return False
        if not self.rows_view.put_cursor(number):
            self._set_needle("")
            if not self.rows_view.put_cursor(number):
                return False
        self.row_entered(self.rows[number])
        return True

    def lit(self, row: Row) -> tuple[Span, tuple[Span, ...]]:
        """The passage of a row and all that lights up with it.

        With a selection, the first of its passages that lies in it; else the first of all.
        """
        span = row.spans[0]
        if self.selection is not None:
            span = next((each for each in row.spans if each.overlaps(self.selection)), span)
        others = tuple(each for each in row.spans if each != span)
        return span, others + row.related

    @on(RowList.Moved)
    def preview_row(self, event: RowList.Moved) -> None:
        """Tell the screen to show the row's passage."""
        event.stop()
        self.row_entered(event.row)
        if event.row.spans:
            self.post_message(self.Previewed(self, *self.lit(event.row)))

    @on(RowList.Picked)
    def choose_row(self, event: RowList.Picked) -> None:
        """Do what Enter does on a row."""
        event.stop()
        self.row_entered(event.row)
        self.pick(event.row)

    def action_filter(self) -> None:
        """Open the filter."""
        self.filter_line.add_class("-open")
        self.filter_line.focus()
        if not self._search.knows_words:
            self._learn_words()

    def action_back(self) -> None:
        """Drop the filter; without one, leave."""
        if self._needle or self.filter_line.has_class("-open"):
            self._set_needle("")
        else:
            self.post_message(self.Left(self))

    def action_leave(self) -> None:
        """Back to the article."""
        self.post_message(self.Left(self))

    def _set_needle(self, needle: str) -> None:
        """Filter by the words, or by none: then the filter line closes."""
        if not needle:
            had_keys = self.filter_line.has_focus
            self.filter_line.remove_class("-open")
            self.filter_line.value = ""
            if had_keys:
                self.rows_view.focus()
        self._filter_by(needle)

    def _filter_by(self, needle: str) -> None:
        folded = needle.casefold()
        if folded != self._needle:
            self._needle = folded
            self.refresh_view()

    @on(PanelHeader.Clicked)
    def take_keys(self, event: PanelHeader.Clicked) -> None:
        """A click on the header gives the panel the keys."""
        event.stop()
        self.focus_rows()

    @on(FilterLine.Changed)
    def narrow(self, event: FilterLine.Changed) -> None:
        """Filter as the reader types."""
        event.stop()
        self._filter_by(event.value)

    @on(FilterLine.Submitted)
    def keep_filter(self, event: FilterLine.Submitted) -> None:
        """Back to the rows, which stay filtered."""
        event.stop()
        self._set_needle(event.value)
        self.rows_view.focus()

    @on(FilterLine.Dropped)
    def drop_filter(self, event: FilterLine.Dropped) -> None:
        """All rows again."""
        event.stop()
        self._set_needle("")

    def on_descendant_focus(self) -> None:
        """Show that the keys come here."""
        self.header.has_keys = True

    def on_descendant_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self.header.has_keys = self.has_focus_within
