"""A text as a row of words and marks, numbered so that two texts can be compared."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.annotations.anchoring.folding import Folded

_WORD = re.compile(r"\w+|[^\w\s]")
_ENDERS = frozenset(".!?…\"'")


class Words:
    """The words of a folded text. Offsets are those of `Folded.text`."""

    def __init__(self, folded: Folded, numbering: dict[str, int]) -> None:
        self.folded = folded
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.numbers: list[int] = []
        """A number for each word; equal words of texts with one `numbering` have equal numbers."""
        for match in _WORD.finditer(folded.text):
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.numbers.append(numbering.setdefault(match.group(), len(numbering)))

    def __len__(self) -> int:
        return len(self.starts)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of the words that overlap `[start, end)`."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def text(self, first: int, last: int) -> str:
        """The text of the half-open range of words."""
        if last <= first:
            return ""
        return self.folded.text[self.starts[first] : self.ends[last - 1]]

    def boundary(self, index: int) -> int:
        """How strong a break stands before a word: 4 blank line, 2 end of a sentence, 0 none."""
        if index <= 0 or index >= len(self):
            return 4
        left = self.folded.to_original(self.ends[index - 1] - 1) + 1
        right = self.folded.to_original(self.starts[index])
        between = self.folded.original[left:right]
        lines = between.count("\n")
        ended = self.folded.text[self.ends[index - 1] - 1] in _ENDERS and bool(between)
        if lines > 1:
            return 4
        if lines and ended:
            return 3
        if ended:
            return 2
        return 1 if lines else 0
