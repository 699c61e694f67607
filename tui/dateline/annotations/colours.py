"""The eight colours of a highlight: each has a name, a glyph and a line, never a hue alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A way of highlighting."""

    number: int
    """1 to 8: the key that sets it."""
    name: str
    glyph: str
    """One cell wide, for the margin and for cards."""
    line: str
    """How the words are set on a terminal without colour, in Rich's style words."""
    css_line: str
    """The same on a page: a CSS `text-decoration` style and thickness."""
    light: str
    """Background on a light page, sRGB in hexadecimal."""
    dark: str
    """Background on a dark page."""


COLOURS: tuple[Colour, ...] = (
    Colour(1, "yellow", "●", "underline", "solid 2px", "#fff3b0", "#4d4300"),
    Colour(2, "green", "■", "underline2", "double 2px", "#c9f2c7", "#124a1c"),
    Colour(3, "blue", "▲", "underline italic", "dashed 2px", "#c7e3ff", "#0f3d66"),
    Colour(4, "red", "◆", "underline bold", "solid 3px", "#ffd0cc", "#66201a"),
    Colour(5, "purple", "★", "underline2 italic", "wavy 1px", "#e5d4ff", "#412a66"),
    Colour(6, "orange", "▼", "underline2 bold", "double 3px", "#ffdfb8", "#5c3500"),
    Colour(7, "teal", "◉", "underline bold italic", "dotted 2px", "#bff0ea", "#0b4a45"),
    Colour(8, "grey", "□", "overline underline", "dotted 3px", "#e0e0e0", "#454545"),
)


def colour_of(number: int) -> Colour:
    """The colour of a number; the first for a number that is none of the eight."""
    return COLOURS[number - 1] if 1 <= number <= len(COLOURS) else COLOURS[0]


def colour_named(name: str) -> Colour | None:
    """The colour that a name, a glyph or a digit stands for."""
    wanted = name.strip().casefold()
    for colour in COLOURS:
        if wanted in (colour.name, colour.glyph, str(colour.number)):
            return colour
    return None
