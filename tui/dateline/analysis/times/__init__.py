"""Times: time expressions normalised to TIMEX3, and the timeline made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Event, Time
    from dateline.analysis.parsed import ParsedArticle


def find_times(parsed: ParsedArticle) -> list[Time]:
    """Find the time expressions of an article, in the order of the text."""
    return []


def build_timeline(parsed: ParsedArticle, times: Sequence[Time]) -> list[Event]:
    """Build the timeline, in the order in which things happened."""
    return []
