"""Dates as a reader would write them in a narrow column."""

from __future__ import annotations

import calendar
import datetime
import re

_PARTS = {
    "MO": "morning",
    "MI": "noon",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}
_NEAR = datetime.timedelta(days=8)
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"\d{4}")
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_PART = re.compile(r"T(MO|MI|AF|EV|NI|DT)\b")


def read_date(text: str | None) -> datetime.date | None:
    """The date of an ISO 8601 string (its day, when it has a time too); None when it is no date."""
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def shown_date(
    earliest: str | None,
    latest: str | None,
    *,
    published: datetime.date | None = None,
    value: str = "",
) -> str:
    """A span of days in few words: "Fri 6 Jun", "Feb 2022", "5–7 Jun", "1990s", "since 2014".

    The year is left out where it is the article's own, the weekday given near the article's day;
    days of different years are told by their years alone. `value` is the TIMEX3 value, for a
    time of day. Empty when neither bound is known.
    """
    first, last = read_date(earliest), read_date(latest)
    if first is None or last is None:
        if first:
            if _MONTH.fullmatch(value):
                own = published and published.year == first.year
                return f"since {first:%b}" if own else f"since {first:%b} {first.year}"
            if _YEAR.fullmatch(value):
                return f"since {first.year}"
            return f"since {_day(first, published)}"
        if last:
            return f"until {_day(last, published)}"
        return ""
    if first == last:
        clock, part = _CLOCK.search(value), _PART.search(value)
        if clock:
            return f"{_day(first, published)} {clock[1]}"
        if part:
            return f"{_day(first, published)} {_PARTS[part[1]]}"
        return _day(first, published, weekday=True)
    return _days(first, last, published)


def _days(first: datetime.date, last: datetime.date, published: datetime.date | None) -> str:
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        if first.year == last.year:
            return str(first.year)
        if first.year % 100 == 0 and last.year == first.year + 99:
            return f"{first.year}–{last.year}"
        if first.year % 10 == 0 and last.year == first.year + 9:
            return f"{first.year}s"
        return f"{first.year}–{last.year}"
    year = "" if published and first.year == last.year == published.year else f" {last.year}"
    whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    if whole_months and first.year == last.year:
        if first.month == last.month:
            return f"{first:%b} {first.year}"
        return f"{first:%b}–{last:%b}{year}"
    if whole_months:
        return f"{first:%b} {first.year}–{last:%b} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%b}{year}"
    if first.year == last.year:
        return f"{first.day} {first:%b}–{last.day} {last:%b}{year}"
    return f"{first.year}–{last.year}"


def _day(day: datetime.date, published: datetime.date | None, *, weekday: bool = False) -> str:
    if published is None:
        return f"{day.day} {day:%b} {day.year}"
    name = f"{day:%a} " if weekday and abs(day - published) <= _NEAR else ""
    year = "" if day.year == published.year else f" {day.year}"
    return f"{name}{day.day} {day:%b}{year}"
