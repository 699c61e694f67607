"""Reckoning on the calendar, with TIMEX3 values as the currency.

A value is what TimeML 1.2.1 writes for a stretch of the calendar: "2025-06-05", "2025-06",
"2025-W23", "2025-W23-WE", "2025-Q2", "2025-H1", "2025-SU", "2025", "202" (a decade), "20" (a
century), each day with a time or part of day after "T". Weeks are those of ISO 8601. Seasons are
those of the northern half of the earth, by whole months; winter is named by the year it begins in.
"""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Unit = Literal["S", "MIN", "H", "D", "WE", "W", "M", "Q", "HALF", "Y", "E", "C", "MILL"]
"""Units as the rules know them; `duration_value` writes them as TIMEX3 does."""

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI)|(\d\d))")


def value_of_day(day: date) -> str:
    """The day itself: "2025-06-05"."""
    return day.isoformat()


def value_of_week(day: date) -> str:
    """The ISO week that holds the day: "2025-W23"."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def value_of_month(day: date) -> str:
    """The month that holds the day: "2025-06"."""
    return f"{day.year:04}-{day.month:02}"


def value_around(day: date, unit: Unit, shift: int = 0) -> str:
    """The stretch of the unit's size that holds the day, moved on by `shift` of its size.

    Raises ValueError where the calendar of `datetime` ends.
    """
    if unit in ("S", "MIN", "H", "D"):
        return value_of_day(day + timedelta(days=shift))
    if unit in ("W", "WE"):
        week = value_of_week(day + timedelta(weeks=shift))
        return week + "-WE" if unit == "WE" else week
    if unit == "M":
        return value_of_month(add_months(day, shift))
    if unit == "Q":
        moved = add_months(day, 3 * shift)
        return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
    if unit == "HALF":
        moved = add_months(day, 6 * shift)
        return f"{moved.year:04}-H{1 if moved.month <= 6 else 2}"
    year = day.year + shift * {"Y": 1, "E": 10, "C": 100, "MILL": 1000}[unit]
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    digits = {"Y": 4, "E": 3, "C": 2, "MILL": 1}[unit]
    return f"{year:04}"[:digits]


def add_months(day: date, months: int) -> date:
    """The day so many months on; the last day of the month where that one is too short.

    Raises ValueError where the calendar of `datetime` ends.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def moved(day: date, unit: Unit, count: int) -> date:
    """The day `count` units on (back, where it is negative).

    Raises ValueError or OverflowError where the calendar of `datetime` ends.
    """
    if unit in ("S", "MIN", "H"):
        return day
    if unit == "D":
        return day + timedelta(days=count)
    if unit in ("W", "WE"):
        return day + timedelta(weeks=count)
    months = {"M": 1, "Q": 3, "HALF": 6, "Y": 12, "E": 120, "C": 1200, "MILL": 12000}[unit]
    return add_months(day, months * count)


def days_of(value: str) -> tuple[date, date] | None:
    """The first and the last day of a value; None for one that is not tied to the calendar.

    A stretch that goes on after the last day of `datetime` (week 52 of 9999) ends with it.
    """
    try:
        return _days_of(value)
    except (ValueError, OverflowError):
        return None


def _days_of(value: str) -> tuple[date, date] | None:
    if match := _DAY.fullmatch(value):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday + timedelta(days=5) if match[3] else monday
        return first, day_near(monday.toordinal() + 6)
    if match := _PART.fullmatch(value):
        year = int(match[1])
        if match[2]:
            return _months(year, 3 * int(match[2]) - 2, 3)
        if match[3]:
            return _months(year, 6 * int(match[3]) - 5, 6)
        if match[4]:
            return _months(year, SEASON_MONTHS[match[4]], 3)
        return _months(year, int(match[5]), 1)
    if re.fullmatch(r"\d{2,4}", value):
        span = 10 ** (4 - len(value))
        year = int(value) * span
        return date(max(year, 1), 1, 1), date(year + span - 1, 12, 31)
    return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = year * 12 + month - 1 + count - 1
    if last >= 12 * date.max.year + 12:
        return date(year, month, 1), date.max
    last_year, last_month = last // 12, last % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def shifted(value: str, unit: Unit, count: int) -> str | None:
    """The value moved on by `count` units and still of its own grain, or of the unit's if finer.

    "1989-Q3" a year back is "1988-Q3"; "1998" two days on has no answer: None.
    """
    bounds = days_of(value)
    if bounds is None:
        return None
    grain = grain_of(value)
    try:
        if _SIZES[unit] < _SIZES[grain]:
            return None
        return value_around(moved(bounds[0], unit, count), grain)
    except (ValueError, OverflowError):
        return None


def grain_of(value: str) -> Unit:
    """The size of a value that is tied to the calendar."""
    if _DAY.fullmatch(value):
        return "D"
    if match := _WEEK.fullmatch(value):
        return "WE" if match[3] else "W"
    if match := _PART.fullmatch(value):
        if match[2] or match[4]:
            return "Q"
        return "HALF" if match[3] else "M"
    return {4: "Y", 3: "E", 2: "C"}.get(len(value), "MILL")  # type: ignore[return-value]


_SIZES: dict[str, int] = {
    unit: size
    for size, unit in enumerate(
        ("S", "MIN", "H", "D", "WE", "W", "M", "Q", "HALF", "Y", "E", "C", "MILL")
    )
}


def is_finer(unit: Unit, other: Unit) -> bool:
    """Whether one unit is smaller than another."""
    return _SIZES[unit] < _SIZES[other]


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The last such weekday (Monday is 0) up to the day, the day itself included."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first such weekday (Monday is 0) from the day on, the day itself included."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def day_near(ordinal: float) -> date:
    """The day of that number, as `date.toordinal` counts; the first or the last where none is."""
    return date.fromordinal(min(max(int(ordinal), 1), date.max.toordinal()))


def in_reach(day: date | None) -> date | None:
    """The day, or None where reckoning from it could leave the calendar of `datetime`."""
    return day if day is not None and 1000 <= day.year <= 9000 else None


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is none (31 June)."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
