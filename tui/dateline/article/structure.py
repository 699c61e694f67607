"""The pieces of an article's structure: spans that are laid over its text.

Every offset counts Unicode code points in `Article.text`; every span is half-open, `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal[
    "title",
    "standfirst",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "item",
    "quote",
    "code",
    "table",
    "rule",
    "caption",
    "footnote",
    "aside",
]
"""What a block is. `aside` is a part set apart from the story (a "Read More:" list, a promotion):
it is shown, but what is found in it does not count as the story's own."""

StyleName = Literal[
    "emphasis", "strong", "code", "strike", "superscript", "subscript", "dateline", "break"
]
"""A way of setting words. `dateline` is the place and date at the head of a news story; `break`
covers a line end (one LF) that the author meant and that is kept when the paragraph is reflowed."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: blocks do not overlap and stand in the order of the text.

    The text between two blocks is white space. A LF inside a block, with the spaces around it, is
    one space when it is shown, except in `code` (lines as they stand), in `table` (a row a line,
    cells parted by TAB) and where a `break` style covers it.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Depth of a heading (1 to 6), a list item or a quotation (1 is the outermost); else 0."""
    marker: str = ""
    """What is drawn before the block and is not in the text, such as the bullet or number of a
    Markdown list item; empty where the text has the marker itself."""
    columns: str = ""
    """How the columns of a table are set, a letter each: l (left), c (centre), r (right)."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of text that leads somewhere. `href` is clean, and absolute where possible."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links of the same article lead to: `Link.href` is "#" and the name."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class StyleSpan:
    """A stretch of text that is set in a style of its own."""

    start: int
    end: int
    style: StyleName


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that the article shows: the span of its caption in the text, and where it lies."""

    start: int
    end: int
    src: str
