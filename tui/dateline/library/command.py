"""`dateline add`: articles put into the library from the shell."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dateline.article.errors import ArticleError
from dateline.library.address import address_of
from dateline.library.catalogue import Library
from dateline.library.errors import LibraryError

if TYPE_CHECKING:
    from dateline.article.model import Article


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="URL...")
@click.option("--tag", "-t", "tags", multiple=True, help="Give each this tag; may be repeated.")
@click.option("--again", is_flag=True, help="Fetch pages again that are in the library already.")
@click.option(
    "--articles",
    default=0,
    metavar="N",
    type=click.IntRange(0, 200),
    help="Of a feed, add its first N articles too.",
)
def add(sources: tuple[str, ...], tags: tuple[str, ...], again: bool, articles: int) -> None:
    """Fetch pages (or take files) into the library, to read them later, also offline.

    Prints a line for each; the exit status is 1 when one could not be had.
    """
    library = Library()
    failed = False
    waiting = [(source, articles) for source in sources]
    while waiting:
        source, more = waiting.pop(0)
        try:
            article = library.read(source, again=again)
            entry = library.entry(article.source)
            if entry is None:
                raise LibraryError(_why_not(article))
            library.tag(article.source, *tags)
        except (ArticleError, LibraryError) as error:
            click.echo(f"dateline: {error}", err=True)
            failed = True
            continue
        if article.format == "feed":
            waiting[:0] = [(link.href, 0) for link in article.links[:more]]
        parts = (entry.site, entry.published.isoformat() if entry.published else None)
        about = ", ".join(part for part in parts if part)
        click.echo(f"{entry.title} ({about})" if about else entry.title)
    for remark in library.take_remarks():
        click.echo(f"dateline: {remark}", err=True)
    library.close()
    sys.exit(1 if failed else 0)


def _why_not(article: Article) -> str:
    """Why an article that was read is not in the library."""
    if address_of(article.source) is None:
        return "Standard input has no address to come back to: save it as a file, and add that."
    return article.remarks[-1] if article.remarks else "The library could not be written."
