"""What the reader adds to an article: plain data.

Offsets are half-open pairs of code points in `Article.text`. Times are ISO 8601 in UTC with
microseconds ("2025-06-07T09:30:00.000000Z"), so that they sort as text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dateline.article.clean import clean_line

State = Literal["anchored", "to_check", "lost"]
"""How sure the place is: found for certain, found but the reader should look, or not found."""

CONTEXT = 32
"""Code points of prefix and suffix that a quote is stored with."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A passage that the reader marked, with what was written about it.

    An annotation with an empty `exact` is a note on the article as a whole.
    """

    id: str
    """A UUID."""
    article: int
    """Number of the article's record in the store."""
    exact: str
    """The words as they stood when the passage was marked (W3C TextQuoteSelector)."""
    prefix: str
    """Up to 32 code points before them."""
    suffix: str
    """Up to 32 code points after them."""
    text_hash: str
    """`Article.text_hash` of the text that it was marked in; empty when that text was never seen
    here (an import)."""
    made_start: int
    """Where it stood in that text (W3C TextPositionSelector)."""
    made_end: int
    start: int
    """Where it stands in the text that the store was asked for; 0 when lost."""
    end: int
    state: State
    colour: int = 1
    """1 to 8, see `dateline.annotations.colours`."""
    note: str = ""
    """Markdown."""
    tags: tuple[str, ...] = ()
    target: str | None = None
    """What it is about, when it is about more than a passage: "entity:e3", "number:12:15"."""
    created: str = ""
    modified: str = ""
    deleted: str | None = None
    """When it was deleted; a deleted annotation is kept, so that it can come back."""
    version: int = 1
    """Counts its changes: two windows tell by it who saw what."""
    origin: str | None = None
    """The address that it was imported from."""

    @property
    def on_article(self) -> bool:
        """Whether it is a note on the article as a whole."""
        return not self.exact and self.made_start == self.made_end


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article that has annotations."""

    number: int
    title: str
    byline: str
    site: str
    url: str
    """The canonical address of the page, or empty."""
    published: str
    """ISO date, or empty."""
    addresses: tuple[str, ...]
    """Paths and URLs it was opened from, the last used first."""
    text_hash: str
    """Of the text seen last; empty when none was."""
    first_opened: str
    last_opened: str

    @property
    def name(self) -> str:
        """What to call it in a list."""
        return self.title or (self.addresses[0] if self.addresses else "") or "Untitled"


def now() -> str:
    """This moment, in the form that the model's times have."""
    moment = datetime.datetime.now(datetime.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def tidy_tags(tags: Iterable[str]) -> list[str]:
    """Tags fit to be stored: one line each, no spaces around, none twice."""
    tidied = (" ".join(clean_line(tag).split()) for tag in tags)
    return list(dict.fromkeys(tag for tag in tidied if tag))
