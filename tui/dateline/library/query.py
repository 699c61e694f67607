"""What the reader types to search the library, as a query of SQLite's FTS5."""

from __future__ import annotations

import re

_PARTS = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')
_WORDS = re.compile(r"\w+")
_UNPARTED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


def fts_query(typed: str) -> str | None:
    """The FTS5 query for what was typed, or None when there is no word in it.

    All words must be there, in any order; "words in quotes" as they stand; -word must not. The
    last word may be only begun. (https://sqlite.org/fts5.html#full_text_query_syntax)
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus_phrase, phrase, minus_word, word in _PARTS.findall(typed):
        words = _WORDS.findall(phrase or word)
        if words:
            target = unwanted if minus_phrase or minus_word else wanted
            target.append('"' + " ".join(words) + '"')
    if not wanted:
        return None
    if not typed.rstrip("\n").endswith(('"', " ")):
        wanted[-1] += "*"
    query = " AND ".join(wanted)
    return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query


def is_unparted(typed: str) -> bool:
    """Whether what was typed is in a script that puts no spaces between words."""
    return _UNPARTED.search(typed) is not None
