"""The words and tags of annotations, as the search finds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# Scripts written without spaces between words: each character is a word of the index.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


def indexed(text: str) -> str:
    """The text as it goes into the index: characters of unspaced scripts set apart."""
    return _UNSPACED.sub(lambda match: f" {match.group()} ", text)


def index(connection: sqlite3.Connection, number: int, *, fresh: bool = False) -> None:
    """Bring the tags and the search index of an annotation up to date."""
    if not fresh:
        connection.execute("DELETE FROM tag WHERE annotation = ?", (number,))
        connection.execute("DELETE FROM search WHERE rowid = ?", (number,))
    exact, note, tags, deleted = connection.execute(
        "SELECT exact, note, tags, deleted FROM annotation WHERE number = ?", (number,)
    ).fetchone()
    if deleted is not None:
        return
    connection.executemany(
        "INSERT OR IGNORE INTO tag (tag, annotation) VALUES (?, ?)",
        [(tag, number) for tag in tags.split("\n") if tag],
    )
    connection.execute(
        "INSERT INTO search (rowid, exact, note, tags) VALUES (?, ?, ?, ?)",
        (number, indexed(exact), indexed(note), indexed(tags)),
    )
