"""Fragments of HTML (the body of a mail, an item of a feed), written as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.article.links import resolve
from dateline.article.markup import MarkupWriter

if TYPE_CHECKING:
    from dateline.article.composer import Composer

_TAG = re.compile(r"<[A-Za-z/!]")


def write_fragment(composer: Composer, html: str, base: str) -> None:
    """Write a fragment of HTML; its links are seen from `base`."""
    from dateline.article.web_page import parse_page

    page, _ = parse_page(b"<html><body>" + html.encode("utf-8", "replace") + b"</body></html>")
    body = page.find("body")
    if body is not None:
        MarkupWriter(composer, lambda href: resolve(href, base)).write(body)
    composer.end()


def words_of(html: str, longest: int) -> str:
    """The words of a fragment on one line, cut after a word when longer than `longest`."""
    if _TAG.search(html) is not None or "&" in html:
        from dateline.article.composer import Composer

        composer = Composer()
        write_fragment(composer, html, "")
        html = composer.text
    words = " ".join(html.split())
    if len(words) <= longest:
        return words
    return words[:longest].rpartition(" ")[0].rstrip(" ,;:.") + "…"
