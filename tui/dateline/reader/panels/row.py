"""Rows of a panel: plain data, made by pure functions and drawn by the row list."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from dateline.spans import Span

Tone = Literal[
    "plain",
    "strong",
    "dim",
    "head",
    "name",
    "person",
    "organisation",
    "place",
    "group",
    "thing",
    "number",
    "date",
    "direct",
    "reported",
    "warn",
    "bar",
    "colour1",
    "colour2",
    "colour3",
    "colour4",
    "colour5",
    "colour6",
    "colour7",
    "colour8",
]
"""What a piece of text is to the eye; the stylesheet gives each a colour and a weight."""

TONES: tuple[Tone, ...] = get_args(Tone)
COLOUR_TONES: tuple[Tone, ...] = TONES[-8:]
"""The tones of the eight colours of a highlight."""

RowKind = Literal["item", "head", "remark"]
"""An item can be chosen; a head names the group that follows; a remark only tells something."""


class Piece(NamedTuple):
    """A stretch of a row's text in one tone. A lone line feed starts a new line in the row."""

    text: str
    tone: Tone = "plain"


LINE_BREAK = Piece("\n")


class Row(NamedTuple):
    """One row of a panel."""

    key: Hashable
    """What the row stands for, the same each time the rows are made: keeps the cursor in place."""
    body: tuple[Piece, ...]
    """What it says, the important thing first; wraps to the panel's width."""
    spans: tuple[Span, ...] = ()
    """Where it stands in the article; Enter goes to the first."""
    related: tuple[Span, ...] = ()
    """What lights up with it and is not the row's own passage: a speaker, a cue."""
    lead: Piece | None = None
    """What stands in a column of its own before the body."""
    lead_width: int = 0
    """Cells of that column; the body's further lines hang under its first."""
    rail: Piece | None = None
    """What stands in that column on the further lines."""
    right: Piece | None = None
    """What stands at the right end of the first line: a count, a stance."""
    level: int = 0
    """Depth in a tree or under a head; 0 is the outermost."""
    kind: RowKind = "item"
    lines: int = 6
    """The most lines it takes; what is cut shows an ellipsis."""


def one_line(text: str) -> str:
    """The text with every run of white space, line feeds among them, as one space."""
    return " ".join(text.split())


def head(key: Hashable, title: str, count: int | None = None, *, level: int = 0) -> Row:
    """The head of a group, with the number of rows in it."""
    right = Piece(str(count), "dim") if count is not None else None
    return Row(
        ("head", key), (Piece(title, "head"),), right=right, kind="head", level=level, lines=1
    )


def remark(text: str) -> Row:
    """A sentence to the reader in place of rows, or above them."""
    return Row(("remark", text), (Piece(text, "dim"),), kind="remark", lines=12)


def row_text(row: Row) -> str:
    """All words of a row, for the filter and for plain output."""
    lead = f"{row.lead.text} " if row.lead else ""
    right = f" {row.right.text}" if row.right else ""
    return lead + "".join(piece.text for piece in row.body).replace("\n", " ") + right
