"""Numbers in words, by the grammar of English number names ("two hundred and six")."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dateline.analysis.numbers.numeral import Numeral
from dateline.analysis.numbers.tables import number_words

if TYPE_CHECKING:
    from dateline.analysis.numbers.atoms import Atom

_GAP = re.compile(r"(?: |-|‑|–)(?:(?:and|&) )?|, |,? (?:and|&) ")
_IN = re.compile(r"\b(?:in|for|during|within|after|than|last|next|just|only|over) $", re.IGNORECASE)
_AND_A_PART = re.compile(
    r"[ -]and[ -](?:(?:a|one)[ -](half|quarter)|three[ -]quarters)(?!\w)", re.I
)
_HYPHENS = (" ", "-", "‑", "–")
_MULTIPLIES_WHAT_PRECEDES = 100
"""Scales up to this ("hundred", "dozen") multiply the words before them, larger ones close them."""


def read_words(
    text: str, atoms: list[Atom], i: int, start: int | None = None
) -> tuple[Numeral | None, int]:
    """The number in words that begins with the atom `i`, and how many atoms it takes.

    `start` is the offset of an article that stands for one ("a hundred and two").
    """
    total, current, last_scale = Decimal(0), Decimal(start is not None), Decimal(1)
    begin = atoms[i].start if start is None else start
    used = 0
    previous: Atom | None = None
    for atom in atoms[i:]:
        if not _goes_on(text, previous, atom, last_scale):
            break
        used += 1
        previous = atom
        if atom.kind == "ordinals":
            return Numeral(begin, atom.end, total + current + atom.value, "ordinal"), used
        if atom.kind != "scales":
            current += atom.value
            continue
        current = (current or Decimal(1)) * atom.value
        last_scale = atom.value
        if atom.value > _MULTIPLIES_WHAT_PRECEDES:
            total, current = total + current, Decimal(0)
    if previous is None:
        return None, 1
    numeral = Numeral(begin, previous.end, total + current, "words", last_scale)
    if _AND_A_PART.match(text, numeral.end):
        return _and_a_part(text, atoms, i + used, numeral, used)
    if not numeral.scaled and i + used < len(atoms):
        return _as_fraction(text, atoms, i + used, numeral, used)
    return numeral, used


def _and_a_part(
    text: str, atoms: list[Atom], i: int, numeral: Numeral, used: int
) -> tuple[Numeral, int]:
    """ "two and a half", "a million and a half", "three and a half million"."""
    match = _AND_A_PART.match(text, numeral.end)
    end = match.end() if match else numeral.end
    word = (match[1] or "").lower() if match else ""
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(word, Decimal("0.75"))
    value, scale = numeral.value + part * numeral.scale, numeral.scale
    while i < len(atoms) and atoms[i].start < end:
        i, used = i + 1, used + 1
    if i < len(atoms) and atoms[i].kind == "scales" and text[end : atoms[i].start] == " ":
        scale, used = atoms[i].value, used + 1
        value, end = value * scale, atoms[i].end
    return Numeral(numeral.start, end, value, "words", scale), used


def _as_fraction(
    text: str, atoms: list[Atom], i: int, numeral: Numeral, used: int
) -> tuple[Numeral, int]:
    """ "two thirds", "one-sixth", "three quarters of a million"; else the number as it was."""
    part = atoms[i]
    if (
        part.word not in number_words()["parts"]
        or text[numeral.end : part.start] not in _HYPHENS
        or not _is_part(numeral.value, part)
        or (part.word == "quarter" and _is_period(text, numeral.start, part.end))
    ):
        return numeral, used
    value = numeral.value / part.value
    if i + 1 < len(atoms) and atoms[i + 1].kind == "scales":
        scale = atoms[i + 1]
        if text[part.end : scale.start] in (" of a ", " of an "):
            value *= scale.value
            return Numeral(numeral.start, scale.end, value, "words", scale.value), used + 2
    return Numeral(numeral.start, part.end, value, "fraction"), used + 1


def _is_period(text: str, start: int, end: int) -> bool:
    """Whether "one quarter" is three months ("a loss in one quarter")."""
    if text.startswith(" of ", end) and not re.match(r" of (?:the year|(?:19|20)\d\d)", text[end:]):
        return False
    return _IN.search(text[max(0, start - 10) : start]) is not None


def _is_part(value: Decimal, part: Atom) -> bool:
    if not part.word.endswith("s") or part.word == "quarter":
        return value == 1
    return part.word != "quarters" or value == 3


def _goes_on(text: str, previous: Atom | None, atom: Atom, last_scale: Decimal) -> bool:
    """Whether an atom can stand behind another in one number."""
    if previous is None:
        return atom.kind in ("units", "teens", "tens", "scales")
    gap = text[previous.end : atom.start]
    if not _GAP.fullmatch(gap):
        return False
    joined = "and" in gap or "&" in gap
    if atom.kind == "scales":
        larger = previous.kind != "scales" or previous.value < atom.value
        return larger and not joined and "," not in gap
    if atom.kind == "ordinals":
        if previous.kind == "tens":
            return atom.value < 10 and not joined and "," not in gap
        return previous.kind == "scales" and atom.value < previous.value and "," not in gap
    if atom.kind not in ("units", "teens", "tens") or atom.value == 0:
        return False
    if previous.kind == "scales":
        return previous.word != "dozen" and ("," not in gap or last_scale >= 1000)
    return previous.kind == "tens" and atom.kind == "units" and gap in _HYPHENS
