"""Holidays and feasts whose date is reckoned from the year.

Sources: Easter by the algorithm of Meeus, Jones and Butcher, Orthodox Easter by that of Meeus; the
Islamic feasts by the tabular calendar, set right by the new moon, the Jewish ones by the Hebrew
calendar, both as Reingold and Dershowitz give them ("Calendrical Calculations"); the new moon, for
Lunar New Year and Diwali too, by Meeus ("Astronomical Algorithms", chapter 49, the larger terms).
Where the moon is sighted, the true date can be a day off.

The names stand in `data/holidays.tsv`: how the holiday is written, and its reckoning: "12-25",
"11 thu 4" (the fourth Thursday of November; -1 the last), "easter -2" (days from it); then, for
a feast of several days, how many.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from dateline.analysis.times.calendar import weekday_on_or_after, weekday_on_or_before

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISLAMIC_EPOCH = 227015
_HEBREW_EPOCH = -1373427


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday: how it is written (a regular expression), and how its date is reckoned."""

    pattern: str
    reckoning: str
    length: int = 1
    """For how many days it is kept."""

    def dates(self, year: int) -> tuple[date, ...]:
        """Its days in a year: mostly one, none or two where a lunar year is shorter.

        None outside the years 2 to 9998, where `datetime` ends.
        """
        if not 2 <= year <= 9998:
            return ()
        return _dates(self.reckoning, year)


def easter(year: int) -> date:
    """Easter Sunday of the Western churches."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, in the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def islamic_date(year: int, month: int, day: int) -> date:
    """A day of the Islamic calendar.

    The month is found by the tabular calendar; it begins on the day after a new moon that comes
    before sunset at Mecca (15 hours UTC), as the Umm al-Qura calendar has it.
    """
    months = 29 * (month - 1) + (6 * month - 1) // 11
    tabular = months + (year - 1) * 354 + (3 + 11 * year) // 30 + _ISLAMIC_EPOCH
    moon = new_moon_on_or_after(date.fromordinal(tabular - 6), 9)
    return moon + timedelta(days=day)


def hebrew_new_year(year: int) -> date:
    """The first day of a Hebrew year (Rosh Hashanah)."""
    before, here, after = (_hebrew_days(y) for y in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(_HEBREW_EPOCH + here + delay)


def _hebrew_days(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


def new_moon_on_or_after(day: date, hours_east: float) -> date:
    """The day of the first new moon from a day on, where clocks are so many hours ahead of UTC."""
    k = math.floor((day.year + (day.timetuple().tm_yday - 1) / 365.25 - 2000) * 12.3685) - 1
    while True:
        moon = _new_moon(k, hours_east)
        if moon >= day:
            return moon
        k += 1


def _new_moon(k: int, hours_east: float) -> date:
    t = k / 1236.85
    julian_day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
    sun = math.radians(2.5534 + 29.1053567 * k)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t)
    node = math.radians(160.7108 + 390.67050284 * k)
    julian_day += (
        -0.4072 * math.sin(moon)
        + 0.17241 * math.sin(sun)
        + 0.01608 * math.sin(2 * moon)
        + 0.01039 * math.sin(2 * node)
        + 0.00739 * math.sin(moon - sun)
        - 0.00514 * math.sin(moon + sun)
    )
    return date.fromordinal(math.floor(julian_day + hours_east / 24 - 1721424.5))


def hanukkah(year: int) -> date:
    """The first day of Hanukkah: 25 Kislev, which the length of the month before it moves."""
    new_year = hebrew_new_year(year + 3761)
    length = (hebrew_new_year(year + 3762) - new_year).days
    return new_year + timedelta(days=84 if length in (355, 385) else 83)


_FEASTS: dict[str, Callable[[int], date]] = {
    "easter": easter,
    "orthodox": orthodox_easter,
    "passover": lambda year: hebrew_new_year(year + 3761) - timedelta(days=163),
    "roshhashanah": lambda year: hebrew_new_year(year + 3761),
    "hanukkah": hanukkah,
    "lunarnewyear": lambda year: new_moon_on_or_after(date(year, 1, 21), 8),
    "midautumn": lambda year: new_moon_on_or_after(date(year, 8, 24), 8) + timedelta(days=14),
    "dragonboat": lambda year: new_moon_on_or_after(date(year, 5, 24), 8) + timedelta(days=4),
    "diwali": lambda year: new_moon_on_or_after(date(year, 10, 16), 5.5),
}


@cache
def _dates(reckoning: str, year: int) -> tuple[date, ...]:
    words = reckoning.split()
    if len(words) == 1 and (fixed := re.fullmatch(r"(\d\d)-(\d\d)", reckoning)):
        return (date(year, int(fixed[1]), int(fixed[2])),)
    if words[0] == "islamic":
        guess = int((year - 622) * 33 / 32)
        days = [islamic_date(y, int(words[1]), int(words[2])) for y in range(guess - 1, guess + 4)]
        return tuple(day for day in days if day.year == year)
    if words[0] in _FEASTS:
        shift = int(words[1]) if len(words) > 1 else 0
        return (_FEASTS[words[0]](year) + timedelta(days=shift),)
    month, weekday, nth = int(words[0]), _WEEKDAYS.index(words[1]), int(words[2])
    shift = int(words[3]) if len(words) > 3 else 0
    if nth > 0:
        first = weekday_on_or_after(date(year, month, 1), weekday)
        return (first + timedelta(weeks=nth - 1, days=shift),)
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return (weekday_on_or_before(end, weekday) + timedelta(weeks=nth + 1, days=shift),)


@cache
def holidays() -> tuple[Holiday, ...]:
    """All holidays that are known by name."""
    table = files("dateline.analysis.times").joinpath("data/holidays.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return tuple(Holiday(row[0], row[1], int(row[2]) if len(row) > 2 else 1) for row in rows)
