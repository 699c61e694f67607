"""The state of reading one article: what is found, where the cursor is, what is selected."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from dateline.annotations.in_order import NO_ANNOTATIONS
from dateline.library.positions import JumpList
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.annotations.in_order import InOrder
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
    space: int = 0
    """How much white space after the words is selected too: between blocks no cursor can stand."""

    @property
    def words(self) -> Span:
        """The stretch of text from one end to the other."""
        return Span(min(self.anchor, self.head), max(self.anchor, self.head) + 1)

    @property
    def span(self) -> Span:
        """The same, with the white space after it where that was selected."""
        return Span(self.words.start, self.words.end + self.space)


@dataclass
class ReadingState:
    """What the reading screen knows of the article at hand."""

    article: Article
    findings: Analysis | None = None
    annotations: InOrder = NO_ANNOTATIONS
    reads_notes: bool = False
    """Whether the annotations are being read, and those here are not all."""
    selecting: Selecting | None = None
    jumps: JumpList = field(default_factory=JumpList)
    marks: dict[str, int] = field(default_factory=dict)
    overlap: int = 0
    """Which of the things that overlap under the cursor is meant; 0 is the innermost."""

    @property
    def mode(self) -> Mode:
        """Whether keys move or select."""
        return Mode.READING if self.selecting is None else Mode.SELECTING
