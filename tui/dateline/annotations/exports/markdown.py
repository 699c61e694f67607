"""A reading note in Markdown: quotes, notes, tags, and the citation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotations.citations import passage, reference
from dateline.annotations.colours import colour_of

if TYPE_CHECKING:
    from dateline.annotations.exports.sheet import Sheet
    from dateline.annotations.model import Annotation

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_AT_LINE_START = re.compile(r"^(\s*)([#+=-]|\d+[.)])", re.MULTILINE)


def to_markdown(sheets: Sequence[Sheet]) -> str:
    """The sheets as one Markdown document, an article a heading."""
    return "\n\n".join(_article(sheet) for sheet in sheets) + "\n"


def escaped(text: str) -> str:
    """Text that means nothing but itself in Markdown."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _AT_LINE_START.sub(
        lambda match: (
            match[1]
            + (match[2][:-1] + "\\" + match[2][-1] if match[2][0].isdigit() else "\\" + match[2])
        ),
        text,
    )


def _article(sheet: Sheet) -> str:
    parts = [f"# {escaped(sheet.record.name)}", reference(sheet.as_article(), "markdown")]
    placed = [a for a in sheet.annotations if a.state != "lost"]
    lost = [a for a in sheet.annotations if a.state == "lost"]
    parts.extend(_annotation(annotation) for annotation in placed)
    if lost:
        parts.append("## No longer in the text")
        parts.extend(_annotation(annotation) for annotation in lost)
    return "\n\n".join(parts)


def _annotation(annotation: Annotation) -> str:
    colour = colour_of(annotation.colour)
    facts = [f"{colour.glyph} {colour.name}", annotation.created[:10]]
    facts.extend("#" + re.sub(r"\s+", "-", escaped(tag)) for tag in annotation.tags)
    if annotation.state == "to_check":
        facts.append("place to be checked")
    parts = []
    if annotation.exact.strip():
        quote = escaped(passage(annotation.exact))
        parts.append("\n>\n".join("> " + part for part in quote.split("\n\n")))
    parts.append(" · ".join(facts))
    if annotation.note:
        parts.append(annotation.note.strip("\n"))
    return "\n\n".join(parts)
