"""Opening an article from wherever it is: a path, a URL or standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.article.plain_text import read_plain_text

if TYPE_CHECKING:
    from dateline.article.model import Article


def open_article(source: str) -> Article:
    """Open the article at a path, a URL or "-" (standard input)."""
    return read_plain_text(Path(source).read_text("utf-8"), source=source)
