"""Plain text: a citation for each quote, with the note under it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotations.citations import in_marks, passage, reference
from dateline.annotations.colours import colour_of

if TYPE_CHECKING:
    from dateline.annotations.exports.sheet import Sheet
    from dateline.annotations.model import Annotation

_WIDTH = 76


def to_plain(sheets: Sequence[Sheet]) -> str:
    """The sheets as text of 76 columns."""
    return "\n\n".join(_article(sheet) for sheet in sheets) + "\n"


def _article(sheet: Sheet) -> str:
    head = sheet.record.name
    parts = [f"{head}\n{'=' * min(len(head), _WIDTH)}", _wrapped(reference(sheet.as_article()))]
    parts.extend(_annotation(annotation) for annotation in sheet.annotations)
    return "\n\n".join(parts)


def _annotation(annotation: Annotation) -> str:
    colour = colour_of(annotation.colour)
    lines = []
    if annotation.exact.strip():
        quoted = in_marks(passage(annotation.exact)).split("\n\n")
        lines.append(_wrapped(f"{colour.glyph} " + quoted[0], "  "))
        lines.extend(_wrapped("  " + part, "  ") for part in quoted[1:])
    if annotation.note:
        lines.extend(
            textwrap.fill(
                line, _WIDTH, initial_indent="    ", subsequent_indent="    ",
                break_long_words=False, break_on_hyphens=False,
            )
            for line in annotation.note.strip("\n").split("\n")
        )  # fmt: skip
    facts = [colour.name, annotation.created[:10], *annotation.tags]
    if annotation.state == "lost":
        facts.append("no longer in the text")
    elif annotation.state == "to_check":
        facts.append("place to be checked")
    lines.append("    [" + ", ".join(facts) + "]")
    return "\n".join(lines)


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
