"""W3C Web Annotations in JSON-LD: what Dateline exports, and what other programs do.

https://www.w3.org/TR/annotation-model/ allows one thing, a list or nothing almost everywhere, and
strings in the place of objects; all of that is taken. JSON-LD is read by its usual keys, not
expanded with foreign contexts.
"""

from __future__ import annotations

from typing import Any

from dateline.annotations.colours import colour_named
from dateline.annotations.imports.entry import (
    Entry,
    lasting_id,
    listed,
    moment,
    offset_in,
    source_in,
    text_in,
)

_KINDS = {"Annotation", "AnnotationPage", "AnnotationCollection"}
_DEPTH = 20
"""How deep selectors may refine each other."""


def is_jsonld(data: Any) -> bool:
    """Whether parsed JSON looks like Web Annotations."""
    return any(isinstance(item, dict) and _types(item) & _KINDS for item in listed(data))


def from_jsonld(data: Any) -> list[Entry]:
    """The annotations in a collection, a page, a list of them, or one alone."""
    return [_entry(item) for item in _annotations(data)]


def _annotations(data: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = listed(data)[::-1]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, dict):
            continue
        kinds = _types(item)
        if "Annotation" in kinds:
            found.append(item)
        elif kinds & _KINDS:
            for key in ("next", "items", "first"):
                waiting.extend(listed(item.get(key))[::-1])
    return found


def _types(item: dict[str, Any]) -> set[str]:
    return {str(kind) for kind in listed(item.get("type", item.get("@type")))}


def _entry(item: dict[str, Any]) -> Entry:
    target = next(iter(listed(item.get("target"))), None)
    about = target if isinstance(target, dict) else {}
    selectors = _selectors(about.get("selector"))
    quote = selectors.get("TextQuoteSelector", {})
    position = selectors.get("TextPositionSelector", {})
    exact = text_in(quote.get("exact"))
    source = target if isinstance(target, str) else _address(about.get("source") or about)
    note, tags = _bodies(item)
    article = about.get("dateline:article")
    facts: dict[str, Any] = article if isinstance(article, dict) else {}
    name = text_in(item.get("id", item.get("@id")))
    creator = listed(item.get("via"))
    return Entry(
        id=lasting_id(name or f"{source} {exact} {note} {text_in(item.get('created'))}"),
        source=source_in(source),
        exact=exact,
        prefix=text_in(quote.get("prefix")),
        suffix=text_in(quote.get("suffix")),
        start=offset_in(position.get("start")) if exact else 0,
        end=offset_in(position.get("end")) if exact else 0,
        text_hash=text_in(about.get("dateline:textHash")),
        colour=_colour(about),
        note=note,
        tags=tags,
        target=text_in(item.get("dateline:about")) or None,
        created=moment(item.get("created")),
        modified=moment(item.get("modified") or item.get("created")),
        origin=_address(creator[0]) if creator else _foreign(name),
        title=text_in(facts.get("dateline:title")),
        byline=text_in(facts.get("dateline:byline")),
        site=text_in(facts.get("dateline:site")),
        published=text_in(facts.get("dateline:published")),
    )


def _foreign(name: str) -> str | None:
    """Where an annotation of another program came from, when its id is an address."""
    return name if name.startswith(("http://", "https://")) else None


def _selectors(value: Any) -> dict[str, dict[str, Any]]:
    """The selectors by type, those that refine others among them."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [(selector, 0) for selector in listed(value)]
    while waiting:
        selector, depth = waiting.pop(0)
        if not isinstance(selector, dict):
            continue
        for kind in _types(selector):
            found.setdefault(kind, selector)
        if depth < _DEPTH:
            for key in ("refinedBy", "items"):
                waiting.extend((inner, depth + 1) for inner in listed(selector.get(key)))
    return found


def _bodies(item: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The note and the tags."""
    notes = [text_in(item.get("bodyValue"))]
    tags = []
    for body in listed(item.get("body")):
        if isinstance(body, str):
            notes.append(body)
            continue
        if not isinstance(body, dict):
            continue
        purposes = {str(purpose) for purpose in listed(body.get("purpose"))}
        inner = body.get("source")
        value = text_in(body.get("value")) or (_address(inner) if inner else _address(body))
        if "tagging" in purposes:
            tags.append(value)
        else:
            notes.append(value)
    return "\n\n".join(note for note in notes if note), tuple(tags)


def _address(value: Any) -> str:
    if isinstance(value, dict):
        return text_in(value.get("id", value.get("@id")))
    return text_in(value)


def _colour(target: dict[str, Any]) -> int:
    for name in listed(target.get("styleClass")):
        colour = colour_named(str(name).removeprefix("dateline-"))
        if colour is not None:
            return colour.number
    return 1
