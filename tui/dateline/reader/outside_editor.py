"""The reader's own editor: $VISUAL, else $EDITOR, else what every system has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

from textual.app import SuspendNotSupported

from dateline.article.clean import clean_line
from dateline.reader.suspending import while_suspended

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import App

_FALLBACKS = ("vi", "nano")


class EditorError(Exception):
    """The editor did not do its work; the text says why, in a sentence without a full stop."""


def editor_command() -> list[str]:
    """The first of $VISUAL, $EDITOR, vi and nano that is there. Raises EditorError."""
    missing = []
    for name in ("VISUAL", "EDITOR"):
        value = os.environ.get(name, "").strip()
        if not value:
            continue
        try:
            command = shlex.split(value)
        except ValueError:
            command = []
        if command and shutil.which(command[0]):
            return command
        missing.append(f"${name} is {clean_line(value)}, which is not there")
    if not missing:
        for fallback in _FALLBACKS:
            if shutil.which(fallback):
                return [fallback]
        missing.append("Neither $VISUAL nor $EDITOR is set")
    raise EditorError(" and ".join(missing))


def edit_outside(app: App[Any], path: Path | str) -> None:
    """Let the reader edit a file, and come back. Raises EditorError."""
    command = editor_command()
    name = clean_line(command[0])
    try:
        done = while_suspended(app, lambda: subprocess.run([*command, str(path)], check=False))
    except SuspendNotSupported:
        raise EditorError("Another editor cannot be opened in this terminal") from None
    except OSError as error:
        raise EditorError(f"The editor {name} did not start: {error.strerror}") from None
    if done.returncode:
        raise EditorError(f"The editor {name} ended with the error {done.returncode}")
