"""Times: time expressions normalised to TIMEX3, and the timeline made of them."""

from __future__ import annotations

from dateline.analysis.times.finder import find_times
from dateline.analysis.times.timeline import build_timeline

__all__ = ["build_timeline", "find_times"]
