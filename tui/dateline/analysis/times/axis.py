"""A time axis to scale, in columns of text: where events stand on it, and what its ticks say.

The widest view shows everything; when a few far dates would crush the rest into one column it is
drawn log-like: the further from the news day, the closer together. Closer views are linear.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from dateline.analysis.times.calendar import day_near, valid_date
from dateline.analysis.times.day_times import day_time_of

if TYPE_CHECKING:
    from dateline.analysis.model import Event, Time

Zoom = Literal["all", "decades", "years", "months", "days", "hours"]
ZOOMS: tuple[Zoom, ...] = ("all", "decades", "years", "months", "days", "hours")
"""The views, from the widest to the closest."""

_WINDOWS: dict[Zoom, float] = {
    "decades": 365.25 * 100,
    "years": 365.25 * 12,
    "months": 365.25 * 1.5,
    "days": 30.0,
    "hours": 2.0,
}
_MARGIN = 0.04
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the axis; it is written from `column` on and fits, apart from its neighbours."""

    column: int
    label: str


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis: the columns from `column` up to and with `end_column`."""

    column: int
    end_column: int
    event_index: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Ticks and marks, in order of columns, and how many dated events lie outside the view."""

    ticks: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    earlier: int = 0
    later: int = 0
    logarithmic: bool = False
    """Whether distances shrink away from the news day."""
    today: int | None = None
    """The column of the news day (or of the focus), where it is in view."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: float
    last: float
    width: int
    centre: float
    logarithmic: bool

    def column(self, day: float) -> int:
        """The column of a day, clamped to the axis."""
        low, high, here = (self._bend(x) for x in (self.first, self.last, day))
        share = (here - low) / (high - low) if high > low else 0.5
        return min(self.width - 1, max(0, round(share * (self.width - 1))))

    def _bend(self, day: float) -> float:
        return math.asinh((day - self.centre) / 2) if self.logarithmic else day


def axis_scale(
    events: Sequence[Event],
    width: int,
    zoom: Zoom = "all",
    *,
    focus: date | None = None,
    times: Sequence[Time] = (),
) -> Axis:
    """Place the dated events on an axis of `width` columns.

    `focus` is the day that a closer view is centred on: the row under the cursor, else the news
    day. With `times`, events are placed by the hour of their time, and not only by the day. An
    undated timeline, or a width under 10 columns, gives an axis without ticks and marks.
    """
    spans = {i: _span(event, times) for i, event in enumerate(events)}
    placed = {i: span for i, span in spans.items() if span is not None}
    if not placed or width < 10:
        return Axis((), ())
    news = _news_day(events)
    centre = float((focus or news or day_near(max(s[1] for s in placed.values()))).toordinal())
    scale = _scale(list(placed.values()), width, zoom, centre + 0.5)
    marks, earlier, later = [], 0, 0
    for index, (first, last) in placed.items():
        if last <= scale.first:
            earlier += 1
        elif first >= scale.last:
            later += 1
        else:
            # The last moment of a day is the next one's first: it is drawn as the day itself.
            end = max(first, last - 1e-3)
            marks.append(
                Mark(scale.column(first), max(scale.column(first), scale.column(end)), index)
            )
    marks.sort(key=lambda mark: (mark.column, mark.end_column, mark.event_index))
    today = scale.column(centre + 0.5) if scale.first <= centre <= scale.last else None
    return Axis(tuple(_ticks(scale)), tuple(marks), earlier, later, scale.logarithmic, today)


def _span(event: Event, times: Sequence[Time]) -> tuple[float, float] | None:
    first = event.earliest or event.latest
    last = event.latest or event.earliest
    if first is None or last is None:
        return None
    start = float(date.fromisoformat(first).toordinal())
    end = float(date.fromisoformat(last).toordinal()) + 1
    if event.time is not None and event.time < len(times) and first == last:
        minutes = day_time_of(times[event.time].value, times[event.time].mod)
        if minutes is not None:
            return start + minutes[0] / 1440, start + minutes[1] / 1440
    return start, end


def _news_day(events: Sequence[Event]) -> date | None:
    days = [e.latest or e.earliest for e in events if e.group == "day"]
    return max((date.fromisoformat(day) for day in days if day), default=None)


def _scale(spans: list[tuple[float, float]], width: int, zoom: Zoom, centre: float) -> _Scale:
    if zoom != "all":
        half = _WINDOWS[zoom] / 2
        return _Scale(max(1.0, centre - half), centre + half, width, centre, False)
    first, last = min(s[0] for s in spans), max(s[1] for s in spans)
    last = max(last, first + 1)
    margin = (last - first) * _MARGIN
    linear = _Scale(max(1.0, first - margin), last + margin, width, centre, False)
    inside = min(max(centre, first), last)
    bent = _Scale(max(1.0, first - margin), last + margin, width, inside, True)
    apart = len({linear.column(s[0]) for s in spans}), len({bent.column(s[0]) for s in spans})
    return bent if last - first > 60 and apart[1] > apart[0] else linear


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """Labels that fit, the coarsest unit first where the axis is bent, else one even unit."""
    taken: list[tuple[int, int]] = []
    found: list[Tick] = []

    def place(day: float, label: str) -> None:
        if not scale.first <= day <= scale.last:
            return
        column = scale.column(day)
        if column + len(label) > scale.width:
            return
        if any(column <= end + 1 and start <= column + len(label) for start, end in taken):
            return
        taken.append((column, column + len(label) - 1))
        found.append(Tick(column, label))

    if scale.logarithmic:
        for day, label in _bent_candidates(scale):
            place(day, label)
    else:
        for day, label in _even_candidates(scale):
            place(day, label)
    yield from sorted(found, key=lambda tick: tick.column)


def _bent_candidates(scale: _Scale) -> Iterator[tuple[float, str]]:
    day = day_near(scale.centre)
    yield float(day.toordinal()), f"{day.day} {_MONTHS[day.month - 1]}"
    for years in (100, 50, 20, 10, 5, 2, 1):
        for sign in (-1, 1):
            year = (day.year // years + sign) * years if years > 1 else day.year + sign
            if 1 <= year <= 9999:
                yield float(date(year, 1, 1).toordinal()), str(year)
    yield float(date(day.year, 1, 1).toordinal()), str(day.year)
    for months in (6, 3, 2, 1):
        for sign in (-1, 1):
            year, place = divmod(day.year * 12 + day.month - 1 + sign * months, 12)
            if month := valid_date(year, place + 1, 1):
                yield float(month.toordinal()), _month_label(month, day)
    for days in (14, 7, 3, 2, 1):
        for sign in (-1, 1):
            near = day_near(day.toordinal() + sign * days)
            yield float(near.toordinal()), f"{near.day} {_MONTHS[near.month - 1]}"


def _month_label(month: date, near: date) -> str:
    name = _MONTHS[month.month - 1]
    return name if month.year == near.year else f"{name} {month.year}"


def _even_candidates(scale: _Scale) -> list[tuple[float, str]]:
    span = scale.last - scale.first
    for step, label_width, unit in (
        (1 / 24, 5, "hour"),
        (3 / 24, 5, "3 hours"),
        (6 / 24, 5, "6 hours"),
        (1, 6, "1 day"),
        (2, 6, "2 days"),
        (7, 6, "7 days"),
        (30.4, 8, "1 month"),
        (91.3, 8, "3 months"),
        (365.25, 4, "1 year"),
        (365.25 * 2, 4, "2 years"),
        (365.25 * 5, 4, "5 years"),
        (365.25 * 10, 4, "10 years"),
        (365.25 * 20, 4, "20 years"),
        (365.25 * 50, 4, "50 years"),
        (365.25 * 100, 4, "100 years"),
        (365.25 * 500, 4, "500 years"),
    ):
        if span / step * (label_width + 3) <= scale.width:
            return list(_even(scale, unit, step))
    return list(_even(scale, "1000 years", 365_250))


def _even(scale: _Scale, unit: str, step: float) -> Iterator[tuple[float, str]]:
    number = int((re.match(r"\d+", unit) or ["1"])[0])
    first = day_near(scale.first)
    # The axis may reach past the last day of the calendar by its margin; no tick stands there.
    last = min(scale.last, date.max.toordinal() + 0.99)
    if "hour" in unit:
        at = math.ceil(scale.first / step) * step
        while at <= last:
            hour = round((at % 1) * 24) % 24
            day = day_near(at + 1e-6)
            yield at, f"{day.day} {_MONTHS[day.month - 1]}" if hour == 0 else f"{hour:02}:00"
            at += step
    elif "day" in unit:
        ordinal = math.ceil(scale.first / number) * number
        while ordinal <= last:
            day = date.fromordinal(ordinal)
            yield float(ordinal), f"{day.day} {_MONTHS[day.month - 1]}"
            ordinal += number
    elif "month" in unit:
        month: date | None = date(first.year, (first.month - 1) // number * number + 1, 1)
        while month is not None and month.toordinal() <= last:
            yield float(month.toordinal()), f"{_MONTHS[month.month - 1]} {month.year}"
            year, place = divmod(month.year * 12 + month.month - 1 + number, 12)
            month = valid_date(year, place + 1, 1)
    else:
        year = max(number, first.year // number * number)
        while year <= 9999 and date(max(1, year), 1, 1).toordinal() <= last:
            yield float(date(max(1, year), 1, 1).toordinal()), str(year)
            year += number
