"""Quotation marks, scanned over the text as it stands.

Takes the marks of Unicode's general punctuation and Latin-1 (curly, low, guillemets), the straight
marks of ASCII, and doubled apostrophes ('' and ``) as typewriters and wires set them. Apostrophes
are told apart from single marks by what stands on either side.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = re.compile(r"''|``|[\"“”„‟«»'‘’‚‛‹›]")
_FAMILY = {
    '"': "double",
    "“": "double",
    "”": "double",
    "„": "double",
    "‟": "double",
    "«": "guillemet",
    "»": "guillemet",
    "''": "typewriter",
    "``": "typewriter",
    "'": "single",
    "‘": "single",
    "’": "single",
    "‚": "single",
    "‛": "single",
    "‹": "single guillemet",
    "›": "single guillemet",
}
_ALWAYS_OPEN = frozenset("„‚‟‛") | {"``"}
_ELISIONS = re.compile(
    r"(?:tis|twas|twere|til|till|em|cause|bout|round|cuz|n|nuff|ello|ere|s|\d0s|\d{2})\b", re.I
)
_BEFORE_OPENING = " \t\n\u00a0\u2009\u202f([{—–-/―|:>*_"
_AFTER_CLOSING = " \t\n\u00a0\u2009\u202f.,;:!?)]}—–-/―|<*_…"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included.

    `depth` is 0 for the outermost; `closed` tells whether its closing mark was found (a quotation
    that goes on in the next paragraph has none at the first one's end); `inner` is what stands
    between the marks.
    """

    start: int
    end: int
    depth: int
    closed: bool
    inner_start: int
    inner_end: int
    parts: tuple[tuple[int, int], ...] = ()
    """The stretch in each paragraph, for one that runs over several; else empty."""


@dataclass(slots=True)
class _Open:
    start: int
    mark: str
    inner_start: int


