"""A numeral: a plain number as the text writes it, without unit or modifier."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["digits", "words", "ordinal", "fraction", "vague"]
"""How it is written. `vague` is a plural such as "hundreds" or "tens of thousands": at least that
many."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A plain number at the half-open span `[start, end)` of a passage's text."""

    start: int
    end: int
    value: Decimal
    form: Form
    scale: Decimal = Decimal(1)
    """What a word or letter such as "million" or "bn" multiplies by; 1 without one."""
    plural: bool = False
    """Whether it is written with an s, such as "1980s" or "30s"."""

    @property
    def scaled(self) -> bool:
        """Whether it has a scale."""
        return self.scale > 1
