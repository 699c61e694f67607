"""Placing the passages of an older text in a newer one."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from dateline.annotations.anchoring.folding import Folded
from dateline.annotations.anchoring.islands import NOWHERE
from dateline.annotations.anchoring.passage import LOST, Passage, Placement
from dateline.annotations.anchoring.quotation import Quotations
from dateline.annotations.anchoring.revision import Revision
from dateline.annotations.anchoring.scoring import ANCHORED, TO_CHECK, Sought
from dateline.annotations.anchoring.twins import AROUND, Twins
from dateline.annotations.anchoring.words import Words

_FAR = 60
"""Words within which a neighbour that did not change is looked for."""
_ALIKE = 0.65
"""Similarity of the quote from which a passage whose words are still there is anchored."""
_WHOLE = 0.6
"""Share of a quote that must stand together in one place to be anchored there."""

_FEW = 8
"""Words from which a passage may stand for itself, whatever became of its surroundings."""
_VERY_FEW = 3
"""Words up to which one of the two neighbours must still be there."""
_ALONE = 0.6
"""Share of the words around a shorter one that must be gone for its place to be doubted."""


class Anchorer:
    """Finds passages in `text`; `old` is the text whose offsets the passages have, if known.

    The work that all passages share (folding, indexing, comparing the versions) is done once.
    """

    def __init__(self, text: str, old: str | None = None) -> None:
        self._same = old == text
        self._numbering: dict[str, int] = {}
        self._words = Words(Folded(text), self._numbering)
        self._revision: Revision | None = None
        self._twins: Twins | None = None
        free: list[bool] | None = None
        if old is not None and not self._same:
            before = Words(Folded(old), self._numbering)
            self._revision = Revision(before, self._words)
            self._twins = Twins(before)
            free = [old_word == NOWHERE for old_word in self._revision.came_from]
        self._quotations = Quotations(self._words, self._numbering, free)

    def place(self, passage: Passage, *, trusting: bool = False) -> Placement:
        """Where the passage stands now. `trusting` is explained at `Quotations.place`."""
        if self._same:
            return Placement(passage.start, passage.end, "anchored", 1.0)
        if self._revision is None or self._twins is None:
            return self._quotations.place(passage, trusting=trusting)
        place = _Tracing(self._revision, self._twins, passage).place()
        if place.state == "lost":
            place = self._quotations.place(passage)
            if place.state == "anchored":
                place = replace(place, state="to_check")
        return place


class _Tracing:
    """Following one passage through a revision."""

    def __init__(self, revision: Revision, twins: Twins, passage: Passage) -> None:
        self.revision = revision
        self.twins = twins
        self.old = revision.old
        self.new = revision.new
        self.passage = passage
        self.sought = Sought(passage)
        stripped = passage.exact.strip()
        lead = len(passage.exact) - len(passage.exact.lstrip())
        start = passage.start + lead
        self.start = self.old.folded.from_original(start)
        self.end = self.old.folded.from_original(start + max(0, len(stripped) - 1)) + 1
        self.first, self.last = self.old.covering(self.start, self.end)

    def place(self) -> Placement:
        if not self.sought.quote or self.last <= self.first:
            return LOST
        became = self.revision.became[self.first : self.last]
        run = self._longest_run(became)
        if run is None:
            return self._replaced()
        first, last = run
        start = self._left_edge(self.first + first)
        end = self._right_edge(self.first + last)
        held = sum(
            self.old.ends[index] - self.old.starts[index]
            for index in range(self.first + first, self.first + last + 1)
            if self.revision.became[index] != NOWHERE
        )
        size = sum(
            self.old.ends[index] - self.old.starts[index] for index in range(self.first, self.last)
        )
        return self._judge(start, end, held / max(1, size))

    def _longest_run(self, became: list[int]) -> tuple[int, int] | None:
        """First and last of the words that still stand together, in order, the most there are."""
        reach = max(8, len(became) // 2)
        best: tuple[int, int, int] | None = None
        first = last = NOWHERE
        count = 0
        for index, new in enumerate(became):
            if new == NOWHERE:
                continue
            near = last != NOWHERE and 0 < new - became[last] <= (index - last) + reach
            if not near:
                first, count = index, 0
            last = index
            count += 1
            if best is None or count > best[0]:
                best = (count, first, last)
        return None if best is None else (best[1], best[2])

    def _left_edge(self, first: int) -> int:
        """Where the passage starts, when `first` is its first word that is still there."""
        revision = self.revision
        new = revision.became[first]
        if first == self.first:
            inside = max(0, self.start - self.old.starts[first])
            return self.new.starts[new] + inside
        left = first - 1
        while left >= 0 and revision.became[left] == NOWHERE and first - left < _FAR:
            left -= 1
        before = revision.became[left] if left >= 0 else -1
        if not (left < 0 or 0 <= before < new) or new - before - 1 > 2 * (first - left) + 8:
            return self.new.starts[new]
        return self._edge(left + 1, first, before + 1, new, self.first, after=False)

    def _right_edge(self, last: int) -> int:
        """Where the passage ends, when `last` is its last word that is still there."""
        revision = self.revision
        new = revision.became[last]
        if last == self.last - 1:
            inside = min(0, self.end - self.old.ends[last])
            return self.new.ends[new] + inside
        right = last + 1
        while right < len(self.old) and revision.became[right] == NOWHERE and right - last < _FAR:
            right += 1
        after = revision.became[right] if right < len(self.old) else len(self.new)
        if not new < after or after - new - 1 > 2 * (right - last) + 8:
            return self.new.ends[new]
        return self._edge(last + 1, right, new + 1, after, self.last, after=True)

    def _edge(
        self, old_first: int, old_last: int, new_first: int, new_last: int, at: int, *, after: bool
    ) -> int:
        """The edge before old word `at`, between words that were replaced by others.

        The old words `[old_first, old_last)` became the new `[new_first, new_last)`.
        """
        if new_first >= new_last:
            return self.new.ends[new_first - 1] if after else self.new.starts[new_last]
        ours = self.old.text(old_first, old_last)
        theirs = self.new.text(new_first, new_last)
        offset = (self.old.ends[at - 1] if after else self.old.starts[at]) - self.old.starts[
            old_first
        ]
        moved = _follow(ours, theirs, offset) + self.new.starts[new_first]
        return self._nearest_edge(moved, new_first, new_last, after=after)

    def _nearest_edge(self, offset: int, first: int, last: int, *, after: bool) -> int:
        if after:
            edges = [self.new.ends[index] for index in range(first, last)]
            if first > 0:
                edges.append(self.new.ends[first - 1])
        else:
            edges = [self.new.starts[index] for index in range(first, last)]
            if last < len(self.new):
                edges.append(self.new.starts[last])
        return min(edges, key=lambda edge: abs(edge - offset))

    def _replaced(self) -> Placement:
        """No word of it is left: what stands between the same neighbours may be its new wording."""
        revision = self.revision
        left = self.first - 1
        while left >= 0 and revision.became[left] == NOWHERE and self.first - left < _FAR:
            left -= 1
        right = self.last
        while (
            right < len(self.old) and revision.became[right] == NOWHERE and right - self.last < _FAR
        ):
            right += 1
        before = revision.became[left] if left >= 0 else -1
        after = revision.became[right] if right < len(self.old) else len(self.new)
        if (left >= 0 and before == NOWHERE) or after == NOWHERE or after - before <= 1:
            return LOST
        if after - before > 2 * (right - left) + 8:
            return LOST
        start = self._edge(left + 1, right, before + 1, after, self.first, after=False)
        end = self._edge(left + 1, right, before + 1, after, self.last, after=True)
        return self._judge(start, end, 0.0)

    def _judge(self, start: int, end: int, held: float) -> Placement:
        if end <= start:
            return LOST
        text = self.new.folded.text
        fit = self.sought.fit(text, start, end, self.start)
        place = self.new.folded.span_to_original(start, end)
        first, last = self.new.covering(start, end)
        whole = fit.quote == 1.0 and held == 1.0
        alike = (held >= _WHOLE and fit.quote >= _ALIKE) or (fit.quote >= ANCHORED and fit.sides)
        if whole or alike:
            doubtful = (
                any(self.revision.contested[first:last])
                or any(self.revision.doubtful[self.first : self.last])
                or (not whole and any(self.revision.moved[self.first : self.last]))
                or self._may_be_a_twin()
                or self._is_left_alone()
            )
            return Placement(*place, "to_check" if doubtful else "anchored", fit.score)
        if held >= 0.3 or fit.quote >= TO_CHECK:
            return Placement(*place, "to_check", fit.score)
        return LOST

    def _is_left_alone(self) -> bool:
        """Whether a few words are still there, and nearly nothing of what stood around them."""
        if self.last - self.first >= _FEW:
            return False
        became = self.revision.became
        before = became[max(0, self.first - AROUND) : self.first]
        after = became[self.last : self.last + AROUND]
        if self.last - self.first <= _VERY_FEW and before[-1:] == after[:1] == [NOWHERE]:
            return True
        around = before + after
        return around.count(NOWHERE) > _ALONE * len(around)

    def _may_be_a_twin(self) -> bool:
        """Whether the old text had a passage like this one, and they may have been confused.

        They are not when both are untouched, in their order, and this one among its neighbours.
        """
        became = self.revision.became
        island = self.revision.island_at(self.first)
        if island is not None and island.is_small and self.twins.has_another(*island.span):
            return True
        shifts = self.twins.of(self.first, self.last)
        if not shifts:
            return False
        first, last = max(0, self.first - AROUND), self.last + AROUND
        ours = became[first:last]
        breaks = self.revision.breaks
        if NOWHERE in ours or bisect_left(breaks, first + 1) != bisect_left(breaks, last):
            return True
        for shift in shifts:
            theirs = became[max(0, first + shift) : max(0, last + shift)]
            if NOWHERE in theirs or not theirs or (theirs[0] > ours[0]) != (shift > 0):
                return True
        return False


def _follow(one: str, other: str, offset: int) -> int:
    """Where an offset of one string falls in the other, by the cheapest way to edit it."""
    for block in Levenshtein.opcodes(one, other):
        if block.src_start <= offset <= block.src_end and block.src_end > block.src_start:
            if block.tag == "delete":
                return int(block.dest_start)
            share = (offset - block.src_start) / (block.src_end - block.src_start)
            return int(block.dest_start + round(share * (block.dest_end - block.dest_start)))
    return len(other)
