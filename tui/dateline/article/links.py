"""Links: where they lead from a source, those in a passage, and bare addresses in words."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from dateline.article.clean import clean_line
from dateline.article.model import Article, Link

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_FOLLOWED = frozenset({"http", "https", "mailto", "file", "ftp", "doi", "tel", "gemini", "gopher"})
_BARE = re.compile(r"(?:https?://|\bwww\.)[^\s<>\"'“”‘’«»{}|\\^`]{3,2000}")
_LONGEST_DATA = 4_000_000
_LOOSE_ENDS = ".,;:!?…*_~"


def is_url(source: str) -> bool:
    """Whether the source is an address with a scheme ("https://…"), not a path."""
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", source) is not None


def resolve(href: str, base: str) -> str | None:
    """The address that a link leads to, seen from `base` (a path, a URL, or empty), or None.

    A link within the article keeps its "#name"; a relative one becomes absolute where the base
    allows it; one that would run a script or holds its data itself leads nowhere.
    """
    href = clean_line("".join(href.split("\n")).strip().replace("\t", ""))
    if not href or href == "#":
        return None
    if href.startswith("#"):
        return href
    scheme = _SCHEME.match(href)
    try:
        if scheme is not None and len(scheme[0]) > 2:
            return href if scheme[0][:-1].lower() in _FOLLOWED else None
        if is_url(base):
            joined = urljoin(base, href)
            page, _, name = joined.partition("#")
            return f"#{name}" if name and page == base.partition("#")[0] else joined
        if href.startswith("//"):
            return f"https:{href}"
        parts = urlsplit(href)
    except ValueError:
        return None
    if base in ("", "-") or not parts.path:
        return href
    return str(Path(base).parent / unquote(parts.path))


def resolve_picture(address: str, base: str) -> str:
    """Where a picture lies, seen from `base`; one whose data is in the page keeps it ("data:…").

    Empty where it cannot be told.
    """
    if address.startswith("data:image/"):
        return address if len(address) <= _LONGEST_DATA else ""
    return resolve(address, base) or ""


def links_in(article: Article, start: int, end: int) -> tuple[Link, ...]:
    """The links that share a code point with `[start, end)`, in the order of the text."""
    last = bisect_left(article.links, end, key=lambda link: link.start)
    return tuple(link for link in article.links[:last] if link.end > start)


def target_of(article: Article, href: str) -> int | None:
    """The offset that a link within the article ("#name") leads to, or None."""
    if not href.startswith("#"):
        return None
    names = {href[1:], unquote(href[1:])}
    return next((anchor.offset for anchor in article.anchors if anchor.name in names), None)


def bare_links(text: str) -> Iterator[Link]:
    """The web addresses that stand in the words, without the signs that close a sentence."""
    if "://" not in text and "www." not in text:
        return
    for found in _BARE.finditer(text):
        href = found[0].rstrip(_LOOSE_ENDS)
        for opening, closing in ("()", "[]"):
            while href.endswith(closing) and href.count(closing) > href.count(opening):
                href = href[:-1].rstrip(_LOOSE_ENDS)
        if "." in href and len(href) > len("https://"):
            address = href if href.startswith("http") else f"https://{href}"
            yield Link(found.start(), found.start() + len(href), address)


def with_bare_links(article: Article) -> Article:
    """The article with the addresses in its words as links, beside the links that it has."""
    taken = [(link.start, link.end) for link in article.links]
    bare = [
        link
        for link in bare_links(article.text)
        if not any(
            start < link.end and link.start < end
            for start, end in taken[max(0, bisect_left(taken, (link.start, 0)) - 1) :][:2]
        )
    ]
    if not bare:
        return article
    links = sorted((*article.links, *bare), key=lambda link: link.start)
    return replace(article, links=tuple(links))
