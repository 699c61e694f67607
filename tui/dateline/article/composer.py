"""Composing the text of an article from marked-up sources, with its spans, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.article.clean import clean_line, clean_text
from dateline.article.model import (
    Anchor,
    Article,
    Block,
    BlockKind,
    Image,
    Link,
    StyleName,
    StyleSpan,
)

Span = TypeVar("Span", Block, Link, StyleSpan, Image)

_BLANKS = " \t\n\r\f"
_SPACES = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CLOSE_KINDS = frozenset({"item", "caption"})


@dataclass(slots=True, eq=False)
class _Open:
    """A span that is being written; it begins with the first sign that is seen."""

    style: StyleName | None
    href: str
    start: int = -1


class Composer:
    """Puts an article's text together; every span counts in the text as it grows.

    White space is collapsed as a browser does, except in `code`; marks that nobody sees (soft
    hyphens, bidirectional controls) are dropped; control characters are replaced. Blocks are
    parted by a blank line, the items of a list by a line end. A block that stays empty is none.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._position = 0
        self._kind: BlockKind | None = None
        self._level = 0
        self._marker = ""
        self._columns = ""
        self._block_start = 0
        self._separator = ""
        self._space = False
        self._open: list[_Open] = []
        self._names: list[str] = []
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.styles: list[StyleSpan] = []
        self.images: list[Image] = []
        self.anchors: list[Anchor] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def in_block(self) -> bool:
        """Whether a block is open."""
        return self._kind is not None

    @property
    def empty(self) -> bool:
        """Whether the open block (or, when none is open, the text) has no words yet."""
        return self._position == self._block_start or self._kind is None

    @property
    def line_before(self) -> str:
        """The last words of the open block, as far as they were written at once, with a space
        where one is owed; empty at its beginning.
        """
        if self.empty:
            return ""
        return self._parts[-1][-40:] + (" " if self._space else "")

    def begin(self, kind: BlockKind, level: int = 0, marker: str = "") -> None:
        """Begin a block; one that is open is ended."""
        self.end()
        self._kind, self._level, self._marker = kind, level, clean_line(marker)
        self._columns = ""
        close = kind in _CLOSE_KINDS and bool(self.blocks) and self.blocks[-1].kind == kind
        self._separator = ("\n" if close else "\n\n") if self.blocks else ""
        self._block_start = self._position
        self._space = False

    def align(self, columns: str) -> None:
        """Say how the columns of the open table are set (see `Block.columns`)."""
        self._columns = columns

    def end(self) -> None:
        """End the open block, if there is one; spans that are open go on in the next."""
        if self._kind is None:
            return
        self._trim()
        for span in self._open:
            self._close(span)
        if self._position > self._block_start:
            start, end = self._block_start, self._position
            block = Block(self._kind, start, end, self._level, self._marker, self._columns)
            self.blocks.append(block)
        self._kind = None
        self._space = False

    def write(self, text: str) -> None:
        """Write words; white space runs become one space, and none at the block's edges."""
        if self._kind == "code":
            self._write_code(text)
            return
        if not text:
            return
        text = _UNSEEN.sub("", text)
        words = _SPACES.sub(" ", text).strip(" ")
        if not words or (self.empty and words.isspace()):
            self._space = self._space or bool(text)
            return
        if (self._space or text[0] in _BLANKS) and not self.empty and not self._at_line_start():
            self._put(" ")
        self._space = text[-1] in _BLANKS
        self._start_block()
        for span in self._open:
            if span.start < 0:
                span.start = self._position
        self._put(clean_text(words))

    def break_line(self) -> None:
        """Write a line end that is meant (HTML's br), unless nothing stands before it."""
        self._space = False
        if self.empty or self._at_line_start():
            return
        if self._kind in ("table", "heading", "title"):
            self._space = True
            return
        self._put("\n")
        if self._kind != "code":
            self.styles.append(StyleSpan(self._position - 1, self._position, "break"))

    def part_cells(self, mark: str) -> None:
        """Write a TAB between two cells or a LF between two rows of a table."""
        self._space = False
        self._start_block()
        self._put(mark)

    def insert(self, article: Article) -> None:
        """Write all of another article after what is written."""
        self.end()
        if not article.blocks:
            return
        if self.blocks:
            self._put("\n\n")
        first, last = article.blocks[0].start, article.blocks[-1].end
        shift = self._position - first
        self._put(article.text[first:last])

        def moved(span: Span) -> Span:
            return replace(span, start=span.start + shift, end=span.end + shift)

        self.blocks += map(moved, article.blocks)
        self.links += map(moved, article.links)
        self.styles += map(moved, article.styles)
        self.images += map(moved, article.images)
        self._block_start = self._position

    def article(self, *, form: str, source: str) -> Article:
        """The article as it stands; the open block is ended."""
        self.end()
        return Article(
            text=self.text,
            blocks=tuple(self.blocks),
            links=tuple(sorted(self.links, key=lambda link: link.start)),
            styles=tuple(sorted(self.styles, key=lambda style: style.start)),
            images=tuple(self.images),
            anchors=tuple(self.anchors),
            source=clean_line(source),
            format=form,
        )

    @contextmanager
    def styled(self, style: StyleName) -> Iterator[None]:
        """Everything written inside is set in the style."""
        with self._spanned(_Open(style, "")):
            yield

    @contextmanager
    def linked(self, href: str | None) -> Iterator[None]:
        """Everything written inside leads to the address; None is no link at all."""
        if not href:
            yield
            return
        with self._spanned(_Open(None, clean_line(href))):
            yield

    def name_place(self, name: str) -> None:
        """Give the next block that is written, or the open one, a name that links can lead to."""
        if not name:
            return
        if self.empty:
            self._names.append(name)
        else:
            self.anchors.append(Anchor(clean_line(name), self._position))

    def add_image(self, src: str, start: int) -> None:
        """Say that the caption written since offset `start` is that of the picture at `src`."""
        if self._position > start:
            self.images.append(Image(start, self._position, clean_line(src)))

    @property
    def next_position(self) -> int:
        """The offset at which the next sign that is seen will stand."""
        if self.empty:
            return self._position + len(self._separator)
        return self._position + (self._space and not self._at_line_start())

    @contextmanager
    def _spanned(self, span: _Open) -> Iterator[None]:
        self._open.append(span)
        try:
            yield
        finally:
            self._open.remove(span)
            self._close(span)

    def _trim(self) -> None:
        """Drop white space at the end of the open block, and what styles and links cover of it."""
        while self._position > self._block_start:
            last = self._parts.pop()
            kept = last.rstrip()
            self._position -= len(last) - len(kept)
            if kept:
                self._parts.append(kept)
                break
        while self.styles and self.styles[-1].end > self._position:
            self.styles.pop()
        while self.links and self.links[-1].end > self._position:
            self.links.pop()
        for index in range(len(self.anchors) - 1, -1, -1):
            if self.anchors[index].offset <= self._position:
                break
            self.anchors[index] = replace(self.anchors[index], offset=self._position)

    def _close(self, span: _Open) -> None:
        start, span.start = span.start, -1
        if start < 0 or start >= self._position:
            return
        if span.style is None:
            self.links.append(Link(start, self._position, span.href))
        else:
            self.styles.append(StyleSpan(start, self._position, span.style))

    def _start_block(self) -> None:
        if self._kind is None:
            self.begin("paragraph")
        if self._position == self._block_start:
            if self._separator:
                self._put(self._separator)
                self._separator = ""
                self._block_start = self._position
            self.anchors += [Anchor(clean_line(name), self._position) for name in self._names]
            self._names.clear()

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._position += len(text)

    def _at_line_start(self) -> bool:
        return bool(self._parts) and self._parts[-1][-1] in "\n\t"

    def _write_code(self, text: str) -> None:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if self.empty:
            text = re.sub(r"\A(?:[ \t]*\n)+", "", text)
        if not text or (self.empty and not text.strip()):
            return
        self._start_block()
        for span in self._open:
            if span.start < 0:
                span.start = self._position
        self._put(clean_text(text))
