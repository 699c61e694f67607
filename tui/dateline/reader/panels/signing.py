"""In a dossier each row is signed with the article that it is from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.reader.panels.row import Piece, Row

if TYPE_CHECKING:
    from dateline.article.model import Article

LONGEST = 24
MOST = 3


def signer(article: Article) -> Callable[[Row], Row]:
    """What signs the rows of a dossier."""
    starts = [part.start for part in article.parts]

    def sign(row: Row) -> Row:
        if row.kind != "item" or not row.spans:
            return row
        numbers = {max(bisect_right(starts, span.start) - 1, 0): None for span in row.spans}
        names = [_short(article.parts[number].title) for number in list(numbers)[:MOST]]
        more = f" +{len(numbers) - MOST}" if len(numbers) > MOST else ""
        signature = f" · ‹{'› ‹'.join(names)}›{more}"
        return row._replace(body=(*row.body, Piece(signature, "dim")))

    return sign


def _short(title: str) -> str:
    return title if len(title) <= LONGEST else title[: LONGEST - 1].rstrip() + "…"
