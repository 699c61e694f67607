"""The rows of the notes: a card for each annotation, with its words, its note and its tags."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from dateline.annotations.colours import COLOURS, colour_of
from dateline.reader.panels.row import COLOUR_TONES, LINE_BREAK, Piece, Row, head, one_line
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.annotations.in_order import InOrder
    from dateline.annotations.model import Annotation

NoteOrder = Literal["place", "colour", "tag", "time"]
NOTE_ORDERS: tuple[NoteOrder, ...] = ("place", "colour", "tag", "time")
QUOTE_SHOWN = 240
"""Characters of a long passage that a card shows."""
_STATES = {"to_check": "is this it? R", "lost": "lost"}
"""What a card says of a place that is not sure."""
UNTAGGED = "Without a tag"


class NoteRows(Rows["Annotation"]):
    """The cards, with what follows from the order of the text and need not be found again."""

    is_by_entry = True

    def __init__(
        self,
        annotations: InOrder,
        entries: Sequence[Annotation | Row],
        heads: Sequence[int],
        first_in_text: int | None,
    ) -> None:
        """Take the cards, and where the heads are among them.

        `first_in_text`: from which card on they stand in the order of the text, if they do.
        """
        super().__init__(entries, _row_of_note, _passages)
        self.annotations = annotations
        self.heads = heads
        self.first_in_text = first_in_text


def note_rows(annotations: InOrder, order: NoteOrder = "place") -> NoteRows:
    """The cards in the order of the text, by colour, under each of their tags, or newest first.

    What lost its place stands at the end, apart; notes on the whole article stand first.
    """
    without_place = annotations[: annotations.first_placed]
    lost = [each for each in without_place if each.state == "lost"]
    placed = [each for each in without_place if each.state != "lost"]
    first = len(placed)
    placed += annotations[annotations.first_placed :]
    groups: list[tuple[Row | None, list[Annotation]]] = [(None, placed)]
    if order == "colour":
        groups = _by_colour(placed)
    elif order == "tag":
        groups = _by_tag(placed)
    elif order == "time":
        groups = [(None, sorted(placed, key=attrgetter("modified"), reverse=True))]
    if lost:
        title = "Lost: select where it stands now, R"
        groups.append((head("lost", title, len(lost)), lost))
    entries: list[Annotation | Row] = []
    heads: list[int] = []
    for row, group in groups:
        if row is not None:
            heads.append(len(entries))
            entries.append(row)
        entries += group
    return NoteRows(annotations, entries, heads, first if order == "place" else None)


def _by_colour(annotations: Sequence[Annotation]) -> list[tuple[Row | None, list[Annotation]]]:
    groups: dict[int, list[Annotation]] = {colour.number: [] for colour in COLOURS}
    for annotation in annotations:
        groups.get(annotation.colour, groups[1]).append(annotation)
    return [
        (head(("colour", each.number), f"{each.glyph} {each.name.capitalize()}", len(group)), group)
        for each in COLOURS
        if (group := groups[each.number])
    ]


def _by_tag(annotations: Sequence[Annotation]) -> list[tuple[Row | None, list[Annotation]]]:
    groups: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        for tag in annotation.tags or ("",):
            groups.setdefault(tag, []).append(annotation)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], item[0].casefold()))
    return [
        (head(("tag", tag), f"#{tag}" if tag else UNTAGGED, len(group)), group)
        for tag, group in ordered
    ]


def _passages(annotation: Annotation) -> tuple[Span, ...]:
    if annotation.state == "lost" or annotation.on_article:
        return ()
    return (Span(annotation.start, annotation.end),)


def _row_of_note(_: int, annotation: Annotation) -> Row:
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
