"""Line ends inside a passage: where a wrapped line only goes on, and where a new row begins."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.model import Article

NARROW = 45
"""Nobody wraps prose at fewer columns than this: shorter lines are rows."""


def row_ends(article: Article, start: int, end: int) -> list[int]:
    """The offsets of the LFs in `[start, end)` of the text that end a row, in order.

    A LF ends a row where a `break` style says so, and where the next word would have fitted on the
    line: whoever wraps prose fills the line.
    """
    text = article.text
    lines = text[start:end].split("\n")
    if len(lines) == 1:
        return []
    widest = max(map(len, lines))
    meant = {style.start for style in article.styles if style.style == "break"}
    found = []
    offset = start
    for line, following in itertools.pairwise(lines):
        offset += len(line)
        word = following.split(None, 1)[0] if following.strip() else ""
        if offset in meant or widest < NARROW or len(line) + 1 + len(word) <= widest:
            found.append(offset)
        offset += 1
    return found
