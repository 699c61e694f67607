"""Commands that move: by line, screen, word, sentence, paragraph, mark and jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane import motions
from dateline.reader.reading.base import ReadingBase
from dateline.reader.reading.state import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.reader.keys import Invocation


class MovingCommands(ReadingBase):
    """Moving through the article."""

    _screen_row: tuple[int, int, int] | None = None
    """The cursor that scrolling left, and the screen row and column that it is carried along in."""

    def _scroll(self, rows: int) -> None:
        """Scroll and carry the cursor along; where there is no more to scroll, it goes alone."""
        if self.state.mode is Mode.SELECTING:
            self.move_cursor(self.pane.offset_rows_away(self.cursor, rows))
            return
        height = max(self.pane.size.height, 1)
        if self._screen_row is None or self._screen_row[0] != self.cursor:
            row = self.pane.row_number(self.cursor) - self.pane.scroll_offset.y
            self._screen_row = (self.cursor, row, self.pane.column_of(self.cursor))
        _, wanted, column = self._screen_row
        scrolled = self.pane.scroll_rows(rows)
        if scrolled:
            row = self.pane.scroll_offset.y + min(max(wanted, 0), height - 1)
            self.move_cursor(
                self.pane.offset_near_row(row, column, 1 if rows > 0 else -1), margin=0
            )
            self._screen_row = (self.cursor, wanted, column)
        else:
            self.move_cursor(self.pane.offset_rows_away(self.cursor, rows), margin=0)

    def _screen(self, invocation: Invocation, share: float, sign: int) -> None:
        rows = max(int(self.pane.size.height * share) - (2 if share == 1 else 0), 1)
        self._scroll(sign * rows * (invocation.count or 1))

    def do_line_down(self, invocation: Invocation) -> None:
        """Scroll a row down, the cursor with it."""
        self._scroll(invocation.count or 1)

    def do_line_up(self, invocation: Invocation) -> None:
        """Scroll a row up."""
        self._scroll(-(invocation.count or 1))

    def do_screen_down(self, invocation: Invocation) -> None:
        """A screen down, two rows kept."""
        self._screen(invocation, 1, 1)

    def do_screen_up(self, invocation: Invocation) -> None:
        """A screen up."""
        self._screen(invocation, 1, -1)

    def do_half_down(self, invocation: Invocation) -> None:
        """Half a screen down."""
        self._screen(invocation, 0.5, 1)

    def do_half_up(self, invocation: Invocation) -> None:
        """Half a screen up."""
        self._screen(invocation, 0.5, -1)

    def do_to_start(self, invocation: Invocation) -> None:
        """To the start, or to the row that the count names."""
        self.jump(self.pane.offset_of_row((invocation.count or 1) - 1))

    def do_to_end(self, invocation: Invocation) -> None:
        """To the end, or to the row that the count names."""
        if invocation.count is not None:
            self.jump(self.pane.offset_of_row(invocation.count - 1))
        else:
            self.jump(max(self.pane.text_end - 1, 0))

    def do_to_percent(self, invocation: Invocation) -> None:
        """To a percentage of the text."""
        share = min(invocation.count or 0, 100) / 100
        self.jump(max(min(int(len(self.text) * share), self.pane.text_end - 1), 0))

    def _repeat(self, invocation: Invocation, step: Callable[[int], int]) -> None:
        offset = self.cursor
        for _ in range(min(invocation.count or 1, 10_000)):
            offset = step(offset)
        self.move_cursor(offset)

    def do_cursor_left(self, invocation: Invocation) -> None:
        """A character left."""
        self._repeat(invocation, lambda offset: motions.character_left(self.text, offset))

    def do_cursor_right(self, invocation: Invocation) -> None:
        """A character right."""
        self._repeat(invocation, lambda offset: motions.character_right(self.text, offset))

    def do_word_next(self, invocation: Invocation) -> None:
        """The start of the next word."""
        self._repeat(invocation, lambda offset: motions.next_word(self.text, offset))

    def do_word_end(self, invocation: Invocation) -> None:
        """The end of the word."""
        self._repeat(invocation, lambda offset: motions.word_end(self.text, offset))

    def do_word_back(self, invocation: Invocation) -> None:
        """The start of the word, or of the one before."""
        self._repeat(invocation, lambda offset: motions.word_before(self.text, offset))

    do_word_back_selecting = do_word_back

    def do_row_start(self, invocation: Invocation) -> None:
        """The first character of the row."""
        self.move_cursor(self.pane.row_edges(self.cursor).start)

    def do_row_end(self, invocation: Invocation) -> None:
        """The last character of the row."""
        self.move_cursor(self.pane.row_edges(self.cursor).end)

    def do_paragraph_next(self, invocation: Invocation) -> None:
        """The start of the next paragraph; while selecting, the end of this one."""
        if self.state.mode is Mode.SELECTING:
            self._repeat(invocation, self._paragraph_end)
        else:
            self._repeat(invocation, lambda at: motions.paragraph_start(self.article, at, 1))

    def _paragraph_end(self, offset: int) -> int:
        """The last character of the paragraph, or of the next when already there."""
        end = motions.block_span(self.article, offset).end
        if offset >= end - 1:
            following = motions.paragraph_start(self.article, offset, 1)
            end = motions.block_span(self.article, following).end
        return max(end - 1, offset)

    def do_paragraph_back(self, invocation: Invocation) -> None:
        """The start of the paragraph, or of the one before."""
        self._repeat(invocation, lambda at: motions.paragraph_start(self.article, at, -1))

    def do_sentence_next(self, invocation: Invocation) -> None:
        """The start of the next sentence."""
        self._repeat(invocation, lambda at: motions.sentence_start(self.article, at, 1))

    def do_sentence_back(self, invocation: Invocation) -> None:
        """The start of the sentence, or of the one before."""
        self._repeat(invocation, lambda at: motions.sentence_start(self.article, at, -1))
