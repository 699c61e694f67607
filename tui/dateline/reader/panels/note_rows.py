"""The rows of the notes: a card for each annotation, with its words, its note and its tags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.annotations.colours import COLOURS, colour_of
from dateline.reader.panels.row import COLOUR_TONES, LINE_BREAK, Piece, Row, head, one_line
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.annotations.model import Annotation

NoteOrder = Literal["place", "colour", "tag", "time"]
NOTE_ORDERS: tuple[NoteOrder, ...] = ("place", "colour", "tag", "time")
QUOTE_SHOWN = 240
"""Characters of a long passage that a card shows."""
_STATES = {"to_check": "is this it? R", "lost": "lost"}
"""What a card says of a place that is not sure."""
UNTAGGED = "Without a tag"


def note_rows(annotations: Sequence[Annotation], order: NoteOrder = "place") -> Rows[Annotation]:
    """The cards in the order of the text, by colour, under each of their tags, or newest first.

    What lost its place stands at the end, apart.
    """
    placed = [each for each in annotations if each.state != "lost" and not each.deleted]
    lost = [each for each in annotations if each.state == "lost" and not each.deleted]
    placed.sort(key=lambda each: (not each.on_article, each.start, -each.end))
    entries: list[Annotation | Row] = []
    if order == "colour":
        for colour in COLOURS:
            group = [each for each in placed if colour_of(each.colour) == colour]
            if group:
                title = f"{colour.glyph} {colour.name.capitalize()}"
                entries.append(head(("colour", colour.number), title, len(group)))
                entries.extend(group)
    elif order == "tag":
        for tag, group in _by_tag(placed):
            entries.append(head(("tag", tag), f"#{tag}" if tag else UNTAGGED, len(group)))
            entries.extend(group)
    elif order == "time":
        placed.sort(key=lambda each: each.modified or each.created, reverse=True)
        entries.extend(placed)
    else:
        entries.extend(placed)
    if lost:
        entries.append(head("lost", "Lost: select where it stands now, R", len(lost)))
        entries.extend(lost)
    return Rows(entries, lambda _, annotation: _row(annotation), _passages)


def _by_tag(annotations: Sequence[Annotation]) -> Iterable[tuple[str, list[Annotation]]]:
    groups: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        for tag in annotation.tags or ("",):
            groups.setdefault(tag, []).append(annotation)
    return sorted(groups.items(), key=lambda item: (not item[0], item[0].casefold()))


def _passages(annotation: Annotation) -> tuple[Span, ...]:
    if annotation.state == "lost" or annotation.on_article:
        return ()
    return (Span(annotation.start, annotation.end),)


def _row(annotation: Annotation) -> Row:
    colour = colour_of(annotation.colour)
    tone = COLOUR_TONES[colour.number - 1]
    words = one_line(annotation.exact)
    if len(words) > QUOTE_SHOWN:
        words = f"{words[:QUOTE_SHOWN].rstrip()} …"
    note = one_line(annotation.note)
    body: list[Piece] = []
    if note:
        body.append(Piece(note, "strong"))
    if words:
        body.extend((*((LINE_BREAK,) if body else ()), Piece(words, "reported")))
    if annotation.on_article:
        body.extend((*((LINE_BREAK,) if body else ()), Piece("On the whole article", "dim")))
    if annotation.tags:
        tags = " ".join(f"#{one_line(tag)}" for tag in annotation.tags)
        body.extend((LINE_BREAK, Piece(tags, "name")))
    return Row(
        key=("annotation", annotation.id),
        body=tuple(body),
        spans=_passages(annotation),
        lead=Piece(colour.glyph, tone),
        lead_width=2,
        rail=Piece("│", "dim"),
        right=Piece(_STATES[annotation.state], "warn") if annotation.state in _STATES else None,
        lines=9,
    )
