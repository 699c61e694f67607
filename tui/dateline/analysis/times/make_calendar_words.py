"""Make `data/calendar_words.json` from the language data of the package dateparser.

    python -m dateline.analysis.times.make_calendar_words

dateparser (BSD 3-clause, copyright Scrapinghub) carries the names of months and weekdays and the
words for relative days of Unicode CLDR (Unicode License v3), with further forms added by hand.
What is kept of it: see `dateline.analysis.times.calendar_words`.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_PACKAGE = "dateparser.data.date_translation_data"
_RELATIVE = re.compile(r"(in )?(\d+|\\1) (day|week|month|year)( ago)?")
_BROKEN_FRAME = re.compile(r"[\\−–]|[a-zà-ž]\{|\}[a-zà-ž]|^[{}01 ]*$")
_NUMBER = re.compile(r"\(\\d[^()]*\)")


def words_of(info: dict[str, Any]) -> dict[str, Any]:
    """What is kept of a language."""
    months: dict[str, int] = {}
    short_months: dict[str, int] = {}
    for number, name in enumerate(MONTHS, 1):
        forms = {_word(form) for form in info.get(name, ())}
        longest = max(map(len, forms), default=0)
        for form in forms:
            if form.isdigit() or len(form) < 2 or re.fullmatch("[ivx]+", form):
                continue
            full = len(form) >= min(longest, 5) or not _alphabetic(form)
            (months if full else short_months)[form] = number
    weekdays = {
        _word(form): number
        for number, name in enumerate(WEEKDAYS)
        for form in info.get(name, ())
        if _is_full(_word(form))
    }
    days: dict[str, int] = {}
    stretches: dict[str, list[Any]] = {}
    for key, forms in info.get("relative-type", {}).items():
        match = _RELATIVE.fullmatch(key)
        if match is None:
            continue
        shift = int(match[2]) * (1 if match[1] else -1)
        for form in map(_word, forms):
            if match[3] == "day":
                days.setdefault(form, shift)
            elif _is_full(form):
                stretches.setdefault(form, [UNITS[match[3]], shift])
    return {
        "order": info.get("date_order", "DMY"),
        "months": months,
        "short_months": short_months,
        "weekdays": weekdays,
        "days": days,
        "stretches": stretches,
        **_counted(info),
    }


def _counted(info: dict[str, Any]) -> dict[str, Any]:
    """ "3 days ago" and "in 3 days" as frames around a number {0} and a unit {1}."""
    units: dict[str, set[str]] = {}
    frames: dict[str, int] = {}
    for key, patterns in info.get("relative-type-regex", {}).items():
        match = _RELATIVE.fullmatch(key)
        if match is None:
            continue
        words = units.setdefault(UNITS[match[3]], set())
        words |= {_word(each) for each in info.get(match[3], ()) if _is_unit(_word(each))}
        for pattern in patterns:
            framed = _word(_NUMBER.sub("{0}", pattern))
            for word in sorted(words, key=len, reverse=True):
                if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", framed) or (
                    not _alphabetic(word) and word in framed
                ):
                    frame = framed.replace(word, "{1}", 1)
                    if frame.count("{0}") == 1 and not _BROKEN_FRAME.search(frame):
                        frames[frame] = 1 if match[1] else -1
                    break
    return {
        "units": {unit: sorted(words) for unit, words in units.items() if words},
        "frames": dict(sorted(frames.items())),
    }


def _word(form: str) -> str:
    return " ".join(form.lower().replace("’", "'").split()).rstrip(".")


def _alphabetic(word: str) -> bool:
    """Whether it is written in a script with capital letters."""
    return any(char != char.swapcase() for char in word)


def _is_full(word: str) -> bool:
    """Whether a word is long enough to be no abbreviation."""
    return len(word) >= (4 if _alphabetic(word) else 2)


def _is_unit(word: str) -> bool:
    return len(word) >= (3 if _alphabetic(word) else 1)


def main() -> None:
    """Write the file."""
    package = importlib.import_module(_PACKAGE)
    table = {}
    for module in sorted(each.name for each in pkgutil.iter_modules(package.__path__)):
        if re.fullmatch(r"[a-z]{2,3}", module) and module != "en":
            table[module] = words_of(importlib.import_module(f"{_PACKAGE}.{module}").info)
    lines = (
        f"{json.dumps(language)}: {json.dumps(words, ensure_ascii=False, sort_keys=True)}"
        for language, words in table.items()
    )
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (DATA / "calendar_words.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
