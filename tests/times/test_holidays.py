import datetime
import re

import pytest

from dateline.analysis.times.holidays import holidays


def day_of(name, year):
    holiday = next(h for h in holidays() if re.fullmatch(h.pattern, name))
    return [str(day) for day in holiday.dates(year)]


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Easter", 2025, "2025-04-20"),
        ("Orthodox Easter", 2024, "2024-05-05"),
        ("Good Friday", 2026, "2026-04-03"),
        ("Thanksgiving", 2025, "2025-11-27"),
        ("Memorial Day", 2025, "2025-05-26"),
        ("Election Day", 2024, "2024-11-05"),
        ("Eid al-Adha", 2025, "2025-06-06"),
        ("Eid al-Fitr", 2024, "2024-04-10"),
        ("Passover", 2025, "2025-04-13"),
        ("Yom Kippur", 2024, "2024-10-12"),
        ("Hanukkah", 2025, "2025-12-15"),
        ("Lunar New Year", 2025, "2025-01-29"),
        ("Mid-Autumn Festival", 2025, "2025-10-06"),
        ("Dragon Boat Festival", 2023, "2023-06-22"),
        ("Ramadan", 2025, "2025-03-01"),
        ("Holy Week", 2025, "2025-04-13"),
        ("Christmas Eve", 2025, "2025-12-24"),
    ],
)
def test_a_holiday_has_its_date(name, year, day):
    assert day_of(name, year) == [day]


def test_every_holiday_can_be_reckoned_for_a_century():
    for holiday in holidays():
        for year in range(1950, 2050):
            assert all(isinstance(day, datetime.date) for day in holiday.dates(year))
