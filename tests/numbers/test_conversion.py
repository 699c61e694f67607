"""Numbers in other units."""

from decimal import Decimal

import pytest
from reading import numbers

from dateline.analysis.numbers.conversion import convert, pint_expression
from dateline.analysis.numbers.tables import unit_rows


@pytest.mark.parametrize(
    ("text", "system", "value", "unit"),
    [
        ("The convoy was 40 miles long.", "metric", "64.4", "kilometre"),
        ("The lake covers 120 square kilometres.", "imperial", "46.3", "square mile"),
        ("It was 30 degrees Celsius at noon.", "imperial", "86", "degree Fahrenheit"),
        ("Winds reached 100 mph.", "metric", "161", "kilometre per hour"),
        ("A 500-pound bomb was found.", "metric", "227", "kilogram"),
    ],
)
def test_conversion(text: str, system: str, value: str, unit: str) -> None:
    (number,) = numbers(text)
    converted = convert(number, system)
    assert converted is not None
    assert (converted.value, converted.unit) == (Decimal(value), unit)


def test_both_ends_of_a_range_are_converted() -> None:
    (number,) = numbers("The plant lies 10 to 15 kilometres from the border.")
    converted = convert(number, "imperial")
    assert converted == (Decimal("6.21"), Decimal("9.32"), "mile")


def test_what_has_no_other_unit_stays() -> None:
    (number,) = numbers("He paid 300 euros.")
    assert convert(number, "metric") is None


def test_pint_knows_every_unit() -> None:
    import pint

    registry = pint.UnitRegistry()
    for row in unit_rows():
        if row.dimension != "points":
            assert registry.Unit(pint_expression(row.name)), row.name
