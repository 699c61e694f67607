"""A dossier: several articles as one text, each under its title, so that they are read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from dateline.article.model import Article, Block, Image, Link, Part, StyleSpan

_BETWEEN = "\n\n"
_Spanned = TypeVar("_Spanned", Block, Link, StyleSpan, Image)


def make_dossier(articles: Sequence[Article]) -> Article:
    """One article of several, in their order.

    `Article.parts` tells which stretch of the text is which article. An article without a title
    gets one: its source.
    """
    texts: list[str] = []
    parts: list[Part] = []
    blocks: list[Block] = []
    links: list[Link] = []
    styles: list[StyleSpan] = []
    images: list[Image] = []
    reached = 0
    for article in articles:
        name = article.title or article.source or "Untitled"
        if not any(block.kind == "title" for block in article.blocks):
            blocks.append(Block("title", reached, reached + len(name)))
            texts += [name, _BETWEEN]
            reached += len(name) + len(_BETWEEN)
        parts.append(Part(reached, reached + len(article.text), name, article))
        blocks += _moved(article.blocks, reached)
        links += _moved(article.links, reached)
        styles += _moved(article.styles, reached)
        images += _moved(article.images, reached)
        texts += [article.text, _BETWEEN]
        reached += len(article.text) + len(_BETWEEN)
    dates = {article.published for article in articles}
    return Article(
        "".join(texts),
        tuple(blocks),
        tuple(links),
        tuple(styles),
        tuple(images),
        title=" · ".join(part.title for part in parts),
        published=dates.pop() if len(dates) == 1 else None,
        format="dossier",
        remarks=tuple(remark for article in articles for remark in article.remarks),
        parts=tuple(parts),
    )


def _moved(spanned: Sequence[_Spanned], by: int) -> list[_Spanned]:
    return [replace(each, start=each.start + by, end=each.end + by) for each in spanned]
