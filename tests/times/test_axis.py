import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.model import Event, Time
from dateline.analysis.times.axis import ZOOMS, axis_scale


def event(earliest, latest=None, group="before"):
    return Event(0, 1, 0, earliest, latest or earliest, "label", group)


def test_events_stand_on_the_axis_in_their_order():
    events = [event("2020-01-01"), event("2021-01-01"), event("2022-01-01")]
    axis = axis_scale(events, 60)
    assert [mark.event_index for mark in axis.marks] == [0, 1, 2]
    gaps = [b.column - a.column for a, b in zip(axis.marks, axis.marks[1:], strict=False)]
    assert abs(gaps[0] - gaps[1]) <= 1
    assert not axis.logarithmic


def test_a_far_date_does_not_crush_the_near_ones():
    events = [event("1920-05-01")] + [event(f"2025-06-0{d}", group="day") for d in (1, 3, 5, 7)]
    axis = axis_scale(events, 60)
    assert axis.logarithmic
    assert len({mark.column for mark in axis.marks}) == 5


def test_a_closer_view_leaves_out_and_counts_what_is_far():
    events = [event("1920-05-01"), event("2025-06-06", group="day"), event("2031-01-01")]
    axis = axis_scale(events, 60, "days")
    assert [mark.event_index for mark in axis.marks] == [1]
    assert (axis.earlier, axis.later) == (1, 1)


def test_a_stretch_is_a_bar():
    axis = axis_scale([event("2022-01-01", "2024-12-31"), event("2025-06-06")], 60)
    assert axis.marks[0].end_column > axis.marks[0].column + 20


def test_hours_come_from_the_times():
    def time(value):
        return Time(0, 1, "", "TIME", value, None, value[:10], value[:10])

    events = [Event(0, 1, i, "2025-06-06", "2025-06-06", "", "day") for i in (0, 1)]
    axis = axis_scale(
        events, 80, "hours", times=[time("2025-06-06T08:00"), time("2025-06-06T20:00")]
    )
    assert axis.marks[1].column - axis.marks[0].column >= 15


def test_nothing_dated_gives_an_empty_axis():
    assert axis_scale([Event(0, 1, None, None, None, "label")], 60).marks == ()


@pytest.mark.parametrize("zoom", ZOOMS)
@pytest.mark.parametrize("end", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_have_their_place(end, zoom):
    axis = axis_scale([event(end)], 60, zoom)
    assert len(axis.marks) == 1
    both = axis_scale([event("0001-01-01"), event("9999-12-31"), event(end, group="day")], 60, zoom)
    assert len(both.marks) + both.earlier + both.later == 3


edges = st.sampled_from([datetime.date.min, datetime.date.max])
near_edges = st.builds(
    lambda edge, days: edge + datetime.timedelta(days if edge.year == 1 else -days),
    edges,
    st.integers(0, 1000),
)
dates = (st.dates() | near_edges).map(str)


@given(
    st.lists(st.tuples(dates, dates).map(sorted), max_size=12),
    st.integers(10, 120),
    st.sampled_from(ZOOMS),
)
def test_marks_and_ticks_stay_on_the_axis_and_apart(spans, width, zoom):
    axis = axis_scale([event(*span) for span in spans], width, zoom)
    assert len(axis.marks) + axis.earlier + axis.later == len(spans)
    assert all(0 <= m.column <= m.end_column < width for m in axis.marks)
    reach = -1
    for tick in axis.ticks:
        assert tick.column > reach
        reach = tick.column + len(tick.label)
        assert reach <= width
