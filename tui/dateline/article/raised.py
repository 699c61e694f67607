"""Raised and lowered signs in markup: marks of notes are told from exponents and formulas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.article.xml_tree import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALL = re.compile(r"[0-9+\-−=()]+\Z|n\Z")
_NOTE = re.compile(r"\d{1,4}(?:\s?[,–-]\s?\d{1,4}){0,9}\Z|[*†‡§¶]{1,4}\Z")
_LINKED_NOTE = re.compile(r"[a-z]{1,2}\Z|[ivxl]{1,6}\Z", re.IGNORECASE)
_NOTE_REFERENCE = re.compile(r"\b(?:doc-)?noteref\b")
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_AFTER_SENTENCE = ".,;:!?…”’\"'»)]"
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_SHORTEST_WORD = 3
_MEASURES = re.compile(
    r"(?:sec|min|rad|mol|sin|cos|tan|log|exp|met(?:re|er)s?|inch(?:es)?|foot|feet|miles?)\Z"
)
"""Words of three letters and more that a power may stand at."""


def note_mark(element: _Element, before: str) -> tuple[str, str | None] | None:
    """The mark of a note ("[1]") that an element stands for, with the href it leads to, or None.

    The element is a `sup` or an `a`; `before` are the words that stand right before it on its line.
    A mark is in brackets, so that its digits are never read on with those of the text.
    """
    words = " ".join("".join(map(str, element.itertext())).split()).translate(_LEVEL)
    label = words.strip("[](){} ")
    if not label or len(label) > 40:
        return None
    link = next((part for part in element.iter() if local_name(part) == "a"), None)
    href = link.get("href") if link is not None else None
    if link is not None and href and "#" in href:
        told = f"{link.get(_EPUB_TYPE, '')} {link.get('epub:type', '')} {link.get('role', '')}"
        is_reference = _NOTE_REFERENCE.search(told) is not None
        raised = is_reference or any(
            local_name(part) == "sup" for part in (element, *element.iter(), *_parents(element))
        )
        if is_reference or _NOTE.match(label) or (raised and _LINKED_NOTE.match(label)):
            is_one = sum(local_name(part) == "a" for part in element.iter()) == 1
            if is_one and (raised or (before and not before[-1].isspace())):
                return f"[{label}]", href
        return None
    if local_name(element) != "sup" or not is_note(words, before, element.tail or ""):
        return None
    return f"[{label}]", None


def is_note(words: str, before: str, after: str) -> bool:
    """Whether raised words that lead nowhere mark a note, by the words around them."""
    label = words.strip("[](){} ")
    if _NOTE.match(label) is None or after[:1].isalpha() or after[:1] in ("/", "⁄"):
        return False
    if not before or before[-1].isspace() or not label[0].isdigit():
        return bool(before)
    if before[-1] in _AFTER_SENTENCE:
        return before[-1] not in ")]" or after[:1] in ("", " ", "\n", *_AFTER_SENTENCE)
    word = _LAST_WORD.search(before)
    return word is not None and len(word[0]) >= _SHORTEST_WORD and _MEASURES.match(word[0]) is None


def small_signs(tag: str, words: str) -> str | None:
    """Digits of a `sup` or `sub` as Unicode's small ones ("km²", "10⁶", "CO₂"); None for words."""
    if _SMALL.match(words) is None:
        return None
    if tag == "sub":
        return None if words == "n" else words.translate(_LOWERED)
    return words.translate(_RAISED)


def _parents(element: _Element) -> list[_Element]:
    parent = element.getparent()
    return [] if parent is None else [parent]
