"""Where an event stands to the article's day: its bounds, and the group that follows from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.analysis.model import EventGroup, Time

_TO_COME = re.compile(r"\b(?:coming|next|upcoming)\b", re.IGNORECASE)
_THIS_DAY = re.compile(
    r"\b(?:today|tonight|overnight|this\s+(?:morning|afternoon|evening))\b", re.IGNORECASE
)
_STRETCH = 7
"""A time of more days than these, up to publication, is no news of the day."""
_FEW_DAYS = 2
"""A time of more days than these is no news of the day either, where it began before."""
_JOINING = ("until", "till", "through", "to", "and", "-", "–")
_BETWEEN = frozenset(["the", "early", "late", "mid", "about", "at", "least", "around", "-", "last"])


@dataclass(frozen=True, slots=True)
class Moment:
    """When the article stands: its day of publication, and the day of its news."""

    published: date | None
    news: date | None


def width_in_days(earliest: str | None, latest: str | None) -> int:
    """How many days lie between two bounds; a great number where one is open."""
    if earliest is None or latest is None:
        return 10**6
    return (date.fromisoformat(latest) - date.fromisoformat(earliest)).days


def leading_time(indices: Sequence[int], times: Sequence[Time]) -> int:
    """The index of the time that dates a clause best: the narrowest that is tied to days."""
    return min(
        indices,
        key=lambda i: (
            width_in_days(times[i].earliest, times[i].latest),
            times[i].type != "TIME",
        ),
    )


def bounds_of(
    index: int,
    indices: Sequence[int],
    spans: dict[int, tuple[int, int]],
    times: Sequence[Time],
    doc: Doc,
    moment: Moment,
    *,
    since: bool,
) -> tuple[str | None, str | None]:
    """The first and last day of an event: its time's, or the stretch that two of them bound.

    `spans` has the first and last token of each time; with `since` it reaches up to publication.
    """
    time = times[index]
    earliest, latest = time.earliest, time.latest
    today = moment.published.isoformat() if moment.published else None
    if since and earliest and today and today > earliest:
        return earliest, today
    for other in indices:
        tied = times[other]
        if other == index or not (tied.earliest and tied.latest and earliest and latest):
            continue
        if word_before(doc, spans[max(index, other)]) in _JOINING or _near(time, tied):
            earliest, latest = min(earliest, tied.earliest), max(latest, tied.latest)
    return earliest, latest


def _near(one: Time, other: Time) -> bool:
    if one.earliest is None or other.earliest is None:
        return False
    apart = date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)
    return abs(apart) <= timedelta(days=1) and width_in_days(other.earliest, other.latest) <= 1


def word_before(doc: Doc, span: tuple[int, int]) -> str:
    """The word before a time, articles and the like left out: "since", "until", "from"."""
    i = span[0] - 1
    while i >= 0 and doc[i].lower_ in _BETWEEN:
        i -= 1
    return doc[i].lower_ if i >= 0 else ""


def group_of(
    time: Time,
    earliest: str | None,
    latest: str | None,
    direction: int,
    *,
    since: bool,
    moment: Moment,
) -> EventGroup:
    """The group of an event by its bounds, or else by the words of its time and its tense.

    `direction` is -1 for the past, 1 for the future, 0 where the clause does not say.
    """
    if time.value in ("PAST_REF", "FUTURE_REF") and earliest is None:
        return "before" if time.value == "PAST_REF" else "ahead"
    if time.value == "PRESENT_REF" and earliest is None:
        if not _THIS_DAY.search(time.text):
            return "ongoing"
        return "ahead" if direction > 0 else "day"
    over = earliest and latest and moment.published and latest < moment.published.isoformat()
    if time.type == "DURATION" and not over:
        return "ahead" if _TO_COME.search(time.text) else "ongoing"
    if moment.published is None or moment.news is None:
        if direction > 0:
            return "ahead"
        near = time.value.startswith(("XXXX-WXX", "XXXX-XX-XX"))
        if near and earliest is None:
            # Which Monday it was, and so how near, the words do not tell.
            return "day" if _THIS_DAY.search(time.text) else "undated"
        return "before"
    if since:
        return "ongoing"
    if earliest is None or latest is None:
        return "ahead" if direction > 0 else "before"
    today, news = moment.published.isoformat(), moment.news.isoformat()
    if earliest > today:
        return "ahead"
    if latest < news:
        return "before"
    if earliest < news and latest == today and width_in_days(earliest, latest) > _STRETCH:
        return "ongoing"
    if earliest < news and latest <= today and width_in_days(earliest, latest) > _FEW_DAYS:
        return "before"
    if latest <= today or earliest == today:
        return "ahead" if direction > 0 and earliest >= today else "day"
    # The stretch reaches past the day of publication: the tense says which part is meant.
    if direction > 0:
        return "ahead"
    return "before" if direction < 0 else "ongoing"
