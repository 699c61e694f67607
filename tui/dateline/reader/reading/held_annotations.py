"""The annotations of the article at hand: read beside the screen, kept up to date, written."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.annotations.in_order import NO_ANNOTATIONS, InOrder
from dateline.reader.article_pane.highlights import Layer
from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.annotations.history import History
    from dateline.annotations.model import Annotation
    from dateline.annotations.store import AnnotationStore
    from dateline.article.model import Article
    from dateline.spans import Span

LOOK_EVERY = 0.5
"""Seconds between two looks at what another window wrote."""
_SWITCH = 0.001
"""Seconds after which the thread that reads lets the screen have its turn."""


@dataclass(frozen=True)
class NotesRead:
    """What was read from the store."""

    annotations: InOrder = NO_ANNOTATIONS
    tags: tuple[str, ...] = ()


def read_notes(store: AnnotationStore, article: Article) -> NotesRead:
    """The annotations of an article, and all tags; through a store of its own, for a thread.

    Raises StoreError.
    """
    from dateline.annotations.store import AnnotationStore

    beside = AnnotationStore(store.path)
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    try:
        annotations = InOrder(beside.for_article(article))
        tags = tuple(tag for tag, _ in beside.tags())
        store.go_on_from(beside)
    finally:
        sys.setswitchinterval(before)
        beside.close()
    return NotesRead(annotations, tags)


class HeldAnnotations(ReadingBase):
    """Holds the annotations, and writes to their store. What is shown as saved is on the disk."""

    _store: AnnotationStore | None = None
    _history: History | None = None
    known_tags: tuple[str, ...] = ()
    """All tags, to complete one by."""
    colour = 1
    """The number of the colour used last."""

    def open_annotations(self) -> None:
        """Open the store and show what was annotated before."""
        from dateline.annotations.history import History
        from dateline.annotations.store import AnnotationStore

        if self._store is None:
            self._store = AnnotationStore()
            self.set_interval(LOOK_EVERY, self._look_for_changes)
        self._history = History(self._store, self.article)
        self._read_annotations()

    def _read_annotations(self) -> None:
        """Read all annotations of the article beside the screen, and show them."""
        if self._store is not None:
            self.state.reads_notes = True
            self.run_worker(self._read_beside(self._store, self.article), group="notes")

    async def _read_beside(self, store: AnnotationStore, article: Article) -> None:
        from dateline.annotations.errors import StoreError

        notes = NotesRead()
        try:
            notes = await asyncio.to_thread(read_notes, store, article)
        except StoreError as error:
            self.say(str(error), "error")
        if self.article.text_hash != article.text_hash:
            return
        self.state.reads_notes = False
        self.known_tags = notes.tags
        self._show(notes.annotations)
        self._look_for_changes(at_once=True)
        for remark in store.take_remarks():
            self.say(remark, "warning")
        self.notes_were_read()

    def _look_for_changes(self, *, at_once: bool = False) -> None:
        from dateline.annotations.errors import StoreError

        try:
            if self._store is not None and (self._store.has_changed() or at_once):
                self._take_changes()
        except StoreError as error:
            self.say(str(error), "error")

    def _take_changes(self) -> None:
        """Show what was written since, here or in another window."""
        if self._store is None or self.state.reads_notes:
            return
        changed = self._store.changes(self.article)
        if changed is None:
            self._read_annotations()
            return
        if changed:
            self._show(self.state.annotations.changed(changed))

    def _show(self, annotations: InOrder) -> None:
        self.state.annotations = annotations
        self.pane.set_highlights(self.highlights.with_annotations(self.state.annotations))
        if self.dock is not None:
            self.dock.annotations = self.state.annotations
        self.show_status()

    def notes_were_read(self) -> None:
        """Called when the annotations of the article have been read and are shown."""

    def annotations_here(self) -> list[Annotation]:
        """The annotations under the cursor, the one that is meant first."""
        things = [thing for thing in self.things_here() if thing.layer is Layer.ANNOTATION]
        meant = self.thing_here()
        things.sort(key=lambda thing: thing != meant)
        return [self.state.annotations[thing.which] for thing in things]

    def write(self, work: Callable[[AnnotationStore], object]) -> str | None:
        """Do something to the store; None when it is saved, else why it is not."""
        from dateline.annotations.errors import StoreError

        if self._store is None:
            self.open_annotations()
        assert self._store is not None
        try:
            outcome = work(self._store)
            self._take_changes()
        except StoreError as error:
            return str(error)
        if getattr(outcome, "theirs", None) is not None:
            self.say("Another window changed this too: both versions are kept", "warning")
        return None

    def target_of(self, span: Span) -> str | None:
        """What an annotation on a span is about, when it is just one finding."""
        raise NotImplementedError

    def written(self, problem: str | None, said: str) -> None:
        """Say that something is done, or why it is not."""
        self.say(problem or said, "error" if problem else "information")
