"""Where the reader was: the place in each article, marks, jumps, and what was read lately.

Kept in a small SQLite file in the state folder, apart from the notes: it is on the way to the first
screen, and losing it would cost little. Where the folder cannot be written, it lasts as long as
the program does.
"""

from __future__ import annotations

import datetime
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.article.clean import clean_line
from dateline.article.model import SET_BY_COMMAND, SET_BY_READER
from dateline.library.address import address_of
from dateline.write_ahead import keep_log

if TYPE_CHECKING:
    from dateline.article.model import Article

_NEAR = 48
"""Code points kept with a place, to find it again in a text that has changed."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS place (
    address TEXT PRIMARY KEY, text_hash TEXT NOT NULL, offset INTEGER NOT NULL,
    length INTEGER NOT NULL, near TEXT NOT NULL, furthest REAL NOT NULL, title TEXT NOT NULL,
    site TEXT NOT NULL, published TEXT NOT NULL, opened TEXT NOT NULL, listed INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS place_by_text ON place (text_hash);
CREATE INDEX IF NOT EXISTS place_by_time ON place (opened);
CREATE TABLE IF NOT EXISTS mark (
    address TEXT NOT NULL, letter TEXT NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL,
    near TEXT NOT NULL, PRIMARY KEY (address, letter)
);
CREATE TABLE IF NOT EXISTS jump (
    number INTEGER PRIMARY KEY, address TEXT NOT NULL, offset INTEGER NOT NULL,
    length INTEGER NOT NULL, near TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS own_date (
    address TEXT PRIMARY KEY, text_hash TEXT NOT NULL, published TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS jump_by_address ON jump (address);
"""
_JUMPS = 100
_PATIENCE = 1.0
"""Seconds to wait for another window."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader was in an article."""

    offset: int
    """In `Article.text`."""
    furthest: float
    """The furthest that was read, 0 to 1."""
    exact: bool
    """False when the text changed since, and the place was found again or estimated."""


@dataclass(frozen=True, slots=True)
class Recent:
    """An article that was opened before."""

    address: str
    """What to open: a path or a URL."""
    title: str
    site: str
    published: str
    """ISO date, or empty."""
    progress: float
    """Where the reader was, 0 to 1."""
    furthest: float
    opened: str
    """When it was last opened: ISO 8601, UTC."""
    text_hash: str


