"""The annotations of an article in the order of its text, kept so while a few of them change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from dateline.annotations.model import Annotation

_Key = tuple[bool, int, int, str]


class InOrder(Sequence["Annotation"]):
    """Annotations: what has no place first, then by start, the longer ones first.

    It does not change; `changed` makes another one, which for one annotation among ten thousand
    takes a fraction of a millisecond.
    """

    __slots__ = ("_by_id", "_keys", "all", "ends", "first_placed", "starts")

    def __init__(self, annotations: Iterable[Annotation] = ()) -> None:
        self.all: tuple[Annotation, ...] = tuple(sorted(annotations, key=_key))
        self._keys = [_key(each) for each in self.all]
        self._by_id = {each.id: each for each in self.all}
        self.first_placed = bisect_left(self._keys, (True,))
        """The index of the first annotation that has a place in the text."""
        self.starts = [each.start for each in self.all[self.first_placed :]]
        """Where those that have a place begin, ascending."""
        self.ends = [each.end for each in self.all[self.first_placed :]]

    def changed(self, changed: Iterable[Annotation]) -> InOrder:
        """The same with these annotations as they are now; deleted ones go."""
        after = InOrder.__new__(InOrder)
        annotations, after._keys = list(self.all), self._keys.copy()
        after._by_id = self._by_id.copy()
        after.starts, after.ends = self.starts.copy(), self.ends.copy()
        first = self.first_placed
        for each in changed:
            before = after._by_id.pop(each.id, None)
            if before is not None:
                at = bisect_left(after._keys, _key(before))
                del annotations[at], after._keys[at]
                if at < first:
                    first -= 1
                else:
                    del after.starts[at - first], after.ends[at - first]
            if each.deleted:
                continue
            key = _key(each)
            at = bisect_left(after._keys, key)
            annotations.insert(at, each)
            after._keys.insert(at, key)
            after._by_id[each.id] = each
            if key[0]:
                after.starts.insert(at - first, each.start)
                after.ends.insert(at - first, each.end)
            else:
                first += 1
        after.all, after.first_placed = tuple(annotations), first
        return after

    def with_id(self, annotation_id: str) -> Annotation | None:
        """The annotation of an id, if it is among them."""
        return self._by_id.get(annotation_id)

    def at(self, start: int, end: int) -> list[Annotation]:
        """Those that stand on just `[start, end)`."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, start + 1, first)
        return [
            self.all[self.first_placed + place]
            for place in range(first, last)
            if self.ends[place] == end
        ]

    def __len__(self) -> int:
        return len(self.all)

    @overload
    def __getitem__(self, index: int) -> Annotation: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Annotation, ...]: ...
    def __getitem__(self, index: int | slice) -> Annotation | tuple[Annotation, ...]:
        return self.all[index]

    def __iter__(self) -> Iterator[Annotation]:
        return iter(self.all)


def _key(annotation: Annotation) -> _Key:
    """What orders annotations; no two have the same."""
    placed = annotation.end > annotation.start and annotation.state != "lost"
    return placed, annotation.start, -annotation.end, annotation.created + annotation.id


NO_ANNOTATIONS = InOrder()
