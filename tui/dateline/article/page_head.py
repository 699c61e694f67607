"""The head of a web page's article: its title and standfirst as the page shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from dateline.article.page_metadata import PageMetadata

_WORDS = re.compile(r"\w+")
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:standfirst|subtitle|sub-?head(?:line|ing)?|dek|deck|strapline|kicker-text"
    r"|article-?_*-?(?:summary|intro|subtitle|description|dek|subhead)|summary-?title|chapo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SITE_PART = re.compile(r"\s+[|\-–—•·»:]+\s+")
_SHORTEST, _LONGEST = 25, 450
_SHORTEST_KEY, _LONGEST_TITLE = 8, 300
_MOST_CHILDREN = 8
_ENOUGH_OF_TITLE = 0.45


@dataclass(frozen=True, slots=True)
class PageHead:
    """The title and the standfirst (the summary under the title), None where there is none."""

    title: str | None
    standfirst: str | None


def read_page_head(page: HtmlElement, told: PageMetadata) -> PageHead:
    """Read the title as the page shows it, else as its metadata tell it, and the summary."""
    window = page.find(".//head/title")
    named = _words_of(window) if window is not None else ""
    heading = _heading(page, [text for text in (told.title, named) if text])
    if heading is not None:
        title: str | None = _words_of(heading)
        return PageHead(title, _standfirst(page, heading, told))
    return PageHead(_without_site(told.title or named, told.site), None)


def _heading(page: HtmlElement, candidates: list[str]) -> HtmlElement | None:
    """The heading that shows the title; it has the words of what the page is called."""
    keys = [key for text in candidates if len(key := _key(text)) >= _SHORTEST_KEY]
    best: HtmlElement | None = None
    best_share = 0.0
    firsts: list[HtmlElement] = []
    for heading in page.iter("h1", "h2"):
        shown = _words_of(heading)
        key = _key(shown)
        if len(key) < _SHORTEST_KEY or len(shown) > _LONGEST_TITLE:
            continue
        shares = (
            min(len(key), len(known)) / max(len(key), len(known))
            for known in keys
            if key in known or known in key
        )
        share = max(shares, default=0.0)
        if share > best_share:
            best, best_share = heading, share
        if heading.tag == "h1" and shown.count(" ") > 1:
            firsts.append(heading)
    if best is not None and best_share >= _ENOUGH_OF_TITLE:
        return best
    return firsts[0] if len(firsts) == 1 and not candidates[:-1] else None


def _standfirst(page: HtmlElement, heading: HtmlElement, told: PageMetadata) -> str | None:
    """The summary after the heading, before the story is long under way.

    It is told by what the page calls it, or by its being the page's description word for word.
    """
    title, description = _key(_words_of(heading)), _key(told.description or "")
    past, passed = False, 0
    for element in page.iter("h1", "h2", "h3", "p", "div", "span", "section"):
        if not past:
            past = element is heading
            continue
        if len(element) > _MOST_CHILDREN:
            continue
        text = _words_of(element)
        if not _SHORTEST <= len(text) <= _LONGEST:
            continue
        named = f"{element.get('class') or ''} {element.get('data-testid') or ''}"
        said = element.tag != "p" and bool(description) and _key(text) == description
        if (said or _STANDFIRST.search(named)) and _key(text) != title:
            return text
        passed += element.tag == "p"
        if passed > 2:
            break
    return None


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words, case and signs aside."""
    return _key(one) == _key(other)


def _words_of(element: HtmlElement) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _key(text: str) -> str:
    return "".join(_WORDS.findall(text.lower()))


def _without_site(title: str, site: str | None) -> str | None:
    """The title of a window without the name of the site ("Storm hits coast - The Post")."""
    parts = _SITE_PART.split(title)
    if len(parts) > 1:
        known = _key(site or "")
        while len(parts) > 1 and known and _key(parts[-1]) in (known, known.removeprefix("the")):
            parts.pop()
        if len(parts) > 1 and not known and len(parts[-1].split()) <= 3 < len(parts[0].split()):
            parts.pop()
        kept = title[: title.rfind(parts[-1]) + len(parts[-1])]
        return kept.strip() or None
    return title.strip() or None
