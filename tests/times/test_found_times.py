import datetime

import pytest

from dateline.analysis.language import parse
from dateline.analysis.times import find_times
from dateline.article.model import Article

SATURDAY = datetime.date(2025, 6, 7)


def found(text, published=SATURDAY):
    return find_times(parse(Article.from_text(text, published=published)))


def values(text, published=SATURDAY):
    return [(time.text, time.value) for time in found(text, published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge fell on Friday.", ("Friday", "2025-06-06")),
        ("The council will meet on Tuesday.", ("Tuesday", "2025-06-10")),
        ("They met on 3 March 2024.", ("3 March 2024", "2024-03-03")),
        ("The ship sank on Aug. 7, 1998, in a storm.", ("Aug. 7, 1998", "1998-08-07")),
        ("The war began in February 2022.", ("February 2022", "2022-02")),
        ("Sales fell in the third quarter of 2024.", ("the third quarter of 2024", "2024-Q3")),
        ("He was born in the 1990s.", ("the 1990s", "199")),
        ("The mayor resigned last week.", ("last week", "2025-W22")),
        ("The mine closed two years ago.", ("two years ago", "2023")),
        ("The talks lasted five and a half hours.", ("five and a half hours", "PT5H30M")),
        ("The shop opens every Friday.", ("every Friday", "XXXX-WXX-5")),
        ("A fire broke out at 10:35 a.m. Wednesday.", ("10:35 a.m. Wednesday", "2025-06-04T10:35")),
        ("People flew home ahead of Eid al-Adha.", ("Eid al-Adha", "2025-06-06")),
    ],
)
def test_a_time_is_found_and_normalised(text, expected):
    assert values(text) == [expected]


def test_without_a_date_of_publication_times_stay_relative():
    times = found("The bridge fell on Friday. It opens again next year.", published=None)
    assert [time.value for time in times] == ["XXXX-WXX-5", "FUTURE_REF"]
    assert all(time.earliest is None and time.latest is None for time in times)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The war began in February 2022.", "2022-02-01", "2022-02-28"),
        ("Prices rose over the past year.", "2024-06-07", "2025-06-07"),
        ("Prices rose in the past three weeks.", "2025-05-17", "2025-06-07"),
        ("He came in the first week of May.", "2025-05-01", "2025-05-07"),
        ("He left in the last week of May.", "2025-05-25", "2025-05-31"),
        ("It burned overnight.", "2025-06-06", "2025-06-07"),
        ("It was cold in the winter of 2023.", "2023-12-01", "2024-02-29"),
        ("Sales fell in the second half of 2024.", "2024-07-01", "2024-12-31"),
        ("It rained during Hanukkah.", "2024-12-26", "2025-01-02"),
        ("They met last weekend.", "2025-05-31", "2025-06-01"),
        ("It was built in the 19th century.", "1800-01-01", "1899-12-31"),
    ],
)
def test_bounds_are_right_to_the_day(text, first, last):
    (time,) = found(text)
    assert (time.earliest, time.latest) == (first, last)


def test_a_part_of_a_year_has_its_own_days():
    stretch, year = found("Sales fell in the first nine months of 2024.")
    assert (stretch.value, stretch.earliest, stretch.latest) == ("P9M", "2024-01-01", "2024-09-30")
    assert year.value == "2024"


def test_the_age_of_a_person_is_no_time():
    assert values("A 14-year-old girl hid with her six-year-old sister.") == []