class Positions:
    """The reader's places in articles. Every call is quick; none raises for a full disk.

    `trouble` is a sentence for the reader when places cannot be kept, else None.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self.trouble: str | None = None
        self._connection = self._open()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def last_offset(self, source: str) -> int:
        """Where the reader was in the article of that name, before it is read: 0 if never."""
        row = self._row("SELECT offset FROM place WHERE address = ?", (address_of(source),))
        return int(row[0]) if row is not None else 0

    def place_in(self, article: Article) -> Place | None:
        """Where the reader was in an article, if ever.

        The article is known by its address, or by its text under another one.
        """
        address = _key(article)
        row = self._row(
            "SELECT offset, length, near, furthest, text_hash FROM place"
            " WHERE address = ? OR text_hash = ? ORDER BY address = ? DESC, opened DESC LIMIT 1",
            (address, article.text_hash, address),
        )
        if row is None:
            return None
        offset, length, near, furthest, text_hash = row
        same = text_hash == article.text_hash
        found = offset if same else find_again(article.text, offset, length, near)
        return Place(min(found, len(article.text)), furthest, same)

    def opened(self, article: Article) -> Place | None:
        """Note that an article was opened; where the reader was in it, if ever."""
        place = self.place_in(article)
        self._save(article, place.offset if place else 0, place.furthest if place else 0.0)
        return place

    def save(self, article: Article, offset: int) -> None:
        """Note where the reader is in an article."""
        row = self._row("SELECT furthest FROM place WHERE address = ?", (_key(article),))
        reached = offset / max(1, len(article.text))
        self._save(article, offset, max(reached, row[0] if row else 0.0))

    def marks(self, article: Article) -> dict[str, int]:
        """The article's marks: letter -> offset."""
        rows = self._rows(
            "SELECT letter, offset, length, near FROM mark WHERE address = ? ORDER BY letter",
            (_key(article),),
        )
        return {letter: _placed(article, *where) for letter, *where in rows}

    def mark(self, article: Article, letter: str, offset: int) -> None:
        """Set a mark."""
        self._write(
            "INSERT OR REPLACE INTO mark (address, letter, offset, length, near)"
            " VALUES (?, ?, ?, ?, ?)",
            (_key(article), letter, offset, len(article.text), _near(article, offset)),
        )

    def set_date(self, article: Article, published: datetime.date | None) -> None:
        """Keep the date that the reader gave an article, or forget it."""
        if published is None:
            self._write(
                "DELETE FROM own_date WHERE address = ? OR text_hash = ?",
                (_key(article), article.text_hash),
            )
        else:
            self._write(
                "INSERT OR REPLACE INTO own_date (address, text_hash, published) VALUES (?, ?, ?)",
                (_key(article), article.text_hash, published.isoformat()),
            )

    def dated(self, article: Article) -> Article:
        """The article with the date that the reader gave it, if ever, by address or by text.

        A date from the command line stays.
        """
        address = _key(article)
        row = self._row(
            "SELECT published FROM own_date WHERE address = ? OR text_hash = ?"
            " ORDER BY address = ? DESC LIMIT 1",
            (address, article.text_hash, address),
        )
        if row is None or article.published_from == SET_BY_COMMAND:
            return article
        published = datetime.date.fromisoformat(row[0])
        return replace(article, published=published, published_from=SET_BY_READER)

    def jumps(self, article: Article) -> list[int]:
        """The offsets that the reader jumped from, the oldest first."""
        rows = self._rows(
            "SELECT offset, length, near FROM jump WHERE address = ? ORDER BY number",
            (_key(article),),
        )
        return [_placed(article, *where) for where in rows]

    def save_jumps(self, article: Article, offsets: Iterable[int]) -> None:
        """Keep the jump list of an article, the latest hundred."""
        address, length = _key(article), len(article.text)
        kept = list(offsets)[-_JUMPS:]
        rows = [(address, offset, length, _near(article, offset)) for offset in kept]
        try:
            with self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("DELETE FROM jump WHERE address = ?", (address,))
                self._connection.executemany(
                    "INSERT INTO jump (address, offset, length, near) VALUES (?, ?, ?, ?)", rows
                )
        except sqlite3.Error as error:
            self._note(error)

    def recent(self, limit: int = 50) -> list[Recent]:
        """The articles opened last, the latest first; texts without an address are not listed."""
        rows = self._rows(
            "SELECT address, title, site, published, offset * 1.0 / max(1, length), furthest,"
            " opened, text_hash FROM place WHERE listed ORDER BY opened DESC LIMIT ?",
            (limit,),
        )
        return [Recent(*row) for row in rows]

    def forget(self, address: str) -> None:
        """Take an article off the list, with its place, marks and jumps."""
        for table in ("place", "mark", "jump", "own_date"):
            self._write(f"DELETE FROM {table} WHERE address = ?", (address,))

    def _save(self, article: Article, offset: int, furthest: float) -> None:
        published = article.published.isoformat() if article.published else ""
        self._write(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO"
            " UPDATE SET text_hash = excluded.text_hash, offset = excluded.offset,"
            " length = excluded.length, near = excluded.near, title = excluded.title,"
            " furthest = excluded.furthest, site = excluded.site,"
            " published = excluded.published, opened = excluded.opened",
            (
                _key(article),
                article.text_hash,
                offset,
                len(article.text),
                _near(article, offset),
                min(1.0, furthest),
                clean_line(article.title or ""),
                clean_line(article.site or ""),
                published,
                datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                int(address_of(article.source) is not None),
            ),
        )

    def _open(self) -> sqlite3.Connection:
        try:
            return self._connect()
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
                return self._open_anew()
            self._note(error)
        except OSError as error:
            self._note(error)
        return self._in_memory()

    def _open_anew(self) -> sqlite3.Connection:
        """The file is damaged: it is renamed, and a new one made."""
        try:
            self.path.replace(self.path.with_name(self.path.name + ".damaged"))
            return self._connect()
        except (OSError, sqlite3.Error) as error:
            self._note(error)
            return self._in_memory()

    def _connect(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self.path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            keep_log(connection, _PATIENCE)
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(_SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection

    def _in_memory(self) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.executescript(_SCHEMA)
        return connection

    def _write(self, statement: str, values: tuple[Any, ...]) -> None:
        try:
            self._connection.execute(statement, values)
        except sqlite3.Error as error:
            self._note(error)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._note(error)
            return []

    def _row(self, query: str, values: tuple[Any, ...]) -> tuple[Any, ...] | None:
        rows = self._rows(query, values)
        return rows[0] if rows else None

    def _note(self, error: Exception) -> None:
        self.trouble = f"Where you are in articles cannot be kept in {self.path}: {error}."


class JumpList:
    """Places to go back to and forward again, as in vim: a jump drops what lay ahead."""

    def __init__(self, offsets: Iterable[int] = ()) -> None:
        self.offsets = list(offsets)
        self._at = len(self.offsets)

    def leave(self, offset: int) -> None:
        """Remember the place that a jump leaves."""
        del self.offsets[self._at :]
        if offset in self.offsets:
            self.offsets.remove(offset)
        self.offsets.append(offset)
        del self.offsets[:-_JUMPS]
        self._at = len(self.offsets)

    def back(self, current: int) -> int | None:
        """The place before; `current` is remembered to come forward to. None at the beginning."""
        if self._at == 0:
            return None
        if self._at == len(self.offsets):
            if self.offsets[-1] == current:
                self._at -= 1
                if self._at == 0:
                    return None
            else:
                self.offsets.append(current)
        self._at -= 1
        return self.offsets[self._at]

    def forward(self) -> int | None:
        """The place after; None at the end."""
        if self._at + 1 >= len(self.offsets):
            return None
        self._at += 1
        return self.offsets[self._at]


def default_path() -> Path:
    """`reading.sqlite3` in the user's state folder, or what DATELINE_STATE names."""
    chosen = os.environ.get("DATELINE_STATE")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_state_path

    return user_state_path("dateline", appauthor=False) / "reading.sqlite3"


def find_again(text: str, offset: int, length: int, near: str) -> int:
    """Where a place is in a text that changed: where its words stand, nearest to where it was.

    `length` is that of the old text; without its words the place is as far down as it was.
    """
    expected = round(offset * len(text) / max(1, length))
    if near.strip():
        before = text.rfind(near, 0, expected + len(near))
        after = text.find(near, expected)
        found = [at for at in (before, after) if at >= 0]
        if found:
            return min(found, key=lambda at: abs(at - expected))
    return min(expected, len(text))


def _placed(article: Article, offset: int, length: int, near: str) -> int:
    if article.text.startswith(near, offset) and length == len(article.text):
        return offset
    return find_again(article.text, offset, length, near)


def _near(article: Article, offset: int) -> str:
    return article.text[offset : offset + _NEAR]


def _key(article: Article) -> str:
    return address_of(article.source) or f"text:{article.text_hash}"
