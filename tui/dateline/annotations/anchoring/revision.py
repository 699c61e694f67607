"""What of one version of a text stands where in the next: unchanged, moved, or gone.

Like patience diff, but stretches may move: runs of words that occur once in both versions are
matched and grown as far as they go; what is left is compared again with shorter runs, and the gaps
between neighbours word by word. Each word of the new version is given to one word of the old at
most, so what replaced or resembles a removed passage cannot be taken for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from dateline.annotations.anchoring.islands import NOWHERE, Island, doubtful, islands
from dateline.annotations.anchoring.retelling import astray, home_of, is_retold, slides, told_twice

if TYPE_CHECKING:
    from dateline.annotations.anchoring.words import Words

_RUNS = (8, 4)
"""Lengths, in words, of the runs that are looked for, one pass each."""
_GAP = 1500
"""Longest gap, in words, that is compared word by word."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Equal words: `[old, old + length)` and `[new, new + length)`."""

    old: int
    new: int
    length: int


class Revision:
    """The words of the new version that the words of the old one became."""

    def __init__(self, old: Words, new: Words) -> None:
        self.old = old
        self.new = new
        self.became = [NOWHERE] * len(old)
        """For each old word, the index of the new one, or NOWHERE."""
        self.came_from = [NOWHERE] * len(new)
        self.contested = bytearray(len(new))
        """1 for new words that two old stretches have an equal claim to."""
        for run in _RUNS:
            self._claim(self._settle(self._stretches(run)))
        self._fill_gaps()
        self._claim(self._settle(self._repeated(_RUNS[0])))
        self._fill_gaps()
        retold = self._send_home()
        self.astray = astray(old.numbers, new.numbers, self.became, self.came_from)
        """Words, by number, that are gone from where they stood and were written elsewhere."""
        self.islands = islands(self.became)
        self.breaks = [island.start for island in self.islands]
        """Old words that no longer follow what they followed, ascending."""
        self.doubtful = doubtful(old, self.became, self.islands)
        """1 for old words whose stretch came away from its neighbours and changed, or that are told
        twice."""
        self.slid = bytearray(len(old))
        """1 for old words that could as well stand on the other side of an insertion."""
        copied = told_twice(old.numbers, new.numbers, self.came_from)
        for start, end in (*retold, *copied):
            self.doubtful[start:end] = b"\x01" * (end - start)
        for start, end in slides(new.numbers, self.came_from):
            self.slid[start:end] = b"\x01" * (end - start)
        self.moved = self._find_moved()
        """1 for old words that now stand before what they followed, or after what they preceded."""

    def island_at(self, word: int) -> Island | None:
        """The island that an old word lies in, or that ends before it."""
        place = bisect_right(self.breaks, word) - 1
        return self.islands[place] if place >= 0 else None

    def _stretches(self, run: int) -> list[_Stretch]:
        """Maximal stretches of equal, unclaimed words around runs that occur once on each side."""
        once_old = _once(self.old.numbers, self.became, run)
        once_new = _once(self.new.numbers, self.came_from, run)
        found: list[_Stretch] = []
        reached: dict[int, int] = {}
        for key, old in once_old.items():
            new = once_new.get(key)
            if new is None or reached.get(new - old, -1) >= old + run:
                continue
            stretch = self._grow(old, new, run)
            reached[new - old] = stretch.old + stretch.length
            found.append(stretch)
        return found

    def _repeated(self, run: int) -> list[_Stretch]:
        """Stretches around runs that occur equally often on both sides, taken in their order."""
        before = _all(self.old.numbers, self.became, run)
        after = _all(self.new.numbers, self.came_from, run)
        found: list[_Stretch] = []
        reached: dict[int, int] = {}
        for key, places in before.items():
            if len(places) > 1 and len(places) == len(after.get(key, ())):
                for old, new in zip(places, after[key], strict=True):
                    if reached.get(new - old, -1) < old + run:
                        stretch = self._grow(old, new, run)
                        reached[new - old] = stretch.old + stretch.length
                        found.append(stretch)
        return found

    def _send_home(self) -> list[tuple[int, int]]:
        """Give what stands elsewhere back to what is written in its own place, where that is alike.

        Which old words it was, half-open.
        """
        retold: list[tuple[int, int]] = []
        for island in islands(self.became):
            home = home_of(island, self.became, self.came_from) if not island.at_edge else None
            ours = self.old.numbers[island.start : island.end]
            if home is None or not is_retold(ours, self.new.numbers[slice(*home)]):
                continue
            for word in range(island.start, island.end):
                if self.became[word] != NOWHERE:
                    self.came_from[self.became[word]] = NOWHERE
                    self.became[word] = NOWHERE
            self._fill(island.start, island.end, *home)
            retold.append(island.span)
        return retold

    def _find_moved(self) -> bytearray:
        """The words off the heaviest row of stretches that kept their order."""
        stretches: list[_Stretch] = []
        for old, new in enumerate(self.became):
            if new == NOWHERE:
                continue
            last = stretches[-1] if stretches else None
            if last and last.old + last.length == old and last.new + last.length == new:
                stretches[-1] = _Stretch(last.old, last.new, last.length + 1)
            else:
                stretches.append(_Stretch(old, new, 1))
        moved = bytearray(len(self.old))
        for stretch in _out_of_order(stretches):
            moved[stretch.old : stretch.old + stretch.length] = b"\x01" * stretch.length
        return moved

    def _grow(self, old: int, new: int, length: int) -> _Stretch:
        ours, theirs = self.old.numbers, self.new.numbers
        became, came_from = self.became, self.came_from
        first, last = old, old + length
        shift = new - old
        while (
            first > 0
            and first + shift > 0
            and ours[first - 1] == theirs[first - 1 + shift]
            and became[first - 1] == NOWHERE
            and came_from[first - 1 + shift] == NOWHERE
        ):
            first -= 1
        while (
            last < len(ours)
            and last + shift < len(theirs)
            and ours[last] == theirs[last + shift]
            and became[last] == NOWHERE
            and came_from[last + shift] == NOWHERE
        ):
            last += 1
        return _Stretch(first, first + shift, last - first)

    def _settle(self, stretches: list[_Stretch]) -> list[_Stretch]:
        """Cut stretches that claim the same words apart, where the text itself has a break."""
        by_new = self._cut(sorted(stretches, key=lambda s: s.new), of_new=True)
        return self._cut(sorted(by_new, key=lambda s: s.old), of_new=False)

    def _cut(self, ordered: list[_Stretch], *, of_new: bool) -> list[_Stretch]:
        kept: list[_Stretch] = []
        for stretch in ordered:
            before = kept[-1] if kept else None
            if before is not None:
                end = (before.new if of_new else before.old) + before.length
                start = stretch.new if of_new else stretch.old
                if end > start:
                    cut = self._best_cut(start, end, of_new=of_new)
                    kept[-1] = _Stretch(before.old, before.new, before.length - (end - cut))
                    gone = cut - start
                    stretch = _Stretch(
                        stretch.old + gone, stretch.new + gone, stretch.length - gone
                    )
            kept.append(stretch)
        return [stretch for stretch in kept if stretch.length > 0]

    def _best_cut(self, start: int, end: int, *, of_new: bool) -> int:
        words = self.new if of_new else self.old
        strengths = [words.boundary(index) for index in range(start, end + 1)]
        best = max(strengths)
        first = start + strengths.index(best)
        last = end - strengths[::-1].index(best)
        if of_new and last > first:
            self.contested[first:last] = b"\x01" * (last - first)
        return first

    def _claim(self, stretches: list[_Stretch]) -> None:
        for stretch in sorted(stretches, key=lambda s: -s.length):
            for step in range(stretch.length):
                old, new = stretch.old + step, stretch.new + step
                if self.became[old] == NOWHERE and self.came_from[new] == NOWHERE:
                    self.became[old] = new
                    self.came_from[new] = old

    def _fill_gaps(self) -> None:
        """Match the words between two neighbours that are still neighbours."""
        left_old = left_new = -1
        for old in range(len(self.old) + 1):
            if old < len(self.old):
                new = self.became[old]
                if new == NOWHERE:
                    continue
            else:
                new = len(self.new)
            if old - left_old > 1 and new - left_new > 1:
                self._fill(left_old + 1, old, left_new + 1, new)
            left_old, left_new = old, new

    def _fill(self, old_first: int, old_last: int, new_first: int, new_last: int) -> None:
        if old_last - old_first > _GAP or new_last - new_first > _GAP:
            return
        if any(claim != NOWHERE for claim in self.came_from[new_first:new_last]):
            return
        ours = self.old.numbers[old_first:old_last]
        theirs = self.new.numbers[new_first:new_last]
        for block in Indel.opcodes(ours, theirs):
            if block.tag != "equal":
                continue
            for step in range(block.src_end - block.src_start):
                old = old_first + block.src_start + step
                new = new_first + block.dest_start + step
                self.became[old] = new
                self.came_from[new] = old


