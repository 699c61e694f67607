"""Numbers in other units: miles for kilometres, degrees Fahrenheit for Celsius.

The conversions are pint's; pint is imported at the first conversion, as that takes a while.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from dateline.analysis.numbers.tables import unit_rows
from dateline.analysis.numbers.unit_tables import prefixed_rows

if TYPE_CHECKING:
    from dateline.analysis.model import Number

System = Literal["metric", "imperial"]


class Converted(NamedTuple):
    """A number in another unit, rounded to the digits that the original has (three at least)."""

    value: Decimal
    value_to: Decimal | None
    unit: str


_IMPERIAL = {
    "kilometre": "mile", "metre": "foot", "centimetre": "inch", "millimetre": "inch",
    "kilogram": "pound", "gram": "ounce", "tonne": "ton", "litre": "gallon",
    "millilitre": "fluid ounce", "hectare": "acre", "square kilometre": "square mile",
    "square metre": "square foot", "cubic metre": "cubic foot",
    "kilometre per hour": "mile per hour", "metre per second": "mile per hour",
    "degree Celsius": "degree Fahrenheit", "kilometre per second": "mile per second",
}  # fmt: skip
_METRIC = {
    "mile": "kilometre", "foot": "metre", "yard": "metre", "inch": "centimetre",
    "nautical mile": "kilometre", "pound": "kilogram", "ounce": "gram", "stone": "kilogram",
    "ton": "tonne", "gallon": "litre", "pint": "litre", "quart": "litre",
    "fluid ounce": "millilitre", "barrel": "litre", "acre": "hectare",
    "square mile": "square kilometre", "square foot": "square metre",
    "square yard": "square metre", "cubic foot": "cubic metre",
    "mile per hour": "kilometre per hour", "knot": "kilometre per hour",
    "degree Fahrenheit": "degree Celsius", "kelvin": "degree Celsius",
    "horsepower": "kilowatt", "British thermal unit": "kilojoule", "calorie": "joule",
    "kilocalorie": "kilojoule", "mile per second": "kilometre per second",
}  # fmt: skip
_TARGETS = {"metric": _METRIC, "imperial": _IMPERIAL}


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)


@cache
def _pint_names() -> dict[str, str]:
    names = {row.name: row.pint for row in unit_rows()}
    names |= {prefix + row.name: prefix + row.pint for prefix, row in prefixed_rows()}
    return names


def pint_expression(unit: str) -> str | None:
    """A unit's English singular name ("square mile per hour") as an expression that pint reads."""
    above, *below = unit.split(" per ") if unit not in _pint_names() else [unit]
    factors = [_factor(above), *(_factor(part) for part in below)]
    if None in factors:
        return None
    return "/".join(f"({factor})" for factor in factors)


def _factor(part: str) -> str | None:
    power = 1
    for word, exponent in (("square ", 2), ("cubic ", 3)):
        if part.startswith(word):
            part, power = part.removeprefix(word), exponent
    name = _pint_names().get(part)
    return f"({name})**{power}" if name else None


def convert(number: Number, system: System) -> Converted | None:
    """The number in the units of a system; None when it has none there, or is there already."""
    target = _TARGETS[system].get(number.unit or "")
    if target is None or number.value is None or number.unit is None:
        return None
    source_name, target_name = pint_expression(number.unit), pint_expression(target)
    if source_name is None or target_name is None:
        return None
    value = _in_unit(number.value, source_name, target_name)
    upper = number.value_to
    return Converted(
        _rounded(value, number.value),
        _rounded(_in_unit(upper, source_name, target_name), upper) if upper is not None else None,
        target,
    )


def _in_unit(value: Decimal, source: str, target: str) -> Decimal:
    registry = _registry()
    quantity = registry.Quantity(value, registry.Unit(source))
    return Decimal(quantity.to(registry.Unit(target)).magnitude)


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """A value with as many significant digits as another, three at least; no trailing zeros."""
    digits = max(3, len(like.normalize().as_tuple().digits))
    if value == 0:
        return Decimal(0)
    rounded = round(value, digits - 1 - value.adjusted())
    if rounded == rounded.to_integral_value():
        return rounded.quantize(Decimal(1))
    return rounded.normalize()
