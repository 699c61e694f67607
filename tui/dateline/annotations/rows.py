"""Annotations and articles as rows of the tables, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dateline.annotations.model import CONTEXT, Annotation, State
from dateline.annotations.search_index import index

if TYPE_CHECKING:
    from dateline.article.model import Article

FIELDS = (
    "id, article, exact, prefix, suffix, text_hash, made_start, made_end, colour, note, tags, "
    "target, created, modified, deleted, version, origin"
)
COLUMNS = ", ".join("a." + name for name in FIELDS.split(", "))
"""The columns that `annotation_from` takes, of a table called `a`."""

EDITABLE = (
    "exact",
    "prefix",
    "suffix",
    "text_hash",
    "made_start",
    "made_end",
    "colour",
    "note",
    "tags",
    "target",
    "deleted",
)
"""The fields that a reader changes, and that undo puts back."""


def annotation_from(row: Sequence[Any], place: tuple[int, int, State] | None = None) -> Annotation:
    """The annotation of a row of `COLUMNS`, standing at `place` (or where it was made)."""
    start, end, state = place or (row[6], row[7], "anchored")
    tags = row[10]
    return Annotation(
        row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7],
        start, end, state,
        row[8], row[9], tuple(tags.split("\n")) if tags else (),
        *row[11:],
    )  # fmt: skip


def stored(annotation: Annotation) -> dict[str, Any]:
    """The fields that a reader changes, as the table holds them."""
    values: dict[str, Any] = {name: getattr(annotation, name) for name in EDITABLE}
    values["tags"] = "\n".join(annotation.tags)
    return values


def snapshot(row: Sequence[Any]) -> str:
    """The editable fields of a row of `COLUMNS`, as JSON."""
    names = FIELDS.split(", ")
    held = dict(zip(names, row, strict=True))
    return json.dumps({name: held[name] for name in EDITABLE}, ensure_ascii=False)


def next_change(connection: sqlite3.Connection) -> int:
    """The next number in the order of all changes; within a transaction."""
    row = connection.execute(
        "UPDATE counter SET value = value + 1 WHERE name = 'change' RETURNING value"
    ).fetchone()
    return int(row[0])


def last_change(connection: sqlite3.Connection) -> int:
    """The number of the latest change."""
    row = connection.execute("SELECT value FROM counter WHERE name = 'change'").fetchone()
    return int(row[0]) if row else 0


def fetch(connection: sqlite3.Connection, annotation_id: str) -> tuple[int, Sequence[Any]] | None:
    """The number and the `COLUMNS` of the annotation of an id."""
    row = connection.execute(
        f"SELECT a.number, {COLUMNS} FROM annotation a WHERE a.id = ?", (annotation_id,)
    ).fetchone()
    return None if row is None else (row[0], row[1:])


def write_fields(connection: sqlite3.Connection, number: int, values: dict[str, Any]) -> None:
    """Set columns of an annotation, and the tables that follow from them."""
    connection.execute(
        f"UPDATE annotation SET {', '.join(f'{name} = ?' for name in values)} WHERE number = ?",
        (*values.values(), number),
    )
    if values.keys() & {"text_hash", "made_start", "made_end", "exact"}:
        connection.execute("DELETE FROM placing WHERE annotation = ?", (number,))
    if values.keys() & {"exact", "note", "tags", "deleted"}:
        index(connection, number)


def insert(connection: sqlite3.Connection, values: dict[str, Any]) -> int:
    """Store a new annotation, given all `FIELDS` and `change`; its number."""
    cursor = connection.execute(
        f"INSERT INTO annotation ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()),
    )
    number = int(cursor.lastrowid or 0)
    index(connection, number, fresh=True)
    return number


def selectors(article: Article, start: int, end: int) -> dict[str, Any]:
    """The fields that say where `[start, end)` of an article is."""
    text = article.text
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT] if end > start else "",
        "text_hash": article.text_hash,
        "made_start": start,
        "made_end": end,
    }
