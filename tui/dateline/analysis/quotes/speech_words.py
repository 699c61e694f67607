"""The words of speech of a language, for quotes without a parse."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_SAME = {"no": "sv", "nb": "sv", "sk": "cs"}
_UNSPACED = frozenset(["ja", "zh", "yue", "wuu", "ko", "th"])


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What shows speech in a language; patterns are for text in lower case."""

    cue: re.Pattern[str]
    no_names: frozenset[str]
    places_after: frozenset[str]
    spaced: bool


@cache
def speech_words(language: str) -> SpeechWords:
    """The words of a language by its ISO 639 code; a cue that never matches where none is known."""
    more: dict[str, Any] = _table().get(language) or _table().get(_SAME.get(language, ""), {})
    spaced = language not in _UNSPACED
    verbs = sorted(more.get("verbs", ()), key=len, reverse=True)
    words = "|".join(re.escape(verb) for verb in verbs) or r"(?!)"
    pattern = rf"(?<!\w)(?:{words})(?!\w)" if spaced else f"(?:{words})"
    return SpeechWords(
        re.compile(pattern),
        frozenset(more.get("no_names", ())),
        frozenset(more.get("places_after", ())),
        spaced,
    )


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("data", "speech_words.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table
