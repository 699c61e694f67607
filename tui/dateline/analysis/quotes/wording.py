"""What the words inside quotation marks look like: speech, a title, or a word set apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.quotes.marks import Quotation

_WORD = re.compile(r"[^\W_]+(?:[’'\-.][^\W_]+)*")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "for",
        "from",
        "in",
        "into",
        "is",
        "la",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "with",
    ]
)


def inner(text: str, quotation: Quotation) -> str:
    """The words between the marks."""
    return text[quotation.inner_start : quotation.inner_end]


def word_count(text: str, quotation: Quotation) -> int:
    """How many words stand between the marks."""
    return sum(1 for _ in _WORD.finditer(inner(text, quotation)))


def looks_like_speech(text: str, quotation: Quotation, *, least: int = 3) -> bool:
    """Whether it reads as something said: words, at least so many, that end as a sentence or a
    clause does."""
    words = inner(text, quotation).strip().rstrip("\"'”’»›")
    count = word_count(text, quotation)
    if not quotation.closed:
        return count >= 4
    return (count >= least and words.endswith((".", "!", "?", ",", "…", "—"))) or count >= 8


def looks_like_title(text: str, quotation: Quotation) -> bool:
    """Whether it is set as a title is: every word of weight with a capital."""
    words = _WORD.findall(inner(text, quotation))
    if not words or len(words) > 14:
        return False
    if inner(text, quotation).rstrip().endswith(("!", "?")) and len(words) < 3:
        return False
    weighty = [w for w in words if w.lower() not in _SMALL]
    return (
        bool(weighty)
        and words[0][:1].isupper()
        and all(w[:1].isupper() or w[:1].isdigit() for w in weighty)
    )
