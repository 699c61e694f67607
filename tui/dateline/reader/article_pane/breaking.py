"""Where a line may break, and how wide text is.

Two ways: text whose characters are all one cell wide is filled greedily with `str.rfind`; all other
text is broken where UAX #14 (line breaking classes, pair rules) allows and measured by grapheme.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from rich.cells import cell_len, split_graphemes

TAB_CELLS = 4

_COMPLEX = re.compile(
    "[^\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u03ff\u0400-\u0482\u048a-\u052f"
    "\u1e00-\u1eff\u2010-\u2027\u202f-\u205e\u20a0-\u20c0\u2116\u2122\ufffd\u2400-\u2426]"
    "|\n[ \n]| \n"
)
"""Any character that is not surely one cell wide, and line ends that collapse with spaces."""

_BREAK_AFTER = "-—–/"


def is_simple(text: str) -> bool:
    """Whether every character is one cell wide and no white space collapses."""
    return _COMPLEX.search(text) is None


def wrap_simple(
    text: str, start: int, end: int, first_width: int, width: int
) -> Iterator[tuple[int, int]]:
    """The rows of a simple stretch of text as half-open offsets, trailing spaces left out."""
    room = first_width
    while end - start > room:
        limit = start + room
        cut = max(text.rfind(" ", start, limit + 1), text.rfind("\n", start, limit + 1))
        resume = cut + 1
        for mark in _BREAK_AFTER:
            after = text.rfind(mark, max(resume, start + 1), limit) + 1
            if after > resume and _may_break_after(text, after - 1):
                cut = resume = after
        if cut <= start:
            cut = resume = limit
        stop = cut
        while stop > start and text[stop - 1] in " \n":
            stop -= 1
        yield start, stop
        start = resume
        while start < end and text[start] in " \n":
            start += 1
        room = width
    if start < end:
        yield start, end


def _may_break_after(text: str, mark: int) -> bool:
    """UAX #14 LB21 and LB13: not before a digit, closing mark or space; not after a space."""
    following = text[mark + 1 : mark + 2]
    if text[mark] == "-":
        return text[mark - 1].isalnum() and following.isalpha()
    if text[mark] == "/":
        return following.isalpha()
    return following.isalnum()


@cache
def _opportunities() -> Callable[[str], Iterator[Any]]:
    """A finder of the offsets at which UAX #14 lets a line break (a subset of its pair rules)."""
    import regex

    no_break_before = (
        r"[\p{lb=CL}\p{lb=CP}\p{lb=EX}\p{lb=IS}\p{lb=SY}\p{lb=NS}\p{lb=CJ}\p{lb=QU}\p{lb=CM}"
        r"\p{lb=ZWJ}\p{lb=GL}\p{lb=WJ}\p{lb=BA}\p{lb=HY}\p{lb=IN}\p{lb=PO}\p{lb=SP}\p{lb=EM}\n]"
    )
    ideographic = (
        r"[\p{lb=ID}\p{lb=CJ}\p{lb=H2}\p{lb=H3}\p{lb=JL}\p{lb=JV}\p{lb=JT}\p{lb=EB}\p{lb=NS}]"
    )
    after_ideographic = (
        rf"(?<={ideographic}[\p{{lb=CM}}]*)(?!{no_break_before})"
        rf"|(?<=[\p{{lb=CL}}\p{{lb=EX}}\p{{lb=CP}}\p{{lb=IS}}][\p{{lb=CM}}]*)(?={ideographic})"
        rf"|(?<=[\p{{lb=AL}}\p{{lb=NU}}\p{{lb=HL}}\p{{lb=EM}}][\p{{lb=CM}}]*)(?={ideographic})"
    )
    after_mark = (
        r"(?<=[\p{lb=AL}\p{lb=HL}\p{lb=NU}][\p{lb=HY}\p{lb=BA}])(?=[\p{lb=AL}\p{lb=HL}])"
        r"|(?<=\p{lb=B2})(?=[\p{lb=AL}\p{lb=HL}])"
    )
    pattern = regex.compile(rf"(?<=[ \n\t\u200b])(?![ \n\t])|{after_ideographic}|{after_mark}")
    return pattern.finditer


def wrap_complex(
    text: str, start: int, end: int, first_width: int, width: int
) -> Iterator[tuple[int, int]]:
    """The rows of any stretch of text as half-open offsets, trailing spaces left out."""
    piece = text[start:end]
    stops = [match.start() for match in _opportunities()(piece) if match.start()]
    stops.append(len(piece))
    room, row, reached, used = first_width, 0, 0, 0
    for stop in stops:
        part = piece[reached:stop]
        size = shown_width(part)
        if used + shown_width(part.rstrip()) > room and reached > row:
            yield start + row, start + row + len(piece[row:reached].rstrip())
            row, used, room = reached, 0, width
        while shown_width(part.rstrip()) > room - used:
            cut = row + _graphemes_that_fit(piece[row:stop], room)
            yield start + row, start + cut
            row = reached = cut
            used, room = 0, width
            part = piece[reached:stop]
            size = shown_width(part)
        used += size
        reached = stop
    if row < len(piece):
        yield start + row, start + row + len(piece[row:].rstrip())


def _graphemes_that_fit(text: str, width: int) -> int:
    """How many code points of the text fill the width, whole graphemes, at least one."""
    used = 0
    for first, last, size in graphemes(text):
        used += size
        if used > width and first > 0:
            return first
        if used > width:
            return last
    return len(text)


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """The graphemes of a text as (start, end, cells)."""
    return split_graphemes(text)[0]


_COLLAPSED = re.compile(r"[ \n]*\n[ \n]*")


def shown_width(text: str) -> int:
    """Cells that the text takes when it is shown: a line end with the spaces around it is one."""
    if "\n" in text:
        text = _COLLAPSED.sub(" ", text)
    if "\t" in text:
        text = text.replace("\t", " " * TAB_CELLS)
    return cell_len(text)
