"""A sequence of rows that are made when they are looked at.

An article of ten megabytes has some hundred thousand numbers and names. Their order and their
passages are needed at once, but a row's words only when it comes on screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from dateline.reader.panels.row import Row

if TYPE_CHECKING:
    from dateline.spans import Span

T = TypeVar("T")
KEPT = 2048
"""Rows that are kept once made."""


class Rows(Sequence[Row], Generic[T]):
    """Rows made of entries: an entry is a row already (a head), or a thing to make one of."""

    is_by_entry = False
    """Whether a row depends on its entry alone, so that what is known of it holds in other rows."""

    def __init__(
        self,
        entries: Sequence[T | Row] = (),
        make: Callable[[int, T], Row] | None = None,
        passages: Callable[[T], Iterable[Span]] | None = None,
    ) -> None:
        """Take the entries in their order.

        `make` makes the row of an entry, given its index and the entry; `passages` gives the
        row's spans without making it. Both may be left out when all entries are rows.
        """
        self.entries = entries
        self._passages = passages
        self._finish: Callable[[Row], Row] | None = None
        # A cached method would hold these rows in a circle, with all findings, until a collection.
        self._made = lru_cache(KEPT)(partial(_row_of, entries, make)) if make else None

    def finished_by(self, finish: Callable[[Row], Row]) -> Rows[T]:
        """The same rows, each changed by `finish` when it is looked at."""
        self._finish = finish
        return self

    def __len__(self) -> int:
        return len(self.entries)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        row = self._row(index)
        return self._finish(row) if self._finish is not None else row

    def _row(self, index: int) -> Row:
        entry = self.entries[index]
        if isinstance(entry, Row):
            return entry
        if self._made is None:
            raise TypeError("rows of things need a way to make a row")
        return self._made(index)

    def __iter__(self) -> Iterator[Row]:
        return (self[index] for index in range(len(self)))

    def is_item(self, index: int) -> bool:
        """Whether the row can be chosen: it is no head and no remark."""
        entry = self.entries[index]
        return entry.kind == "item" if isinstance(entry, Row) else True

    def level(self, index: int) -> int:
        """The row's depth in the tree; what is made on demand stands at the outermost."""
        entry = self.entries[index]
        return entry.level if isinstance(entry, Row) else 0

    def is_head(self, index: int) -> bool:
        """Whether the row is the head of a group."""
        entry = self.entries[index]
        return isinstance(entry, Row) and entry.kind == "head"

    def passages(self, index: int) -> Iterable[Span]:
        """The row's spans."""
        entry = self.entries[index]
        if isinstance(entry, Row):
            return entry.spans
        return self._passages(entry) if self._passages else self[index].spans

    def owners(self) -> Iterator[int]:
        """For each row the index of the row that it belongs under, or -1: its head or tree parent.

        A head belongs under the last head of a lower level; an item under the last item of a lower
        level in the same group, else under the group's head.
        """
        open_heads: list[int] = []
        open_items: list[int] = []
        for index in range(len(self)):
            level = self.level(index)
            if self.is_head(index):
                while open_heads and self.level(open_heads[-1]) >= level:
                    open_heads.pop()
                yield open_heads[-1] if open_heads else -1
                open_heads.append(index)
                open_items.clear()
                continue
            while open_items and self.level(open_items[-1]) >= level:
                open_items.pop()
            if open_items:
                yield open_items[-1]
            else:
                yield open_heads[-1] if open_heads else -1
            open_items.append(index)


def _row_of(entries: Sequence[T | Row], make: Callable[[int, T], Row], index: int) -> Row:
    entry = entries[index]
    return entry if isinstance(entry, Row) else make(index, entry)


NO_ROWS: Rows[Row] = Rows()


def with_owners(kept: list[int], owners: list[int]) -> list[int]:
    """The kept rows (ascending indices) together with all that they belong under, ascending."""
    shown = set(kept)
    for index in kept:
        owner = owners[index]
        while owner >= 0 and owner not in shown:
            shown.add(owner)
            owner = owners[owner]
    return sorted(shown) if len(shown) != len(kept) else kept
