"""The timeline: the dated clauses of an article as events, in the order in which they happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.analysis.times.calendar import in_reach
from dateline.analysis.times.drafts import Draft, dated_drafts, undated_draft
from dateline.analysis.times.grouping import Moment, width_in_days
from dateline.analysis.times.merging import alike, merged
from dateline.analysis.times.news_day import news_day

if TYPE_CHECKING:
    from dateline.analysis.model import Event, Time
    from dateline.analysis.parsed import ParsedArticle, Passage

_MOST_UNDATED = 4
_OPENING = 6
"""How many paragraphs are looked at for main events without a date."""
_GROUPS = ("before", "day", "ongoing", "ahead", "undated")
_THIRDS = {"MID": 1, "END": 2}
"""How many thirds of a stretch lie before what a mod names."""
_AGES_AGO = re.compile(r"\d{4}|,\d{3}|\b(?:thousand|million|billion)s?\b.*\bago$", re.IGNORECASE)
"""What lies before all that the calendar reaches."""
_NO_EVENTS = frozenset(["title", "heading", "byline", "dateline", "footnote", "aside"])
_STORY = frozenset(["paragraph", "standfirst"])


def build_timeline(parsed: ParsedArticle, times: Sequence[Time]) -> list[Event]:
    """The events of an article, in the order in which they happened; undated ones last.

    `times` are those of `find_times` for the same article: `Event.time` counts in them. Dates
    order the events; where they do not decide, the order of the text stands. Nothing in an aside
    makes an event. Without `article.published` the groups follow from the words alone.
    """
    article = parsed.article
    published = in_reach(article.published)
    moment = Moment(published, news_day(published, article.text) if published else None)
    by_passage = _times_of_passages(parsed.passages, times)
    drafts: list[Draft] = []
    for passage, own in zip(parsed.passages, by_passage, strict=True):
        if own and passage.block.kind not in _NO_EVENTS:
            drafts += dated_drafts(article.text, passage, own, times, moment)
    drafts = merged(drafts)
    undated = _undated(parsed, by_passage, times, drafts)
    drafts.sort(key=lambda draft: _order(draft, times, moment))
    return [draft.event for draft in (*drafts, *undated)]


def _times_of_passages(passages: Sequence[Passage], times: Sequence[Time]) -> list[list[int]]:
    """The indices of the times in each passage."""
    found: list[list[int]] = [[] for _ in passages]
    at = 0
    for index, time in enumerate(times):
        while at < len(passages) and passages[at].end <= time.start:
            at += 1
        if at < len(passages) and passages[at].start <= time.start:
            found[at].append(index)
    return found


def _order(draft: Draft, times: Sequence[Time], moment: Moment) -> tuple[int, str, int, str, int]:
    """What sorts the events: the day, the hour in it, the last day, and then the text."""
    event = draft.event
    first = event.earliest or event.latest
    place = min([event.start, *(start for start, _ in event.others)])
    if moment.published is None or moment.news is None:
        rank = _GROUPS.index(event.group)
        return rank, first or "", draft.minute, event.latest or first or "", place
    if first is None and event.time is not None and _AGES_AGO.search(times[event.time].text):
        first = ""
    elif first is None:
        day = {
            "before": moment.news - timedelta(days=1),
            "ahead": moment.published + timedelta(days=1),
        }.get(event.group, moment.published)
        first = day.isoformat()
    elif event.time is not None:
        first = _begun(event, times[event.time])
    return 0, first, draft.minute, event.latest or first, place


def _begun(event: Event, time: Time) -> str:
    """When in its bounds an event begins by the mod of its time: "late 2021" is in its last third.

    The bounds stay those of the value; an event that reaches further begins with them.
    """
    first = event.earliest or event.latest or ""
    thirds = _THIRDS.get(time.mod or "", 0)
    if not thirds or (event.earliest, event.latest) != (time.earliest, time.latest):
        return first
    days = width_in_days(event.earliest, event.latest)
    return (date.fromisoformat(first) + timedelta(days=thirds * days // 3)).isoformat()


def _undated(
    parsed: ParsedArticle,
    by_passage: list[list[int]],
    times: Sequence[Time],
    dated: list[Draft],
) -> list[Draft]:
    """The main deeds of the opening that no time dates, in the order of the text."""
    text = parsed.article.text
    found: list[Draft] = []
    seen = 0
    for passage, own in zip(parsed.passages, by_passage, strict=True):
        if passage.block.kind not in _STORY:
            continue
        if not text[passage.start : passage.end].rstrip().endswith((".", "!", "?", "”", '"', "…")):
            continue
        seen += 1
        if seen > _OPENING:
            break
        starts = [times[index].start - passage.start for index in own]
        for sentence in passage.doc.sents:
            if any(sentence.start_char <= start < sentence.end_char for start in starts):
                continue
            draft = undated_draft(text, passage, sentence.root)
            if draft is None or any(alike(draft, other) for other in (*found, *dated)):
                continue
            found.append(draft)
            if len(found) == _MOST_UNDATED:
                return found
    return found
