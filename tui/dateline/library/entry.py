"""What the library tells of an article."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """An article in the library."""

    address: str
    """What to open: an absolute path or a URL."""
    title: str
    byline: str | None
    site: str | None
    published: datetime.date | None
    format: str
    language: str | None
    characters: int
    """The length of its text, in code points."""
    added: datetime.datetime
    opened: datetime.datetime
    progress: float
    """How far it was read, 0 to 1."""
    notes: int
    """How many notes the reader has on it."""
    tags: tuple[str, ...]
    archived: bool
    kept: bool
    """Whether a copy is kept, so that it opens without a network."""


@dataclass(frozen=True, slots=True)
class LibraryMatch:
    """An article that was found, and where."""

    entry: LibraryEntry
    excerpt: str
    """Words around what was found, on one line."""
    hits: tuple[tuple[int, int], ...]
    """What was found in the excerpt, as half-open offsets into it."""
