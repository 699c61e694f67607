"""Where the annotations of an article stand in the text that it has now."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.annotations import records
from dateline.annotations.model import Annotation, State, now
from dateline.annotations.rows import COLUMNS, annotation_from

if TYPE_CHECKING:
    from dateline.annotations.anchoring import Anchorer
    from dateline.article.model import Article

Place = tuple[int, int, State]
_SURE = {"anchored": 2, "to_check": 1, "lost": 0}


@dataclass(frozen=True, slots=True)
class Placed:
    """Annotations with their places, and those of the places that are not stored yet."""

    annotations: list[Annotation]
    fresh: dict[int, Place]
    """Number of the annotation -> its place."""


def placed(
    connection: sqlite3.Connection,
    article: Article,
    numbers: Sequence[int],
    *,
    since: int = -1,
    deleted: bool = False,
) -> Placed:
    """The annotations of the records `numbers`, in the article's text; reads only.

    `since`: only those changed after that number. `deleted`: deleted ones too.
    """
    chosen = ", ".join(map(str, numbers))
    # The plus keeps SQLite from going through the whole article for a few changes.
    which = f"{'+' if since >= 0 else ''}a.article IN ({chosen}) AND a.change > ?"
    rows = connection.execute(
        f'SELECT a.number, p.start, p."end", p.state, {COLUMNS} FROM annotation a'
        " LEFT JOIN placing p ON p.text_hash = ? AND p.annotation = a.number"
        f" WHERE {which}" + ("" if deleted else " AND a.deleted IS NULL"),
        (article.text_hash, since),
    ).fetchall()
    found: list[Annotation] = []
    adrift: dict[int, Sequence[Any]] = {}
    for row in rows:
        fields = row[4:]
        if _stands(fields, article):
            found.append(annotation_from(fields))
        elif row[3] is not None:
            found.append(annotation_from(fields, row[1:4]))
        else:
            adrift[row[0]] = fields
    fresh = place_anew(connection, article, adrift) if adrift else {}
    found.extend(annotation_from(fields, fresh[number]) for number, fields in adrift.items())
    found.sort(key=lambda annotation: (annotation.start, annotation.end, annotation.created))
    return Placed(found, fresh)


def _stands(row: Sequence[Any], article: Article) -> bool:
    """Whether an annotation is where it was made (an import may say so and be wrong)."""
    exact, text_hash, start, end = row[2], row[5], row[6], row[7]
    if not exact and start == end:
        return True
    return bool(text_hash == article.text_hash and article.text[start:end] == exact)


class _Versions:
    """The earlier texts of an article, and an anchorer from each to the text it has now."""

    def __init__(self, connection: sqlite3.Connection, text: str, current: str) -> None:
        from dateline.annotations.anchoring import Anchorer

        self._make = Anchorer
        self._connection = connection
        self._text = text
        self._texts: dict[str, str | None] = {"": None, current: None}
        self._anchorers: dict[str, Anchorer] = {}

    def text(self, text_hash: str) -> str | None:
        if text_hash not in self._texts:
            self._texts[text_hash] = records.text_of(self._connection, text_hash)
        return self._texts[text_hash]

    def anchorer(self, text_hash: str) -> Anchorer:
        old = self.text(text_hash)
        key = "" if old is None else text_hash
        if key not in self._anchorers:
            self._anchorers[key] = self._make(self._text, old)
        return self._anchorers[key]


def place_anew(
    connection: sqlite3.Connection, article: Article, adrift: dict[int, Sequence[Any]]
) -> dict[int, Place]:
    """Find annotations in a text that they have no place in yet: number -> place.

    `adrift` has a row of `COLUMNS` for each number. An annotation is followed from the latest
    version in which it was found for certain, and, when that does not settle it, from the version
    it was made in; what was marked in a text never seen here is found by its quote.
    """
    from dateline.annotations.anchoring import Passage, Placement, describe

    versions = _Versions(connection, article.text, article.text_hash)
    stations = _stations(connection, {row[1] for row in adrift.values()})
    places: dict[int, Place] = {}
    for number, row in adrift.items():
        tries = [(row[5], Passage(row[2], row[3], row[4], row[6], row[7]))]
        if number in stations:
            text_hash, start, end = stations[number]
            text = versions.text(text_hash)
            if text is not None and text_hash != article.text_hash:
                tries.insert(0, (text_hash, describe(text, start, end)))
        best: Placement | None = None
        for text_hash, passage in tries:
            place = versions.anchorer(text_hash).place(passage, trusting=not text_hash)
            if best is None or (_SURE[place.state], place.score) > (_SURE[best.state], best.score):
                best = place
            if best.state == "anchored":
                break
        if best is not None:
            places[number] = (best.start, best.end, best.state)
    return places


def _stations(
    connection: sqlite3.Connection, articles: set[int]
) -> dict[int, tuple[str, int, int]]:
    """For each annotation, the latest text that it was found in for certain, and where."""
    rows = connection.execute(
        'SELECT p.annotation, p.text_hash, p.start, p."end" FROM placing p'
        " JOIN annotation a ON a.number = p.annotation WHERE p.state = 'anchored'"
        f" AND a.article IN ({', '.join(map(str, articles))}) ORDER BY p.placed"
    ).fetchall()
    return {number: (text_hash, start, end) for number, text_hash, start, end in rows}


def store_places(connection: sqlite3.Connection, text_hash: str, places: dict[int, Place]) -> None:
    """Keep the places of annotations in a text; within a transaction."""
    moment = now()
    connection.executemany(
        'INSERT OR REPLACE INTO placing (text_hash, annotation, start, "end", state, placed)'
        " SELECT ?, number, ?, ?, ?, ? FROM annotation WHERE number = ?",
        [(text_hash, *place, moment, number) for number, place in places.items()],
    )
