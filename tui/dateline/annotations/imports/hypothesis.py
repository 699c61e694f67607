"""Hypothesis' JSON: what its client exports ("annotations"), or its API answers ("rows").

https://h.readthedocs.io/en/latest/api-reference/v1/ has the fields. Offsets are those of the
browser: UTF-16 units in the text of the page's DOM. Page notes become notes on the article as a
whole, replies are added to the note that they answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.annotations.imports.entry import (
    Entry,
    lasting_id,
    listed,
    moment,
    offset_in,
    source_in,
    text_in,
)


def is_hypothesis(data: Any) -> bool:
    """Whether parsed JSON looks like Hypothesis'."""
    rows = _rows(data)
    return bool(rows is not None and (not rows or any("uri" in row for row in rows))) and (
        isinstance(data, dict) and ("export_date" in data or "rows" in data or bool(rows))
    )


def from_hypothesis(data: Any) -> list[Entry]:
    """The annotations, replies joined to what they answer."""
    rows = _rows(data) or []
    entries: dict[str, Entry] = {}
    replies = []
    for row in rows:
        if listed(row.get("references")):
            replies.append(row)
        else:
            entries[text_in(row.get("id")) or f"row {len(entries)}"] = _entry(row)
    for row in sorted(replies, key=lambda row: text_in(row.get("created"))):
        parent = text_in(row["references"])
        if parent in entries:
            entry = entries[parent]
            entries[parent] = replace(entry, note=_with_reply(entry.note, row))
        else:
            entries[text_in(row.get("id"))] = _entry(row)
    return list(entries.values())


def _rows(data: Any) -> list[dict[str, Any]] | None:
    if not isinstance(data, dict):
        return None
    for key in ("annotations", "rows"):
        if isinstance(data.get(key), list):
            return [row for row in data[key] if isinstance(row, dict)]
    return None


def _entry(row: dict[str, Any]) -> Entry:
    targets = [target for target in listed(row.get("target")) if isinstance(target, dict)]
    target = targets[0] if targets else {}
    selectors = {
        text_in(selector.get("type")): selector
        for selector in listed(target.get("selector"))
        if isinstance(selector, dict)
    }
    quote = selectors.get("TextQuoteSelector", {})
    position = selectors.get("TextPositionSelector", {})
    source = source_in(text_in(row.get("uri")) or text_in(target.get("source")))
    document = row.get("document")
    links = row.get("links")
    origin = text_in(links.get("html")) if isinstance(links, dict) else ""
    if not origin and row.get("id"):
        origin = f"https://hypothes.is/a/{text_in(row.get('id'))}"
    exact = text_in(quote.get("exact"))
    return Entry(
        id=lasting_id(origin or f"{source} {exact} {text_in(row.get('text'))}"),
        source=source,
        exact=exact,
        prefix=text_in(quote.get("prefix")),
        suffix=text_in(quote.get("suffix")),
        start=offset_in(position.get("start")) if exact else 0,
        end=offset_in(position.get("end")) if exact else 0,
        utf16=True,
        note=text_in(row.get("text")),
        tags=tuple(text_in(tag) for tag in listed(row.get("tags"))),
        created=moment(row.get("created")),
        modified=moment(row.get("updated") or row.get("created")),
        origin=origin or None,
        title=text_in(document.get("title")) if isinstance(document, dict) else "",
    )


def _with_reply(note: str, row: dict[str, Any]) -> str:
    name = text_in(row.get("user")).removeprefix("acct:").split("@", 1)[0] or "reply"
    day = text_in(row.get("created"))[:10]
    said = f"**{name}**{f', {day}' if day else ''}: {text_in(row.get('text'))}"
    return f"{note}\n\n{said}" if note else said
