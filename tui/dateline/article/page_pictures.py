"""Pictures of a web page: their captions put back into the main text, where the page shows them."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_WORDS = re.compile(r"\w+")
_KEY_WORDS = 12
_TEXT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "li", "blockquote"})
_NEIGHBOURS = 2
_LONGEST_CAPTION = 1_000


def put_pictures_back(body: _Element, page: HtmlElement) -> None:
    """Insert the figures with captions of `page` into `body`, its main text.

    A figure belongs to the story when one of the passages next to it does; it is put there. A
    caption that the main text already has as a paragraph is taken out first.
    """
    places: dict[str, _Element] = {}
    for element in body:
        for part in (element, *element.iter("p", "li")):
            key = _key(part)
            if key:
                places.setdefault(key, element)
    order = [
        element
        for element in page.iter("figure", *_TEXT_BLOCKS)
        if element.tag == "figure" or next(element.iterancestors("figure"), None) is None
    ]
    seen: set[str] = set()
    for index, figure in enumerate(order):
        caption = next(figure.iter("figcaption"), None) if figure.tag == "figure" else None
        if caption is None:
            continue
        words = _key(caption)
        if not words or words in seen or _size(caption) > _LONGEST_CAPTION:
            continue
        place = _place(order, index, places)
        if place is None:
            continue
        seen.add(words)
        shown = places.get(words)
        if shown is not None and shown is not place[0] and shown.getparent() is body:
            body.remove(shown)
        copy = deepcopy(figure)
        copy.tail = None
        place[0].addnext(copy) if place[1] else place[0].addprevious(copy)


def _place(
    order: list[_Element], index: int, places: dict[str, _Element]
) -> tuple[_Element, bool] | None:
    """The element of the main text next to a figure, and whether the figure stands after it."""
    for step, after in ((-1, True), (1, False)):
        met, at = 0, index + step
        while 0 <= at < len(order) and met < _NEIGHBOURS:
            if order[at].tag != "figure":
                key = _key(order[at])
                if key in places and places[key].getparent() is not None:
                    return places[key], after
                met += bool(key)
            at += step
    return None


def _key(element: _Element) -> str:
    """What tells a passage from others: its first words."""
    text = "".join(map(str, element.itertext()))[:400]
    words = _WORDS.findall(text.lower())
    return " ".join(words[:_KEY_WORDS]) if len(words) > 3 else ""


def _size(element: _Element) -> int:
    return sum(len(str(part)) for part in element.itertext())
