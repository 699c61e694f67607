"""Plain text: its structure told by what it shows."""

from __future__ import annotations

import datetime
import re

from dateline.article.clean import clean_line, clean_text
from dateline.article.model import Article, Block

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def read_plain_text(
    text: str,
    *,
    published: datetime.date | None = None,
    title: str | None = None,
    source: str = "",
) -> Article:
    """Make an article of plain text, one block a line."""
    text = clean_text(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    blocks = [Block("paragraph", m.start(), m.end()) for m in _LINE.finditer(text)]
    return Article(
        text=text,
        blocks=tuple(blocks),
        title=clean_line(title) if title else None,
        published=published,
        source=source,
    )
