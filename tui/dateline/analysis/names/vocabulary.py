"""The word lists and cue tables that stand in `data/`, loaded once."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


def _text(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


@cache
def common_words() -> frozenset[str]:
    """English words that are written in lower case (SCOWL)."""
    return frozenset(_text("common_words.txt").split())


@cache
def given_names() -> frozenset[str]:
    """Given names in Title Case."""
    return frozenset(_text("given_names.txt").split())


@cache
def surnames() -> frozenset[str]:
    """Surnames in Title Case."""
    return frozenset(_text("surnames.txt").split())


@cache
def cues() -> dict[str, Any]:
    """The tables of `cues.json`."""
    table: dict[str, Any] = json.loads(_text("cues.json"))
    return table


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the plain word lists of `cues.json`: lower case, but for "initialisms" and codes."""
    return frozenset(cues()["words"][name].split())


@cache
def weights(table: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """One of the weighted tables of `cues.json`: word -> (label, weight) pairs."""
    found: dict[str, list[tuple[str, float]]] = {}
    for row in cues()[table]:
        for word in row["words"].split():
            found.setdefault(word, []).append((row["label"], float(row["weight"])))
    return {word: tuple(pairs) for word, pairs in found.items()}


@cache
def known_names() -> dict[str, str]:
    """Names that mean one thing in nearly every article: name -> label."""
    rows = (line.split("\t") for line in _text("known_names.tsv").splitlines())
    return {row[0]: row[1] for row in rows if len(row) == 2 and not row[0].startswith("#")}
