"""Copying: OSC 52 to the terminal, and the system's own clipboard tool where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_TIMEOUT = 2.0


def clipboard_command() -> list[str] | None:
    """The command of this system that takes a text on standard input to its clipboard."""
    if os.environ.get("TMUX") and shutil.which("tmux"):
        return ["tmux", "load-buffer", "-w", "-"]
    if shutil.which("pbcopy"):
        return ["pbcopy"]
    if os.environ.get("WAYLAND_DISPLAY") and shutil.which("wl-copy"):
        return ["wl-copy"]
    if os.environ.get("DISPLAY"):
        if shutil.which("xclip"):
            return ["xclip", "-selection", "clipboard"]
        if shutil.which("xsel"):
            return ["xsel", "--clipboard", "--input"]
    return None


def copy(app: App[Any], text: str) -> None:
    """Copy a text. Terminals that know OSC 52 take it; the system's tool is asked as well.

    The tool is not waited for: one that hangs, as under a lost display, must not stop the keys.
    """
    app.copy_to_clipboard(text)
    command = clipboard_command()
    if command is not None:
        Thread(target=_hand_over, args=(command, text), daemon=True).start()


def _hand_over(command: list[str], text: str) -> None:
    """Give the text to the system's tool; what fails here has been copied by OSC 52 already."""
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TIMEOUT,
            check=False,
        )
