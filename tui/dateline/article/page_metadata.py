"""What a web page says of itself: JSON-LD (schema.org), OpenGraph and the usual meta elements."""

from __future__ import annotations

import datetime
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from dateline.article.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLE = re.compile(
    r"(?:News|Blog|Opinion|Analysis|Report|Review|Scholarly|Tech|Satirical|Live|Background|Ask)?"
    r"(?:Article|Posting|BlogPosting|Report|Review|NewsArticle)\Z"
)
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
)
_AUTHORS = ("author", "parsely-author", "dc.creator", "article:author", "sailthru.author", "byl")
_BEFORE_NAMES = re.compile(r"\A(?:written |posted |reported )?by:?\s+", re.IGNORECASE)
_AFTER_NAMES = re.compile(
    r"[\s,|·•-]+(?:published|updated|posted|on|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\W*(?:\d.*)?\Z",
    re.IGNORECASE,
)
_NOBODY = frozenset({"admin", "administrator", "author", "user", "root", "webmaster", "staff"})
_FIRST_YEAR = 1600
_ISO = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_TAG = re.compile(r"<[^>]{0,300}>")
_LARGEST_JSON = 2_000_000
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page says; None where it says nothing. Everything is clean and on one line."""

    title: str | None
    byline: str | None
    site: str | None
    published: datetime.date | None
    description: str | None
    language: str | None
    url: str | None
    body: str | None
    """The whole text, when the page carries it in its metadata (schema.org articleBody)."""


def read_page_metadata(tree: HtmlElement, url: str) -> PageMetadata:
    """Read the metadata of a page that was fetched from `url` (or empty)."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if content:
            metas.setdefault(name.lower(), content)
    told = _article_in_json(tree)
    language = str(told.get("inLanguage") or "") if isinstance(told.get("inLanguage"), str) else ""
    language = tree.get("lang") or tree.get("xml:lang") or language or metas.get("og:locale") or ""
    date = _date(told.get("datePublished")) or next(
        (date for name in _DATES if (date := _date(metas.get(name)))), None
    )
    return PageMetadata(
        title=_line(told.get("headline")) or _line(metas.get("og:title")),
        byline=_names(told.get("author"))
        or next((names for name in _AUTHORS if (names := _author(metas.get(name)))), None),
        site=_line(metas.get("og:site_name")) or _names(told.get("publisher")),
        published=date,
        description=_line(metas.get("og:description") or metas.get("description")),
        language=language[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|\Z)", language) else None,
        url=_canonical(tree, metas, url),
        body=told["articleBody"] if isinstance(told.get("articleBody"), str) else None,
    )


def _article_in_json(tree: HtmlElement) -> dict[str, Any]:
    """The first schema.org article in the page's JSON-LD; empty when there is none."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        text = (script.text or "").strip()
        if not text or len(text) > _LARGEST_JSON:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        found += _articles(data, _DEEPEST)
    return max(found, key=len, default={})


def _articles(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(data, list):
        for part in data[:50]:
            yield from _articles(part, depth - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE.match(name) for name in names):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _articles(data.get(key), depth - 1)


def _names(value: Any) -> str | None:
    """The names in schema.org's ways of saying a person or an organisation."""
    parts = value if isinstance(value, list) else [value]
    names: list[str] = []
    for part in parts[:12]:
        said = part.get("name") if isinstance(part, dict) else part
        for name in said if isinstance(said, list) else [said]:
            line = _author(name)
            if line and line not in names:
                names.append(line)
    return ", ".join(names) or None


def _author(value: Any) -> str | None:
    line = _line(value)
    return tidy_byline(line) if line is not None else None


def tidy_byline(line: str) -> str | None:
    """A byline without "By" and what pages leave after the names; None when no name is left."""
    line = _AFTER_NAMES.sub("", _BEFORE_NAMES.sub("", line)).strip(" ,;|·-–")
    if "://" in line or "@" in line or not 1 < len(line) <= 200:
        return None
    return None if line.lower() in _NOBODY else line


def _line(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return clean_line(" ".join(_TAG.sub("", html.unescape(value)).split())) or None


def _date(value: Any) -> datetime.date | None:
    found = _ISO.match(value) if isinstance(value, str) else None
    if found is None:
        return None
    try:
        date = datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return date if date.year >= _FIRST_YEAR else None


def _canonical(tree: HtmlElement, metas: dict[str, str], url: str) -> str | None:
    """The canonical address, if it is a page's address and not that of the whole site."""
    said = [
        link.get("href") or ""
        for link in tree.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for address in (*said, metas.get("og:url", "")):
        try:
            whole = urljoin(url, address.strip()) if url.startswith("http") else address.strip()
            parts = urlsplit(whole)
        except ValueError:
            continue
        if address.strip() and parts.scheme in ("http", "https") and parts.netloc:
            return clean_line(whole)
    return url if url.startswith(("http://", "https://")) else None
