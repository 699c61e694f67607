"""What a TIMEX3 value says, in words for a reader."""

from __future__ import annotations

import calendar
import re

_UNITS = {
    "S": "second",
    "H": "hour",
    "D": "day",
    "WE": "weekend",
    "W": "week",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "MI": "millennium",
    "NI": "night",
    "MO": "morning",
    "AF": "afternoon",
    "EV": "evening",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "WI": "winter",
}
_PLURALS = {"century": "centuries", "millennium": "millennia"}
_PARTS = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night"}
_PARTS["DT"] = "daytime"
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_REFERENCES = {"PAST_REF": "some time past", "PRESENT_REF": "the present"}
_REFERENCES["FUTURE_REF"] = "some time to come"
_MODIFIERS = {
    "START": "early in it",
    "MID": "in the middle of it",
    "END": "late in it",
    "APPROX": "about",
    "BEFORE": "just before it",
    "AFTER": "just after it",
    "LESS_THAN": "less than that",
    "MORE_THAN": "more than that",
    "EQUAL_OR_LESS": "that or less",
    "EQUAL_OR_MORE": "that or more",
}
_DURATION = re.compile(r"P((?:\d*\.?\d+|X)[A-Z]{1,2})*(?:T((?:\d*\.?\d+|X)[HMS])+)?")
_COUNTED = re.compile(r"(\d*\.?\d+|X)(DE|CE|MI|WE|NI|MO|AF|EV|SP|SU|FA|WI|[A-Z])")
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<rest>[^T]+))?(?:T(?P<time>.+))?")


def in_words(value: str, kind: str, mod: str | None = None) -> str:
    """A TIMEX3 value in words: "a night, no date given", "every Friday", "2 years 6 months".

    `kind` is the TIMEX3 type (DATE, TIME, DURATION or SET) and `mod` its modifier. A value of no
    known form is given back as it is.
    """
    said = _REFERENCES.get(value) or _length(value, kind) or _date(value, kind) or value
    modifier = _MODIFIERS.get(mod or "")
    return f"{said}, {modifier}" if modifier else said


def _length(value: str, kind: str) -> str | None:
    if not _DURATION.fullmatch(value) or value == "P":
        return None
    days, _, clock = value[1:].partition("T")
    counted = [(n, _UNITS.get(unit, unit)) for n, unit in _COUNTED.findall(days)]
    counted += [(n, "minute" if u == "M" else _UNITS[u]) for n, u in _COUNTED.findall(clock)]
    if kind == "SET":
        if len(counted) == 1 and counted[0][0] == "1":
            return f"every {counted[0][1]}"
        return "every " + " ".join(_several(n, unit) for n, unit in counted)
    if value == "PXX":
        return "some time, how long is not said"
    return " ".join(_several(n, unit) for n, unit in counted)


def _several(count: str, unit: str) -> str:
    if count == "1":
        return f"1 {unit}"
    several = _PLURALS.get(unit, unit + "s")
    return f"some {several}" if count == "X" else f"{count} {several}"


def _date(value: str, kind: str) -> str | None:
    if re.fullmatch(r"\d{3}", value):
        return f"the {value}0s"
    if re.fullmatch(r"\d{2}", value):
        return f"the century from {value}00 on"
    match = _DATE.fullmatch(value)
    if match is None:
        return None
    year = "" if match["year"] == "XXXX" else match["year"]
    day = _day(match["rest"] or "", year)
    if day is None:
        return None
    return _placed(day, _clock(match["time"] or ""), kind, bool(year))


def _placed(day: str, clock: str, kind: str, dated: bool) -> str:
    """The day and the time of day together, and a word where no year ties them down."""
    article = "every" if kind == "SET" else "an" if (clock or day)[:1] in "ae" else "a"
    if dated:
        return f"{day}, {clock}" if clock else day
    if not day:
        whole = clock if clock[:1].isdigit() else f"{article} {clock}"
        return whole if kind == "SET" or not clock else f"{whole}, no date given"
    whole = f"{day}, {clock}" if clock else day
    if kind == "SET":
        return f"every {whole}"
    if any(sign.isdigit() for sign in day) or day in calendar.month_name:
        return f"{whole}, no year given"
    return f"{article if not clock else 'a'} {whole}, no date given"


def _day(rest: str, year: str) -> str | None:
    """The part of a value before its time of day; "" where it names no day at all."""
    of_year = f" {year}" if year else ""
    if rest in ("", "XX", "XX-XX"):
        return year
    if match := re.fullmatch(r"(\d\d)(?:-(\d\d|XX))?", rest):
        if not 1 <= int(match[1]) <= len(calendar.month_name) - 1:
            return None
        number = f"{int(match[2])} " if match[2] and match[2] != "XX" else ""
        return f"{number}{calendar.month_name[int(match[1])]}{of_year}"
    if match := re.fullmatch(r"W(\d\d|XX)(?:-(WE|[1-7]))?", rest):
        named = calendar.day_name[int(match[2]) - 1] if (match[2] or "").isdigit() else ""
        named = named or ("weekend" if match[2] else "week")
        if match[1] == "XX":
            return f"{named}{of_year}"
        whole = f"week {int(match[1])} of {year}" if year else f"week {int(match[1])}"
        return whole if named == "week" else f"{named} of {whole}"
    if match := re.fullmatch(r"Q([1-4])", rest):
        return f"{_ORDINALS[match[1]]} quarter{' of' + of_year if year else ''}"
    if match := re.fullmatch(r"H([12])", rest):
        return f"{_ORDINALS[match[1]]} half{' of' + of_year if year else ''}"
    if rest in _SEASONS:
        return f"{_SEASONS[rest]}{of_year}"
    return {"QX": f"quarter{of_year}", "HX": f"half{of_year}"}.get(rest)


def _clock(time: str) -> str:
    return "midnight" if time == "24:00" else _PARTS.get(time, time)
