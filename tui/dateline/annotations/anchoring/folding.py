"""A text made comparable: wrapping, spacing and the shape of quotation marks do not count."""

from __future__ import annotations

import re
from bisect import bisect_right

_SPACES = re.compile(r"\s+")
_ALIKE = str.maketrans("“”„‟«»‘’‚‛‹›‐‑‒–—―\u00a0", "\"\"\"\"\"\"''''''------ ")


class Folded:
    """A text with every run of white space as one space, and the offsets that lead back."""

    def __init__(self, text: str) -> None:
        self.original = text
        plain = text.translate(_ALIKE)
        pieces: list[str] = []
        self._at = [0]
        self._shift = [0]
        done = 0
        shift = 0
        length = 0
        for run in _SPACES.finditer(plain):
            piece = plain[done : run.start()]
            pieces.append(piece)
            length += len(piece) + 1
            done = run.end()
            extra = done - run.start() - 1
            if extra:
                shift += extra
                self._at.append(length)
                self._shift.append(shift)
        pieces.append(plain[done:])
        self.text = " ".join(pieces)
        self._original_at = [at + gone for at, gone in zip(self._at, self._shift, strict=True)]

    def to_original(self, offset: int) -> int:
        """The offset in the original text of an offset in the folded one."""
        return offset + self._shift[bisect_right(self._at, offset) - 1]

    def span_to_original(self, start: int, end: int) -> tuple[int, int]:
        """The original span of a folded one that neither starts nor ends with a space."""
        if end <= start:
            at = self.to_original(start)
            return at, at
        return self.to_original(start), self.to_original(end - 1) + 1

    def from_original(self, offset: int) -> int:
        """The offset in the folded text of an offset in the original one."""
        index = bisect_right(self._original_at, offset) - 1
        folded = offset - self._shift[index]
        if index + 1 < len(self._at):
            folded = min(folded, self._at[index + 1] - 1)
        return folded


def fold(text: str) -> str:
    """A short text folded, where no offsets are needed."""
    return _SPACES.sub(" ", text.translate(_ALIKE))
