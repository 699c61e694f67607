"""Plain numbers in digits and words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.numbers.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,000", "12000"),
        ("12,34,567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        ("10 000", "10000"),
        ("1'234'567", "1234567"),
        ("3,5", "3.5"),
        ("2½", "2.5"),
        ("2 1/2", "2.5"),
        ("1.2 million", "1200000"),
        ("4.5bn", "4500000000"),
        ("5 crore", "50000000"),
        ("two hundred and six", "206"),
        ("twenty-one", "21"),
        ("half a million", "500000"),
        ("a quarter of a million", "250000"),
        ("two and a half million", "2500000"),
        ("a million and a half", "1500000"),
        ("a dozen", "12"),
        ("a hundred and two", "102"),
        ("three quarters", "0.75"),
        ("three million, two hundred and forty", "3000240"),
    ],
)
def test_the_value_of_a_numeral(text: str, value: str) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.start, numeral.end) == (0, len(text))
    assert numeral.value == Decimal(value)


@given(st.integers(0, 10**12))
def test_digits_with_commas_keep_their_value(value: int) -> None:
    (numeral,) = find_numerals(f"{value:,}")
    assert numeral.value == value


@given(st.text(alphabet="0123456789 ,.-/½onetwhudrdalf", max_size=40))
def test_numerals_stand_in_order_without_overlaps(text: str) -> None:
    end = 0
    for numeral in find_numerals(text):
        assert end <= numeral.start < numeral.end <= len(text)
        end = numeral.end
