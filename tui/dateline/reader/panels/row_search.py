"""What rows stand in a passage, and what rows have a word: asked of the rows, not of a terminal.

Both answers rest on something that takes time to make for a very long list (an index of the
passages, the words of every row). It is made in steps, so that keys come in between.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from dateline.reader.panels.row import row_text
from dateline.reader.panels.rows import Rows, with_owners
from dateline.spans import Span, SpanIndex

AT_ONCE = 4_000
"""Up to so many rows everything is made at once, when it is first asked for."""
STEP = 500
"""Rows between two breaths."""


class RowSearch:
    """Rows, and what can be asked of them."""

    def __init__(self, rows: Rows[Any]) -> None:
        self.rows = rows
        self._index: SpanIndex[int] | None = None
        self._texts: list[str] | None = None

    @cached_property
    def items(self) -> int:
        """How many rows can be chosen."""
        return sum(map(self.rows.is_item, range(len(self.rows))))

    @cached_property
    def _owners(self) -> list[int]:
        return self.rows.owners()

    @property
    def knows_passages(self) -> bool:
        """Whether passages can be asked for now, without a wait."""
        return self._index is not None or len(self.rows) <= AT_ONCE

    @property
    def knows_words(self) -> bool:
        """Whether words can be asked for now, without a wait."""
        return self._texts is not None or len(self.rows) <= AT_ONCE

    def learn_passages(self) -> Iterator[None]:
        """Index the passages, step by step."""
        pairs: list[tuple[Span, int]] = []
        for number in range(len(self.rows)):
            pairs.extend((span, number) for span in self.rows.passages(number))
            if number % STEP == STEP - 1:
                yield
        self._index = SpanIndex(pairs)

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
        if self._index is None:
            for _ in self.learn_passages():
                pass
        assert self._index is not None
        return self._index.overlapping(start, end)

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
