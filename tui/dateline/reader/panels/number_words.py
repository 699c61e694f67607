"""The words beside a number: what is counted, with the verb it goes with and what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.numbers.modifiers import without_modifier
from dateline.analysis.numbers.tables import word_set
from dateline.reader.panels.row import Piece, Tone, one_line

if TYPE_CHECKING:
    from dateline.analysis.model import Number

WORDS_ON = 40
"""Characters of the article after the number that are looked at for what is counted."""
WORDS_BACK = 24
"""Characters before a number that are shown where no verb is known that it goes with."""
TOLD_BACK = 60
"""Characters before a number within which the verb is shown that it goes with."""
MOST_VERB_WORDS = 3
"""Words between a verb and its number that are shown with the verb."""
_STOP = re.compile(r"[.,;:!?()“”\"—\n](?=\s|$)|[“”(—]|\n\s*\n")
_SENTENCE_STOP = re.compile(r"[.;:!?()“”\"—\n](?=\s|$)|[“”(—]|\n\s*\n")
_MARKS = ".,;:!?'’‘ "
"""Marks that may be left at the end of the words after a number."""


def words_of(text: str, number: Number) -> list[Piece]:
    """What is counted, with the words of the article around it."""
    tone: Tone = "dim" if number.aside else "plain"
    if number.of is None:
        return [
            Piece(_told(text, number), "dim"),
            Piece(one_line(number.text), tone),
            Piece(_after(text, number.end), "dim"),
        ]
    if number.of_end is None or not number.end <= number.of_end <= number.end + WORDS_ON:
        return [Piece(one_line(number.of), tone)]
    counted = one_line(text[number.end : number.of_end].lstrip("-–"))
    after = _after(text, number.of_end)
    if not after and (before := _told(text, number, bare=True)):
        return [Piece(f"{before.rstrip()} … ", "dim"), Piece(counted, tone)]
    verb = _verb(text, number)
    return [
        *([Piece(f"{verb} … ", "dim")] if verb else []),
        Piece(counted, tone),
        Piece(after, "dim"),
    ]


def _after(text: str, end: int) -> str:
    """The words from an offset on, up to the next mark of punctuation, spaced as they stand."""
    words = _STOP.split(text[end : end + WORDS_ON], maxsplit=1)[0]
    if len(words) == WORDS_ON:
        words = words.rpartition(" ")[0]
        while (last := words.rpartition(" "))[2].lower() in word_set("no_last_words") and last[0]:
            words = last[0]
    words = words.rstrip(_MARKS)
    space = " " if words[:1].isspace() else ""
    return f"{space}{one_line(words)}" if words.strip() else ""


def _verb(text: str, number: Number) -> str:
    """The verb before a number that it goes with, and what belongs to it: "shot down"."""
    if number.told_start is None or number.start - number.told_start > TOLD_BACK:
        return ""
    words = without_modifier(text[number.told_start : number.start]).split()
    if any(word.lower() in word_set("prepositions") for word in words):
        # "Broke out on the 11th floor": the floor is not what is broken.
        return ""
    if len(words) > MOST_VERB_WORDS or any(not word.isalpha() for word in words):
        words = words[:1]
    while len(words) > 1 and words[-1].lower() in word_set("no_first_words"):
        words.pop()
    return one_line(" ".join(words))


def _told(text: str, number: Number, *, bare: bool = False) -> str:
    """The words before a number from the verb on that it goes with, and a space.

    `bare` leaves out the modifier, which the value's sign tells ("killed", not "killed at least").
    """
    words = ""
    if number.told_start is not None and number.start - number.told_start <= TOLD_BACK:
        words = text[number.told_start : number.start]
    if not words.strip() or _SENTENCE_STOP.search(words):
        words = _before(text, number.start)
    if bare and number.modifier:
        words = without_modifier(words)
    space = " " if words[-1:].isspace() else ""
    return f"{one_line(words).strip()}{space}" if words.strip() else ""


def _before(text: str, start: int) -> str:
    """A few words before an offset, back to the last full stop or the like, and a space."""
    words = _SENTENCE_STOP.split(text[max(0, start - WORDS_BACK) : start])[-1]
    if len(words) == WORDS_BACK:
        words = words.partition(" ")[2]
    while (first := words.split(None, 1)) and first[0].strip(",").lower() in word_set(
        "no_first_words"
    ):
        words = first[1] if len(first) > 1 else ""
    space = " " if words[-1:].isspace() else ""
    return f"{one_line(words)}{space}" if words.strip() else ""
