"""Opening an article beside the screen, which stays alive meanwhile.

On the way to the first page, so asyncio is imported only where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.model import Article


async def open_in_thread(source: str, *, again: bool = False) -> Article | str:
    """Open an article in a thread; what goes wrong comes back as one clear sentence.

    A page opens from the copy in the library, unless `again` asks for it anew.
    """
    import asyncio

    from dateline.article.errors import ArticleError

    try:
        return await asyncio.to_thread(open_source, source, again=again)
    except ArticleError as error:
        return str(error)


def open_source(source: str, *, again: bool = False) -> Article:
    """Open a file, standard input, or a page through the library. Raises ArticleError."""
    if source.startswith(("http://", "https://")):
        from dateline.library.catalogue import Library

        return Library().read(source, again=again)
    from dateline.article.opening import open_article

    return open_article(source)
