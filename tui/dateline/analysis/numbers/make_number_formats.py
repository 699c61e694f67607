"""Make `data/number_formats.json` from Unicode CLDR, as the package Babel carries it.

    python -m dateline.analysis.numbers.make_number_formats

Babel is under the BSD 3-clause licence, CLDR under the Unicode License v3. Kept for each language:
its decimal and grouping marks, the words that multiply ("Mio.", "млн", "億"), the names of much
used currencies and units. Babel is needed to make the file only, not to read it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
LANGUAGES = Path(__file__).parents[1] / "data" / "language_names.tsv"
CURRENCIES = [
    "USD",
    "EUR",
    "GBP",
    "JPY",
    "CNY",
    "INR",
    "RUB",
    "UAH",
    "PLN",
    "TRY",
    "CHF",
    "CAD",
    "AUD",
    "BRL",
    "MXN",
    "ARS",
    "KRW",
    "ILS",
    "SEK",
    "NOK",
    "DKK",
    "CZK",
    "HUF",
    "RON",
    "BGN",
    "EGP",
    "SAR",
    "AED",
    "IRR",
    "IQD",
    "PKR",
    "BDT",
    "IDR",
    "THB",
    "VND",
    "PHP",
    "MYR",
    "NGN",
    "ZAR",
    "KES",
    "KZT",
    "GEL",
    "BYN",
    "COP",
    "CLP",
    "HKD",
    "TWD",
]
GENERIC = {"USD": "CAD AUD", "GBP": "EGP", "RUB": "BYN", "INR": "PKR"}
"""A currency whose name alone means it: the word that its name shares with others'."""
UNITS = {
    "length-kilometer": "kilometre",
    "length-meter": "metre",
    "length-centimeter": "centimetre",
    "length-millimeter": "millimetre",
    "length-mile": "mile",
    "length-foot": "foot",
    "area-square-kilometer": "square kilometre",
    "area-square-meter": "square metre",
    "area-hectare": "hectare",
    "mass-kilogram": "kilogram",
    "mass-gram": "gram",
    "mass-tonne": "tonne",
    "volume-liter": "litre",
    "volume-cubic-meter": "cubic metre",
    "volume-barrel": "barrel",
    "power-megawatt": "megawatt",
    "power-gigawatt": "gigawatt",
    "power-kilowatt": "kilowatt",
    "energy-kilowatt-hour": "kilowatt hour",
    "speed-kilometer-per-hour": "kilometre per hour",
    "temperature-celsius": "degree Celsius",
    "duration-second": "second",
    "duration-minute": "minute",
    "duration-hour": "hour",
    "duration-day": "day",
    "duration-week": "week",
    "duration-month": "month",
    "duration-year": "year",
    "duration-century": "century",
    "concentr-percent": "%",
}
_ZEROS = re.compile("0+")


def formats_of(data: Any) -> dict[str, Any]:
    """What is kept of a locale's data."""
    symbols = data["number_symbols"].get("latn", {})
    names = {code: set(_currency_names(data, code)) for code in CURRENCIES}
    currencies = {name: code for code, forms in names.items() for name in forms}
    for code, others in GENERIC.items():
        shared = _words(names[code])
        for other in others.split():
            shared &= _words(names[other])
        currencies |= {word: code for word in shared if len(word) > 2}
    return {
        "decimal": symbols.get("decimal", "."),
        "group": symbols.get("group", ","),
        "scales": dict(sorted(_scales(data))),
        "currencies": dict(sorted(currencies.items())),
        "units": dict(sorted(_units(data))),
    }


def _words(names: set[str]) -> set[str]:
    return {word for name in names for word in re.split(r"[\s-]+", name)}


def _currency_names(data: Any, code: str) -> Iterator[str]:
    if name := data["currency_names"].get(code):
        yield _plain(name)
    for form in data["currency_names_plural"].get(code, {}).values():
        yield _plain(form)


def _scales(data: Any) -> Iterator[tuple[str, int]]:
    for width in ("long", "short"):
        forms = data["compact_decimal_formats"].get(width, {})
        for plural in forms.values():
            for power, pattern in plural.items():
                written = str(getattr(pattern, "pattern", pattern)).replace("'", "")
                zeros = _ZEROS.search(written)
                word = _plain(_ZEROS.sub("", written)).rstrip(".")
                letter = len(word) == 1 and word.upper() != word.lower()
                if zeros is None or not word or letter or not word[0].isalpha():
                    continue
                yield word, int(power) // 10 ** (len(zeros.group()) - 1)


def _units(data: Any) -> Iterator[tuple[str, str]]:
    for name, unit in UNITS.items():
        for width in ("long", "short"):
            for pattern in data["unit_patterns"].get(name, {}).get(width, {}).values():
                if not isinstance(pattern, str) or not re.match(r"\{0\}[^/]", pattern):
                    continue
                word = _plain(pattern.removeprefix("{0}")).rstrip(".")
                if len(word) > 1 or (word and not word.isascii()):
                    yield word, unit


def _plain(name: str) -> str:
    return " ".join(re.sub("[\u200e\u200f]", "", str(name)).lower().replace("’", "'").split())


def main() -> None:
    """Write the file."""
    from babel import Locale, UnknownLocaleError

    rows = LANGUAGES.read_text(encoding="utf-8").splitlines()
    lines = []
    for code in (row.split("\t")[0] for row in rows if not row.startswith("#")):
        try:
            data = Locale.parse(code)._data
        except (UnknownLocaleError, ValueError):
            continue
        if code != "en":
            kept = json.dumps(formats_of(data), ensure_ascii=False)
            lines.append(f"{json.dumps(code)}: {kept}")
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (DATA / "number_formats.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