def _out_of_order(stretches: list[_Stretch]) -> list[_Stretch]:
    """Those of the stretches, given in old order, that are off the heaviest increasing row."""
    ends: list[int] = []
    best: list[tuple[int, int]] = []
    previous: dict[int, int] = {}
    for index, stretch in enumerate(stretches):
        at = bisect_left(ends, stretch.new)
        weight = stretch.length + (best[at - 1][0] if at else 0)
        previous[index] = best[at - 1][1] if at else NOWHERE
        if at < len(ends) and ends[at] == stretch.new and best[at][0] >= weight:
            continue
        ends.insert(at, stretch.new)
        best.insert(at, (weight, index))
        while at + 1 < len(ends) and best[at + 1][0] <= weight:
            del ends[at + 1], best[at + 1]
    kept: set[int] = set()
    index = best[-1][1] if best else NOWHERE
    while index != NOWHERE:
        kept.add(index)
        index = previous[index]
    return [stretch for index, stretch in enumerate(stretches) if index not in kept]


def _all(numbers: list[int], claims: list[int], run: int) -> dict[tuple[int, ...], list[int]]:
    """Where each run of unclaimed words stands."""
    found: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
    free = 0
    for at, claim in enumerate(claims):
        free = free + 1 if claim == NOWHERE else 0
        if free >= run:
            first = at - run + 1
            found[tuple(numbers[first : at + 1])].append(first)
    return found


def _once(numbers: list[int], claims: list[int], run: int) -> dict[tuple[int, ...], int]:
    """Where each run of unclaimed words stands that occurs once."""
    found: dict[tuple[int, ...], int] = {}
    again: set[tuple[int, ...]] = set()
    free = 0
    keys = zip(*(numbers[step:] for step in range(run)), strict=False)
    for claim in claims[: run - 1]:
        free = free + 1 if claim == NOWHERE else 0
    for at, key in enumerate(keys):
        free = free + 1 if claims[at + run - 1] == NOWHERE else 0
        if free < run:
            continue
        if key in found:
            again.add(key)
        else:
            found[key] = at
    for key in again:
        del found[key]
    return found
