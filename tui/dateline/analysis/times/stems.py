"""Stems of words: enough to see that "bombed" and "bombings" tell of one thing."""

from __future__ import annotations


def stem(word: str) -> str:
    """A word without its endings, so that "bombed" and "bombings" are one."""
    for ending in ("ings", "ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word
