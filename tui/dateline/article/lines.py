"""The lines of a plain text: where each stands, what its first sign makes of it, and runs of them.

A run is what stands between two blank lines. No pattern here looks over a line end, and none can
try a line more than once, so a line of any length costs what its length is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

LineKind = Literal["plain", "item", "number", "quote", "rule", "table", "tabs", "atx"]

TAB_WIDTH = 4
_LONGEST_MARKED = 2000
_FIRST_SIGNS = frozenset("-*•‣▪●◦–·+>|#([=_~⁂0123456789§")
_RULE = re.compile(r"[-=_*~·•⁂#+. ]{3,}\Z|⁂\Z")
_RULE_SIGN = re.compile(r"([-=_*~·•#])(?: *\1){2,}\Z|⁂\Z")
_BULLET = re.compile(r"[-*•‣▪●◦–·+][ \t]+\S")
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[.)\]][ \t]+\S")
_ATX = re.compile(r"#{1,6} \S")
_GRID = re.compile(r"\+[-=+]{3,}\+?\Z")


class Line(NamedTuple):
    """A line that is not blank; `start` is the offset of its first sign, `text` has no margins."""

    start: int
    text: str
    indent: int
    """How far it stands from the margin, in columns (a TAB counts four)."""
    width: int
    """Where it ends, in columns from the margin."""


Run = list[Line]


def runs_of_lines(text: str) -> Iterator[Run]:
    """The runs of lines between blank lines, in order."""
    position = 0
    run: Run = []
    for line in text.split("\n"):
        shown = line.strip()
        if shown:
            if line[0] == shown[0]:
                run.append(Line(position, shown, 0, len(shown)))
            else:
                margin = line[: line.index(shown[0])]
                indent = len(margin) + margin.count("\t") * (TAB_WIDTH - 1)
                run.append(Line(position + len(margin), shown, indent, indent + len(shown)))
        elif run:
            yield run
            run = []
        position += len(line) + 1
    if run:
        yield run


def kind_of(line: Line) -> LineKind:
    """What the line is by its own signs; the lines around it may say otherwise."""
    text = line.text
    if text[0] not in _FIRST_SIGNS:
        return "tabs" if "\t" in text and len(text) <= _LONGEST_MARKED else "plain"
    head = text[:_LONGEST_MARKED]
    if head[0] == ">":
        return "quote"
    if len(text) <= 200 and _RULE.match(text) is not None and _RULE_SIGN.match(text) is not None:
        return "rule"
    if head[0] == "|" or (head[0] == "+" and _GRID.match(head) is not None):
        return "table"
    if _BULLET.match(head) is not None:
        return "item"
    if _NUMBER.match(head) is not None:
        return "number"
    if head[0] == "#" and _ATX.match(head) is not None:
        return "atx"
    return "tabs" if "\t" in head else "plain"


def number_of(line: Line) -> int | None:
    """The number that the line begins with ("2. ", "(2) "), or None."""
    found = _NUMBER.match(line.text[:20])
    return int(found[1]) if found else None


def depth_of_quote(line: Line) -> int:
    """How many ">" the line begins with."""
    depth = 0
    for sign in line.text[:40]:
        if sign == ">":
            depth += 1
        elif sign != " ":
            break
    return depth
