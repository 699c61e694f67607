"""Times: time expressions normalised to TIMEX3, and the timeline made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.finder import find_times

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Event, Time
    from dateline.analysis.parsed import ParsedArticle

__all__ = ["build_timeline", "find_times"]


def build_timeline(parsed: ParsedArticle, times: Sequence[Time]) -> list[Event]:
    """Build the timeline, in the order in which things happened."""
    return []
