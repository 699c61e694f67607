import pytest

from dateline.reader.time_words import in_words


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        ("2025-06-05", "DATE", "5 June 2025"),
        ("2025-06", "DATE", "June 2025"),
        ("2025", "DATE", "2025"),
        ("199", "DATE", "the 1990s"),
        ("18", "DATE", "the century from 1800 on"),
        ("2025-W22", "DATE", "week 22 of 2025"),
        ("2025-W22-WE", "DATE", "weekend of week 22 of 2025"),
        ("2025-Q2", "DATE", "second quarter of 2025"),
        ("2025-H1", "DATE", "first half of 2025"),
        ("2025-SU", "DATE", "summer 2025"),
        ("2025-06-05TNI", "TIME", "5 June 2025, night"),
        ("2025-06-05T15:00", "TIME", "5 June 2025, 15:00"),
        ("2025-06-05T24:00", "TIME", "5 June 2025, midnight"),
        ("XXXX-XX-XXTNI", "TIME", "a night, no date given"),
        ("XXXX-XX-XXTEV", "TIME", "an evening, no date given"),
        ("XXXX-XX-XXT15:00", "TIME", "15:00, no date given"),
        ("XXXX-WXX-5", "DATE", "a Friday, no date given"),
        ("XXXX-WXX", "DATE", "a week, no date given"),
        ("XXXX-06", "DATE", "June, no year given"),
        ("XXXX-06-05", "DATE", "5 June, no year given"),
        ("XXXX-SU", "DATE", "a summer, no date given"),
        ("XXXX-WXX-5", "SET", "every Friday"),
        ("XXXX-XX-XXTMO", "SET", "every morning"),
        ("P1D", "SET", "every day"),
        ("P2W", "SET", "every 2 weeks"),
        ("P2Y6M", "DURATION", "2 years 6 months"),
        ("PT2H30M", "DURATION", "2 hours 30 minutes"),
        ("PXW", "DURATION", "some weeks"),
        ("P1DE", "DURATION", "1 decade"),
        ("P2CE", "DURATION", "2 centuries"),
        ("PXX", "DURATION", "some time, how long is not said"),
        ("PAST_REF", "DATE", "some time past"),
        ("BC0044", "DATE", "BC0044"),
    ],
)
def test_a_value_is_told_in_words(value, kind, words):
    assert in_words(value, kind) == words


def test_a_modifier_is_told_after_it():
    assert in_words("2025", "DATE", "START") == "2025, early in it"
    assert in_words("P3D", "DURATION", "LESS_THAN") == "3 days, less than that"
