"""What the finders of quotes hand to one another, before speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.analysis.model import Stance
    from dateline.analysis.parsed import Passage

Span = tuple[int, int]
"""A half-open pair of code point offsets in the article's text."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a speaker: their span, and the head word where the parse gives one."""

    passage: Passage
    start: int
    end: int
    head: Token | None = None

    @property
    def text(self) -> str:
        """The words as the article has them, line ends as spaces."""
        return self.passage.doc.text[
            self.start - self.passage.start : self.end - self.passage.start
        ]


@dataclass(frozen=True, slots=True)
class Finding:
    """A quote found: its pieces (several where the cue or a paragraph's end splits it), the words
    that say who speaks, and the cue."""

    pieces: tuple[Span, ...]
    direct: bool
    source: Source | None
    cue: Span | None
    stance: Stance = "says"
    strict: bool = True
    """Whether the cue is one of saying, not of thinking, wanting or showing."""
    carried: bool = False
    """Whether the speaker is carried over from the quote before."""
    statement: bool = True
    """Whether it gives words that were said, not a plan, a thought or what was only spoken of."""

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1][1]
