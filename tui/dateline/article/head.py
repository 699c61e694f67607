"""The beginning of a long article, read at once: what is shown while the rest is being read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.article.errors import ArticleError
from dateline.article.links import is_url
from dateline.article.opening import read_article
from dateline.article.sniffing import sniff

if TYPE_CHECKING:
    from dateline.article.model import Article

HEAD = 64 * 1024
"""Bytes from which an article's structure shows: its masthead, how its paragraphs are parted."""
_DEFINITION = re.compile(rb"^ {0,3}\[[^\]\n]{1,200}\]:", re.MULTILINE)


def read_head(source: str) -> Article | None:
    """The beginning of a long file of plain text or Markdown in UTF-8, up to a line end.

    Its text is the beginning of the whole article's, so offsets in it hold there too. None for
    any other source, and for one that is soon read as a whole. Raises nothing: what is wrong with
    the source, whoever reads the whole is told.
    """
    if source == "-" or is_url(source):
        return None
    try:
        place = Path(source).expanduser()
        if not place.is_file() or place.stat().st_size < 2 * HEAD:
            return None
        with place.open("rb") as file:
            data = file.read(HEAD)
            form = sniff(data, source)
            # What a link of Markdown is called may be told at the very end.
            if form == "markdown" and _DEFINITION.search(data + file.read()) is not None:
                return None
        head = data[: data.rfind(b"\n\n") + 1] or data[: data.rfind(b"\n") + 1]
        if form not in ("text", "markdown") or not head:
            return None
        head.decode("utf-8")
        return read_article(head, source)
    except (OSError, ValueError, ArticleError):
        return None
