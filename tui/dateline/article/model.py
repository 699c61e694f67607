"""What is read: an article as one text, with its structure laid over it as spans.

Every offset counts Unicode code points in `Article.text`; every span is half-open, `[start, end)`.
Nothing in an `Article` holds a control character but LF and TAB: readers clean what they take in
(see `dateline.article.clean`), one code point for one code point.
"""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from functools import cached_property
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


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a dossier: the stretch of the dossier's text that is its text."""

    start: int
    end: int
    title: str
    article: Article


@dataclass(frozen=True)
class Article:
    """An article to read. Make one with `dateline.open_article` or `Article.from_text`."""

    text: str
    """The only text there is: all spans of the program count in it."""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    styles: tuple[StyleSpan, ...] = ()
    images: tuple[Image, ...] = ()
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: datetime.date | None = None
    published_from: str | None = None
    """How the date is known, for the reader's eye: "the page's metadata", "the dateline", ..."""
    source: str = ""
    """Where it came from: a path, a URL, or "-" for standard input; empty for a text in memory."""
    url: str | None = None
    """The canonical address, when the source gives one."""
    format: str = "text"
    """The format it was read from: text, markdown, html, epub, pdf, email, feed."""
    language: str | None = None
    """ISO 639-1 code, when the source says it or it was detected."""
    anchors: tuple[Anchor, ...] = ()
    """Where links within the article lead, in the order of the text."""
    remarks: tuple[str, ...] = field(default=())
    """What the reader should be told of how it was opened, a sentence each."""
    parts: tuple[Part, ...] = ()
    """The articles that a dossier is made of; none for a single article."""

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        published: datetime.date | None = None,
        title: str | None = None,
        source: str = "",
    ) -> Article:
        """Make an article of plain text; its structure is told by what the text shows.

        Line ends become LF, a byte order mark is dropped and control characters are replaced,
        one for one, so offsets count in `text` as it then stands.
        """
        from dateline.article.plain_text import read_plain_text

        return read_plain_text(text, published=published, title=title, source=source)

    @cached_property
    def text_hash(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal: the same text under any path or URL."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
