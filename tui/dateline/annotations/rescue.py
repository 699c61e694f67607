"""When the file is damaged: it is set aside, and what can be read of it goes into a new one."""

from __future__ import annotations

import contextlib
import datetime
import fcntl
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dateline.annotations.carving import Row, rows_in
from dateline.annotations.schema import migrate
from dateline.annotations.search_index import index

_WIDTHS = {"article": 8, "address": 4, "text": 5, "annotation": 19, "step": 9}
"""Columns of the tables whose rows are rescued; the others follow from them."""
_UUID = re.compile(r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
_HASH = re.compile(r"^[0-9a-f]{64}$")
_TIME = re.compile(r"^\d{4}-\d\d-\d\dT")
_VERSION = 16
"""The column of an annotation that counts its changes."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was saved of a damaged file."""

    aside: Path
    """Where the damaged file is now."""
    annotations: int
    """How many annotations were read from it."""

    @property
    def sentence(self) -> str:
        """What to tell the reader."""
        notes = "1 note was" if self.annotations == 1 else f"{self.annotations} notes were"
        return (
            f"The file of your notes was damaged: {notes} read from it,"
            f" and the file was set aside as {self.aside}."
        )


def rescue(path: Path, inode: tuple[int, int] | None) -> Rescue | None:
    """Set a damaged database aside and make a new one of what can be read.

    `inode`: device and number of the file that was found damaged; when another process has already
    replaced it, there is nothing to do, and None comes back.

    Raises:
        OSError: the file cannot be read or renamed.
    """
    with path.with_name(path.name + ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status = path.stat()
        if inode is not None and (status.st_dev, status.st_ino) != inode:
            return None
        aside = _free_name(path)
        new = path.with_name(path.name + ".new")
        for leftover in (new, _log(new), _shared(new)):
            leftover.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as source:
            # Another window that is writing finishes first; the next one sees the new file.
            with contextlib.suppress(sqlite3.Error):
                source.execute("BEGIN IMMEDIATE")
            count = _fill(new, _found(path, source))
            for old, renamed in ((_log(path), _log(aside)), (_shared(path), _shared(aside))):
                if old.exists():
                    old.rename(renamed)
            path.rename(aside)
            new.rename(path)
        return Rescue(aside, count)


def _fill(new: Path, found: dict[str, list[Row]]) -> int:
    """Write rows into a new database; how many annotations there are."""
    with closing(sqlite3.connect(new, isolation_level=None)) as target:
        migrate(target)
        target.execute("BEGIN")
        for table, rows in found.items():
            holes = ", ".join("?" * _WIDTHS[table])
            target.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({holes})", rows)
        target.execute(
            "INSERT INTO article SELECT DISTINCT article, '', '', '', '', '', created, modified"
            " FROM annotation WHERE article NOT IN (SELECT number FROM article) GROUP BY article"
        )
        target.execute(
            "INSERT OR IGNORE INTO text (hash, article, seen)"
            " SELECT text_hash, article, max(modified) FROM annotation WHERE text_hash <> ''"
            " GROUP BY text_hash, article"
        )
        numbers = [row[0] for row in target.execute("SELECT number FROM annotation").fetchall()]
        for number in numbers:
            index(target, number)
        target.execute(
            "UPDATE counter SET value = (SELECT coalesce(max(change), 0) + 1 FROM annotation)"
        )
        target.execute("COMMIT")
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        count = target.execute("SELECT count(*) FROM annotation WHERE deleted IS NULL").fetchone()
        return int(count[0])


def _found(path: Path, source: sqlite3.Connection) -> dict[str, list[Row]]:
    """The rows of each table, those that SQL reaches and those that only their pages hold."""
    kept: dict[str, dict[object, Row]] = {table: {} for table in _WIDTHS}
    for table, row in (*_by_query(source), *_by_page(path)):
        key = row[1] if table == "annotation" else row[0]
        there = kept[table].get(key)
        if there is None or (table == "annotation" and _newer(row, there)):
            kept[table][key] = row
    return {table: list(rows.values()) for table, rows in kept.items()}


def _newer(row: Row, there: Row) -> bool:
    ours, theirs = row[_VERSION], there[_VERSION]
    return isinstance(ours, int) and isinstance(theirs, int) and ours > theirs


def _by_query(source: sqlite3.Connection) -> Iterator[tuple[str, Row]]:
    """The rows of the tables from either end, up to the damage."""
    for table in _WIDTHS:
        for direction in ("", "DESC"):
            try:
                for row in source.execute(f"SELECT * FROM {table} ORDER BY 1 {direction}"):
                    if _table_of(row) == table:
                        yield table, row
            except (sqlite3.Error, UnicodeDecodeError):
                continue
            break


def _by_page(path: Path) -> Iterator[tuple[str, Row]]:
    for rowid, columns in rows_in(path):
        if columns and columns[0] is None:
            row = (rowid, *columns[1:])
            table = _table_of(row)
            if table is not None:
                yield table, row


def _table_of(row: Row) -> str | None:
    """The table that a row is of, by its shape."""
    kinds = [type(value) for value in row]
    match len(row):
        case 19 if isinstance(row[1], str) and _UUID.match(row[1]):
            whole = all(isinstance(row[column], int) for column in (2, 7, 8, 9, 16, 18))
            words = all(isinstance(row[column], str) for column in (3, 4, 5, 6, 10, 11, 13, 14))
            return "annotation" if whole and words else None
        case 5 if isinstance(row[1], str) and _HASH.match(row[1]) and kinds[2] is int:
            return "text"
        case 8 if kinds[1:] == [str] * 7 and _TIME.match(str(row[7])):
            return "article"
        case 4 if kinds[1:] == [str, int, str] and _TIME.match(str(row[3])):
            return "address"
        case 9 if kinds[1:4] == [int] * 3 and kinds[5:] == [str] * 4:
            return "step"
    return None


def _free_name(path: Path) -> Path:
    stamp = datetime.datetime.now().strftime("%Y-%m-%d-%H%M%S")
    name = f"{path.stem}.damaged-{stamp}{path.suffix}"
    count = 1
    while path.with_name(name).exists():
        count += 1
        name = f"{path.stem}.damaged-{stamp}-{count}{path.suffix}"
    return path.with_name(name)


def _log(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _shared(path: Path) -> Path:
    return path.with_name(path.name + "-shm")
