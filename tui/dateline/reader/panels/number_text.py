"""Numbers as they are shown in a column: sign, grouped digits, unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from dateline.analysis.numbers.unit_signs import unit_sign

if TYPE_CHECKING:
    from dateline.analysis.model import Number

_SIGNS = {"~": "≈", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
LONG = 7
"""Letters from which on a unit's name gives way to its sign."""
_PARTS = 1000
"""The greatest denominator of a fraction that is shown."""
_SHORT = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))


def shown_decimal(value: Decimal) -> str:
    """Digits in groups of three; from a million on in millions, billions, trillions."""
    for size, name in _SHORT:
        if abs(value) >= size:
            short = value / size
            if short == round(short, 3):
                return f"{_plain(round(short, 3))} {name}"
            break
    return _plain(value)


def _plain(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.normalize():,f}" if abs(value) >= 1 else f"{round(value, 4).normalize():f}"


def shown_value(number: Number) -> str:
    """The value with its sign, range and unit: "≥ 12,000", "5–7", "12%", "38 °C"."""
    if number.value is None:
        return " ".join(number.text.split())
    value = shown_decimal(number.value)
    if number.value_to is not None:
        value = _range(value, shown_decimal(number.value_to))
    elif _is_part(number):
        value = str(Fraction(number.value).limit_denominator(_PARTS))
    elif number.kind == "ordinal":
        value = _ordinal(value)
    sign = f"{_SIGNS[number.modifier]} " if number.modifier else ""
    return f"{sign}{value}{shown_unit(number)}"


def _range(lower: str, upper: str) -> str:
    """Both ends, the word for millions and the like once where they share it."""
    _, space, word = upper.partition(" ")
    return f"{lower.removesuffix(space + word) if space else lower}–{upper}"


def _is_part(number: Number) -> bool:
    """Whether a number is a part told in words or as a fraction: "two in three"."""
    value = number.value
    if value is None or number.kind != "cardinal" or number.unit:
        return False
    return 0 < value < 1 and "." not in number.text and "," not in number.text


def shown_unit(number: Number) -> str:
    """The unit as it follows the value: "%" at once, others after a space; empty without one.

    A sign stands for a unit with a long name ("km/h"); others are written out ("metres", as "m" is
    millions here).
    """
    unit = number.unit
    if not unit or number.kind == "ordinal":
        return ""
    if unit == "%":
        return "%"
    words = unit if unit.isupper() or number.value == 1 else plural(unit)
    if len(plural(unit)) > LONG and (sign := unit_sign(unit)):
        words = sign
    return f" {words}"


def plural(unit: str) -> str:
    """The plural of an English unit's singular name: "miles per hour", "feet", "centuries"."""
    first, space, rest = unit.partition(" per ")
    if first.endswith(("foot", "inch", "century", "hertz", "celsius", "fahrenheit", "kelvin")):
        first = {
            "foot": "feet",
            "inch": "inches",
            "century": "centuries",
            "square foot": "square feet",
            "cubic foot": "cubic feet",
        }.get(first, first)
    elif not first.endswith("s"):
        first = f"{first}s"
    return f"{first}{space}{rest}"


def _ordinal(digits: str) -> str:
    if digits.endswith(("11", "12", "13")):
        return f"{digits}th"
    return digits + {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1:], "th")


def bar(share: float, width: int) -> str:
    """A bar of so many cells, filled to a share between 0 and 1 in halves of a cell."""
    halves = max(1, round(min(max(share, 0.0), 1.0) * width * 2))
    full, half = divmod(halves, 2)
    return ("━" * full + "╸" * half).ljust(width)
