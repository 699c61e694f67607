"""A date as a reader types it."""

from __future__ import annotations

import datetime


def read_date(value: str) -> datetime.date | None:
    """The date that a reader typed ("2025-06-07", "7 June 2025", "yesterday"), or None."""
    value = value.strip()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        pass
    import dateparser

    found = dateparser.parse(value, languages=["en"], settings={"PREFER_DATES_FROM": "past"})
    return found.date() if found else None
