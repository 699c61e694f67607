"""The Notes panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.reactive import reactive

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.note_rows import NOTE_ORDERS, NoteOrder, note_rows

if TYPE_CHECKING:
    from collections.abc import Generator

    from dateline.annotations.model import Annotation
    from dateline.reader.panels.rows import Rows

NOTE_COMMANDS = (
    PanelCommand("notes.order", "s", "order", "By place, colour, tag or time", show=True),
)
_DETAILS: dict[NoteOrder, str] = {
    "place": "",
    "colour": "by colour",
    "tag": "by tag",
    "time": "newest first",
}


class NotesPanel(ListPanel):
    """What the reader marked and wrote."""

    BINDINGS = key_bindings(NOTE_COMMANDS)
    panel_id = "notes"
    panel_sign = "✎"
    panel_title = "Notes"
    empty = "No notes yet: H highlights the paragraph or the selection, a writes a note on it."

    annotations: reactive[tuple[Annotation, ...]] = reactive(())
    """The annotations of the article."""

    def __init__(self) -> None:
        super().__init__()
        self._order: NoteOrder = "place"

    def source_steps(self) -> Generator[None, None, Rows[Any] | None]:
        """The cards in the chosen order."""
        yield from ()
        return note_rows(self.annotations, self._order)

    def view_detail(self) -> str:
        """How the notes are ordered."""
        return _DETAILS[self._order]

    def watch_annotations(self) -> None:
        """Other annotations, other cards."""
        self.outdate()

    def watch_findings(self) -> None:
        """Notes do not come from the analysis."""

    def action_order(self) -> None:
        """By place, by colour, by tag, newest first."""
        place = NOTE_ORDERS.index(self._order)
        self._order = NOTE_ORDERS[(place + 1) % len(NOTE_ORDERS)]
        self.remake()
