"""What rows stand in a passage, and what rows have a word: asked of the rows, not of a terminal.

Both answers rest on something that takes time to make for a very long list (an index of the
passages, the words of every row). It is made in steps, so that keys come in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.reader.panels.row import row_text
from dateline.reader.panels.rows import Rows, with_owners
from dateline.spans import GrowingIndex, Span

AT_ONCE = 4_000
"""Up to so many rows their words are gathered at once, when they are first asked for."""
STEP = 100
"""Rows, or passages, between two breaths: a millisecond's work or less."""


class RowSearch:
    """Rows, and what can be asked of them once `learn_passages` has come to its end."""

    def __init__(self, rows: Rows[Any]) -> None:
        self.rows = rows
        self.items = 0
        """How many rows can be chosen."""
        self._index: GrowingIndex[tuple[int, int, int]] = GrowingIndex()
        self._owners: list[int] = []
        self._texts: list[str] | None = None

    @classmethod
    def learned(cls, rows: Rows[Any]) -> RowSearch:
        """The rows, of which everything is known but their words."""
        search = cls(rows)
        for _ in search.learn_passages():
            pass
        return search

    def learn_passages(self) -> Iterator[None]:
        """Index the passages and count the rows, step by step."""
        waiting = 0
        for number, owner in enumerate(self.rows.owners()):
            self._owners.append(owner)
            self.items += self.rows.is_item(number)
            for start, end in self.rows.passages(number):
                self._index.add((start, end, number))
                waiting += 1
                if waiting % STEP == 0:
                    yield
            if number % STEP == STEP - 1:
                yield

    @property
    def knows_words(self) -> bool:
        """Whether words can be asked for now, without a wait."""
        return self._texts is not None or len(self.rows) <= AT_ONCE

    def learn_words(self) -> Iterator[None]:
        """Gather the words of the rows, step by step."""
        texts: list[str] = []
        for number, row in enumerate(self.rows):
            texts.append(row_text(row).casefold())
            if number % STEP == STEP - 1:
                yield
        self._texts = texts

    def at(self, start: int, end: int) -> list[tuple[Span, int]]:
        """The passages that overlap a stretch of the article, with the indices of their rows."""
        found = self._index.overlapping(start, end)
        return [(Span(first, last), number) for first, last, number in found]

    def nearest(self, span: Span) -> int | None:
        """The index of the row that stands for a span, or else has a passage that overlaps it."""
        found = self.at(span.start, max(span.end, span.start + 1))
        if not found:
            return None
        return min(found, key=lambda item: _distance(item[0], span))[1]

    def kept(self, selection: Span | None, needle: str) -> list[int] | None:
        """The items that selection and filter (casefolded) leave, ascending; None for all."""
        found: list[int] | None = None
        if selection is not None:
            numbers = {number for _, number in self.at(*selection)}
            found = sorted(number for number in numbers if self.rows.is_item(number))
        if not needle:
            return found
        if self._texts is None:
            for _ in self.learn_words():
                pass
        texts = self._texts or []
        candidates = range(len(texts)) if found is None else found
        return [n for n in candidates if needle in texts[n] and self.rows.is_item(n)]

    def with_owners(self, kept: list[int]) -> list[int]:
        """The kept rows with the heads and tree parents that they belong under, ascending."""
        return with_owners(kept, self._owners)


def _distance(span: Span, wanted: Span) -> int:
    return abs(span.start - wanted.start) + abs(span.end - wanted.end)
