"""In a dossier each row is signed with the source that it is from."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.reader.panels.row import Piece, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.article.model import Article, Part

LONGEST = 24
MOST = 3


def signer(article: Article) -> Callable[[Row], Row]:
    """What signs the rows of a dossier."""
    starts = [part.start for part in article.parts]
    signs = _signs(article.parts)

    def sign(row: Row) -> Row:
        if row.kind != "item" or not row.spans:
            return row
        numbers = {max(bisect_right(starts, span.start) - 1, 0): None for span in row.spans}
        names = [signs[number] for number in list(numbers)[:MOST]]
        more = f" +{len(numbers) - MOST}" if len(numbers) > MOST else ""
        signature = f" · ‹{'› ‹'.join(names)}›{more}"
        return row._replace(body=(*row.body, Piece(signature, "dim")))

    return sign


def _signs(parts: Sequence[Part]) -> list[str]:
    """What each part is signed with: its source, and where two have the same, its title."""
    sources = [_source(part) for part in parts]
    counts = Counter(sources)
    return [
        _short(source if counts[source] == 1 else part.title)
        for source, part in zip(sources, parts, strict=True)
    ]


def _source(part: Part) -> str:
    """Who published an article: its site, else the host of its address, else its file's name."""
    article = part.article
    if article.site:
        return article.site
    host = urlsplit(article.url or article.source).hostname
    if host:
        return host.removeprefix("www.")
    return PurePath(article.source).name or part.title


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
