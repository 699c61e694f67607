"""Passages in a foreign script within an English article, which the English model cannot read.

It was trained on none of it, and calls a whole Japanese sentence a person. A name in its own
script ("Владимир Путин", "東京") is short and stays; what is longer is blanked in the model's copy.
"""

from __future__ import annotations

import re

_SCRIPTS = (
    # Greek to Georgian, Hangul Jamo to Khmer and Mongolian, beside Latin's additions at 1D00-1EFF.
    "\u0370-\u1cff\u1f00-\u1fff"
    # Ideographs, kana, Hangul and Yi; Latin's additions at A720-A7FF and AB30-AB6F stay out.
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u303c\u3040-\ua6ff"
    "\ua800-\uab2f\uab70-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefc\uff66-\uffdc"
    "\U00020000-\U0003ffff"
)
_STOPS = "。！？，、；：．｡､।॥؟،؛۔។။՞・「」『』《》〈〉（）【】…"
_WITHIN = rf"[\s\d{_STOPS}.,:;!?%()'’\"“”«»/–—-]"
_STRETCH = re.compile(rf"[{_SCRIPTS}](?:{_WITHIN}{{0,12}}[{_SCRIPTS}]+)*[{_STOPS}]*")
_BLANKED = re.compile(rf"[{_SCRIPTS}{_STOPS}]")
_WORD = re.compile(rf"[{_SCRIPTS}]+(?:[-'’][{_SCRIPTS}]+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff]")
_SENTENCE = re.compile(rf"[。！？，｡।॥؟،۔။]|[{_SCRIPTS}]{{3,}}[.!?;]\s")
_MOST_WORDS = 5
_MOST_LETTERS = 14
"""The words, and in scripts that write no spaces the letters, that a name may have."""


def without_foreign_script(text: str) -> str:
    """A copy of the same length with the letters of long foreign stretches as spaces.

    Digits, spaces and marks that English has too stay, so that numbers and quotation marks hold.
    """
    if text.isascii():
        return text
    return _STRETCH.sub(lambda found: _blank(found[0]), text)


def _blank(stretch: str) -> str:
    if not _is_longer_than_a_name(stretch):
        return stretch
    return _BLANKED.sub(" ", stretch)


def _is_longer_than_a_name(stretch: str) -> bool:
    return (
        len(_WORD.findall(stretch)) > _MOST_WORDS
        or len(_UNSPACED.findall(stretch)) > _MOST_LETTERS
        or _SENTENCE.search(stretch) is not None
    )
