from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.times.durations import duration_value
from dateline.analysis.times.lexicon import count_of, ordinal_number, year_in_words


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("three", 3),
        ("twenty-five", 25),
        ("a hundred", 100),
        ("two hundred and ten", 210),
        ("1,500", 1500),
        ("5 1/2", Fraction(11, 2)),
        ("two and a half", Fraction(5, 2)),
        ("half an", Fraction(1, 2)),
        ("a couple of", 2),
        ("several", None),
        ("dozens of", None),
    ],
)
def test_words_say_a_count(words, count):
    assert count_of(words) == count


def test_words_that_are_no_count_are_refused():
    with pytest.raises(ValueError, match="no number"):
        count_of("hello")


@given(st.integers(0, 10**9))
def test_digits_say_their_count(number):
    assert count_of(f"{number:,}") == number


def test_ordinals_and_years_in_words():
    assert ordinal_number("twenty-first") == 21
    assert ordinal_number("3rd") == 3
    assert year_in_words("nineteen ninety-one") == 1991
    assert year_in_words("the year two thousand") == 2000


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (Fraction(2), "Y", "P2Y"),
        (Fraction(5, 2), "Y", "P2Y6M"),
        (Fraction(11, 2), "H", "PT5H30M"),
        (Fraction(3, 2), "D", "P1DT12H"),
        (None, "M", "PXM"),
        (Fraction(1), "E", "P1DE"),
    ],
)
def test_a_duration_is_written_as_timex3_has_it(count, unit, value):
    assert duration_value(count, unit) == value
