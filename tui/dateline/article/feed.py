"""Feeds (RSS 0.9 to 2.0, RDF, Atom): a feed is an article that lists its articles as links."""

from __future__ import annotations

import datetime
import email.utils
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.article.asides import mark_asides
from dateline.article.clean import clean_line, clean_text
from dateline.article.composer import Composer
from dateline.article.errors import ArticleError, shown
from dateline.article.fragment import words_of, write_fragment
from dateline.article.links import resolve
from dateline.article.xml_tree import child_text, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from dateline.article.model import Article

_LONGEST_SUMMARY = 400
_MOST_ITEMS = 1_000
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article of a feed; texts are clean, `content` is its HTML as the feed has it."""

    title: str
    href: str | None
    published: datetime.date | None
    byline: str | None
    summary: str
    content: str


def read_feed(data: bytes, source: str, *, url: str | None = None) -> Article:
    """Make an article of a feed: its title, and for each item a heading that leads to it."""
    root = parse_xml(data)
    if root is None:
        raise ArticleError(f"“{shown(source)}” is a damaged feed: try again later.")
    base = url or source
    channel = next((e for e in root if local_name(e) == "channel"), root)
    title = clean_line(child_text(channel, "title"))
    items = _items(root, base)
    if not items:
        raise ArticleError(f"“{shown(source)}” is a feed without articles.")
    composer = Composer()
    if title:
        composer.begin("title")
        composer.write(title)
    about = words_of(child_text(channel, "description", "subtitle"), _LONGEST_SUMMARY)
    if about:
        composer.begin("standfirst")
        composer.write(about)
    for item in items:
        composer.begin("heading", 2)
        with composer.linked(item.href):
            composer.write(item.title)
        line = " · ".join(filter(None, (_shown_date(item.published), item.byline)))
        if line:
            composer.begin("byline")
            composer.write(line)
        if item.summary:
            composer.begin("paragraph")
            composer.write(item.summary)
    dates = [item.published for item in items if item.published]
    return replace(
        composer.article(form="feed", source=source),
        title=title or None,
        site=title or None,
        published=max(dates, default=None),
        published_from="the newest of its articles" if dates else None,
        url=_home(channel, base),
        language=child_text(channel, "language")[:2].lower() or None,
    )


def feed_items(data: bytes, source: str) -> list[FeedItem]:
    """The articles of a feed, as it has them; `source` is where links are seen from."""
    root = parse_xml(data)
    return _items(root, source) if root is not None else []


def read_feed_item(item: FeedItem, source: str) -> Article:
    """Make an article of what a feed itself has of an item."""
    composer = Composer()
    composer.begin("title")
    composer.write(item.title)
    if item.byline:
        composer.begin("byline")
        composer.write(item.byline)
    composer.end()
    write_fragment(composer, item.content or item.summary, item.href or source)
    article = composer.article(form="html", source=item.href or source)
    return replace(
        article,
        blocks=tuple(mark_asides(article.text, list(article.blocks))),
        title=item.title,
        byline=item.byline,
        published=item.published,
        published_from="the feed" if item.published else None,
        url=item.href,
    )


def _items(root: _Element, base: str) -> list[FeedItem]:
    found = [element for element in root.iter() if local_name(element) in ("item", "entry")]
    return [_item(element, base) for element in found[:_MOST_ITEMS]]


def _item(element: _Element, base: str) -> FeedItem:
    href = _link(element, base)
    summary = child_text(element, "summary", "description")
    content = _content(element)
    title = clean_line(words_of(child_text(element, "title"), 300))
    date = child_text(element, "pubdate", "published", "date", "updated", "modified")
    author = next((e for e in element if local_name(e) == "author"), None)
    name = child_text(author, "name") if author is not None else ""
    byline = name or child_text(element, "creator") or child_text(element, "author")
    shown_summary = clean_line(words_of(summary or content, _LONGEST_SUMMARY))
    return FeedItem(
        title or (shown_summary[:80] or href or "Untitled"),
        href,
        date_of(date),
        clean_line(byline) if byline and "@" not in byline else None,
        "" if shown_summary == title else shown_summary,
        clean_text(content or summary),
    )


def _content(element: _Element) -> str:
    """The whole text of an item as HTML: content:encoded, or Atom's content."""
    for child in element:
        if local_name(child) not in ("encoded", "content"):
            continue
        if child.get("type") == "xhtml" or len(child):
            from lxml import etree

            return "".join(str(etree.tostring(part, encoding="unicode")) for part in child)
        if child.text and child.text.strip():
            return child.text
    return ""


def _link(element: _Element, base: str) -> str | None:
    """Where an item leads: Atom's alternate link, RSS's link, or a guid that is an address."""
    for child in element:
        if local_name(child) == "link":
            href = child.get("href") or (child.text or "").strip()
            if href and (child.get("rel") or "alternate") == "alternate":
                return resolve(href, base)
    guid = child_text(element, "guid", "id")
    return resolve(guid, base) if guid.startswith(("http://", "https://")) else None


def _home(channel: _Element, base: str) -> str | None:
    href = _link(channel, base)
    return href if href and href.startswith(("http://", "https://")) else None


def date_of(said: str) -> datetime.date | None:
    """The date that a feed or a mail gives (ISO 8601 or RFC 5322), or None."""
    found = _ISO.match(said)
    try:
        if found is not None:
            return datetime.date(int(found[1]), int(found[2]), int(found[3]))
        return email.utils.parsedate_to_datetime(said).date() if said else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _shown_date(date: datetime.date | None) -> str:
    return f"{date.day} {date:%B %Y}" if date is not None else ""
