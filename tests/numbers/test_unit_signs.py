"""The signs of units."""

import pytest

from dateline.analysis.numbers.unit_signs import unit_sign


@pytest.mark.parametrize(
    ("unit", "sign"),
    [
        ("kilometre", "km"),
        ("kilometre per hour", "km/h"),
        ("square kilometre", "km²"),
        ("cubic metre per second", "m³/s"),
        ("degree Celsius", "°C"),
        ("kilowatt hour", "kWh"),
        ("megabit per second", "Mbps"),
        ("gram per cubic centimetre", "g/cm³"),
        ("barrel per day", "bbl/day"),
        ("year", None),
        ("acre", None),
        ("USD", None),
    ],
)
def test_the_sign_of_a_unit(unit: str, sign: str | None) -> None:
    assert unit_sign(unit) == sign
