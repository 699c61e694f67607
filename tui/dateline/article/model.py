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

from dateline.article.plain_text import read_plain_text
from dateline.article.structure import (
    Anchor,
    Block,
    BlockKind,
    Image,
    Link,
    StyleName,
    StyleSpan,
)

__all__ = [
    "Anchor",
    "Article",
    "Block",
    "BlockKind",
    "Image",
    "Link",
    "Part",
    "StyleName",
    "StyleSpan",
]


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a dossier: the stretch of the dossier's text that is its text."""

    start: int
    end: int
    title: str
    article: Article


SET_BY_READER, SET_BY_COMMAND = "set by you", "the command line"
"""What `Article.published_from` says of a date that was given, not found."""


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
        remarks: tuple[str, ...] = (),
    ) -> Article:
        """Make an article of plain text; its structure is told by what the text shows.

        Line ends become LF, a byte order mark is dropped and control characters are replaced,
        one for one, so offsets count in `text` as it then stands. `title` and `published`, when
        given, win over what the text says of itself; `remarks` come first among the article's own.
        """
        plain = read_plain_text(text, published=published, title=title, source=source)
        return cls(
            text=plain.text,
            blocks=plain.blocks,
            styles=plain.styles,
            title=plain.title,
            byline=plain.byline,
            published=plain.published,
            published_from=plain.published_from,
            source=plain.source,
            language=plain.language,
            remarks=remarks + plain.remarks,
        )

    @cached_property
    def text_hash(self) -> str:
        """SHA-256 of the text in UTF-8, in hexadecimal: the same text under any path or URL."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
