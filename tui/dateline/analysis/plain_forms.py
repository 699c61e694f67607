"""Text made plain for rules, code point for code point: digits of ASCII, lower case."""

from __future__ import annotations

import re

_FOREIGN_DIGIT = re.compile(r"[^\W\D_]")


def plain_digits(text: str) -> str:
    """The text with the decimal digits of every script (Unicode category Nd) as 0 to 9.

    As long as before: Arabic-Indic, Devanagari and full-width digits are one code point each.
    """
    if text.isascii():
        return text
    return _FOREIGN_DIGIT.sub(lambda match: str(int(match[0])), text)


def lower_case(text: str) -> str:
    """The text in lower case with straight apostrophes, as long as before.

    A letter that would become two stays.
    """
    text = text.replace("’", "'").replace("İ", "i")
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
