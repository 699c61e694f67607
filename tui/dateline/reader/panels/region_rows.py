"""The rows of the regions: a tree of places with counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.places.folding import fold
from dateline.reader.map.glyphs import glyph_of
from dateline.reader.panels.row import Piece, Row, head, one_line, remark
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.analysis.model import Analysis, Place
    from dateline.reader.panels.row import Tone

MOST_LEVELS = 12
"""A chain of parents that is longer goes in a circle."""
LOW_CONFIDENCE = 0.5


def region_rows(analysis: Analysis, *, choosing: str | None = None) -> Rows[Row]:
    """The places as a tree, most named branch first; what is in asides only apart, at the end.

    Under the place with the id `choosing` stand the other places that the name could mean.
    """
    own = [place for place in analysis.places if not place.aside]
    asides = [place for place in analysis.places if place.aside and place.mentions]
    rows: list[Row] = list(_tree(own))
    if asides:
        rows.append(head("asides", "In asides only", len(asides)))
        rows.extend(_row(place, 0, len(place.own_mentions)) for place in asides)
    if choosing is not None:
        _offer(analysis, rows, choosing)
    if not rows and analysis.article.language not in (None, "en"):
        rows.append(remark("No well-known place is named; others are looked for in English only."))
    return Rows(rows)


def place_of(row: Row) -> str | None:
    """Id of the place that a row stands for, or is a candidate for."""
    if isinstance(row.key, tuple) and row.key[0] in ("place", "candidate"):
        return str(row.key[1])
    return None


def _offer(analysis: Analysis, rows: list[Row], place_id: str) -> None:
    """Put the candidates for a place under its row."""
    place = next((each for each in analysis.places if each.id == place_id), None)
    at = next((n for n, row in enumerate(rows) if place_of(row) == place_id), None)
    if place is None or at is None:
        return
    level = rows[at].level + 1
    offers = [_candidate(place, number, level) for number in range(len(place.runners_up))]
    if not offers:
        offers = [remark("No other place of that name is known.")._replace(level=level)]
    rows[at + 1 : at + 1] = offers


def _candidate(place: Place, number: int, level: int) -> Row:
    candidate = place.runners_up[number]
    where = ", ".join(part for part in (candidate.admin, candidate.country) if part)
    body = [Piece(one_line(candidate.name), "strong"), Piece(f" {where}", "plain")]
    if candidate.population:
        body.append(Piece(f" {candidate.population:,} people", "dim"))
    return Row(
        key=("candidate", place.id, number),
        body=tuple(body),
        spans=tuple(Span(mention.start, mention.end) for mention in place.mentions),
        lead=Piece("?", "warn"),
        lead_width=2,
        right=Piece(f"{candidate.confidence:.0%}", "dim"),
        level=level,
        lines=2,
    )


def _tree(places: list[Place]) -> list[Row]:
    known = {place.id: place for place in places}
    children: dict[str | None, list[Place]] = {}
    for place in places:
        children.setdefault(_parent(place, known), []).append(place)
    totals: dict[str, int] = {}
    rows: list[Row] = []

    def total(place: Place) -> int:
        if place.id not in totals:
            totals[place.id] = len(place.own_mentions)
            totals[place.id] += sum(total(child) for child in children.get(place.id, ()))
        return totals[place.id]

    def put(branch: list[Place], level: int, within: Place | None = None) -> None:
        for place in sorted(branch, key=lambda each: (-total(each), _first(each), each.name)):
            if not total(place):
                continue
            below = children.get(place.id, [])
            if not place.mentions and place.kind != "country" and _is_alone(below, total):
                put(below, level, within=place)
                continue
            rows.append(_row(place, level, total(place), within))
            put(below, level + 1)

    put(children.get(None, []), 0)
    return rows


def _is_alone(below: list[Place], total: Callable[[Place], int]) -> bool:
    """Whether just one of the places has anything to show: then their parent needs no row."""
    return sum(total(place) > 0 for place in below) == 1


def _parent(place: Place, known: dict[str, Place]) -> str | None:
    """The place's parent where it is listed and not, by some way round, the place's own child."""
    above = place.parent
    for _ in range(MOST_LEVELS):
        if above is None or above not in known:
            return place.parent if place.parent in known else None
        above = known[above].parent
    return None


def _first(place: Place) -> int:
    return place.mentions[0].start if place.mentions else 1 << 60


def _row(place: Place, level: int, total: int, within: Place | None = None) -> Row:
    named = len(place.own_mentions)
    doubtful = bool(named) and place.confidence < LOW_CONFIDENCE
    tone: Tone = "place" if named and not place.aside else "dim"
    body = [Piece(one_line(place.written or place.name), tone)]
    if place.written:
        body.append(Piece(f" {one_line(place.name)}", "plain"))
    if doubtful:
        body.append(Piece(" ?", "warn"))
    what = place.kind
    if place.kind not in ("country", "continent", "bloc") and level == 0:
        where = ", ".join(part for part in (place.admin, place.country) if part)
        what = f"{what}, {where}" if where else what
    if within is not None and fold(within.name) != fold(place.name):
        what = f"{what}, {within.name}"
    body.append(Piece(f" {one_line(what)}", "dim"))
    count = str(named) if named == total else f"{named or '·'} +{total - named}"
    return Row(
        key=("place", place.id, place.name),
        body=tuple(body),
        spans=tuple(Span(mention.start, mention.end) for mention in place.mentions),
        lead=Piece(glyph_of(place.kind), "place" if not place.aside else "dim"),
        lead_width=2,
        right=Piece(count, "dim"),
        level=level,
        lines=3,
    )
