"""Money: which currency stands before or after a numeral. Codes are those of ISO 4217."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from dateline.analysis.numbers.pounds import is_sterling
from dateline.analysis.numbers.tables import currency_rows


class Money(NamedTuple):
    """A currency found beside a numeral; the span grows to `start` and `end`."""

    start: int
    end: int
    code: str
    factor: Decimal
    """1, or 0.01 for cents."""


_STERLING = re.compile(r"£|\bpence\b|\bpounds?\b")
_ONE = Decimal(1)
_DOLLARS_OF = {"Cdn": "CAD", "Australian": "AUD", "Canadian": "CAD"}
_DOLLAR_OF = re.compile(r" ?(AUD|CAD|NZD|HKD|SGD|USD|Cdn|Australian|Canadian)(?!\w)")
_WON_AFTER = re.compile(r"\s*(?:[(,.]|$|(?:in|for|a|to|and|per|by|from)\b)")
_TENTH = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_SUFFIX_SYMBOLS = {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "¥": "JPY",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "₺": "TRY",
    "₪": "ILS",
    "₩": "KRW",
    "kr": "SEK",
    "zł": "PLN",
    "Kč": "CZK",
    "Ft": "HUF",
    "元": "CNY",
    "円": "JPY",
    "₿": "XBT",
}


@cache
def _codes() -> frozenset[str]:
    return frozenset(row.code for row in currency_rows())


@cache
def _before() -> tuple[re.Pattern[str], dict[str, str]]:
    symbols = {"$": "USD"}
    for row in currency_rows():
        symbols.update(dict.fromkeys(row.symbols, row.code))
        symbols[row.code] = row.code
    ordered = "|".join(map(re.escape, sorted(symbols, key=lambda s: (-len(s), s))))
    return re.compile(rf"(?<![\w$€£¥])({ordered})\s?([-−]?)$|([€£¥$])\s?([-−]?)$"), symbols


@cache
def _after() -> tuple[re.Pattern[str], dict[str, tuple[str, Decimal]]]:
    names: dict[str, tuple[str, Decimal]] = {}
    for row in currency_rows():
        names.update({name.lower(): (row.code, _ONE) for name in row.names})
        names.update({name.lower(): (row.code, _HUNDREDTH) for name in row.hundredths})
        names[row.code.lower()] = (row.code, _ONE)
    names |= {"dime": ("USD", _TENTH), "dimes": ("USD", _TENTH)}
    names |= {"pound": ("GBP", _ONE), "pounds": ("GBP", _ONE)}
    ordered = "|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))
    suffixes = "|".join(map(re.escape, _SUFFIX_SYMBOLS))
    return re.compile(
        rf"[ \u00a0-]?({ordered})(?!\w)(?!-(?!a))|\s?(p|c|¢)(?!\w)|\s?({suffixes})(?!\w)",
        re.I,
    ), names


def find_money(text: str, start: int, end: int, *, scaled: bool) -> Money | None:
    """The currency of the numeral at `[start, end)`, if it is money."""
    pattern, symbols = _before()
    before = pattern.search(text[max(0, start - 12) : start])
    if before:
        symbol = before[1] or before[3]
        begin = start - (before.end() - before.start())
        if _is_symbol(symbol, before.group()):
            following, _ = _after()
            repeated = following.match(text, end)
            if repeated and symbol in "$£" and (repeated[1] or "").lower() in ("dollars", "pounds"):
                end = repeated.end()
            code = symbols[symbol]
            tail = _DOLLAR_OF.match(text, end)
            if symbol == "$" and tail:
                code = _DOLLARS_OF.get(tail[1], tail[1])
                end = tail.end()
            return Money(begin, end, code, _ONE)
    return _named(text, start, end, scaled=scaled)


def _is_symbol(symbol: str, written: str) -> bool:
    """Single letters are a currency only where they are glued to the digits ("R5bn")."""
    return len(symbol) > 1 or not symbol.isalpha() or not written.endswith(" ")


def _named(text: str, start: int, end: int, *, scaled: bool) -> Money | None:
    pattern, names = _after()
    match = pattern.match(text, end)
    if not match:
        return None
    if match[3]:
        return _suffixed(text, start, match)
    if match[2]:
        glued = match.start(2) == end and text[start:end].isdigit()
        pence = match[2] == "p" and _STERLING.search(text) is not None
        if not glued or not (pence or match[2] == "¢"):
            return None
        return Money(start, match.end(), "GBP" if pence else "USD", _HUNDREDTH)
    word, lower = match[1], match[1].lower()
    if lower.upper() in _codes() and not word.isupper():
        return None
    if _is_common_word(text, start, match, scaled=scaled):
        return None
    return Money(start, match.end(), *names[lower])


def _suffixed(text: str, start: int, match: re.Match[str]) -> Money | None:
    """A symbol behind the digits ("15 €", "200 kr"); a "$" only where it is glued to them."""
    code = _SUFFIX_SYMBOLS.get(match[3])
    if not code or (match[3] == "$" and match.group() != "$"):
        return None
    return Money(start, match.end(), code, _ONE)


def _is_common_word(text: str, start: int, match: re.Match[str], *, scaled: bool) -> bool:
    """Whether a currency's name means something else: pounds of weight, a match that was won."""
    word, lower = match[1], match[1].lower()
    if lower in ("pound", "pounds"):
        return not is_sterling(text, start, match.start(1), match.end(), scaled=scaled)
    if lower == "won":
        large = scaled or "," in text[start : match.start()]
        return not large or _WON_AFTER.match(text, match.end()) is None
    if lower in ("penny", "cent"):
        return match.group()[0] == "-"
    return lower == "real" or (lower in ("sterling", "lari", "dong", "dram") and not word.islower())


def symbols_before(text: str) -> tuple[str, int] | None:
    """The code of the currency whose sign or code ends a text, and how long it is there."""
    pattern, symbols = _before()
    match = pattern.search(text)
    if match is None or not _is_symbol(match[1] or match[3], match.group()):
        return None
    return symbols[match[1] or match[3]], match.end() - match.start()


def symbols_after(text: str, at: int) -> tuple[str, int] | None:
    """The code of the currency whose sign or code follows an offset, and where it ends."""
    pattern = _codes_after()
    match = pattern.match(text, at)
    if match is None:
        return None
    return _SUFFIX_SYMBOLS.get(match[1], match[1]), match.end()


@cache
def _codes_after() -> re.Pattern[str]:
    signs = "|".join(map(re.escape, (*_SUFFIX_SYMBOLS, *sorted(_codes()))))
    return re.compile(rf"\s?({signs})(?!\w)")
