"""When the file is damaged: it is set aside, and what can be read of it goes into a new one."""

from __future__ import annotations

import datetime
import fcntl
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.annotations.rows import index
from dateline.annotations.schema import migrate

_TABLES = ("article", "address", "text", "annotation", "placing", "step")


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
        return (
            f"The notes' file was damaged: {self.annotations} notes were read from it,"
            f" and it was set aside as {self.aside}."
        )


def rescue(path: Path, inode: tuple[int, int] | None) -> Rescue | None:
    """Set a damaged database aside and make a new one of what can be read.

    `inode`: device and number of the file that was found damaged; when another process has already
    replaced it, there is nothing to do, and None comes back.

    Raises:
        OSError: the file cannot be renamed.
    """
    lock = path.with_name(path.name + ".lock")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        status = path.stat()
        if inode is not None and (status.st_dev, status.st_ino) != inode:
            return None
        aside = _free_name(path)
        new = path.with_name(path.name + ".new")
        for leftover in (new, _log(new), _index(new)):
            leftover.unlink(missing_ok=True)
        count = _copy_rows(path, new)
        for old, renamed in ((_log(path), _log(aside)), (_index(path), _index(aside))):
            if old.exists():
                old.rename(renamed)
        path.rename(aside)
        new.rename(path)
        return Rescue(aside, count)


def _copy_rows(path: Path, new: Path) -> int:
    with closing(sqlite3.connect(new, isolation_level=None)) as target:
        migrate(target)
        target.execute("BEGIN")
        with closing(sqlite3.connect(path, isolation_level=None)) as source:
            for table in _TABLES:
                for row in _readable(source, table):
                    holes = ", ".join("?" * len(row))
                    target.execute(f"INSERT OR IGNORE INTO {table} VALUES ({holes})", row)
        numbers = [row[0] for row in target.execute("SELECT number FROM annotation").fetchall()]
        for number in numbers:
            index(target, number)
        target.execute(
            "UPDATE counter SET value = (SELECT coalesce(max(change), 0) + 1 FROM annotation)"
        )
        target.execute("COMMIT")
        return len(numbers)


def _readable(source: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a table from either end, up to the damage."""
    for direction in ("", "DESC"):
        try:
            yield from source.execute(f"SELECT * FROM {table} ORDER BY 1 {direction}")
        except sqlite3.Error:
            continue
        return


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


def _index(path: Path) -> Path:
    return path.with_name(path.name + "-shm")
