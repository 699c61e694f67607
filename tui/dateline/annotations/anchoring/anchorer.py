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
from dateline.annotations.anchoring.twins import AROUND, Copies, Twins
from dateline.annotations.anchoring.words import Words

_FAR = 60
"""Words within which a neighbour that did not change is looked for."""
_ALIKE = 0.65
"""Similarity of the quote from which a passage whose words are still there is anchored."""
_WHOLE = 0.6
"""Share of a quote that must stand together in one place to be anchored there."""

_LEFT = 0.3
"""Share of the characters of a quote whose words must be left for its place to be sure."""
_SURE = 0.75
"""Score below which the place of words of which some are gone is to be checked."""
_FEW = 8
"""Words from which a passage may stand for itself, whatever became of its surroundings."""
_VERY_FEW = 3
"""Words up to which the two neighbours must still be beside it."""
_TOUCHED = 0.25
"""Share of the words of a passage, and of those around it, up to which its twin is another one."""
_BESIDE = 3
"""Words on either side of a passage whose going elsewhere makes its place doubtful."""
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
        self._copies: Copies | None = None
        free: list[bool] | None = None
        if old is not None and not self._same:
            before = Words(Folded(old), self._numbering)
            self._revision = Revision(before, self._words)
            self._twins = Twins(before)
            self._copies = Copies(self._words, self._revision.came_from)
            free = [old_word == NOWHERE for old_word in self._revision.came_from]
        self._quotations = Quotations(self._words, self._numbering, free)

    def place(self, passage: Passage, *, trusting: bool = False) -> Placement:
        """Where the passage stands now. `trusting` is explained at `Quotations.place`."""
        if self._same:
            return Placement(passage.start, passage.end, "anchored", 1.0)
        if self._revision is None or self._twins is None or self._copies is None:
            return self._quotations.place(passage, trusting=trusting)
        place = _Tracing(self._revision, self._twins, self._copies, passage).place()
        if place.state == "lost":
            place = self._quotations.place(passage)
            if place.state == "anchored":
                place = replace(place, state="to_check")
        return place


class _Tracing:
    """Following one passage through a revision."""

    def __init__(self, revision: Revision, twins: Twins, copies: Copies, passage: Passage) -> None:
        self.revision = revision
        self.twins = twins
        self.copies = copies
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
                or (not whole and fit.score < _SURE)
                or held < _LEFT
                or self._has_a_word_astray()
                or 3 * sum(self.revision.slid[self.first : self.last]) >= self.last - self.first
            )
            return Placement(*place, "to_check" if doubtful else "anchored", fit.score)
        updated = fit.sides == 2 and _is_number(text[start:end]) and _is_number(self.sought.quote)
        if held >= _LEFT or fit.quote >= TO_CHECK or updated:
            return Placement(*place, "to_check", fit.score)
        return LOST

    def _is_left_alone(self) -> bool:
        """Whether a few words are still there, and nearly nothing of what stood around them."""
        if self.last - self.first >= _FEW:
            return False
        became = self.revision.became
        before = became[max(0, self.first - AROUND) : self.first]
        after = became[self.last : self.last + AROUND]
        if self.last - self.first <= _VERY_FEW and self._has_lost_a_neighbour():
            return True
        around = before + after
        return around.count(NOWHERE) > _ALONE * len(around)

    def _has_lost_a_neighbour(self) -> bool:
        """Whether the words beside the passage are no longer beside it.

        At the edge of what moved as a whole none is missed.
        """
        first, last = max(0, self.first - 1), self.last + 1
        island = self.revision.island_at(self.first)
        whole = island is not None and island.kept == island.end - island.start > _VERY_FEW
        if island is not None and whole and self.last <= island.end:
            first, last = max(first, island.start), min(last, island.end)
        words = self.revision.became[first:last]
        return words != list(range(words[0], words[0] + len(words)))

    def _has_a_word_astray(self) -> bool:
        """Whether a word that it had, or had beside it, is gone from here and stands elsewhere."""
        revision = self.revision
        near = range(max(0, self.first - _BESIDE), min(len(self.old), self.last + _BESIDE))
        return bool(revision.astray) and any(
            revision.became[word] == NOWHERE and self.old.numbers[word] in revision.astray
            for word in near
        )

    def _may_be_a_twin(self) -> bool:
        """Whether the old text had a passage like this one, and they may have been confused.

        They are not when both are there, but for a few words, in order, among their neighbours.
        """
        became = self.revision.became
        island = self.revision.island_at(self.first)
        if island is not None and island.is_small and self.twins.has_another(*island.span):
            return True
        first, last = max(0, self.first - AROUND), self.last + AROUND
        ours = became[first:last]
        broken = self._is_broken(first, last)
        touched = broken or NOWHERE in ours
        if touched and self.copies.has_one(self.old, self.first, self.last):
            return True
        shifts = self.twins.of(self.first, self.last)
        if shifts and (broken or not _is_mostly_there(ours)):
            return True
        for shift in shifts:
            theirs = became[max(0, first + shift) : max(0, last + shift)]
            if not _is_mostly_there(theirs) or self._is_broken(first + shift, last + shift):
                return True
            if (max(theirs) > max(ours)) != (shift > 0):
                return True
        return False

    def _is_broken(self, first: int, last: int) -> bool:
        """Whether old words of a half-open range no longer follow each other."""
        breaks = self.revision.breaks
        return bisect_left(breaks, first + 1) != bisect_left(breaks, last)


def _is_mostly_there(words: list[int]) -> bool:
    return len(words) > 0 and words.count(NOWHERE) <= _TOUCHED * len(words)


def _is_number(words: str) -> bool:
    """Whether digits are the most of it."""
    return 2 * sum(letter.isdigit() for letter in words) > len(words)


def _follow(one: str, other: str, offset: int) -> int:
    """Where an offset of one string falls in the other, by the cheapest way to edit it."""
    for block in Levenshtein.opcodes(one, other):
        if block.src_start <= offset <= block.src_end and block.src_end > block.src_start:
            if block.tag == "delete":
                return int(block.dest_start)
            share = (offset - block.src_start) / (block.src_end - block.src_start)
            return int(block.dest_start + round(share * (block.dest_end - block.dest_start)))
    return len(other)
