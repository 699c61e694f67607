import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.times.calendar import add_months, days_of, shifted, value_around

FEW_YEARS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-06-06", "2025-06-06", "2025-06-06"),
        ("2025-06-06TAF", "2025-06-06", "2025-06-06"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W23", "2025-06-02", "2025-06-08"),
        ("2025-W23-WE", "2025-06-07", "2025-06-08"),
        ("2025-Q2", "2025-04-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2025-WI", "2025-12-01", "2026-02-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
        ("9999-Q4", "9999-10-01", "9999-12-31"),
        ("9999-WI", "9999-12-01", "9999-12-31"),
        ("9999-W52", "9999-12-27", "9999-12-31"),
    ],
)
def test_a_value_has_a_first_and_a_last_day(value, first, last):
    assert days_of(value) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["FUTURE_REF", "XXXX-WXX-5", "P3D", "XXXX-06", "2025-13", ""])
def test_what_is_not_tied_to_the_calendar_has_no_days(value):
    assert days_of(value) is None


def test_a_value_moves_and_keeps_its_grain():
    assert shifted("1989-Q3", "Y", -1) == "1988-Q3"
    assert shifted("2024-02-29", "Y", 1) == "2025-02-28"
    assert shifted("1998", "D", 2) is None


@given(FEW_YEARS, st.sampled_from(["D", "W", "WE", "M", "Q", "HALF", "Y", "E", "C"]))
def test_the_stretch_around_a_day_holds_the_day(day, unit):
    first, last = days_of(value_around(day, unit))
    assert last >= day
    assert first <= day or unit == "WE"


SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def values_that_hold(day):
    """Every kind of value that a day lies in, written down without the calendar under test."""
    year, week, weekday = day.isocalendar()
    yield day.isoformat()
    yield f"{day.isoformat()}TMO"
    yield f"{year}-W{week:02}"
    if weekday > 5:
        yield f"{year}-W{week:02}-WE"
    yield f"{day:%Y-%m}"
    yield f"{day.year}-Q{(day.month + 2) // 3}"
    yield f"{day.year}-H{1 if day.month < 7 else 2}"
    start = day.month // 3 * 3 or 12
    yield f"{day.year - (day.month < 3)}-{SEASONS[start]}"
    for digits in (4, 3, 2):
        yield str(day.year)[:digits]


@given(FEW_YEARS)
def test_bounds_are_the_first_and_the_last_day_that_the_value_holds(day):
    one = datetime.timedelta(days=1)
    for value in values_that_hold(day):
        first, last = days_of(value)
        assert first <= day <= last
        assert value in values_that_hold(first)
        assert value in values_that_hold(last)
        assert value not in values_that_hold(first - one)
        assert value not in values_that_hold(last + one)


@given(FEW_YEARS, st.integers(-600, 600))
def test_months_add_up(day, months):
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
