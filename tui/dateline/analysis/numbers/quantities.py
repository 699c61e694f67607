"""A quantity: a numeral on its way to a `Number`, with what has been laid on it so far."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Modifier, NumberKind
    from dateline.analysis.numbers.numeral import Form


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its unit at the half-open span `[start, end)` of a passage's text."""

    start: int
    end: int
    value: Decimal | None
    form: Form
    scale: Decimal = Decimal(1)
    value_to: Decimal | None = None
    kind: NumberKind = "cardinal"
    unit: str | None = None
    modifier: Modifier | None = None
    of: str | None = None
    """Set where the words themselves say what is counted; else it is looked for later."""
    plural: bool = False

    @property
    def scaled(self) -> bool:
        """Whether its numeral has a scale such as "million"."""
        return self.scale > 1
