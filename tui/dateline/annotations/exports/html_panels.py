"""What was found in the article, as the panels show it: the timeline, the quotes, the regions."""

from __future__ import annotations

from collections import defaultdict
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis, Event, Place
    from dateline.annotations.exports.html_text import Setting

_GROUPS = {
    "before": "Before",
    "day": "The day itself",
    "ongoing": "Ongoing",
    "ahead": "To come",
    "undated": "Undated",
}


def panels(analysis: Analysis, setting: Setting) -> list[str]:
    """The sections of the page that stand under the article; none for what was not found."""
    found = [
        ("Timeline", _timeline(analysis, setting)),
        ("Quotes", _quotes(analysis, setting)),
        ("Regions", _regions(analysis, setting)),
    ]
    return [
        f'<section class="panel"><h2>{name}</h2>{content}</section>'
        for name, content in found
        if content
    ]


def _timeline(analysis: Analysis, setting: Setting) -> str:
    parts = []
    for group, events in groupby(analysis.timeline, key=lambda event: event.group):
        rows = "".join(
            f"<li>{_link(_when(analysis, event), event.start, setting)}"
            f" — {escape(event.label)}</li>"
            for event in events
        )
        parts.append(f"<h3>{_GROUPS[group]}</h3><ol>{rows}</ol>")
    return "".join(parts)


def _when(analysis: Analysis, event: Event) -> str:
    """The date as resolved, and as written."""
    written = analysis.times[event.time].text if event.time is not None else ""
    days = [day for day in (event.earliest, event.latest) if day]
    resolved = days[0] if len(set(days)) == 1 else " to ".join(days)
    if resolved and written and resolved != written:
        return f"{resolved} (“{written}”)"
    return resolved or written or "no date"


def _quotes(analysis: Analysis, setting: Setting) -> str:
    speakers: defaultdict[str, list[str]] = defaultdict(list)
    for quote in analysis.quotes:
        name = quote.speaker.text if quote.speaker else "Nobody named"
        words = " ".join(setting.text[quote.start : quote.end].split())
        kind = "" if quote.direct else " <small>reported</small>"
        speakers[name].append(f"<li>{_link(words, quote.start, setting)}{kind}</li>")
    return "".join(
        f"<h3>{escape(name)}</h3><ul>{''.join(rows)}</ul>" for name, rows in speakers.items()
    )


def _regions(analysis: Analysis, setting: Setting) -> str:
    known = {place.id for place in analysis.places}
    children: defaultdict[str | None, list[Place]] = defaultdict(list)
    for place in analysis.places:
        children[place.parent if place.parent in known else None].append(place)
    return _branch(children, None, setting, frozenset())


def _branch(
    children: dict[str | None, list[Place]],
    parent: str | None,
    setting: Setting,
    above: frozenset[str],
) -> str:
    rows = []
    for place in children.get(parent, []):
        if place.id in above:
            continue
        own = place.own_mentions
        count = len(own)
        name = _link(place.name, own[0].start, setting) if own else escape(place.name)
        times = f" <small>{escape(place.kind)}{f', {count}' if count else ''}</small>"
        rows.append(
            f"<li>{name}{times}{_branch(children, place.id, setting, above | {place.id})}</li>"
        )
    return f"<ul>{''.join(rows)}</ul>" if rows else ""


def _link(text: str, offset: int, setting: Setting) -> str:
    return f'<a href="#{setting.home(offset)}">{escape(text)}</a>'
