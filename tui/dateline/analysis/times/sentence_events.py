"""The timeline without a parse: a row for each clause that a date stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.model import Event
from dateline.analysis.passages import without_note_marks
from dateline.analysis.sentence_ends import sentence_spans
from dateline.analysis.times.calendar import in_reach
from dateline.analysis.times.grouping import Moment, group_of, leading_time, width_in_days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Time
    from dateline.analysis.parsed import ParsedArticle

_LONGEST = 70
"""Columns' worth of code points in a label."""
_LONGEST_UNSPACED = 35
_FEWEST = 24
"""A clause shorter than this tells too little alone."""
_CLAUSE_END = re.compile(r"[,;:—–][\"”»]?\s|[、，；：،]")
_NO_EVENTS = frozenset(["title", "heading", "byline", "dateline", "footnote", "aside", "table"])
_EDGE = " \t\n,;:—–、，；：،。.\u00a0"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def sentence_events(parsed: ParsedArticle, times: Sequence[Time]) -> list[Event]:
    """The events of an article in the order in which they happened.

    `times` are those of `find_dates` for the same article. An event is the clause around its date,
    its label the clause cut short at a word. A clause with several dates has the narrowest.
    """
    text = parsed.article.text
    published = in_reach(parsed.article.published)
    moment = Moment(published, published)
    events: list[Event] = []
    at = 0
    for passage in parsed.passages:
        own = []
        while at < len(times) and times[at].start < passage.end:
            if times[at].start >= passage.start:
                own.append(at)
            at += 1
        if not own or passage.block.kind in _NO_EVENTS:
            continue
        for low, high in sentence_spans(text[passage.start : passage.end]):
            start, end = passage.start + low, passage.start + high
            inside = [i for i in own if start <= times[i].start < end and _is_tied(times[i])]
            for clause, indices in _clauses(text, start, end, inside, times).items():
                index = leading_time(indices, times)
                events.append(_event(text, clause, index, times[index], moment))
    return sorted(events, key=lambda event: _order(event))


def _is_tied(time: Time) -> bool:
    """Whether a time says when: a clock time alone does so only with its day."""
    return time.type != "TIME" or time.earliest is not None


def _clauses(
    text: str, start: int, end: int, indices: Sequence[int], times: Sequence[Time]
) -> dict[tuple[int, int], list[int]]:
    """The clauses of a sentence that dates stand in, with the indices of these dates.

    Clauses that overlap are one.
    """
    found: dict[tuple[int, int], list[int]] = {}
    last: tuple[int, int] | None = None
    for index in indices:
        low, high = _clause_around(text, start, end, times[index])
        held: list[int] = []
        if last is not None and low < last[1]:
            held = found.pop(last)
            low, high = last[0], max(last[1], high)
        last = (low, high)
        found[last] = [*held, index]
    return found


def _clause_around(text: str, start: int, end: int, time: Time) -> tuple[int, int]:
    """The clause that a time stands in; a neighbour with it where it says too little alone."""
    cuts = [
        match.end()
        for match in _CLAUSE_END.finditer(text, start, end)
        if not time.start < match.end() <= time.end
    ]
    edges = [start, *cuts, end]
    first = max(i for i, edge in enumerate(edges) if edge <= time.start)
    last = min(i for i, edge in enumerate(edges) if edge >= time.end)
    if first >= last:
        return start, end
    least = _FEWEST // 2 if _WIDE.search(text, start, end) else _FEWEST
    rest = edges[last] - edges[first] - (time.end - time.start)
    while rest < least and (first > 0 or last < len(edges) - 1):
        if last < len(edges) - 1:
            rest += edges[last + 1] - edges[last]
            last += 1
        else:
            rest += edges[first] - edges[first - 1]
            first -= 1
    low, high = edges[first], edges[last]
    low += len(text[low:high]) - len(text[low:high].lstrip(_EDGE))
    return low, low + len(text[low:high].rstrip(_EDGE))


def _event(text: str, span: tuple[int, int], index: int, time: Time, moment: Moment) -> Event:
    return Event(
        start=span[0],
        end=span[1],
        time=index,
        earliest=time.earliest,
        latest=time.latest,
        label=shortened(" ".join(without_note_marks(text[span[0] : span[1]]).split())),
        group=group_of(time, time.earliest, time.latest, 0, since=False, moment=moment),
    )


def shortened(words: str) -> str:
    """Words cut short at a word's end, with an ellipsis; scripts without spaces anywhere."""
    wide = len(_WIDE.findall(words)) * 2 > len(words)
    longest = _LONGEST_UNSPACED if wide else _LONGEST
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    if not wide and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(_EDGE) + "…"


def _order(event: Event) -> tuple[str, int, int]:
    first = event.earliest or event.latest or "9999"
    return first, width_in_days(event.earliest, event.latest), event.start
