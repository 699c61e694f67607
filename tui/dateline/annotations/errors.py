"""What can go wrong with the store, in words for the reader."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class StoreError(Exception):
    """The notes' store could not do what was asked; `str()` is one sentence for the reader."""


class NotSavedError(StoreError):
    """What was to be written could not be stored; `str()` is one sentence for the reader.

    Nothing of it was stored: the caller keeps what was typed where it can be saved again.
    """


class UnreadableError(StoreError):
    """The notes could not be read; `str()` is one sentence for the reader."""


class NoSuchAnnotationError(KeyError):
    """The store has no annotation of that id."""


def primary_code(error: sqlite3.Error) -> int:
    """SQLite's primary result code of an error, 0 when it has none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file itself is damaged."""
    return primary_code(error) in _DAMAGED


def why_not_saved(error: sqlite3.Error | OSError, path: Path) -> str:
    """One sentence that tells the reader why something was not saved."""
    code = primary_code(error) if isinstance(error, sqlite3.Error) else 0
    if code == sqlite3.SQLITE_FULL:
        return f"Not saved: there is no space left for {path}."
    if code in _READ_ONLY or isinstance(error, PermissionError):
        return f"Not saved: {path} cannot be written."
    if code in _BUSY:
        return f"Not saved: another program has locked {path}; try again."
    if code == sqlite3.SQLITE_IOERR:
        return f"Not saved: the disk did not take it, it may be full ({path})."
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return (
            f"Not saved: the folder {path.parent} cannot be written ({reason}); "
            "set XDG_DATA_HOME to a folder that can."
        )
    return f"Not saved: {error} ({path})."
