"""What a window does to annotations, kept step by step so that it can be undone."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.annotations import records
from dateline.annotations.errors import NoSuchAnnotationError
from dateline.annotations.merging import merge
from dateline.annotations.model import Annotation, now
from dateline.annotations.rows import (
    annotation_from,
    fetch,
    insert,
    next_change,
    snapshot,
    write_fields,
)

if TYPE_CHECKING:
    from dateline.article.model import Article


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change came to."""

    annotation: Annotation
    """The annotation as it is stored now."""
    theirs: Annotation | None = None
    """Another window changed the same thing first: its version, which was kept too. Then
    `annotation` is a new one beside it, or, where a deletion came too late, the same one, kept."""


class Steps:
    """Writes annotations, each change with its step; all but `together` within a transaction."""

    def __init__(self) -> None:
        self.window = uuid.uuid4().hex
        """Names who does it, so that each window undoes its own."""
        self._batch: int | None = None
        self._together = 0

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything written within is one step for undo."""
        self._together += 1
        try:
            yield
        finally:
            self._together -= 1
            if not self._together:
                self._batch = None

    def insert(self, connection: sqlite3.Connection, values: dict[str, Any]) -> Sequence[Any]:
        """Store a new annotation; its row."""
        values = {**values, "change": next_change(connection)}
        number = insert(connection, values)
        row = _row(connection, values["id"])
        self._step(connection, number, row, None)
        return row

    def revive(
        self,
        connection: sqlite3.Connection,
        number: int,
        row: Sequence[Any],
        fields: dict[str, Any],
    ) -> None:
        """Write fields of a deleted annotation and bring it back."""
        self._write(connection, number, row, {**fields, "deleted": None})

    def _write(
        self,
        connection: sqlite3.Connection,
        number: int,
        row: Sequence[Any],
        values: dict[str, Any],
    ) -> Sequence[Any]:
        """Write fields of an annotation with the step; its row."""
        stamped = {
            **values,
            "modified": now(),
            "version": row[15] + 1,
            "change": next_change(connection),
        }
        write_fields(connection, number, stamped)
        after = _row(connection, row[0])
        self._step(connection, number, after, snapshot(row))
        return after

    def change(
        self,
        connection: sqlite3.Connection,
        seen: Annotation,
        wanted: dict[str, Any],
        article: Article | None = None,
    ) -> Outcome:
        """Set fields of an annotation that the caller saw so; `article` is where it stands now.

        Raises:
            NoSuchAnnotationError: there is none of that id.
        """
        found = fetch(connection, seen.id)
        if found is None:
            raise NoSuchAnnotationError(seen.id)
        number, row = found
        if article is not None:
            records.learn(connection, row[1], article)
        merged = merge(seen, annotation_from(row), wanted)
        if merged.beside is not None:
            copy = self.insert(connection, {**merged.beside, "id": str(uuid.uuid4())})
            return Outcome(_standing(copy, seen), annotation_from(row))
        if merged.values:
            return Outcome(_standing(self._write(connection, number, row, merged.values), seen))
        kept = _standing(row, seen)
        return Outcome(kept, kept if merged.refused else None)

    def _step(
        self, connection: sqlite3.Connection, number: int, row: Sequence[Any], before: str | None
    ) -> None:
        connection.execute(
            "UPDATE step SET state = 'dropped' WHERE article = ? AND state = 'undone' AND who = ?",
            (row[1], self.window),
        )
        cursor = connection.execute(
            "INSERT INTO step (batch, article, annotation, before, after, state, who, made)"
            " VALUES (?, ?, ?, ?, ?, 'done', ?, ?)",
            (self._batch or 0, row[1], number, before, snapshot(row), self.window, now()),
        )
        if self._batch is None:
            connection.execute(
                "UPDATE step SET batch = number WHERE number = ?", (cursor.lastrowid,)
            )
            if self._together:
                self._batch = cursor.lastrowid


def _standing(row: Sequence[Any], seen: Annotation) -> Annotation:
    """The annotation of a row, standing where the caller saw it unless it was moved."""
    if (row[5], row[6], row[7]) == (seen.text_hash, seen.made_start, seen.made_end):
        return annotation_from(row, (seen.start, seen.end, seen.state))
    return annotation_from(row)


def _row(connection: sqlite3.Connection, annotation_id: str) -> Sequence[Any]:
    found = fetch(connection, annotation_id)
    if found is None:
        raise NoSuchAnnotationError(annotation_id)
    return found[1]
