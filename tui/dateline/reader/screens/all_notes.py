"""All notes on all articles: found as they are typed for, opened at their passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.annotations.colours import colour_of
from dateline.annotations.errors import StoreError
from dateline.annotations.search import COUNTED
from dateline.reader.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.annotations.model import Annotation, ArticleRecord
    from dateline.annotations.search import Found as Page
    from dateline.annotations.store import AnnotationStore

Found = tuple["Annotation", "ArticleRecord"]
MOST_LISTED = 100
"""Notes that are listed: what is typed finds the others."""


class AllNotesScreen(Chooser[Found]):
    """Words, "phrases", tag:name, colour:name and article:word narrow the list."""

    def __init__(self, store: AnnotationStore) -> None:
        self._store = store
        super().__init__(
            "Notes on all articles",
            (),
            search=self._find,
            empty="No note has that",
            help_line="words · tag:name · colour:name · article:word · Enter opens · Esc leaves",
        )

    def on_mount(self) -> None:
        """List the latest."""
        self._choices = self._find("")
        super().on_mount()

    def _find(self, typed: str) -> Sequence[Choice[Found]]:
        try:
            page = self._store.search(typed, MOST_LISTED)
            found = page.annotations
            records = self._store.records_of(found)
        except StoreError as error:
            self.notify(str(error), severity="error", markup=False)
            return []
        self.set_title(_title(page))
        return [
            _choice(annotation, records[annotation.article])
            for annotation in found
            if annotation.article in records
        ]


def _title(page: Page) -> str:
    """The head of the list: how many there are, and how many of them are listed."""
    if page.total <= len(page.annotations):
        return f"Notes on all articles · {page.total}"
    total = f"{COUNTED:,} or more" if page.total >= COUNTED else f"{page.total:,}"
    return f"Notes on all articles · {total}, the latest {len(page.annotations)} listed"


def _choice(annotation: Annotation, record: ArticleRecord) -> Choice[Found]:
    quote = " ".join(annotation.exact.split()) or "The article as a whole"
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    note = " ".join(annotation.note.split())
    told = " · ".join(part for part in (note, tags, record.name) if part)
    return Choice((annotation, record), f"{colour_of(annotation.colour).glyph} {quote}", told)
