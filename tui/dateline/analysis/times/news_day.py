"""The day that a story tells of as its news: that of publication, or one shortly before."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.analysis.times.lexicon import WEEKDAYS

_DAYS = re.compile(r"\b(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(today|tonight)|(yesterday))\b")
_REACH = 3


def news_day(published: date, text: str) -> date:
    """The day that the text names most among that of publication and the three before it.

    The later one where two are named alike; the day of publication where none is.
    """
    count = [0] * (_REACH + 1)
    for match in _DAYS.finditer(text):
        if match[2]:
            count[0] += 1
        elif match[3]:
            count[1] += 1
        else:
            weekday = WEEKDAYS.index(match[1].lower() + "day")
            back = (published.weekday() - weekday) % 7
            if back <= _REACH:
                count[back] += 1
    best = max(range(_REACH + 1), key=lambda back: (count[back], -back))
    return published - timedelta(days=best if count[best] else 0)
