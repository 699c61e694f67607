"""What an element of HTML is, told by its attributes and by what it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.article.xml_tree import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\b(?:footnotes?|endnotes?|rearnotes?|doc-footnote|doc-endnote)\b")
_FOOTNOTE_ID = re.compile(r"(?:fn|footnote|endnote|cite_note|note)[-_:.]?[\w-]{0,40}\d\Z")
_PERMALINKS = frozenset({"#", "¶", "§", "🔗", "", "[edit]", "edit", "link", "permalink"})
_XLINK = "{http://www.w3.org/1999/xlink}href"
_PICTURE_NAMES = ("src", "data-src", "data-original", "data-lazy-src", _XLINK, "href")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def picture_address(image: _Element) -> str:
    """Where a picture lies: its src, or what a page that loads it late says instead; or empty."""
    for name in _PICTURE_NAMES:
        address = (image.get(name) or "").strip()
        if address and not address.startswith("data:"):
            return address
    choices = (image.get("srcset") or image.get("data-srcset") or "").split(",")
    if choices[-1].split():
        return choices[-1].split()[0]
    return (image.get("src") or "").strip()


def is_hidden(element: _Element) -> bool:
    """Whether a browser would not show it (as far as its own attributes tell)."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def is_permalink(link: _Element) -> bool:
    """Whether it is the sign beside a heading that only leads to the heading itself."""
    return "".join(map(str, link.itertext())).strip() in _PERMALINKS


def is_footnote(element: _Element) -> bool:
    """Whether it holds a note: by EPUB's and ARIA's words for it, or by what notes are named."""
    said = f"{element.get(_EPUB_TYPE, '')} {element.get('epub:type', '')} {element.get('role', '')}"
    if len(said) > 2 and _FOOTNOTE.search(said) is not None:
        return True
    return local_name(element) == "li" and _FOOTNOTE_ID.match(element.get("id") or "") is not None


def is_data_table(table: _Element) -> bool:
    """Whether a table holds data, not the layout of a page."""
    parts = [local_name(part) for part in table.iterdescendants()]
    if "table" in parts or table.get("role") == "presentation":
        return False
    rows = rows_of(table)
    if max((len(cells_of(row)) for row in rows), default=0) < 2:
        return False
    longest = max(len("".join(map(str, cell.itertext()))) for row in rows for cell in row)
    return longest < 600 or "th" in parts


def rows_of(table: _Element) -> list[_Element]:
    """The rows of a table of HTML or XHTML, in order."""
    return [part for part in table.iter() if local_name(part) == "tr"]


def cells_of(row: _Element) -> list[_Element]:
    """The cells of a row, in order."""
    return [cell for cell in row if local_name(cell) in ("td", "th")]
