"""Where annotations are kept. Everything is on the disk when a call returns."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.annotations import records
from dateline.annotations.database import Database
from dateline.annotations.errors import NoSuchAnnotationError, NotSavedError
from dateline.annotations.location import default_path
from dateline.annotations.model import Annotation, ArticleRecord, now, tidy_tags
from dateline.annotations.placing import Place, placed, store_places
from dateline.annotations.rows import COLUMNS, annotation_from, fetch, last_change, selectors
from dateline.annotations.search import Found, parse_query, run
from dateline.annotations.steps import Outcome, Steps
from dateline.article.clean import clean_text

if TYPE_CHECKING:
    from dateline.article.model import Article


class AnnotationStore:
    """The annotations of all articles, shared by all windows of a reader.

    Looking never makes a file; the first write does. Safe to use from several threads. Methods
    that write raise `NotSavedError`, and then nothing of it was stored; methods that read raise
    `UnreadableError` (both are `StoreError`).
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self.steps = Steps()
        """What this window does, to be undone; shared with history and import."""
        self._database = Database(self.path)
        self._seen_change = 0
        self._seen_generation = 0
        self._kin: dict[tuple[str, tuple[int, ...]], list[int]] = {}

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    @property
    def database(self) -> Database:
        """The file behind it."""
        return self._database

    def take_remarks(self) -> list[str]:
        """What the reader is to be told about the store itself, a sentence each; each once."""
        remarks, self._database.remarks = self._database.remarks, []
        return remarks

    # Reading

    def for_article(self, article: Article) -> list[Annotation]:
        """The annotations of an article, placed in the text it has now, in the order of the text.

        The article is known by its text, or by its path or URL. Where the text changed, they are
        found again and the places kept; lost ones come first, with `start == end == 0`, and are
        tried again with every text that the article is opened with.
        """

        def look(connection: sqlite3.Connection) -> tuple[list[Annotation], dict[int, Place], int]:
            change = last_change(connection)
            numbers = self.numbers_of(connection, article)
            if not numbers:
                return [], {}, change
            found = placed(connection, article, numbers)
            return found.annotations, found.fresh, change

        annotations, fresh, change = self._database.read(look) or ([], {}, 0)
        self._seen_change = change
        self._seen_generation = self._database.generation
        if annotations:
            self._remember(article, annotations, fresh)
        return annotations

    def numbers_of(self, connection: sqlite3.Connection, article: Article) -> list[int]:
        """The records of an article, without those of others that were at its address before.

        The first time that there are only others, a remark tells of their annotations.
        """
        key = article.text_hash, tuple(records.matching(connection, article))
        if key not in self._kin:
            self._kin[key], others = records.of_article(connection, article)
            count = records.counted(connection, others) if others and not self._kin[key] else 0
            if count:
                notes = "1 note" if count == 1 else f"{count:,} notes"
                self._database.remarks.append(
                    f"Another article was here before: the {notes} on it are among the notes on"
                    " all articles."
                )
        return self._kin[key]

    def go_on_from(self, other: AnnotationStore) -> None:
        """Take over what another store of the same file has read with `for_article`.

        `changes` then tells what was written since. So a thread can read many annotations through
        a store of its own while this one goes on saving.
        """
        self._database.read(lambda connection: None)
        self._seen_generation = self._database.generation
        self._seen_change = other._seen_change
        self._kin.update(other._kin)
        self._database.remarks.extend(other.take_remarks())

    def has_changed(self) -> bool:
        """Whether another window wrote since this was last asked. Cheap enough to ask often."""
        return self._database.has_changed()

    def changes(self, article: Article) -> list[Annotation] | None:
        """What changed in an article's annotations since `for_article` or `changes` was last asked.

        Deleted ones come with `deleted` set. None: read everything again with `for_article`.
        """
        if self._seen_generation != self._database.generation:
            return None

        def look(connection: sqlite3.Connection) -> tuple[list[Annotation], int]:
            change = last_change(connection)
            numbers = self.numbers_of(connection, article)
            if not numbers:
                return [], change
            found = placed(connection, article, numbers, since=self._seen_change, deleted=True)
            return found.annotations, change

        annotations, self._seen_change = self._database.read(look) or ([], self._seen_change)
        return annotations

    def get(self, annotation_id: str) -> Annotation:
        """The annotation of an id, where it was made; deleted ones too.

        Raises:
            NoSuchAnnotationError: there is none.
        """
        found = self._database.read(lambda c: fetch(c, annotation_id))
        if found is None:
            raise NoSuchAnnotationError(annotation_id)
        return annotation_from(found[1])

    def search(self, typed: str = "", limit: int = 200, offset: int = 0) -> Found:
        """Annotations of all articles that hold all that was typed, the latest first.

        Words (the beginning is enough), "phrases", `tag:name`, `colour:name`, `article:word`;
        nothing typed finds all.
        """
        query = parse_query(typed)
        return self._database.read(lambda c: run(c, query, limit, offset)) or Found()

    def tags(self) -> list[tuple[str, int]]:
        """All tags with how often they are used, the most used first."""
        return self._database.rows(
            "SELECT tag, count(*) FROM tag GROUP BY tag ORDER BY count(*) DESC, tag"
        )

    def articles(self) -> list[ArticleRecord]:
        """All articles that have annotations, the last opened first."""
        return self._database.read(records.records) or []

    def records_of(self, annotations: Iterable[Annotation]) -> dict[int, ArticleRecord]:
        """The article records that annotations belong to, by number."""
        numbers = {annotation.article for annotation in annotations}
        found = self._database.read(lambda c: records.records(c, numbers)) or []
        return {record.number: record for record in found}

    def counts(self) -> dict[int, int]:
        """How many annotations each article record has."""
        return dict(
            self._database.rows(
                "SELECT article, count(*) FROM annotation WHERE deleted IS NULL GROUP BY article"
            )
        )

    def of_record(self, number: int) -> list[Annotation]:
        """The annotations of an article record, as they were made, in the order of the text."""
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM annotation a WHERE a.article = ? AND a.deleted IS NULL"
            " ORDER BY a.made_start, a.made_end, a.created",
            number,
        )
        return [annotation_from(row) for row in rows]

    def text_of(self, text_hash: str) -> str | None:
        """A text that annotations were made in, as it was then, if it was kept."""
        return self._database.read(lambda c: records.text_of(c, text_hash))

    # Writing

    def together(self) -> AbstractContextManager[None]:
        """Everything written within is one step for undo. Each write is saved on its own."""
        return self.steps.together()

    def add(
        self,
        article: Article,
        start: int,
        end: int,
        *,
        colour: int = 1,
        note: str = "",
        tags: Sequence[str] = (),
        target: str | None = None,
    ) -> Annotation:
        """Mark `[start, end)` of an article; `start == end == 0` for a note on the whole of it."""
        if not 0 <= start <= end <= len(article.text):
            raise ValueError(f"[{start}, {end}) is not a span of the article")
        values = {
            "id": str(uuid.uuid4()),
            **selectors(article, start, end),
            "colour": colour,
            "note": clean_text(note),
            "tags": "\n".join(tidy_tags(tags)),
            "target": target,
            "deleted": None,
            "version": 1,
            "origin": None,
        }

        def work(connection: sqlite3.Connection) -> Sequence[Any]:
            values["article"] = records.ensure(connection, article)
            values["created"] = values["modified"] = now()
            return self.steps.insert(connection, values)

        return annotation_from(self._database.write(work))

    def change(
        self,
        seen: Annotation,
        *,
        colour: int | None = None,
        note: str | None = None,
        tags: Sequence[str] | None = None,
        target: str | None = None,
    ) -> Outcome:
        """Change an annotation, given as the caller saw it; what is None stays.

        When another window changed the same field since, both are kept: see `Outcome`. Tags are
        merged. A `target` of "" takes the target away.
        """
        wanted: dict[str, Any] = {}
        if colour is not None:
            wanted["colour"] = colour
        if note is not None:
            wanted["note"] = clean_text(note)
        if tags is not None:
            wanted["tags"] = "\n".join(tidy_tags(tags))
        if target is not None:
            wanted["target"] = target or None
        return self._change(seen, wanted)

    def reattach(self, seen: Annotation, article: Article, start: int, end: int) -> Outcome:
        """Put an annotation on `[start, end)`: for a lost one, or to confirm a place."""
        if not 0 <= start < end <= len(article.text):
            raise ValueError(f"[{start}, {end}) is not a span of the article")
        return self._change(seen, dict(selectors(article, start, end)), article)

    def delete(self, seen: Annotation) -> Outcome:
        """Delete an annotation, unless another window changed it since; it can be restored."""
        return self._change(seen, {"deleted": now()})

    def restore(self, annotation_id: str) -> Annotation:
        """Bring a deleted annotation back."""
        return self._change(self.get(annotation_id), {"deleted": None}).annotation

    def _change(
        self, seen: Annotation, wanted: dict[str, Any], article: Article | None = None
    ) -> Outcome:
        return self._database.write(lambda c: self.steps.change(c, seen, wanted, article))

    def _remember(
        self, article: Article, annotations: list[Annotation], fresh: dict[int, Place]
    ) -> None:
        """Keep new places, and that the article was seen here with this text."""
        related = {a.article for a in annotations if a.state != "lost" and not a.on_article}

        def work(connection: sqlite3.Connection) -> None:
            for number in related:
                records.learn(connection, number, article)
            store_places(connection, article.text_hash, fresh)

        known = self._database.read(
            lambda c: all(records.knows(c, number, article) for number in related)
        )
        if related and (fresh or not known):
            try:
                self._database.write(work)
            except NotSavedError as trouble:
                self._database.remarks.append(str(trouble))
