"""What an edited text tells twice: in its own place in other words, and elsewhere as it was.

A note of correction repeats the old wording of a sentence that stands where it stood with other
words in it; a live blog tells a post again above or below the first one. Which of two tellings is
the old passage cannot be seen from the words: these functions say where there are two.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from dateline.annotations.anchoring.islands import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.annotations.anchoring.islands import Island

_ALIKE = 0.5
"""Similarity, by words, from which what is written in the place of a passage is that passage."""
_SHARED = 0.6
"""Share of the shorter of two neighbours that must stand in the other, so that it is a copy."""
_LEAST = 4
"""Words from which a copy counts as one."""
_MOST = 400
"""Words of an insertion up to which it is compared with what stands beside it."""

_SLID = 2
"""Words from which a slide counts."""


def home_of(
    island: Island, became: Sequence[int], came_from: Sequence[int]
) -> tuple[int, int] | None:
    """The new words between the neighbours that an island had; None if others stand there.

    `became`: for each old word the index of the new one, or NOWHERE; `came_from` the other way.
    Half-open.
    """
    left, right = island.start - 1, island.end
    while left >= 0 and became[left] == NOWHERE:
        left -= 1
    while right < len(became) and became[right] == NOWHERE:
        right += 1
    first = became[left] + 1 if left >= 0 else 0
    last = became[right] if right < len(became) else len(came_from)
    if not first < last <= first + 2 * (right - left) + 8:
        return None
    if any(claim != NOWHERE for claim in came_from[first:last]):
        return None
    return first, last


def is_retold(ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether two rows of words are two wordings of one passage."""
    return Indel.normalized_similarity(ours, theirs) >= _ALIKE


def told_twice(
    old: Sequence[int], new: Sequence[int], came_from: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The old words, half-open, beside which a copy of them was written.

    `old` and `new` are the words of the two versions as numbers.
    """
    for first, last in _insertions(came_from):
        if _LEAST <= last - first <= _MOST:
            written = new[first:last]
            if last < len(new):
                yield from _copied(written, old, came_from[last], came_from[last] + len(written))
            if first:
                end = came_from[first - 1] + 1
                yield from _copied(written, old, end - len(written), end)


def slides(new: Sequence[int], came_from: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The old words, half-open, that could as well stand on the other side of an insertion.

    When "a b" became "a b c a b", "c a b" was written behind it, or "a b c" before.
    """
    for first, last in _insertions(came_from):
        step = 0
        while last + step < len(new) and new[first + step] == new[last + step]:
            step += 1
        if step >= _SLID and last < len(new):
            yield came_from[last], came_from[last] + step
        step = 0
        while first - step > 0 and new[first - step - 1] == new[last - step - 1]:
            step += 1
        if step >= _SLID:
            yield came_from[first - 1] + 1 - step, came_from[first - 1] + 1


def astray(
    old: Sequence[int], new: Sequence[int], became: Sequence[int], came_from: Sequence[int]
) -> frozenset[int]:
    """The words, by number, that the old version had once, and the new one has anew elsewhere.

    Where two lines of a list that differ in a word change their places, only that word moves.
    """
    written = {number for number, claim in zip(new, came_from, strict=True) if claim == NOWHERE}
    gone = Counter(n for n, new_word in zip(old, became, strict=True) if new_word == NOWHERE)
    counts = Counter(number for number in old if number in gone) if gone else Counter()
    return frozenset(n for n in gone if n in written and counts[n] == 1)


def _insertions(came_from: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The runs of words that are in the new version alone."""
    at = 0
    while at < len(came_from):
        first = at
        while at < len(came_from) and came_from[at] == NOWHERE:
            at += 1
        if at > first:
            yield first, at
        at += 1


def _copied(
    written: Sequence[int], old: Sequence[int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The old words of `[start, end)` that a copy repeats, from the first to the last."""
    start, end = max(0, start), min(end, len(old))
    if end - start < _LEAST:
        return
    same = [block for block in Indel.opcodes(old[start:end], written) if block.tag == "equal"]
    if sum(block.src_end - block.src_start for block in same) >= _SHARED * (end - start):
        yield start + same[0].src_start, start + same[-1].src_end
