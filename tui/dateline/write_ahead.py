"""SQLite's write-ahead log, begun without a race between two windows."""

from __future__ import annotations

import sqlite3
import time

_PAUSE = 0.005


def keep_log(connection: sqlite3.Connection, patience: float) -> None:
    """Write ahead to a log from now on; `patience` is in seconds.

    SQLite itself does not wait while another window begins the log. Raises sqlite3.Error.
    """
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            # The low byte is the primary code: SQLITE_BUSY has several extended ones.
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
