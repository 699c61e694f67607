"""The words beside a number say what is counted and what happened to it."""

from decimal import Decimal

import pytest

from dateline.analysis.model import Number
from dateline.reader.panels.number_words import words_of


def beside(text, words, value, *, of, verb=None, modifier=None):
    start = text.index(words)
    of_start = text.index(of, start)
    number = Number(
        start, start + len(words), words, Decimal(value), None, "cardinal", None, modifier, of,
        of_start=of_start, of_end=of_start + len(of),
        told_start=text.index(verb) if verb else None,
    )  # fmt: skip
    return "".join(piece.text for piece in words_of(text, number))


@pytest.mark.parametrize(
    ("text", "words", "of", "verb", "modifier", "shown"),
    [
        ("The storm killed at least four people.", "four", "people", "killed", ">=",
         "killed … people"),
        ("They shot down 174 drones over 13 towns.", "174", "drones", "shot", None,
         "shot down … drones over 13 towns"),
        ("They shot down 174 drones over 13 towns.", "13", "towns", "shot", None,
         "shot down 174 drones over … towns"),
        ("They sent 40 boats and 12 planes to help.", "12", "planes", "sent", None,
         "sent … planes to help"),
        ("A fire broke out on 12 floors of it.", "12", "floors", "broke", None, "floors of it"),
        ("It rained, then some 12 people.", "12", "people", None, "~", "It rained, then … people"),
    ],
)  # fmt: skip
def test_the_verb_stands_before_what_is_counted(text, words, of, verb, modifier, shown):
    assert beside(text, words, 4, of=of, verb=verb, modifier=modifier) == shown


def test_a_few_words_begin_and_end_with_words_that_tell():
    text = "It rained, and in the town about 12 people of the town were brought to the old hall."
    start = text.index("12")
    number = Number(start, start + 2, "12", Decimal(12), None, "cardinal", None, "~", None)
    words = "".join(piece.text for piece in words_of(text, number))
    assert words == "in the town about 12 people of the town were brought"
