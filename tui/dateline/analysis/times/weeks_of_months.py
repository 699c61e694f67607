"""Weeks and days told by their month: "the first week of May", "the week of March 6"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.analysis.times.calendar import add_months, valid_date, value_around
from dateline.analysis.times.lexicon import DAY, MONTH, YEAR, month_number
from dateline.analysis.times.reading import Context, Reading, Rule, rule
from dateline.analysis.times.unwritten_year import nearest_year

_WEEKS_IN = {"second": 1, "third": 2, "fourth": 3}


def _part_of_month(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the first week of May", "the last days of June 2024"."""
    if not match["month"][0].isupper():
        return None
    month = month_number(match["month"])
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, None)
    value = f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    nth = match["nth"].lower()
    mod = "END" if nth in ("last", "final", "closing", "fourth") else "START"
    mod = "MID" if nth == "third" else mod
    first = last = None
    if year and "week" in match[0].lower() and "few" not in match[0].lower():
        first = date(year, month, 1) + timedelta(weeks=_WEEKS_IN.get(nth, 0))
        last = first + timedelta(days=6)
        if nth in ("last", "final", "closing"):
            last = add_months(date(year, month, 1), 1) - timedelta(days=1)
            first = last - timedelta(days=6)
    return Reading(match.start(), match.end(), "DATE", value, mod, first, last)


def _week_of(match: re.Match[str], ctx: Context) -> Reading | None:
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, day)
    found = valid_date(year, month, day) if year else None
    if found is None:
        return None
    return Reading(match.start(), match.end(), "DATE", value_around(found, "W"))


def _weekend_of(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the weekend of Oct. 14-15"."""
    week = _week_of(match, ctx)
    return replace(week, value=week.value + "-WE") if week else None


RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        r"(?:the\s+)?(?P<nth>first|second|third|fourth|last|final|opening|closing)\s+(?:few\s+)?"
        rf"(?:weeks?|days|weekend)\s+(?:of|in)\s+{MONTH}(?:,?\s+{YEAR})?",
        _part_of_month,
        4,
        words="week days",
    ),
    rule(
        "unit",
        rf"the\s+weekend\s+of\s+{MONTH}\s+{DAY}(?:\s?[-–]\s?\d+|\s+and\s+\d+)?(?:,?\s+{YEAR})?",
        _weekend_of,
        4,
        words="weekend",
    ),
    rule(
        "unit",
        rf"the\s+week\s+(?:of|starting|beginning|ending|ended)\s+{MONTH}\s+{DAY}(?:,?\s+{YEAR})?",
        _week_of,
        3,
        words="week",
    ),
)
