"""Lengths of time that become dates by what stands after them, wherever the story dates that.

"the three months to the end of September", "two days before the vote".
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.analysis.times.calendar import Unit, days_of, moved, value_around
from dateline.analysis.times.reading import Reading, day_in_words
from dateline.analysis.times.stems import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_ENDING = re.compile(
    r"\s+(?:(?:that\s+|which\s+)?(?:ended|ending)(?:\s+on)?|to|through|up\s+to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
"""Between a length of time and the date that it goes up to."""
_BESIDE = re.compile(
    r"\s+(?P<side>before|after)\s+(?:the|his|her|their|its|that|this)\s+"
    r"(?P<named>[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,2})",
    re.IGNORECASE,
)
_COUNTED_FROM = re.compile(r"\s(?:before|after)\s", re.IGNORECASE)
_NAMED_WITH_DAY = re.compile(r"((?:[\w'’-]+\s+){0,3}[\w'’-]+)\s+on\s+", re.IGNORECASE)
_AS_A_DAY = 2
"""Up to so many weeks from a day, a day is meant; further off the week, the month or the year."""


def ends_a_period(between: str) -> bool:
    """Whether the words between a length of time and a date say that it ended then."""
    return _ENDING.fullmatch(between) is not None


def dates_what_is_counted_from(counted: str, between: str) -> bool:
    """Whether a date is that of "the flyby" in "a day after the flyby on 5 May"."""
    return _COUNTED_FROM.search(counted) is not None and between.strip().lower() == "on"


def settled(
    readings: Sequence[Reading], text: str, happenings: Mapping[str, date]
) -> list[Reading]:
    """The readings of a passage, with lengths of time made dates where the story tells which.

    `happenings` are the days of what was told of, by the stems of the nouns that name it.
    """
    found: list[Reading] = []
    for place, reading in enumerate(readings):
        following = readings[place + 1] if place + 1 < len(readings) else None
        length = _LENGTH.fullmatch(reading.value) if reading.type == "DURATION" else None
        if length is not None:
            # "9000 years before the vote" lies outside the calendar of datetime.
            with suppress(OverflowError, ValueError):
                reading = (
                    _up_to(reading, following, length, text)
                    or _beside(reading, following, length, text, happenings)
                    or reading
                )
        found.append(reading)
    return found


def _up_to(
    reading: Reading, following: Reading | None, length: re.Match[str], text: str
) -> Reading | None:
    """ "the three months to the end of September": its days."""
    if following is None or following.type != "DATE":
        return None
    bounds = days_of(following.value)
    if bounds is None or not ends_a_period(text[reading.end : following.start]):
        return None
    after = bounds[1] + timedelta(days=1)
    first = moved(after, _unit(length), -int(length[1]))
    how = f"from {day_in_words(first, None)} to {day_in_words(bounds[1], None)}"
    return replace(reading, first=first, last=bounds[1], how=how)


def _beside(
    reading: Reading,
    following: Reading | None,
    length: re.Match[str],
    text: str,
    happenings: Mapping[str, date],
) -> Reading | None:
    """ "two days before the vote": the day, where the story says when the vote was."""
    beside = _BESIDE.match(text, reading.end)
    if beside is None:
        return None
    if following is not None:
        named = _NAMED_WITH_DAY.fullmatch(text, beside.start("named"), following.start)
        bounds = days_of(following.value)
        if named is not None and bounds is not None and bounds[0] == bounds[1]:
            return _from(reading, length, beside, bounds[0], named.end(1))
    for word in re.finditer(r"[\w'’-]+", beside["named"]):
        day = happenings.get(stem(word[0].lower()))
        end = beside.start("named") + word.end()
        if following is not None and following.start < end:
            return None
        if day is not None:
            return _from(reading, length, beside, day, end)
    return None


def _from(
    reading: Reading, length: re.Match[str], beside: re.Match[str], day: date, end: int
) -> Reading:
    """The date so far from a day, told by the words up to `end`."""
    unit, count = _unit(length), int(length[1])
    target = moved(day, unit, -count if beside["side"].lower() == "before" else count)
    near = unit == "D" or (unit == "W" and count <= _AS_A_DAY)
    value = target.isoformat() if near else value_around(target, unit)
    counted = beside.string[reading.start : reading.end]
    how = f"{counted} {beside['side']} {day_in_words(day, None)}"
    return Reading(reading.start, end, "DATE", value, reading.mod, how=how)


def _unit(length: re.Match[str]) -> Unit:
    units: dict[str, Unit] = {"D": "D", "W": "W", "M": "M", "Y": "Y"}
    return units[length[2]]
