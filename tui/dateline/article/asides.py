"""Asides: what stands in an article but apart from its story.

A label such as "Read More:" with the list of links that follows it, and promotions such as
"Sign up for our newsletter". The words are in data/asides.json.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.structure import Block

_WORDS = Path(__file__).with_name("data") / "asides.json"
_LONGEST_LABEL = 60
_LONGEST_LINE = 300
_LONGEST_HEADLINE = 140
_MOST_HEADLINES = 12
_CANDIDATES = frozenset({"paragraph", "heading", "item", "caption", "standfirst"})
_BULLETS = "-*•‣▪●◦–—·+►▶→> \t"
_SENTENCE_END = re.compile(r"[.!。！।]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Words:
    labels: frozenset[str]
    openings: frozenset[str]
    """The first words of the labels."""
    promotions: dict[str, re.Pattern[str]]
    """By the first word of a promotion, what may follow it."""


@cache
def _words() -> _Words:
    words = json.loads(_WORDS.read_text("utf-8"))
    promotions: dict[str, re.Pattern[str]] = {}
    for openings, patterns in words["promotions"].items():
        pattern = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
        promotions.update(dict.fromkeys(openings.split(), pattern))
    labels = frozenset(words["labels"])
    return _Words(labels, frozenset(label.split()[0] for label in labels), promotions)


def is_label(line: str) -> bool:
    """Whether the line is nothing but a label of a list of other articles ("Read More:")."""
    if len(line) > _LONGEST_LABEL:
        return False
    return _bare(line) in _words().labels


def is_promotion(line: str) -> bool:
    """Whether the line asks the reader to sign up, follow or share, or is an advertisement."""
    if len(line) > _LONGEST_LINE:
        return False
    opening, _, rest = line.lstrip(_BULLETS + "([").lower().partition(" ")
    pattern = _words().promotions.get(opening.strip(":!."))
    return pattern is not None and pattern.match(rest.replace("’", "'")) is not None


def _labelled(line: str) -> bool:
    """Whether a label and a headline share the line ("READ MORE: Israel bombs Beirut")."""
    label, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(line) > _LONGEST_LINE or not is_label(label):
        return False
    return label.isupper() or " " in label.strip(_BULLETS) or label.lower() in ("related", "more")


def _bare(line: str) -> str:
    return line.strip(_BULLETS + ":：.!»|[]()").lower().replace("’", "'")


def mark_asides(text: str, blocks: list[Block]) -> list[Block]:
    """Give the kind `aside` to labels, the headlines that follow them, and promotions.

    `blocks` are those of `text`, in order; the same blocks come back, some with another kind.
    """
    openings = _words().openings
    marked = list(blocks)
    index = 0
    while index < len(marked):
        block = marked[index]
        index += 1
        if block.kind not in _CANDIDATES or block.end - block.start > _LONGEST_LINE:
            continue
        line = text[block.start : block.end]
        if is_promotion(line):
            marked[index - 1] = replace(block, kind="aside")
            continue
        opening = line.lstrip(_BULLETS + "[(").split(None, 1)
        if not opening or opening[0].lower().strip(":：").replace("’", "'") not in openings:
            continue
        if _labelled(line):
            marked[index - 1] = replace(block, kind="aside")
        elif is_label(line):
            end = _end_of_list(text, marked, index)
            if end == index and not line.rstrip().endswith((":", "：")):
                continue
            for place in range(index - 1, end):
                marked[place] = replace(marked[place], kind="aside")
            index = end
    return marked


def _end_of_list(text: str, blocks: list[Block], index: int) -> int:
    """Where the list after a label ends: its items, or else lines that look like headlines."""
    end = index
    while end < len(blocks) and blocks[end].kind == "item":
        end += 1
    if end > index:
        return end
    while end < len(blocks) and end - index < _MOST_HEADLINES:
        block = blocks[end]
        line = text[block.start : block.end]
        if block.kind not in ("paragraph", "heading") or len(line) > _LONGEST_HEADLINE:
            break
        if _SENTENCE_END.search(line) is not None or is_label(line) or "\n" in line:
            break
        end += 1
    return end
