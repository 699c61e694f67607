"""Project Gutenberg texts: the licence around the book set apart, and its title and author read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.structure import Block

_START = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG EBOOK[^\n]{0,300}")
_END = re.compile(
    r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG EBOOK|End of (?:the )?Project Gutenberg"
)
_TITLE = re.compile(r"^Title: (\S[^\n]{0,300})", re.MULTILINE)
_AUTHOR = re.compile(r"^Author: (\S[^\n]{0,200})", re.MULTILINE)
_LANGUAGE = re.compile(r"^Language: (\w+)", re.MULTILINE)
_HEAD = 20_000
_FOOT = 40_000
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "finnish": "fi",
}


@dataclass(frozen=True, slots=True)
class GutenbergBook:
    """Where the book stands in the file, `[start, end)`, and what the header says of it."""

    start: int
    end: int
    title: str | None
    author: str | None
    language: str | None


def read_gutenberg(text: str) -> GutenbergBook | None:
    """What the header of a Project Gutenberg text says, or None when it is not one."""
    found = _START.search(text, 0, _HEAD)
    if found is None:
        return None
    header = text[: found.start()]
    title, author, language = (p.search(header) for p in (_TITLE, _AUTHOR, _LANGUAGE))
    foot = _END.search(text, max(found.end(), len(text) - _FOOT))
    return GutenbergBook(
        found.end(),
        foot.start() if foot else len(text),
        title[1].strip() if title else None,
        author[1].strip() if author else None,
        _LANGUAGES.get(language[1].lower()) if language else None,
    )


def set_licence_apart(blocks: list[Block], book: GutenbergBook) -> tuple[list[Block], int]:
    """Give the kind `aside` to what stands around the book; also the index of its first block."""
    marked = [
        block if book.start <= block.start < book.end else replace(block, kind="aside", level=0)
        for block in blocks
    ]
    first = next((i for i, block in enumerate(blocks) if block.start >= book.start), len(blocks))
    return marked, first
