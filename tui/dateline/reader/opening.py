"""Opening an article beside the screen, which stays alive meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.model import Article


async def open_in_thread(source: str) -> Article | str:
    """Open an article in a thread; what goes wrong comes back as one clear sentence."""
    from dateline.article.errors import ArticleError
    from dateline.article.opening import open_article

    try:
        return await asyncio.to_thread(open_article, source)
    except ArticleError as error:
        return str(error)
