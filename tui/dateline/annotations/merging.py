"""What becomes of a change when another window changed the same annotation first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.annotations.model import Annotation, now
from dateline.annotations.rows import FIELDS, stored


@dataclass(frozen=True, slots=True)
class Merged:
    """What to write: fields of the annotation, or another one beside it; or nothing."""

    values: dict[str, Any]
    beside: dict[str, Any] | None = None
    refused: bool = False
    """The change was a deletion of what the other window had just changed."""


def merge(seen: Annotation, current: Annotation, wanted: dict[str, Any]) -> Merged:
    """Three ways: what the caller saw, what is stored now, what the caller wants.

    Fields that only one side touched are taken from it, tags are put together, and where both
    changed a field differently the caller's version becomes an annotation beside the other's.
    """
    before, there = stored(seen), stored(current)
    values: dict[str, Any] = {}
    clash = False
    for name, value in wanted.items():
        if value == there[name]:
            continue
        if there[name] == before[name]:
            values[name] = value
        elif name == "tags":
            values[name] = _merged_tags(before[name], there[name], value)
        else:
            clash = True
    touched = seen.version != current.version
    if "deleted" in wanted and wanted["deleted"] is not None:
        if current.deleted is not None:
            return Merged({})
        theirs = any(there[name] != before[name] for name in there)
        return Merged({}, refused=True) if touched and theirs else Merged(values)
    if current.deleted is not None and seen.deleted is None and wanted:
        clash = True
    if not clash:
        return Merged(values)
    own: dict[str, Any] = {name: getattr(current, name) for name in FIELDS.split(", ")}
    own |= {**before, **wanted, "deleted": None, "version": 1}
    own["created"] = own["modified"] = now()
    return Merged({}, beside=own)


def _merged_tags(before: str, theirs: str, mine: str) -> str:
    """Their tags, less what I took away, with what I added."""
    had, have, want = (text.split("\n") if text else [] for text in (before, theirs, mine))
    kept = [tag for tag in have if tag in want or tag not in had]
    return "\n".join(dict.fromkeys([*kept, *(tag for tag in want if tag not in had)]))
