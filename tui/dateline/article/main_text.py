"""The main text of a web page: found by trafilatura, given back as the page's own elements.

trafilatura finds which passages are the story; asked for links and emphasis too, it loses words.
So it is asked for the words alone, and each passage is then looked up in the page, which has its
links, emphasis, quotations and nested lists.
"""

from __future__ import annotations

import logging
import re
import sys
from copy import deepcopy
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_SHORTEST = 250
_ENOUGH = 0.35
_KEY = 48
_WORDS = re.compile(r"\w+")
_RENAMED = {
    "quote": "blockquote",
    "item": "li",
    "lb": "br",
    "row": "tr",
    "graphic": "img",
    "ref": "a",
    "del": "del",
}
_NOT_SEEN = ("script", "style", "noscript", "template", "svg", "iframe", "button", "form")
_OWN_TAGS = frozenset(
    [
        "ul",
        "ol",
        "dl",
        "blockquote",
        "table",
        "pre",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "figure",
    ]
)
_LOOKED_UP = frozenset(
    [
        "ul",
        "ol",
        "dl",
        "dd",
        "dt",
        "blockquote",
        "table",
        "pre",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "div",
        "span",
        "td",
        "section",
        "article",
    ]
)


def main_text(page: HtmlElement, url: str, told: str | None) -> _Element | None:
    """The element that holds the story, its parts in order, or None when no story is found.

    `told` (schema.org articleBody) stands in when the page shows much less than that. Scripts and
    the like are taken out of `page`.
    """
    found = _extract(page, url, precise=True)
    if found is None or _length(found) < _SHORTEST:
        wider = _extract(page, url, precise=False)
        if wider is not None and (found is None or _length(wider) > 2 * _length(found)):
            found = wider
    if told and len(told) > _SHORTEST:
        body = _paragraphs(told)
        if found is None or _length(found) < _ENOUGH * _length(body):
            return body
    if found is None or not _length(found):
        return None
    from lxml import etree

    etree.strip_elements(page, *_NOT_SEEN, with_tail=False)
    return _in_the_page(found, page)


def whole_text(page: HtmlElement) -> _Element | None:
    """All of a page but what leads elsewhere (its navigation and footer), or None without words."""
    from lxml import etree

    body = page.find("body")
    if body is None:
        return None
    body = deepcopy(body)
    etree.strip_elements(body, *_NOT_SEEN, "nav", "footer", "select", with_tail=False)
    return body if _length(body) else None


def load_trafilatura() -> ModuleType:
    """Import trafilatura, without what only its filter of languages needs.

    That filter, unused here, loads py3langid and numpy with it: more than half of the time.
    """
    spared = "trafilatura" not in sys.modules and "py3langid" not in sys.modules
    if spared:
        sys.modules["py3langid"] = None  # type: ignore[assignment]
    try:
        import trafilatura
    finally:
        if spared:
            del sys.modules["py3langid"]
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return trafilatura


def _extract(page: HtmlElement, url: str, *, precise: bool) -> _Element | None:
    trafilatura = load_trafilatura()
    try:
        document = trafilatura.bare_extraction(
            page,
            url=url or None,
            favor_precision=precise,
            favor_recall=not precise,
            include_comments=False,
        )
    except Exception:  # An extractor that fails on a strange page must not take the page away.
        return None
    body: _Element | None = getattr(document, "body", None)
    if body is not None:
        _rename(body)
    return body


def _rename(body: _Element) -> None:
    """Give trafilatura's elements (a TEI vocabulary) their names in HTML."""
    for element in list(body.iter()):
        tag = element.tag
        rend = element.get("rend") or ""
        if tag == "head":
            element.tag = rend if re.fullmatch("h[1-6]", rend) else "h3"
        elif tag == "hi":
            element.tag = "span"
        elif tag == "list":
            element.tag = rend if rend in ("ol", "dl") else "ul"
        elif tag == "cell":
            element.tag = "th" if element.get("role") == "head" else "td"
        elif tag == "code":
            parent = element.getparent()
            among_words = parent is not None and parent is not body
            element.tag = "code" if among_words and "\n" not in (element.text or "") else "pre"
        elif isinstance(tag, str) and tag in _RENAMED:
            element.tag = _RENAMED[tag]


def _in_the_page(found: _Element, page: HtmlElement) -> _Element:
    """The passages of `found` as they stand in `page`, in a new element."""
    from lxml import etree

    index = _index(page)
    body = etree.Element("body")
    if found.text and found.text.strip():
        etree.SubElement(body, "p").text = found.text
    for passage in found:
        body.append(_own(passage, index))
        if passage.tail and passage.tail.strip():
            etree.SubElement(body, "p").text = passage.tail
    return body


def _own(passage: _Element, index: dict[str, list[_Element]]) -> _Element:
    """The page's own element for a passage, else the passage, its parts looked up in turn."""
    match = _match(passage, index)
    if match is not None:
        copy = deepcopy(match)
        copy.tail = None
        if copy.tag not in _OWN_TAGS or (passage.tag == "p" and copy.tag in ("ul", "ol", "dl")):
            copy.tag = passage.tag
        quote = next(match.iterancestors("blockquote"), None)
        if quote is not None and passage.tag == "p" and quote.find(".//h2") is None:
            wrapper = copy.makeelement("blockquote", {})
            wrapper.append(copy)
            return wrapper
        return copy
    if passage.tag in ("ul", "ol", "blockquote"):
        copy = passage.makeelement(passage.tag, {})
        copy.text = passage.text
        for part in passage:
            own = _own(part, index)
            own.tail = part.tail
            copy.append(own)
        return copy
    copy = deepcopy(passage)
    copy.tail = None
    return copy


def _index(page: HtmlElement) -> dict[str, list[_Element]]:
    """The page's elements by their first letters."""
    index: dict[str, list[_Element]] = {}
    for element in page.iter(*_LOOKED_UP):
        key = _first_letters(element)
        if key:
            index.setdefault(key, []).append(element)
    return index


def _match(passage: _Element, index: dict[str, list[_Element]]) -> _Element | None:
    """The innermost element of the page that has all the passage's words and no more."""
    candidates = index.get(_first_letters(passage))
    if not candidates:
        return None
    words = _letters(passage)
    match: _Element | None = None
    for element in candidates[:20]:
        inner = match is None or match in element.iterancestors()
        if inner and _letters(element) == words:
            match = element
            if element.tag in _OWN_TAGS and element.tag == passage.tag:
                break
    return match


def _letters(element: _Element) -> str:
    return "".join(_WORDS.findall("".join(map(str, element.itertext()))))


def _first_letters(element: _Element) -> str:
    text = ""
    for part in element.itertext():
        text += str(part[: 4 * _KEY]).strip()
        if len(text) >= 2 * _KEY:
            letters = "".join(_WORDS.findall(text))
            if len(letters) >= _KEY:
                return letters[:_KEY]
    return "".join(_WORDS.findall(text))[:_KEY]


def _length(element: _Element) -> int:
    return sum(len(str(words).strip()) for words in element.itertext())


def _paragraphs(text: str) -> _Element:
    """A body with a paragraph for each line of a text (tags that it may hold are dropped)."""
    from lxml import etree, html

    body: _Element
    if "<p" in text or "<br" in text or "</" in text:
        try:
            body = html.fragment_fromstring(text, create_parent="div")
        except (etree.ParserError, ValueError):
            pass
        else:
            return body
    body = etree.Element("body")
    for line in re.split(r"\s*\n\s*", text):
        if line.strip():
            paragraph = etree.SubElement(body, "p")
            paragraph.text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ud800-\udfff]", " ", line)
    return body
