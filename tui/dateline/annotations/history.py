"""Undo and redo of everything the reader does to annotations, without end.

The steps are in the store: they are still there after a restart, and each window undoes its own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.annotations.colours import colour_of
from dateline.annotations.model import Annotation, now
from dateline.annotations.rows import (
    COLUMNS,
    annotation_from,
    next_change,
    snapshot,
    write_fields,
)

if TYPE_CHECKING:
    from dateline.annotations.store import AnnotationStore
    from dateline.article.model import Article

_SELECTORS = {"exact", "prefix", "suffix", "text_hash", "made_start", "made_end"}


@dataclass(frozen=True, slots=True)
class Reversal:
    """What an undo or a redo did."""

    words: str
    """For the reader: "Undone: note changed on “the strike hit six”"."""
    changed: tuple[Annotation, ...]
    """The annotations as they are stored now (`deleted` tells those that are gone)."""


class History:
    """What was done to the annotations of one article, to go back and forth in.

    It begins with what was done before this window opened, and goes on with what this window does.
    """

    def __init__(self, store: AnnotationStore, article: Article) -> None:
        self._store = store
        self._article = article
        self._before: int = store.database.read(_last_step) or 0

    def undo(self) -> Reversal | None:
        """Take the latest step back; None when there is none left.

        What another window has changed since stays as it is.

        Raises:
            NotSavedError: nothing was undone.
        """
        return self._store.database.write(lambda c: self._move(c, back=True))

    def redo(self) -> Reversal | None:
        """Do again what was undone last; None when there is nothing, or new things were done."""
        return self._store.database.write(lambda c: self._move(c, back=False))

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._store.database.read(lambda c: self._batch(c, back=True)) is not None

    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._store.database.read(lambda c: self._batch(c, back=False)) is not None

    def _batch(self, connection: sqlite3.Connection, *, back: bool) -> int | None:
        numbers = self._store.numbers_of(connection, self._article)
        state, window = ("done" if back else "undone"), self._store.steps.window
        query = (
            "SELECT batch FROM step WHERE article = ? AND state = ? AND (who = ? OR number <= ?)"
            f" ORDER BY batch {'DESC' if back else 'ASC'} LIMIT 1"
        )
        batches: list[int] = [
            row[0]
            for number in numbers
            if (row := connection.execute(query, (number, state, window, self._before)).fetchone())
        ]
        if not batches:
            return None
        return max(batches) if back else min(batches)

    def _move(self, connection: sqlite3.Connection, *, back: bool) -> Reversal | None:
        batch = self._batch(connection, back=back)
        if batch is None:
            return None
        steps = connection.execute(
            "SELECT number, annotation, before, after FROM step WHERE batch = ?"
            f" ORDER BY number {'DESC' if back else ''}",
            (batch,),
        ).fetchall()
        changed: list[Annotation] = []
        words: list[str] = []
        for number, annotation, before, after in steps:
            result = _reverse(connection, annotation, before, after, back=back)
            words.append(_words(before, after, kept=result is None))
            if result is not None:
                changed.append(result)
            connection.execute(
                "UPDATE step SET state = ?, who = ? WHERE number = ?",
                ("undone" if back else "done", self._store.steps.window, number),
            )
        said = words[0] if len(words) == 1 else f"{len(words)} changes"
        return Reversal(f"{'Undone' if back else 'Done again'}: {said}", tuple(changed))


def _reverse(
    connection: sqlite3.Connection, number: int, before: str | None, after: str, *, back: bool
) -> Annotation | None:
    """Put the fields of a step back, those that nobody changed since; None when none could be."""
    row = _row(connection, number)
    if row is None:
        return None
    made: dict[str, Any] = json.loads(after)
    if before is None:
        old = {**made, "deleted": now()} if back else {**made, "deleted": row[14]}
    else:
        old = json.loads(before)
    source, goal = (made, old) if back else (old, made)
    current = annotation_row(row)
    if before is None:
        untouched = all(current[name] == made[name] for name in made if name != "deleted")
        if back and not untouched:
            return None
        values = {"deleted": goal["deleted"]} if current["deleted"] != goal["deleted"] else {}
    else:
        values = {name: goal[name] for name in goal if goal[name] != source[name]}
        if any(current[name] != source[name] for name in values if name != "deleted"):
            values = {n: v for n, v in values.items() if current[n] == source[n]}
            if values.keys() & _SELECTORS:
                values = {n: v for n, v in values.items() if n not in _SELECTORS}
    if not values:
        return None
    write_fields(
        connection,
        number,
        {
            **values,
            "modified": now(),
            "version": row[15] + 1,
            "change": next_change(connection),
        },
    )
    fresh = _row(connection, number)
    return None if fresh is None else annotation_from(fresh)


def _last_step(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM step").fetchone()[0])


def annotation_row(row: Sequence[Any]) -> dict[str, Any]:
    """The editable fields of a row of `COLUMNS`, by name."""
    held: dict[str, Any] = json.loads(snapshot(row))
    return held


def _row(connection: sqlite3.Connection, number: int) -> Sequence[Any] | None:
    row: Sequence[Any] | None = connection.execute(
        f"SELECT {COLUMNS} FROM annotation a WHERE a.number = ?", (number,)
    ).fetchone()
    return row


def _words(before: str | None, after: str, *, kept: bool) -> str:
    """A step in a few words."""
    new: dict[str, Any] = json.loads(after)
    old: dict[str, Any] = json.loads(before) if before else {}
    quote = " ".join(new["exact"].split())
    quote = f"“{quote[:39]}…”" if len(quote) > 40 else f"“{quote}”" if quote else "the article"
    if not old:
        what = "note made" if new["note"] else "highlight made"
    elif new["deleted"] and not old["deleted"]:
        what = "deleted"
    elif old["deleted"] and not new["deleted"]:
        what = "brought back"
    else:
        differing = {name for name in new if new[name] != old.get(name)}
        kinds = []
        if "note" in differing:
            kinds.append("note changed")
        if "tags" in differing:
            kinds.append("tags changed")
        if "colour" in differing:
            kinds.append(f"coloured {colour_of(new['colour']).name}")
        if differing & _SELECTORS:
            kinds.append("moved")
        if "target" in differing:
            kinds.append("linked")
        what = ", ".join(kinds) or "changed"
    return f"{what} on {quote}" + (
        " (changed in another window since: left as it is)" if kept else ""
    )
