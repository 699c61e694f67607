"""Days by their number in something: "the 15th", "the first Monday in June", "the ninth day"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.analysis.times.calendar import (
    add_months,
    days_of,
    valid_date,
    weekday_on_or_after,
    weekday_on_or_before,
)
from dateline.analysis.times.dates import day_reading
from dateline.analysis.times.lexicon import (
    MONTH,
    ORDINAL,
    WEEKDAY,
    YEAR,
    month_number,
    weekday_number,
)
from dateline.analysis.times.reading import Context, Reading, Rule, rule
from dateline.analysis.times.unwritten_year import nearest_year

_NTHS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_HALF_A_YEAR = 183


def _nth_day(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "on the 15th": of the month that was told of last."""
    before = ctx.text[max(0, match.start() - 10) : match.start()].lower()
    told = days_of(ctx.story.value) if ctx.story.value else None
    number = int(re.sub(r"\D", "", match["nth"]))
    if told is None and ctx.published:
        # "on the 10th" with no month told of: the last 10th, or the next where the clause says so.
        ahead = ctx.direction(match) > 0
        over = number <= ctx.published.day if not ahead else number < ctx.published.day
        month = add_months(ctx.published.replace(day=1), over - (not ahead))
        told = (month, month)
    led = re.search(r"\b(?:on|by|until|before|since|from)\s+$", before)
    if led is None or told is None or ctx.token(match.start("nth")).ent_type_ not in ("DATE", ""):
        return None
    day = valid_date(told[0].year, told[0].month, number)
    return (
        day_reading(match.start(), match.end(), ctx, day.year, day.month, number, None)
        if day
        else None
    )


def _nth_weekday(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the first Monday in June", "the last Friday of May 2024"."""
    if not (match["month"][0].isupper() and match["weekday"][0].isupper()):
        return None
    month, weekday = month_number(match["month"]), weekday_number(match["weekday"])
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, None)
    if year is None:
        return Reading(match.start(), match.end(), "DATE", f"XXXX-{month:02}", silent=True)
    nth = _NTHS[match["nth"].lower()]
    if nth > 0:
        day = weekday_on_or_after(date(year, month, 1), weekday) + timedelta(weeks=nth - 1)
    else:
        last = add_months(date(year, month, 1), 1) - timedelta(days=1)
        day = weekday_on_or_before(last, weekday)
    return day_reading(match.start(), match.end(), ctx, day.year, day.month, day.day, None)


def _weekday_the_nth(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "Friday the 13th": the nearest day that is both."""
    number = int(re.sub(r"\D", "", match["nth"]))
    published = ctx.published
    if published is None or not match["weekday"][0].isupper() or not 1 <= number <= 31:
        return None
    weekday = weekday_number(match["weekday"])
    days = [
        published + timedelta(days=apart)
        for apart in range(-_HALF_A_YEAR, _HALF_A_YEAR)
        if (published + timedelta(days=apart)).weekday() == weekday
    ]
    fitting = [day for day in days if day.day == number]
    if not fitting:
        return None
    ahead = ctx.direction(match) > 0
    sides = [day for day in fitting if (day >= published) == ahead] or fitting
    day = min(sides, key=lambda day: abs((day - published).days))
    return day_reading(match.start(), match.end(), ctx, day.year, day.month, day.day, None)


def _nth_day_of(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the eighth day of the siege", "its third straight day": the day that is told of."""
    story = ctx.story
    day = story.day if story.day is not None and story.day_place == ctx.index else story.news
    if day is None:
        return None
    how = f"{day:%A} {day.day} {day:%B} {day.year}, the day told of"
    return Reading(match.start(), match.end(), "DATE", day.isoformat(), how=how, silent=True)


RULES: tuple[Rule, ...] = (
    rule(
        "nth",
        r"the\s+(?P<nth>[1-3]?\d(?:st|nd|rd|th))(?=\s*(?:[.,;]|and\b|but\b|when\b|$))",
        _nth_day,
    ),
    rule(
        "weekday",
        rf"(?:the\s+)?(?P<nth>{'|'.join(_NTHS)})\s+{WEEKDAY}\s+(?:of|in)\s+{MONTH}(?:,?\s+{YEAR})?",
        _nth_weekday,
        4,
    ),
    rule("weekday", rf"{WEEKDAY}\s+the\s+(?P<nth>[1-3]?\d(?:st|nd|rd|th))", _weekday_the_nth, 3),
    rule(
        "unit",
        rf"(?:(?:the|its|his|her|their|a)\s+(?!first\b|last\b){ORDINAL}\s+(?:(?:straight|consecutive|successive)\s+day|day(?=\s+(?:of|in\s+a\s+row)\b))"
        rf"|(?:its|their)\s+(?!first\b|last\b){ORDINAL.replace('<ordinal>', '<ordinal2>')}\s+day)",
        _nth_day_of,
        2,
        words="day",
    ),
)
