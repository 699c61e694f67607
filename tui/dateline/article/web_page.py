"""Web pages: the main text with its title, byline, site, date, headings, lists, links, quotations,
tables and picture captions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.article.asides import mark_asides
from dateline.article.clean import clean_line
from dateline.article.composer import Composer
from dateline.article.decoding import decode
from dateline.article.errors import ArticleError, shown
from dateline.article.links import resolve
from dateline.article.main_text import load_trafilatura, main_text, whole_text
from dateline.article.markup import MarkupWriter
from dateline.article.masthead import read_masthead
from dateline.article.page_head import read_page_head, same_words
from dateline.article.page_metadata import PageMetadata, read_page_metadata, tidy_byline
from dateline.article.page_pictures import put_pictures_back
from dateline.article.popups import drop_popups
from dateline.article.published import date_in_name

if TYPE_CHECKING:
    import datetime

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from dateline.article.model import Article, Block, BlockKind

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_NOT_IN_MARKUP = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_HEADING_LEVEL = 3
_LONGEST_HEADING = 90
_SHORTEST_LINK, _LONGEST_LINK = 30, 200


def read_web_page(
    data: bytes, source: str, *, declared: str | None = None, url: str | None = None
) -> Article:
    """Make an article of a web page.

    `source` is where it was read from, a path or URL; `url` the address it was fetched from, when
    that is another. `declared` is the encoding that the server gave. Raises `ArticleError` when
    there is nothing to read in it.
    """
    page, remark = parse_page(data, declared)
    base = url or source
    told = read_page_metadata(page, base if base.startswith("http") else "")
    address = told.url or ""
    drop_popups(page)
    body = main_text(page, address, told.body)
    remarks = [remark] if remark else []
    if body is None:
        body = whole_text(page)
        remarks.append("The story could not be told from the rest of the page: all is shown.")
    if body is None:
        raise ArticleError(
            f"“{shown(source)}” has no text to read: its story may be made by scripts; "
            "open it in a browser and save the page."
        )
    put_pictures_back(body, page)
    base = _base_address(page, base if base.startswith("http") or not address else address)
    head = read_page_head(page, told)
    title, standfirst = head.title, head.standfirst
    told = _completed(told, page, address)
    composer = Composer()
    _write(composer, body, base, title, standfirst, told.byline)
    article = composer.article(form="html", source=source)
    blocks = _with_head(article, title, standfirst, told.byline)
    masthead = read_masthead(article.text, blocks, known_title=title or "")
    blocks = _refined(replace(article, blocks=tuple(masthead.blocks)))
    date, date_from = _published(told, base)
    return replace(
        article,
        blocks=tuple(mark_asides(article.text, blocks)),
        styles=tuple(sorted((*article.styles, *masthead.styles), key=lambda style: style.start)),
        title=clean_line(title) if title else None,
        byline=told.byline or masthead.byline,
        site=told.site,
        published=date,
        published_from=date_from,
        url=told.url,
        language=told.language,
        remarks=tuple(remarks),
    )


def parse_page(data: bytes, declared: str | None = None) -> tuple[HtmlElement, str | None]:
    """The tree of a page, and a remark where its encoding had to be guessed.

    Nothing outside the page is looked up while it is parsed, and no entity of its own is expanded.
    """
    from lxml import etree, html

    named = _CHARSET.search(data[:4096])
    if named is not None and declared is None:
        declared = named[1].decode("ascii", "replace")
    if declared is not None and declared.lower().startswith("iso-2022"):
        text, remark = data.decode(declared, "replace"), None
    else:
        text, remark = decode(data, declared)
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True, remove_comments=True)
    try:
        tree = html.document_fromstring(
            _NOT_IN_MARKUP.sub("\ufffd", text).encode("utf-8"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = html.document_fromstring("<html><body></body></html>")
    return tree, remark


def _base_address(page: HtmlElement, base: str) -> str:
    element = page.find(".//base[@href]")
    said = (element.get("href") or "") if element is not None else ""
    return (resolve(said, base) or base) if said and not said.startswith("#") else base


def _completed(told: PageMetadata, page: HtmlElement, url: str) -> PageMetadata:
    """The metadata with what trafilatura can tell from the page itself where they are silent."""
    if told.byline and told.published and told.site:
        return told
    load_trafilatura()
    from trafilatura.metadata import extract_metadata

    try:
        found = extract_metadata(page, url or None, extensive=False)
    except Exception:  # Guesses may fail on a strange page; what the page says is still there.
        return told
    names = filter(None, (tidy_byline(part.strip()) for part in (found.author or "").split(";")))
    author = clean_line(", ".join(names))
    site = clean_line(found.sitename or found.hostname or "")
    return replace(
        told,
        byline=told.byline or author or None,
        site=told.site or site or None,
        published=told.published or date_in_name(found.date or ""),
    )


def _published(told: PageMetadata, base: str) -> tuple[datetime.date | None, str | None]:
    if told.published is not None:
        return told.published, "the page"
    date = date_in_name(base)
    return date, "the page's address" if date else None


def _write(
    composer: Composer,
    body: _Element,
    base: str,
    title: str | None,
    standfirst: str | None,
    byline: str | None,
) -> None:
    """Write the head of the article, then its body without what repeats the head."""
    head = [line for line in (title, standfirst) if line]
    for element in list(body)[:6]:
        words = " ".join("".join(map(str, element.itertext())).split())
        if element.tag in ("h1", "h2", "h3", "p") and any(same_words(words, line) for line in head):
            _remove(element)
    for line in (*head, byline):
        if line:
            composer.begin("paragraph")
            composer.write(line)
    names = {
        str(link.get("href"))[1:]
        for link in body.iter("a")
        if str(link.get("href") or "").startswith("#")
    }
    MarkupWriter(
        composer,
        lambda href: resolve(href, base),
        lambda name: name if name in names else None,
    ).write(body)


def _remove(element: _Element) -> None:
    """Take an element out of its tree; the words after it stay."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        element.addprevious(parent.makeelement("span", {}))
        before = element.getprevious()
        if before is not None:
            before.tail = element.tail
    parent.remove(element)


