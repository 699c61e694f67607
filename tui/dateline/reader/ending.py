"""Ending when the system asks for it: at a kill, or when the terminal's window is closed."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

    from dateline.reader.app import DatelineApp

_DRAWN_ON = 2
"""Where the app draws: standard error."""
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_BY_SIGNAL = 128
"""What shells add to a signal's number for the exit status of what it ended."""


def leave_on_signals() -> None:
    """Until the app is there, a signal leaves as an error does: what was begun is taken back."""
    for number in _SIGNALS:
        signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(_BY_SIGNAL + number)


def end_on_signals(app: DatelineApp) -> None:
    """From now on, in the running event loop, a signal ends the app as its quit command does."""
    import asyncio

    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        try:
            loop.add_signal_handler(number, _end, app, number)
        except (NotImplementedError, RuntimeError, ValueError):
            # No such handlers on this system, or the app does not run in the main thread.
            return


def has_terminal() -> bool:
    """Whether the terminal still answers; that of a closed window does not."""
    return os.isatty(_DRAWN_ON)


def _end(app: DatelineApp, number: int) -> None:
    if not has_terminal():
        app.forget_terminal()
        _write_to_nobody()
    app.keep_what_is_written()
    app.exit(return_code=_BY_SIGNAL + number)


def _write_to_nobody() -> None:
    """Let what else is written go nowhere: writing to a terminal that is gone would fail."""
    nobody = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nobody, stream)
    os.close(nobody)
