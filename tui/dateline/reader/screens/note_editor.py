"""The editor of a note: Markdown in a small text area, or in the reader's own editor."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from dateline.article.clean import clean_text
from dateline.reader.outside_editor import EditorError, edit_outside
from dateline.reader.screens.dialog_room import DIALOG_BREAKPOINTS
from dateline.reader.screens.early_keys import EarlyKeys

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

HELP = "^S saves · ^E opens $VISUAL · Esc leaves"
LONGEST_QUOTE = 300


class NoteEditor(EarlyKeys, ModalScreen[bool]):
    """Edits a note. It closes only when the note is saved, or when the reader gives it up."""

    VERTICAL_BREAKPOINTS = DIALOG_BREAKPOINTS
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        # The text area has uses of its own for Escape and for the end of the line.
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("ctrl+e", "external", "Edit in $VISUAL", priority=True),
        Binding("escape", "leave", "Leave", priority=True),
    ]

    def __init__(self, quote: str, note: str, save: Callable[[str], str | None]) -> None:
        """`save` stores the note and returns None, or says in a sentence why it could not."""
        super().__init__(classes="dialog")
        self._quote = quote
        self._note = note
        self._save = save
        self._warned = False

    def compose(self) -> ComposeResult:
        """The passage, and the note under it."""
        quote = " ".join(self._quote.split())
        if len(quote) > LONGEST_QUOTE:
            quote = quote[: LONGEST_QUOTE - 1] + "…"
        with Vertical(classes="dialog--box note-editor") as box:
            box.border_title = "Note"
            box.border_subtitle = HELP
            yield Static(quote, classes="note-editor--quote", markup=False)
            yield TextArea(self._note, soft_wrap=True, compact=True, tab_behavior="indent")
            yield Static("", classes="note-editor--problem", markup=False)

    def on_mount(self) -> None:
        """Write on where the note ends, after the keys that have come already."""
        self.call_later(self._begin)

    def _begin(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        self.begin_with(area)

    @property
    def note(self) -> str:
        """What is written now."""
        return self.query_one(TextArea).text

    def _tell(self, message: str) -> None:
        self.query_one(".note-editor--problem", Static).update(message)

    def action_save(self) -> None:
        """Save and close, once what was typed before the key has reached the note."""
        if self.is_ready:
            self.query_one(TextArea).call_later(self._save_all)
        else:
            self.call_after_refresh(self.action_save)

    def _save_all(self) -> None:
        """Save and close; when it cannot be saved, say why and keep the text here."""
        problem = self._save(self.note)
        if problem is None:
            self.dismiss(True)
        else:
            self._tell(problem)

    def keep_written(self) -> None:
        """Save what is written, if it is new: the program ends without asking."""
        if self.is_ready and self.note != self._note:
            self._save(self.note)

    def action_leave(self) -> None:
        """Leave; when something was written, only at the second time."""
        if self.note == self._note or self._warned:
            self.dismiss(False)
        else:
            self._warned = True
            self._tell("Not saved yet: ^S saves, Esc again gives the changes up")

    def _take(self, path: Path) -> None:
        """Take what another editor left, if it left something."""
        try:
            written = clean_text(path.read_text("utf-8")).rstrip("\n")
        except (OSError, UnicodeDecodeError):
            self._tell("What the editor left is no text: the note is as it was")
            return
        if not written.strip() and self.note.strip():
            self._tell("The editor left nothing: the note is as it was")
        else:
            self.query_one(TextArea).load_text(written)
            self._tell("")

    def action_external(self) -> None:
        """Edit the note in $VISUAL or $EDITOR."""
        handle, name = tempfile.mkstemp(prefix="dateline-note-", suffix=".md")
        path = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(self.note)
            edit_outside(self.app, path)
            self._take(path)
        except EditorError as error:
            self._tell(f"{error}: the note is as it was")
        finally:
            path.unlink(missing_ok=True)
        self.app.refresh()