def _with_head(
    article: Article, title: str | None, standfirst: str | None, byline: str | None
) -> list[Block]:
    """The blocks, the first of them being the head that was written."""
    blocks = list(article.blocks)
    kinds: tuple[tuple[BlockKind, str | None], ...] = (
        ("title", title),
        ("standfirst", standfirst),
        ("byline", byline),
    )
    place = 0
    for kind, line in kinds:
        if line and place < len(blocks):
            blocks[place] = replace(blocks[place], kind=kind)
            place += 1
    return blocks


def _refined(article: Article) -> list[Block]:
    """The blocks once more, told by how they are set.

    Short paragraphs that are all strong are headings; those that are all link, asides; and so is
    a heading that repeats the title or has nothing under it at the end.
    """
    blocks = list(article.blocks)
    text = article.text
    links = [(link.start, link.end) for link in article.links]
    strong = [(span.start, span.end) for span in article.styles if span.style == "strong"]
    title = next((text[b.start : b.end] for b in blocks[:1] if b.kind == "title"), "")
    for index, block in enumerate(blocks):
        size = block.end - block.start
        last = index + 1 == len(blocks)
        if block.kind == "heading" and same_words(text[block.start : block.end], title):
            blocks[index] = replace(block, kind="aside")
        if block.kind != "paragraph" or size > _LONGEST_LINK or last:
            continue
        if size >= _SHORTEST_LINK and _covered(links, block):
            blocks[index] = replace(block, kind="aside")
        elif (
            size <= _LONGEST_HEADING
            and text[block.end - 1] not in ".,;:"
            and blocks[index + 1].kind in ("paragraph", "item")
            and _covered(strong, block)
        ):
            blocks[index] = replace(block, kind="heading", level=_HEADING_LEVEL)
    for index in range(len(blocks) - 1, 0, -1):
        if blocks[index].kind == "heading":
            blocks[index] = replace(blocks[index], kind="aside", level=0)
        elif blocks[index].kind != "aside":
            break
    return blocks


def _covered(spans: list[tuple[int, int]], block: Block) -> bool:
    """Whether the spans cover nearly all of the block."""
    covered = 0
    for start, end in spans[bisect_left(spans, (block.start, 0)) :]:
        if start >= block.end:
            break
        covered += min(end, block.end) - start
    return covered >= 0.9 * (block.end - block.start)
