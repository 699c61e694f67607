"""The library's file: an SQLite database that may be shared, damaged or read-only."""

from __future__ import annotations

import datetime
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from dateline.library.errors import LibraryError
from dateline.write_ahead import keep_log

T = TypeVar("T")

VERSION = 1
_PATIENCE = 5.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    number INTEGER PRIMARY KEY, address TEXT NOT NULL UNIQUE, title TEXT NOT NULL, byline TEXT,
    site TEXT, published TEXT, format TEXT NOT NULL, language TEXT, characters INTEGER NOT NULL,
    text_hash TEXT NOT NULL, added TEXT NOT NULL, opened TEXT NOT NULL,
    progress REAL NOT NULL DEFAULT 0, notes INTEGER NOT NULL DEFAULT 0,
    archived INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS article_by_time ON article (opened);
CREATE TABLE IF NOT EXISTS tag (
    number INTEGER NOT NULL REFERENCES article (number) ON DELETE CASCADE, tag TEXT NOT NULL,
    PRIMARY KEY (number, tag)
);
CREATE TABLE IF NOT EXISTS page (
    number INTEGER PRIMARY KEY REFERENCES article (number) ON DELETE CASCADE,
    packed BLOB NOT NULL, url TEXT NOT NULL, charset TEXT, fetched TEXT NOT NULL
);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    title, people, body, tokenize = 'unicode61 remove_diacritics 2'
);
"""
_DAMAGE = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB))


def default_path() -> Path:
    """`library.sqlite3` in the user's data folder, or what DATELINE_LIBRARY names."""
    chosen = os.environ.get("DATELINE_LIBRARY")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False) / "library.sqlite3"


class LibraryDatabase:
    """One connection to the file, shared by the threads of a process; other windows have theirs.

    The file is made by the first write, not by a look into it. A damaged file is set aside under
    another name and a new one made; what cannot be written can still be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.remarks: list[str] = []
        """What the reader is to be told of the file, a sentence each."""
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query; none when there is no file yet. Raises `LibraryError`."""
        with self._lock:
            if self._connection is None and not self.path.exists():
                return []
            return self._guarded(lambda link: link.execute(query, values).fetchall(), "read")

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in one transaction; raises `LibraryError` when nothing of it was stored.

        `work` may be called again after a failure, so it keeps nothing outside the transaction.
        """

        def transaction(connection: sqlite3.Connection) -> T:
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            return result

        with self._lock:
            return self._guarded(transaction, "written")

    def _guarded(self, work: Callable[[sqlite3.Connection], T], verb: str) -> T:
        for last in (False, True):
            try:
                if self._connection is None:
                    self._connection = self._open(to_write=verb == "written")
                return work(self._connection)
            except sqlite3.Error as error:
                if last or not _is_damage(error):
                    raise LibraryError(
                        f"The library in {self.path} cannot be {verb}: {_reason(error)}."
                    ) from error
                self._set_aside()
            except OSError as error:
                why = os.strerror(error.errno) if error.errno else str(error)
                raise LibraryError(
                    f"The library in {self.path} cannot be {verb}: {why}."
                ) from error
        raise AssertionError

    def _open(self, *, to_write: bool) -> sqlite3.Connection:
        try:
            if to_write:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            return self._connect(str(self.path))
        except (sqlite3.Error, OSError) as error:
            if to_write or (isinstance(error, sqlite3.Error) and _is_damage(error)):
                raise
        # A folder that takes no lock and no log: what is in the file itself can still be seen.
        return _connect(f"{self.path.absolute().as_uri()}?mode=ro&immutable=1")

    def _connect(self, name: str) -> sqlite3.Connection:
        connection = _connect(name)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] > VERSION:
                raise LibraryError(
                    f"The library in {self.path} was written by a newer version of Dateline."
                )
            keep_log(connection, _PATIENCE)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.executescript(
                f"BEGIN IMMEDIATE;{_SCHEMA}PRAGMA user_version={VERSION};COMMIT"
            )
        except BaseException:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> None:
        """Rename the damaged file; the next use makes a new one."""
        self.close()
        stamp = datetime.datetime.now().strftime("%Y-%m-%d-%H%M%S")
        aside = self.path.with_name(f"{self.path.stem}.damaged-{stamp}{self.path.suffix}")
        try:
            self.path.replace(aside)
            for end in ("-wal", "-shm"):
                log = self.path.with_name(self.path.name + end)
                if log.exists():
                    log.replace(aside.with_name(aside.name + end))
        except OSError as error:
            raise LibraryError(
                f"The library in {self.path} is damaged and cannot be set aside: {error}."
            ) from error
        self.remarks.append(
            f"The library was damaged: it was set aside as {aside}, and begun anew."
        )


def _connect(name: str) -> sqlite3.Connection:
    return sqlite3.connect(
        name,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
        uri=name.startswith("file:"),
    )


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in _DAMAGE


def _reason(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return {
        sqlite3.SQLITE_BUSY: "another window is writing to it",
        sqlite3.SQLITE_READONLY: "it may not be written there",
        sqlite3.SQLITE_CANTOPEN: "its folder may not be written, or is not there",
        sqlite3.SQLITE_FULL: "the disk is full",
    }.get(code, str(error))
