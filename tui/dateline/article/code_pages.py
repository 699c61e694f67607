"""Telling which code page of one byte a sign a text is in, by the alphabets of languages.

Few bytes beyond ASCII say little to a statistical detector: what is asked instead is whether there
is a language that has all the letters a code page makes of them, where letters stand.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files

_WESTERN = "cp1252"
_OTHER_SCRIPTS = ("cp1255", "cp1251", "koi8_r", "cp1253")
_SIGNS = frozenset("“”‘’«»‹›–—…•·€£¥©®™°§¼½¾²³¹ªº¿¡×±µ\xa0\xad„‚†‡№")
_OPENING = frozenset("“‘«‹„‚€£¥©§¿¡°")
"""Signs that do not follow a letter right away."""
_CLOSING = frozenset("”»›™®²³¹ªº…°€")
"""Signs that a letter does not follow right away."""
_FINAL = frozenset("ךםןףץς")
"""Letters that only end a word: without capitals, they tell Hebrew from Cyrillic."""
_AT_HIGH = re.compile(r"(?<=(.))?([^\x00-\x7f])(?=(.))?", re.DOTALL)
_MOST_MISFITS = 0.08
_MARGIN = 0.12
_LONGEST = 50_000


def latin_code_page(sample: bytes) -> str | None:
    """The code page of Latin letters that one language fits, as Python names it, or None.

    Windows-1252 is by far the most frequent of them: another must fit clearly better.
    """
    names = [name for name in _alphabets() if name not in _OTHER_SCRIPTS]
    misfits = {name: _misfit(sample[:_LONGEST], name) for name in names}
    best = min(names, key=lambda name: misfits[name])
    if misfits[best] > _MOST_MISFITS:
        return None
    return _WESTERN if misfits[_WESTERN] <= misfits[best] + _MARGIN else best


def other_code_page(sample: bytes) -> str | None:
    """The code page of Hebrew, Cyrillic or Greek letters that one language fits wholly, or None."""
    sample = sample[:_LONGEST]
    return next((name for name in _OTHER_SCRIPTS if not _misfit(sample, name)), None)


def _misfit(sample: bytes, name: str) -> float:
    """The share of the signs beyond ASCII that no text of one language has where they stand."""
    try:
        text = sample.decode(name)
    except UnicodeDecodeError:
        return 1.0
    letters: Counter[str] = Counter()
    misplaced = signs = 0
    for found in _AT_HIGH.finditer(text):
        before, sign, after = found[1] or " ", found[2], found[3] or " "
        signs += 1
        if sign in _SIGNS:
            between = before.isalpha() and after.isalpha()
            misplaced += (
                (before.isalpha() and sign in _OPENING and sign not in "‘°€£")
                or (after.isalpha() and sign in _CLOSING and sign not in "€…")
                or (between and sign in "‘°€£¢±×µ")
            )
        elif (
            not sign.isalpha()
            or (sign.isupper() and before.islower())
            or before.isdigit()
            or after.isdigit()
            or (sign in _FINAL and after.isalpha())
        ):
            misplaced += 1
        else:
            letters[sign.lower() if sign != "İ" else sign] += 1
    if not signs:
        return 1.0
    whole = letters.total()
    alphabets = _alphabets()[name]
    foreign = min(
        whole - sum(count for letter, count in letters.items() if letter in alphabet)
        for alphabet in alphabets
    )
    return (misplaced + foreign) / signs


@cache
def _alphabets() -> dict[str, list[frozenset[str]]]:
    data = json.loads(files("dateline.article").joinpath("data/alphabets.json").read_text("utf-8"))
    return {
        name: [frozenset(letters) for letters in languages.values()]
        for name, languages in data.items()
        if name != "about"
    }
