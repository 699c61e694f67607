"""The editor of a note: Markdown in a small text area, or in the reader's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from dateline.article.clean import clean_line, clean_text

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

HELP = "^S saves · ^E opens $VISUAL · Esc leaves"
LONGEST_QUOTE = 300


class NoteEditor(ModalScreen[bool]):
    """Edits a note. It closes only when the note is saved, or when the reader gives it up."""

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
        """Write on where the note ends."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    @property
    def note(self) -> str:
        """What is written now."""
        return self.query_one(TextArea).text

    def _tell(self, message: str) -> None:
        self.query_one(".note-editor--problem", Static).update(message)

    def action_save(self) -> None:
        """Save and close; when it cannot be saved, say why and keep the text here."""
        problem = self._save(self.note)
        if problem is None:
            self.dismiss(True)
        else:
            self._tell(problem)

    def action_leave(self) -> None:
        """Leave; when something was written, only at the second time."""
        if self.note == self._note or self._warned:
            self.dismiss(False)
        else:
            self._warned = True
            self._tell("Not saved yet: ^S saves, Esc again gives the changes up")

    def _take(self, path: Path, code: int) -> None:
        """Take what another editor left, if it ended well and left something."""
        try:
            written = clean_text(path.read_text("utf-8")).rstrip("\n")
        except (OSError, UnicodeDecodeError):
            self._tell("What the editor left is no text: the note is as it was")
            return
        if code:
            self._tell(f"The editor ended with the error {code}: the note is as it was")
        elif not written.strip() and self.note.strip():
            self._tell("The editor left nothing: the note is as it was")
        else:
            self.query_one(TextArea).load_text(written)
            self._tell("")

    def action_external(self) -> None:
        """Edit the note in $VISUAL or $EDITOR."""
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
        handle, name = tempfile.mkstemp(prefix="dateline-note-", suffix=".md")
        path = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(self.note)
            with self.app.suspend():
                done = subprocess.run([*shlex.split(editor), name], check=False)
            self._take(path, done.returncode)
        except SuspendNotSupported:
            self._tell("Another editor cannot be opened in this terminal")
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            self._tell(f"The editor {clean_line(editor)} did not start: {reason}")
        finally:
            path.unlink(missing_ok=True)
        self.app.refresh()
