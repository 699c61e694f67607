"""The time of day in a TIMEX3 value, in minutes."""

from __future__ import annotations

import re

_PARTS = {
    "MO": (300, 720),
    "MI": (660, 840),
    "AF": (720, 1080),
    "DT": (480, 1080),
    "EV": (1020, 1320),
    "NI": (1200, 1440),
}
_EDGES = {"START": (0, 480), "MID": (600, 900), "END": (1080, 1440)}
_TIME = re.compile(r".*T(?:(\d\d)(?::(\d\d))?.*|(MO|MI|AF|DT|EV|NI))")


def day_time_of(value: str, mod: str | None = None) -> tuple[int, int] | None:
    """The minutes of the day that a value spans, from and up to; None for a whole day.

    "2025-06-06T10:35" gives (635, 636), a morning (300, 720), a day with mod START its early hours.
    """
    match = _TIME.fullmatch(value)
    if match is None:
        return _EDGES.get(mod or "") if re.fullmatch(r".{4}-.{2,3}-.{1,2}", value) else None
    if match[3]:
        return _PARTS[match[3]]
    minute = min(1439, int(match[1]) * 60 + int(match[2] or 0))
    return minute, minute + 1