def scan(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """Find the quotations in the paragraphs of a text, in the order of the text.

    A quotation whose closing mark is missing at a paragraph's end is one with the next paragraph's
    where that begins with an opening mark of the same kind, as newspapers set long quotes.
    """
    found: list[Quotation] = []
    for start, end in paragraphs:
        found.extend(_scan_paragraph(text, start, end))
    return sorted(_joined(text, found, paragraphs), key=lambda q: (q.start, -q.end))


def _scan_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    marks = [(m.start(), m.group()) for m in _MARK.finditer(text, start, end)]
    if not marks:
        return []
    found: list[Quotation] = []
    stack: list[_Open] = []
    for number, (at, mark) in enumerate(marks):
        if at < start:
            continue
        after = at + len(mark)
        family = _FAMILY[mark]
        opener = _opener(stack, mark)
        opens, closes = _direction(text, start, end, at, mark, opener)
        if family == "single" and closes and opener is not None:
            closes = _closes_single(text, opener, at) and not _apostrophe(
                text, end, at, after, marks[number + 1 :]
            )
        if closes and opener is not None:
            while stack:
                top = stack.pop()
                if top is opener:
                    break
            found.append(Quotation(opener.start, after, len(stack), True, opener.inner_start, at))
        elif opens:
            if opener is not None and not _nests(mark, marks[number + 1 :], opener):
                # A second opening mark of the kind: the first was never closed.
                del stack[stack.index(opener) :]
            stack.append(_Open(at, mark, after))
    for opened in stack:
        if _FAMILY[opened.mark].startswith("single"):
            continue
        if _begins_speech(text, start, opened.start):
            found = [q for q in found if q.start < opened.start or q.depth > 0] + [
                Quotation(q.start, q.end, 1, q.closed, q.inner_start, q.inner_end)
                for q in found
                if q.start > opened.start and q.depth == 0
            ]
            stop = start + len(text[start:end].rstrip())
            found.append(Quotation(opened.start, stop, 0, False, opened.inner_start, stop))
            break
    return found


def _opener(stack: list[_Open], mark: str) -> _Open | None:
    """The open mark that a mark can close: of its own kind, curly with curly where it can be."""
    family = _FAMILY[mark]
    fits = [o for o in reversed(stack) if _FAMILY[o.mark] == family]
    if mark in "”“":
        curly = next((o for o in fits if o.mark != '"'), None)
        return curly or next(iter(fits), None)
    if mark == '"':
        return next((o for o in fits if o.mark == '"'), next(iter(fits), None))
    return next(iter(fits), None)


def _nests(mark: str, rest: list[tuple[int, str]], opener: _Open) -> bool:
    """Whether a second opening mark of a kind stands inside the first, as the closing marks that
    follow tell: both must find theirs."""
    family = _FAMILY[mark]
    if family in ("single", "guillemet", "single guillemet"):
        return True
    if family != "double" or opener.mark == '"':
        return False
    if mark == '"':
        return any(other == '"' for _, other in rest)
    depth = 2
    for _, mark in rest:
        if mark == "“":
            depth += 1
        elif mark == "”":
            depth -= 1
            if depth == 0:
                return True
    return False


def _direction(
    text: str, start: int, end: int, at: int, mark: str, opener: _Open | None
) -> tuple[bool, bool]:
    """Whether a mark can open and whether it can close, by its shape and its neighbours."""
    before = text[at - 1] if at > start else " "
    follows = text[at + len(mark)] if at + len(mark) < end else " "
    open_side = before in _BEFORE_OPENING or before in "\"“„«'‘‚‹`" or before.isspace()
    close_side = follows in _AFTER_CLOSING or follows in "\"”»'’›" or follows.isspace()
    if mark in _ALWAYS_OPEN:
        return True, False
    if mark in "«‹»›":
        # French points outwards, German and Danish inwards: whichever mark comes first opens.
        return opener is None or (open_side and not close_side and mark == opener.mark), (
            opener is not None and opener.mark != mark
        )
    if mark == "“":
        if opener is not None and opener.mark in "„‟":
            return False, True
        # A wrong hand: the mark turned the wrong way at a quote's end.
        wrong = opener is not None and close_side and not open_side
        return not wrong, wrong
    if mark == "”":
        if opener is None:
            # The wrong hand: it opens at a paragraph's start, or before a word.
            first = not text[start:at].strip()
            return (open_side and not close_side) or (first and at + 1 < end), False
        return False, True
    if mark == "‘":
        if opener is not None and opener.mark == "‚":
            return False, True
        return open_side and not _ELISIONS.match(text, at + 1, end), False
    if mark == "’":
        if opener is None:
            return False, False
        return False, not (before.isalnum() and follows.isalnum()) and not (
            open_side and not close_side
        )
    if mark == "'":
        opens = open_side and not close_side and not _ELISIONS.match(text, at + 1, end)
        return opens, not open_side and not follows.isalnum()
    # Straight double and typewriter marks.
    if mark == '"' and opener is not None and opener.mark != '"':
        nests = open_side and not close_side and before.isspace()
        return nests, not nests and not open_side
    if opener is not None and not (open_side and not close_side and before.isspace()):
        return False, True
    return not close_side or opener is None, opener is not None and not open_side


_SENTENCE_END = re.compile(r"[a-z\d][.!?][\"”’']?\s")


def _closes_single(text: str, opener: _Open, at: int) -> bool:
    """Whether a mark can close single marks: an apostrophe is not taken for the end of a quote of
    several sentences, which ends in a stop of its own."""
    return text[at - 1] in '.,!?;:…—–-"”)]' or not _SENTENCE_END.search(
        text, opener.inner_start, at
    )


def _apostrophe(text: str, end: int, at: int, after: int, rest: list[tuple[int, str]]) -> bool:
    """Whether a mark that could close single marks is a plural's apostrophe ("workers' pay")."""
    if text[at - 1] not in "sS" or after >= end or text[after] != " ":
        return False
    if not text[after + 1 : after + 2].islower():
        return False
    # It is one where a better closing mark comes before the next opening one.
    for place, mark in rest:
        if _FAMILY[mark] != "single":
            continue
        before = text[place - 1]
        follows = text[place + 1] if place + 1 < end else " "
        if mark == "‘" or (before.isspace() and mark == "'"):
            return False
        if not (before.isalnum() and follows.isalnum()):
            return True
    return False


def _begins_speech(text: str, start: int, at: int) -> bool:
    """Whether an opening mark without a closing one stands where a long quote begins."""
    lead = text[start:at].rstrip()
    return not lead or lead[-1] in ":,—–―"


def _joined(
    text: str, found: list[Quotation], paragraphs: Sequence[tuple[int, int]]
) -> list[Quotation]:
    """Join quotations that go on from paragraph to paragraph."""
    starts = {q.start: q for q in found if q.depth == 0}
    follower = {a[1]: b for a, b in itertools.pairwise(paragraphs)}
    taken: set[int] = set()
    joined: list[Quotation] = []
    starts_of = [start for start, _ in paragraphs]
    by_paragraph_end = {
        q.start: paragraphs[bisect_right(starts_of, q.start) - 1][1] for q in found if not q.closed
    }
    for quotation in sorted(found, key=lambda q: q.start):
        if quotation.start in taken:
            continue
        parts = [(quotation.start, quotation.end)]
        last = quotation
        while not last.closed:
            following = follower.get(by_paragraph_end[last.start])
            if following is None:
                break
            head = (
                following[0]
                + len(text[following[0] : following[1]])
                - len(text[following[0] : following[1]].lstrip())
            )
            goes_on = starts.get(head)
            if goes_on is None or text[head] != text[quotation.start]:
                break
            taken.add(goes_on.start)
            parts.append((goes_on.start, goes_on.end))
            last = goes_on
        joined.append(
            Quotation(
                quotation.start,
                last.end,
                quotation.depth,
                last.closed,
                quotation.inner_start,
                last.inner_end,
                tuple(parts) if len(parts) > 1 else (),
            )
        )
    return joined
