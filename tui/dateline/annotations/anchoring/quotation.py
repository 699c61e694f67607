"""Finding a passage by its words and surroundings alone, without the text it was marked in."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz import fuzz

from dateline.annotations.anchoring.passage import LOST, Passage, Placement
from dateline.annotations.anchoring.scoring import ALONE, ANCHORED, TO_CHECK, Fit, Sought
from dateline.annotations.anchoring.words import Words

_MOST = 400
"""Occurrences of a quote that are weighed, those nearest to the expected place."""
_COMMON = 60
"""A word that occurs more often says little about where a passage is."""
_LEADS = 6
"""Places that are looked at closely."""
_MARGIN = 0.04
"""Lead in score that the best place must have over the next."""
_RIVAL = 0.75
"""Similarity to the quote from which the next best place is a rival to be taken seriously."""
_WIDE_MARGIN = 0.15
"""Lead that the best place must have over such a rival."""
_LONG = 400
"""Code points from which a quote is looked for by its two ends: comparing all of it takes long."""
_END = 100
"""Code points of such an end."""
_END_FOUND = 70
"""Per cent of an end that must be there."""


class Quotations:
    """A text in which passages are looked for.

    `free`: for each word whether it may belong to a passage that is looked for; None: all may.
    """

    def __init__(
        self, words: Words, numbering: dict[str, int], free: list[bool] | None = None
    ) -> None:
        self._free = free
        self._words = words
        self._text = words.folded.text
        self._numbering = numbering
        self._places: dict[int, list[int]] | None = None

    def place(self, passage: Passage, *, trusting: bool = False) -> Placement:
        """Where the passage stands.

        `trusting`: a long quote found word for word, once, is taken even where its surroundings
        differ (they come from another rendering of the page, as in an import).
        """
        sought = Sought(passage)
        if not sought.quote:
            return LOST
        expected = self._words.folded.from_original(min(passage.start, len(self._text)))
        fits = self._exact(sought, expected)
        if len(fits) != 1 or fits[0].prefix != 1.0 or fits[0].suffix != 1.0:
            fits = fits + self._approximate(sought, expected)
        return self._judge(fits, sought, trusting=trusting)

    def _exact(self, sought: Sought, expected: int) -> list[Fit]:
        quote = sought.quote
        starts: list[int] = []
        at = self._text.find(quote)
        while at >= 0 and len(starts) < 50 * _MOST:
            starts.append(at)
            at = self._text.find(quote, at + 1)
        if len(starts) > _MOST:
            starts = sorted(starts, key=lambda start: abs(start - expected))[:_MOST]
        fits = [sought.fit(self._text, start, start + len(quote), expected) for start in starts]
        return [fit for fit in fits if self._is_free(fit)]

    def _is_free(self, fit: Fit) -> bool:
        if self._free is None:
            return True
        first, last = self._words.covering(fit.start, fit.end)
        return 2 * sum(self._free[first:last]) > last - first

    def _approximate(self, sought: Sought, expected: int) -> list[Fit]:
        """Places that share rare words with the passage, in about the same distances."""
        from dateline.annotations.anchoring.folding import Folded

        whole = sought.prefix + sought.quote + sought.suffix
        words = Words(Folded(whole), self._numbering)
        first, last = words.covering(len(sought.prefix), len(sought.prefix) + len(sought.quote))
        size = last - first
        votes: defaultdict[int, float] = defaultdict(float)
        for index, number in enumerate(words.numbers):
            places = self._index().get(number, [])
            if not places or len(places) > _COMMON:
                continue
            weight = (2.0 if first <= index < last else 1.0) / len(places)
            for at in places:
                lead = at - (index - first)
                votes[lead // 4] += weight
                votes[lead // 4 + 1] += weight * 0.5
        leads = sorted(votes, key=votes.__getitem__, reverse=True)[:_LEADS]
        found = [self._closer(sought, lead * 4, size, expected) for lead in leads]
        unique = {(fit.start, fit.end): fit for fit in found if fit and self._is_free(fit)}
        return list(unique.values())

    def _closer(self, sought: Sought, lead: int, size: int, expected: int) -> Fit | None:
        """The best span of whole words around a lead."""
        words = self._words
        slack = 4 + size // 4
        first, last = max(0, lead - slack), min(len(words), lead + size + slack + 4)
        if last <= first:
            return None
        offset = words.starts[first]
        window = self._text[offset : words.ends[last - 1]]
        match = _aligned(sought.quote, window)
        if match is None:
            return None
        left, right = words.covering(offset + match[0], offset + match[1])
        best: Fit | None = None
        near = 2 if len(sought.quote) <= _LONG else 0
        for start in range(max(first, left - near), min(last, left + near + 1)):
            for end in range(max(start + 1, right - near), min(last, right + near) + 1):
                fit = sought.fit(self._text, words.starts[start], words.ends[end - 1], expected)
                if best is None or (fit.quote, fit.score) > (best.quote, best.score):
                    best = fit
        return best

    def _judge(self, fits: list[Fit], sought: Sought, *, trusting: bool) -> Placement:
        if not fits:
            return LOST
        ranked = sorted(fits, key=lambda fit: fit.score, reverse=True)
        best = ranked[0]
        rival = next((fit for fit in ranked[1:] if not _overlap(fit, best)), None)
        clear = rival is None or best.score - rival.score >= (
            _MARGIN if rival.quote < _RIVAL else _WIDE_MARGIN
        )
        place = self._words.folded.span_to_original(best.start, best.end)
        alone = rival is None or rival.quote < ANCHORED
        exact = best.quote == 1.0
        long = len(sought.quote) >= ALONE
        around = best.both_sides or (exact and alone and bool(best.sides))
        if clear and around and best.quote >= ANCHORED:
            return Placement(*place, "anchored", best.score)
        if exact and trusting and long and (rival is None or rival.quote < 1.0):
            return Placement(*place, "anchored", best.score)
        worthy = best.sides or (alone and (long or self._free is not None))
        if exact and worthy:
            return Placement(*place, "to_check", best.score)
        if best.score >= TO_CHECK and (best.sides or best.quote >= ANCHORED):
            return Placement(*place, "to_check", best.score)
        return LOST

    def _index(self) -> dict[int, list[int]]:
        if self._places is None:
            self._places = defaultdict(list)
            for at, number in enumerate(self._words.numbers):
                if self._free is None or self._free[at]:
                    self._places[number].append(at)
        return self._places


def _aligned(quote: str, window: str) -> tuple[int, int] | None:
    """The part of the window that the quote resembles most; of a long quote its ends decide."""
    if len(quote) <= _LONG:
        match = fuzz.partial_ratio_alignment(quote, window)
        if match is None or match.dest_end <= match.dest_start:
            return None
        return match.dest_start, match.dest_end
    head = fuzz.partial_ratio_alignment(quote[:_END], window, score_cutoff=_END_FOUND)
    tail = fuzz.partial_ratio_alignment(quote[-_END:], window, score_cutoff=_END_FOUND)
    if head is not None:
        start = head.dest_start
        end = tail.dest_end if tail is not None else min(len(window), start + len(quote))
    elif tail is not None:
        start, end = max(0, tail.dest_end - len(quote)), tail.dest_end
    else:
        return None
    return (start, end) if start < end else None


def _overlap(one: Fit, other: Fit) -> bool:
    return one.start < other.end and other.start < one.end
