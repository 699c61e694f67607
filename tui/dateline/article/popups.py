"""What a web page shows only while the mouse rests on a word: tooltips, cards about people.

They stand in the middle of a paragraph's markup, and would be glued to its words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.article.elements import is_hidden

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_SHOWN_ON_HOVER = re.compile(
    r"(?:tool-?tip|popover|pop-over|hover-?card|rollover|hovertext)(?:[-_]+\w+?)*?"
    r"(?:[-_]*(?:text|content|contents|inner|body|box|block|bubble|card|panel|pane|popup))\Z",
    re.IGNORECASE,
)
"""A class that names the card itself; "has-tooltip" and "tooltip-wrapper" hold the words shown."""
_PARAGRAPHS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd", "figcaption")
_STORIES = ("h1", "article", "main", "body")
_MOST_LETTERS = 1500


def drop_popups(page: HtmlElement) -> None:
    """Take out of a page what only appears on hovering, and what is hidden within a paragraph.

    The words after such an element stay. An element as long as a story is left alone, whatever it
    is called.
    """
    described = {
        identity
        for trigger in page.iter("a", "span", "button", "abbr", "dfn", "sup", "mark", "em", "b")
        for identity in (trigger.get("aria-describedby") or "").split()
    }
    for element in list(page.iter("div", "span", "aside", "section", "small", "em", "i", "b")):
        if _is_popup(element, described) and not _is_story(element):
            element.drop_tree()


def _is_popup(element: _Element, described: set[str]) -> bool:
    if element.get("role") == "tooltip" or element.get("popover") is not None:
        return True
    if any(_SHOWN_ON_HOVER.search(name) for name in (element.get("class") or "").split()):
        return True
    return (is_hidden(element) or element.get("id") in described) and (
        next(element.iterancestors(*_PARAGRAPHS), None) is not None
    )


def _is_story(element: _Element) -> bool:
    if next(element.iter(*_STORIES), None) is not None:
        return True
    return sum(len(str(words).strip()) for words in element.itertext()) > _MOST_LETTERS
