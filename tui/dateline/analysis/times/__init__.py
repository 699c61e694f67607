"""Times: time expressions normalised to TIMEX3, and the timeline made of them.

The finders compile some hundred patterns, so they are imported where something is found: who only
draws an axis does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Event, Time
    from dateline.analysis.parsed import ParsedArticle

__all__ = ["build_timeline", "find_times"]


def find_times(parsed: ParsedArticle) -> list[Time]:
    """The time expressions of an article, in the order of the text, none overlapping.

    In other languages than English: dates, by the words of the calendar.
    """
    if parsed.language == "en":
        from dateline.analysis.times import finder

        return finder.find_times(parsed)
    from dateline.analysis.times.dates_by_words import find_dates

    return find_dates(parsed)


def build_timeline(parsed: ParsedArticle, times: Sequence[Time]) -> list[Event]:
    """The events of an article in the order in which they happened; `times` are `find_times`'."""
    if parsed.language == "en":
        from dateline.analysis.times import timeline

        return timeline.build_timeline(parsed, times)
    from dateline.analysis.times.sentence_events import sentence_events

    return sentence_events(parsed, times)
