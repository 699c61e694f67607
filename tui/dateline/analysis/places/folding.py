"""How a place's name is made comparable: one key for all ways to write it."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ə": "e",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ß": "ss",
    }
)
_DROPPED = re.compile(r"[.'’‘ʼʻ`´ʹʺ′″”“\"]|[\u0300-\u036f]")
_BREAKS = re.compile(r"[\s\-‐‑–—_/,()]+")
_SHORT_FORMS = {"saint": "st", "ft": "fort", "mt": "mount", "sainte": "ste"}
_DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}


def fold(name: str) -> str:
    """The key of a name: no case, no diacritics, no full stops or apostrophes, hyphens as spaces.

    "N. Platte" is "north platte"; the words "Saint", "Ft." and "Mt." get one form ("St. Louis"
    and "Saint-Louis" meet).
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name)
    lowered = name.lower().translate(_LETTERS)
    words = _BREAKS.sub(" ", _DROPPED.sub("", lowered)).split()
    if len(words) > 1 and words[0] in _DIRECTIONS and len(words[1]) > 2:
        words[0] = _DIRECTIONS[words[0]]
    if len(words) > 1:
        words = [
            _SHORT_FORMS.get(word, word) if i + 1 < len(words) else word
            for i, word in enumerate(words)
        ]
    return " ".join(words)
