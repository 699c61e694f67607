"""Putting imported annotations into the store: each once."""

from __future__ import annotations

import re
import sqlite3
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dateline.annotations import records
from dateline.annotations.model import CONTEXT, now, tidy_tags
from dateline.annotations.rows import annotation_from, fetch
from dateline.article.clean import clean_line, clean_text
from dateline.library.address import address_of

if TYPE_CHECKING:
    from dateline.annotations.imports.entry import Entry
    from dateline.annotations.store import AnnotationStore

_HASH = re.compile(r"^[0-9a-f]{64}$")
_DATE = re.compile(r"^\d{4}-\d\d-\d\d$")
_LARGEST = 2**62


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to."""

    added: int
    known: int
    """Those that were there already."""
    articles: int
    """How many articles they belong to."""


def store_entries(store: AnnotationStore, entries: Sequence[Entry]) -> Imported:
    """Store annotations, all or none; one step for undo.

    One that is there already (by its id, or with the same words, note and tags at the same place)
    is left as it is; one that was deleted comes back. One that has the id of another but says
    something else is stored beside it.

    Raises:
        NotSavedError: nothing was stored.
    """

    def work(connection: sqlite3.Connection) -> Imported:
        articles: dict[tuple[str, str], int] = {}
        added = known = 0
        for entry in entries:
            key = (entry.source, entry.text_hash)
            if key not in articles:
                articles[key] = _article(connection, entry)
            if _store(store, connection, entry, articles[key]):
                added += 1
            else:
                known += 1
        return Imported(added, known, len(set(articles.values())))

    with store.together():
        return store.database.write(work)


def _article(connection: sqlite3.Connection, entry: Entry) -> int:
    """The record of the article that an entry is on; made when there is none."""
    if _HASH.match(entry.text_hash):
        row = connection.execute(
            "SELECT article FROM text WHERE hash = ? ORDER BY number LIMIT 1", (entry.text_hash,)
        ).fetchone()
        row = (
            row
            or connection.execute(
                "SELECT article FROM annotation WHERE text_hash = ? LIMIT 1", (entry.text_hash,)
            ).fetchone()
        )
        if row is not None:
            return int(row[0])
    address = None if entry.source.startswith("ni:") else address_of(clean_line(entry.source))
    if address is not None:
        row = connection.execute(
            "SELECT article FROM address WHERE address = ? ORDER BY used DESC LIMIT 1", (address,)
        ).fetchone()
        if row is not None:
            return int(row[0])
    moment = now()
    cursor = connection.execute(
        "INSERT INTO article (title, byline, site, url, published, first_opened, last_opened)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            clean_line(entry.title),
            clean_line(entry.byline),
            clean_line(entry.site),
            address if address and "://" in address else "",
            entry.published if _DATE.match(entry.published) else "",
            moment,
            moment,
        ),
    )
    number = int(cursor.lastrowid or 0)
    if address is not None:
        connection.execute(
            "INSERT INTO address (address, article, used) VALUES (?, ?, ?)",
            (address, number, moment),
        )
    return number


def _store(
    store: AnnotationStore, connection: sqlite3.Connection, entry: Entry, article: int
) -> bool:
    values = _values(_in_code_points(connection, entry, article), article)
    found = fetch(connection, entry.id)
    if found is not None:
        number, row = found
        current = annotation_from(row)
        if current.deleted is not None:
            fields = {name: values[name] for name in ("note", "tags", "colour", "target")}
            store.steps.revive(connection, number, row, fields)
            return True
        if (current.exact, current.note, current.tags, current.colour) == (
            values["exact"],
            values["note"],
            tuple(values["tags"].split("\n")) if values["tags"] else (),
            values["colour"],
        ):
            return False
        values["id"] = str(uuid.uuid4())
    same = connection.execute(
        "SELECT 1 FROM annotation WHERE article = ? AND exact = ? AND note = ? AND tags = ?"
        " AND prefix = ? AND suffix = ? AND deleted IS NULL LIMIT 1",
        tuple(values[name] for name in ("article", "exact", "note", "tags", "prefix", "suffix")),
    ).fetchone()
    if same is not None:
        return False
    store.steps.insert(connection, values)
    return True


def _in_code_points(connection: sqlite3.Connection, entry: Entry, article: int) -> Entry:
    """The entry with its place in the article's text, where that is known and has its words."""
    if not entry.utf16:
        return entry
    latest = records.latest_text(connection, article)
    if latest is None:
        return replace(entry, utf16=False)
    text_hash, text = latest
    start, end = from_utf16(text, entry.start), from_utf16(text, entry.end)
    there = bool(entry.exact) and text[start:end] == clean_text(entry.exact)
    return replace(entry, start=start, end=end, utf16=False, text_hash=text_hash if there else "")


def from_utf16(text: str, offset: int) -> int:
    """The code point offset of an offset that counts UTF-16 units."""
    if text.isascii():
        return min(offset, len(text))
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * offset]
    return len(units.decode("utf-16-le", "ignore"))


def _values(entry: Entry, article: int) -> dict[str, Any]:
    start = min(entry.start, _LARGEST)
    return {
        "id": entry.id,
        "article": article,
        "exact": clean_text(entry.exact),
        "prefix": clean_text(entry.prefix)[-CONTEXT:],
        "suffix": clean_text(entry.suffix)[:CONTEXT],
        "text_hash": entry.text_hash if _HASH.match(entry.text_hash) else "",
        "made_start": start,
        "made_end": min(max(start, entry.end), _LARGEST),
        "colour": entry.colour,
        "note": clean_text(entry.note),
        "tags": "\n".join(tidy_tags(entry.tags)),
        "target": clean_line(entry.target) if entry.target else None,
        "created": entry.created or now(),
        "modified": entry.modified or now(),
        "deleted": None,
        "version": 1,
        "origin": clean_line(entry.origin) if entry.origin else None,
    }


__all__ = ["Imported", "from_utf16", "store_entries"]
