"""What the gazetteer knows of a name: evidence that it names a place or a people."""

from __future__ import annotations

from typing import Literal, NamedTuple

GroundKind = Literal["country", "region", "city", "land", "demonym"]


class Ground(NamedTuple):
    """The best that a name can be on earth; `land` is a sea, a range, a continent and the like."""

    kind: GroundKind
    population: int
    nation: bool = False
    """Whether it fields national teams (a country, or one of the United Kingdom's)."""


def ground(name: str) -> Ground | None:
    """The most prominent place that bears a name, or None."""
    return None
