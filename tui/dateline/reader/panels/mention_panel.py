"""A panel whose rows stand for things that the article names many times."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel

if TYPE_CHECKING:
    from dateline.reader.panels.row import Row
    from dateline.spans import Span

MENTION_COMMANDS = (
    PanelCommand("panel.next_mention", "n", "mention(1)", "Next mention of it", hint="next"),
    PanelCommand("panel.previous_mention", "N", "mention(-1)", "Mention of it before"),
)


class MentionPanel(ListPanel):
    """A panel whose rows stand for things with many mentions, stepped through by key."""

    BINDINGS = key_bindings(MENTION_COMMANDS)

    def __init__(self) -> None:
        super().__init__()
        self._at: tuple[Hashable, int] = (None, 0)

    def lit(self, row: Row) -> tuple[Span, tuple[Span, ...]]:
        """The mention that the reader stepped to, else the first."""
        key, number = self._at
        if key == row.key and number < len(row.spans):
            span = row.spans[number]
            return span, tuple(each for each in row.spans if each != span) + row.related
        return super().lit(row)

    def row_entered(self, row: Row) -> None:
        """Another row begins at its first mention again."""
        if self._at[0] != row.key:
            self._at = (None, 0)

    def action_mention(self, step: int) -> None:
        """To the next mention of the row's thing, or the one before; round at the ends."""
        row = self.rows_view.cursor_row
        if row is None or not row.spans:
            return
        here, _ = self.lit(row)
        number = (row.spans.index(here) + step) % len(row.spans)
        self._at = (row.key, number)
        self.header.detail = f"{number + 1} of {len(row.spans)}"
        self.post_message(self.Previewed(self, *self.lit(row)))
