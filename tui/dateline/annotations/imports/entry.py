"""An annotation as it was read from a file, made clean; not yet in the store."""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from dateline.annotations.model import now


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation to be stored. An empty `exact` is a note on the article as a whole."""

    id: str
    """A UUID, the same each time the file is read."""
    source: str
    """Path or URL of the article; may be empty."""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    utf16: bool = False
    """Whether start and end count UTF-16 units instead of code points."""
    text_hash: str = ""
    colour: int = 1
    note: str = ""
    tags: tuple[str, ...] = ()
    target: str | None = None
    created: str = ""
    modified: str = ""
    origin: str | None = None
    title: str = ""
    byline: str = ""
    site: str = ""
    published: str = ""


def text_in(value: Any) -> str:
    """A string, or the first one in a list; empty for anything else."""
    if isinstance(value, list):
        return next((text_in(item) for item in value if text_in(item)), "")
    return value if isinstance(value, str) else ""


def offset_in(value: Any) -> int:
    """A whole number of 0 or more; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def listed(value: Any) -> list[Any]:
    """A list of what may be one thing, several or none."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def moment(value: Any) -> str:
    """A time in the model's form; this moment for what is none."""
    try:
        found = datetime.datetime.fromisoformat(text_in(value))
    except ValueError:
        return now()
    if found.tzinfo is None:
        found = found.replace(tzinfo=datetime.UTC)
    return found.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def lasting_id(name: str) -> str:
    """A UUID for an address or a description: itself where it is one."""
    try:
        return str(uuid.UUID(name.removeprefix("urn:uuid:")))
    except ValueError:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, name))


def source_in(value: str) -> str:
    """What an article was opened from: `file:` addresses become paths."""
    value = value.split("#", 1)[0]
    if value.startswith("file://"):
        return unquote(urlsplit(value).path)
    return value
