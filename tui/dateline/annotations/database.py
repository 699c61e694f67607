"""The file that the notes are in: opening it, writing so that it lasts, and what to do when not.

Written in SQLite's WAL mode with `synchronous=FULL`: a transaction that has returned has been
handed to the disk (https://sqlite.org/pragma.html#pragma_synchronous), so it outlives the death
of the process and, as far as the disk keeps its word, of the machine.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from dateline.annotations.errors import (
    NotSavedError,
    UnreadableError,
    is_damage,
    primary_code,
    why_not_saved,
)
from dateline.annotations.schema import is_newer, migrate
from dateline.write_ahead import keep_log

T = TypeVar("T")
_PATIENCE = 5.0
"""Seconds to wait for another window that is writing."""


class Database:
    """One connection to the file, shared by the threads of a process.

    The file is made by the first write, not by a look into it. When another process has set it
    aside and made a new one, the connection moves to the new one by itself.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.remarks: list[str] = []
        """What the reader is to be told (a rescue, a folder that cannot be written), once."""
        self.generation = 0
        """Counts the openings: when it moves, everything read before may be out of date."""
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._writable = False
        self._newer = False
        self._inode: tuple[int, int] | None = None
        self._seen_version = -1
        self._copy: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Close the connection; the next use opens it again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None
            self._inode = None
            if self._copy is not None:
                self._copy.cleanup()
                self._copy = None

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What `work` reads; None when there is no database yet.

        Raises:
            UnreadableError: the file is there but cannot be read.
        """
        with self._lock:
            for last in (False, True):
                try:
                    connection = self._open_to_read()
                    return None if connection is None else work(connection)
                except sqlite3.Error as error:
                    if last or not is_damage(error):
                        raise UnreadableError(f"The notes cannot be read: {error}.") from error
                    self._rescue()
            raise AssertionError

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query; none when there is no database yet."""
        return self.read(lambda connection: connection.execute(query, values).fetchall()) or []

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in one transaction; when this returns, it is on the disk.

        `work` may be called again after a failure, so it keeps nothing outside the transaction.

        Raises:
            NotSavedError: nothing of it was stored.
        """
        with self._lock:
            for last in (False, True):
                try:
                    return self._transaction(work)
                except sqlite3.Error as error:
                    if last or not is_damage(error):
                        raise NotSavedError(why_not_saved(error, self.path)) from error
                    self._rescue()
                except OSError as error:
                    raise NotSavedError(why_not_saved(error, self.path)) from error
            raise AssertionError

    def has_changed(self) -> bool:
        """Whether another connection has written since this was last asked; costs microseconds."""
        with self._lock:
            if self._moved():
                self.close()
            before = self.generation
            try:
                connection = self._open_to_read()
                if connection is None:
                    return False
                if self.generation != before:
                    return True
                version = int(connection.execute("PRAGMA data_version").fetchone()[0])
            except (sqlite3.Error, OSError):
                return False
            changed = version != self._seen_version
            self._seen_version = version
            return changed

    def _transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._open_to_write()
        connection.execute("BEGIN IMMEDIATE")
        if self._moved():
            connection.execute("ROLLBACK")
            self.close()
            connection = self._open_to_write()
            connection.execute("BEGIN IMMEDIATE")
        try:
            result = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            self._roll_back(connection)
            raise
        return result

    def _roll_back(self, connection: sqlite3.Connection) -> None:
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            self.close()

    def _open_to_read(self) -> sqlite3.Connection | None:
        if self._connection is not None:
            return self._connection
        if not self.path.exists():
            return None
        try:
            return self._open_to_write()
        except (NotSavedError, OSError):
            pass
        except sqlite3.Error as error:
            if is_damage(error) or primary_code(error) == sqlite3.SQLITE_NOMEM:
                raise
        return self._open_read_only()

    def _open_to_write(self) -> sqlite3.Connection:
        if self._connection is not None and self._writable:
            return self._connection
        if self._newer:
            raise NotSavedError(_newer(self.path))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _connect(self.path)
        try:
            if is_newer(fresh):
                self._newer = True
                raise NotSavedError(_newer(self.path))
            keep_log(fresh, _PATIENCE)
            fresh.execute("PRAGMA synchronous = FULL")
            fresh.execute("PRAGMA foreign_keys = ON")
            migrate(fresh)
            if not os.access(self.path, os.W_OK):
                raise PermissionError(f"{self.path} is read-only")
        except BaseException:
            fresh.close()
            raise
        self._use(fresh, writable=True)
        return fresh

    def _open_read_only(self) -> sqlite3.Connection:
        """A look without a lock on a folder that takes none: a copy, with what the WAL holds."""
        self._copy = tempfile.TemporaryDirectory(prefix="dateline-")
        copy = Path(self._copy.name) / self.path.name
        shutil.copyfile(self.path, copy)
        log = self.path.with_name(self.path.name + "-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(log.name))
        connection = _connect(copy)
        if not is_newer(connection):
            migrate(connection)
        self._use(connection, writable=False)
        if not self._newer:
            self.remarks.append(f"{self.path} cannot be written: notes can be read, not changed.")
        return connection

    def _use(self, connection: sqlite3.Connection, *, writable: bool) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = connection
        self._writable = writable
        status = self.path.stat()
        self._inode = (status.st_dev, status.st_ino)
        self.generation += 1
        self._seen_version = int(connection.execute("PRAGMA data_version").fetchone()[0])

    def _moved(self) -> bool:
        if self._inode is None:
            return False
        try:
            status = self.path.stat()
        except OSError:
            return True
        return (status.st_dev, status.st_ino) != self._inode

    def _rescue(self) -> None:
        from dateline.annotations.rescue import rescue

        inode = self._inode
        self.close()
        try:
            found = rescue(self.path, inode)
        except (OSError, sqlite3.Error) as error:
            raise NotSavedError(
                f"{self.path} is damaged and could not be set aside: {error}."
            ) from error
        if found is not None:
            self.remarks.append(found.sentence)


def _newer(path: Path) -> str:
    return f"Not saved: {path} was written by a newer version of Dateline."


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=64
    )
