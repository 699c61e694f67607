"""The tables that stand in `data/`, loaded once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


def _text(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


@cache
def number_words() -> dict[str, dict[str, Any]]:
    """The words of numbers by what they do: units, teens, tens, scales, ordinals, parts."""
    table: dict[str, dict[str, Any]] = json.loads(_text("number_words.json"))
    return table


@cache
def phrases() -> dict[str, Any]:
    """The phrase lists of `phrases.json`."""
    table: dict[str, Any] = json.loads(_text("phrases.json"))
    return table


@cache
def local_currencies() -> dict[str, dict[str, str]]:
    """Currency words that several countries use: word -> country, case folded -> code."""
    table: dict[str, dict[str, str]] = json.loads(_text("local_currencies.json"))
    return table


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the plain word lists of `phrases.json`, lower case."""
    return frozenset(phrases()["words"][name].split())


@dataclass(frozen=True, slots=True)
class CurrencyRow:
    """A currency: its ISO 4217 code and the ways to write it."""

    code: str
    symbols: tuple[str, ...]
    names: tuple[str, ...]
    hundredths: tuple[str, ...]


@cache
def currency_rows() -> tuple[CurrencyRow, ...]:
    """The rows of `currencies.tsv`."""
    rows = []
    for cells in _rows("currencies.tsv", 4):
        code, symbols, names, hundredths = cells
        rows.append(
            CurrencyRow(
                code,
                tuple(symbols.split()),
                tuple(filter(None, names.split("|"))),
                tuple(filter(None, hundredths.split("|"))),
            )
        )
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: its English singular name, its name in pint, and the ways to write it."""

    name: str
    pint: str
    symbols: tuple[str, ...]
    dimension: str
    names: tuple[str, ...]
    prefixes: str
    """The prefixes it takes, by their letters; * for all, i for the binary ones."""


@cache
def unit_rows() -> tuple[UnitRow, ...]:
    """The rows of `units.tsv`."""
    rows = []
    for name, pint, symbols, dimension, names, prefixes in _rows("units.tsv", 6):
        rows.append(
            UnitRow(
                name,
                pint,
                tuple(symbols.split()),
                dimension,
                tuple(filter(None, names.split("|"))),
                prefixes,
            )
        )
    return tuple(rows)


def _rows(file: str, width: int) -> list[list[str]]:
    found = []
    for line in _text(file).splitlines():
        if line and not line.startswith("#"):
            cells = line.split("\t")
            found.append(cells + [""] * (width - len(cells)))
    return found
