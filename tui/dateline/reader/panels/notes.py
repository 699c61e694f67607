"""The Notes panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.message import Message
from textual.reactive import reactive

from dateline.annotations.in_order import NO_ANNOTATIONS
from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.note_rows import NOTE_ORDERS, NoteOrder, NoteRows, note_rows
from dateline.reader.panels.note_search import NoteSearch, NoteWords

if TYPE_CHECKING:
    from collections.abc import Generator

    from dateline.annotations.in_order import InOrder
    from dateline.reader.panels.row import Row
    from dateline.reader.panels.row_search import RowSearch
    from dateline.reader.panels.rows import Rows

NOTE_COMMANDS = (
    PanelCommand("notes.order", "s", "order", "By place, colour, tag or time", hint="order"),
    PanelCommand("notes.edit", "a", "act('edit')", "Write or change the note", hint="note"),
    PanelCommand("notes.tag", "t", "act('tag')", "Tag it", hint="tag"),
    PanelCommand("notes.delete", "x", "act('delete')", "Delete it", hint="delete"),
    PanelCommand("notes.attach", "R", "act('attach')", "Confirm its place, or attach it anew"),
    PanelCommand("notes.copy", "y", "act('copy')", "Copy the words and the note"),
    PanelCommand("notes.cite", "Y", "act('cite')", "Copy them with a citation"),
    *(
        PanelCommand(
            f"notes.colour_{number}", str(number), f"act('colour-{number}')", f"Colour {number}"
        )
        for number in range(1, 9)
    ),
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

    annotations: reactive[InOrder] = reactive(NO_ANNOTATIONS)
    """The annotations of the article."""

    @dataclass
    class ActWanted(Message):
        """The reader wants something done to the annotation of a row."""

        panel: NotesPanel
        act: str
        """ "edit", "tag", "delete", "attach", "copy", "cite", "colour-1" to "colour-8"."""
        annotation_id: str

    def __init__(self) -> None:
        super().__init__()
        self._order: NoteOrder = "place"
        self._words = NoteWords()

    def source_steps(self) -> Generator[None, None, Rows[Any] | None]:
        """The cards in the chosen order."""
        yield from ()
        return note_rows(self.annotations, self._order)

    def search_in(self, rows: Rows[Any]) -> RowSearch:
        """What is asked of the cards: their words are gathered once, whatever else changes."""
        if isinstance(rows, NoteRows):
            return NoteSearch(rows, self._words)
        return super().search_in(rows)

    def view_detail(self) -> str:
        """How the notes are ordered."""
        return _DETAILS[self._order]

    def action_act(self, act: str) -> None:
        """Ask the screen to do something to the annotation under the cursor."""
        row = self.rows_view.cursor_row
        if row is not None:
            self._ask_for(act, row)

    def _ask_for(self, act: str, row: Row) -> None:
        if isinstance(row.key, tuple) and row.key[0] == "annotation":
            self.post_message(self.ActWanted(self, act, row.key[1]))

    def pick(self, row: Row) -> None:
        """Go to the passage; where there is none, to what helps: its note, or its place."""
        if row.spans:
            super().pick(row)
        else:
            self._ask_for("attach" if row.right is not None else "edit", row)

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
