"""The rows of the timeline: what happened, in order, with its date as resolved and as written."""

from __future__ import annotations

from collections.abc import Collection, Hashable
from typing import TYPE_CHECKING

from rich.cells import cell_len

from dateline.reader.panels.row import LINE_BREAK, Piece, Row, head, one_line, remark
from dateline.reader.panels.rows import Rows
from dateline.reader.panels.shown_dates import shown_date
from dateline.reader.time_words import in_words
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis, Event, EventGroup, Time

DATE_WIDTH = 11
"""The widest that the column of dates grows to, in cells."""
MEASURED = 500
"""Events that are looked at to find out how wide that column must be."""
NO_DATE = "No date known: press D to give the article its date."

GROUPS: tuple[tuple[EventGroup, str], ...] = (
    ("before", "Before"),
    ("day", "The day itself"),
    ("ongoing", "Ongoing"),
    ("ahead", "To come"),
    ("undated", "Without a date"),
)


def timeline_rows(analysis: Analysis, explained: Collection[Hashable] = ()) -> Rows[Event]:
    """The events in groups, in the timeline's own order within each.

    Rows whose key is in `explained` also tell how their date was resolved.
    """
    if not analysis.timeline:
        return Rows()
    published = analysis.article.published
    width = _column(analysis)
    entries: list[Event | Row] = [] if published else [remark(NO_DATE)]
    for group, title in GROUPS:
        members = [event for event in analysis.timeline if event.group == group]
        if not members:
            continue
        entries.append(head(group, title, len(members)))
        entries.extend(members)
    return Rows(entries, lambda _, event: _row(analysis, event, explained, width), _passages)


def event_key(event: Event) -> Hashable:
    """What the row of an event is known by."""
    return ("event", event.start, event.end, event.label)


def _passages(event: Event) -> list[Span]:
    return [Span(event.start, event.end), *(Span(*other) for other in event.others)]


def _column(analysis: Analysis) -> int:
    widths = [4]
    for event in analysis.timeline[:MEASURED]:
        date = _date(analysis, event)
        if not date and event.time is not None:
            written = cell_len(one_line(analysis.times[event.time].text))
            widths.append(written if written <= DATE_WIDTH else 0)
        widths.append(cell_len(date))
    return min(max(widths), DATE_WIDTH) + 2


def _date(analysis: Analysis, event: Event) -> str:
    value = analysis.times[event.time].value if event.time is not None else ""
    latest = None if event.group == "ongoing" else event.latest
    published = analysis.article.published
    return shown_date(event.earliest, latest, published=published, value=value)


def _row(analysis: Analysis, event: Event, explained: Collection[Hashable], width: int) -> Row:
    key, date = event_key(event), _date(analysis, event)
    time = analysis.times[event.time] if event.time is not None else None
    label = one_line(event.label or analysis.article.text[event.start : event.end])
    label = label[:1].upper() + label[1:]
    written = one_line(time.text) if time else ""
    body = [Piece(label, "dim" if time and time.aside else "plain")]
    if not date and cell_len(written) <= DATE_WIDTH:
        date, written = written, ""
    if written and written.casefold() != date.casefold():
        body.append(Piece(f" · {written}", "dim"))
    if event.others:
        body.append(Piece(f" · told {len(event.others) + 1} times", "dim"))
    if key in explained:
        body.extend((LINE_BREAK, Piece(explanation(event, time), "date")))
    return Row(
        key=key,
        body=tuple(body),
        spans=tuple(_passages(event)),
        lines=12 if key in explained else 6,
        related=(Span(time.start, time.end),) if time else (),
        lead=Piece(date or "—", "date"),
        lead_width=width,
    )


def explanation(event: Event, time: Time | None) -> str:
    """How an event's date was resolved, for the reader's eye."""
    if time is None:
        return "No time is written here."
    parts = [time.how] if time.how else []
    if event.earliest or event.latest:
        bounds = f"{event.earliest or '…'} to {event.latest or '…'}"
        parts.append(event.earliest or "" if event.earliest == event.latest else bounds)
    else:
        parts.append("not tied to the calendar")
    words = in_words(time.value, time.type, time.mod)
    if not (time.how and words in time.how):
        parts.append(words)
    return " · ".join(part for part in parts if part)
