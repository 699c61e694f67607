"""Where the reader was: the place in the article, marks, and the way back from a jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from dateline.library.positions import Positions
    from dateline.reader.keys import Invocation

SAVE_EVERY = 2.0
"""Seconds between two looks at whether the place is to be saved."""


class RememberingCommands(ReadingBase):
    """Marks, jumps and the place to go on from."""

    positions: Positions
    _saved_at = -1

    def begin_remembering(self) -> None:
        """Take marks and jumps up again, and save the place from now on."""
        self.state.marks = self.positions.marks(self.article)
        self.state.jumps = type(self.state.jumps)(self.positions.jumps(self.article))
        self._saved_at = self.cursor
        self.set_interval(SAVE_EVERY, self.remember_place)
        if self.positions.trouble:
            self.say(self.positions.trouble, "warning")

    def remember_place(self) -> None:
        """Save where the reader is, if it is elsewhere than before."""
        if self.cursor != self._saved_at:
            self._saved_at = self.cursor
            self.positions.save(self.article, self.cursor)

    def stop_remembering(self) -> None:
        """Save everything at the end."""
        self.remember_place()
        self.positions.save_jumps(self.article, self.state.jumps.offsets)

    def do_mark(self, invocation: Invocation) -> None:
        """Set a mark here."""
        self.state.marks[invocation.character] = self.cursor
        self.positions.mark(self.article, invocation.character, self.cursor)
        self.say(f"Mark {invocation.character} is here")

    def do_to_mark(self, invocation: Invocation) -> None:
        """To a mark; the mark ' is where the last jump left."""
        if invocation.character == "'":
            self.do_jump_back(invocation)
            return
        offset = self.state.marks.get(invocation.character)
        if offset is None:
            self.say(f"There is no mark {invocation.character}", "warning")
        else:
            self.jump(min(offset, max(len(self.text) - 1, 0)))

    def do_jump_back(self, invocation: Invocation) -> None:
        """Back to where the last jump left."""
        offset = self.state.jumps.back(self.cursor)
        if offset is None:
            self.say("This is where you began")
        else:
            self.move_cursor(offset, middle=True)

    def do_jump_forward(self, invocation: Invocation) -> None:
        """Forward again."""
        offset = self.state.jumps.forward()
        if offset is None:
            self.say("There is nothing further forward")
        else:
            self.move_cursor(offset, middle=True)
