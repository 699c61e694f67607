"""The state of reading one article: what is found, where the cursor is, what is selected."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.annotations.model import Annotation
    from dateline.article.model import Article


class Mode(Enum):
    """What keys mean in the article pane."""

    READING = "reading"
    SELECTING = "selecting"


@dataclass(frozen=True, slots=True)
class Selecting:
    """A selection in the making: both ends are characters, and both are in it."""

    anchor: int
    head: int
    whole_paragraphs: bool = False

    @property
    def span(self) -> Span:
        """The stretch of text from one end to the other."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head) + 1)


@dataclass
class JumpList:
    """Where the reader was before each jump; the way back and forward again."""

    places: list[int] = field(default_factory=list)
    at: int = 0

    def leave(self, offset: int) -> None:
        """Remember the place that a jump leaves."""
        del self.places[self.at :]
        if not self.places or self.places[-1] != offset:
            self.places.append(offset)
        self.at = len(self.places)

    def back(self, offset: int) -> int | None:
        """The place before; `offset` is where the reader is now, to come back to."""
        if self.at == 0:
            return None
        if self.at == len(self.places):
            self.places.append(offset)
        self.at -= 1
        return self.places[self.at]

    def forward(self) -> int | None:
        """The place that `back` left."""
        if self.at + 1 >= len(self.places):
            return None
        self.at += 1
        return self.places[self.at]


@dataclass
class ReadingState:
    """What the reading screen knows of the article at hand."""

    article: Article
    findings: Analysis | None = None
    annotations: tuple[Annotation, ...] = ()
    selecting: Selecting | None = None
    jumps: JumpList = field(default_factory=JumpList)
    marks: dict[str, int] = field(default_factory=dict)
    overlap: int = 0
    """Which of the things that overlap under the cursor is meant; 0 is the innermost."""

    @property
    def mode(self) -> Mode:
        """Whether keys move or select."""
        return Mode.READING if self.selecting is None else Mode.SELECTING
