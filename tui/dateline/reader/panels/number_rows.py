"""The rows of the numbers: value, what is counted, who says so, and a bar to scale."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from dateline.analysis.numbers.conversion import System, convert
from dateline.analysis.numbers.groups import number_groups
from dateline.analysis.steps import result_of, sorted_in_steps
from dateline.reader.panels.number_text import bar, shown_value
from dateline.reader.panels.number_words import words_of
from dateline.reader.panels.row import Piece, Row, head, one_line
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from dateline.analysis.model import Analysis, Number, Quote

NumberOrder = Literal["thing", "size", "text"]
NUMBER_ORDERS: tuple[NumberOrder, ...] = ("thing", "size", "text")
BAR_WIDTH = 8
VALUE_WIDTH = 14
"""The widest that the column of values grows to, in cells."""
COMPARED = 200
"""Numbers of one thing that are compared with each other; in longer lists none is."""
CONTRADICTION = "≠"
CONTRADICTED = "contradicted"
SOURCES_DIFFER = "sources differ"
STEP = 1_000
"""Numbers that are looked at between two breaths."""
LARGE_STEP = 20_000
"""Numbers that are copied between two breaths."""
FEW_GROUPS = 10
"""Groups that are made between two breaths; in each, contradictions are looked for."""
MEASURED = 500
"""Values that are looked at to find out how wide their column must be."""

_KIND_NAMES = {
    "cardinal": "Counts",
    "ordinal": "Ranks",
    "money": "Money",
    "percent": "Shares",
    "age": "Ages",
    "measure": "Measures",
    "duration": "Lengths of time",
}


def number_rows(
    analysis: Analysis, order: NumberOrder = "thing", system: System | None = None
) -> Rows[Number]:
    """The numbers under a head for each thing counted, or all by size, or in order.

    A bar is to scale within its group: numbers of one thing in one unit. What contradicts another
    number of the article is marked. With a `system` of units, values are shown in it.
    """
    return result_of(number_row_steps(analysis, order, system))


def number_row_steps(
    analysis: Analysis, order: NumberOrder = "thing", system: System | None = None
) -> Generator[None, None, Rows[Number]]:
    """As `number_rows`, in steps of about a millisecond: a table may have very many numbers."""
    own: list[Number] = []
    asides: list[Number] = []
    for place, number in enumerate(analysis.numbers, 1):
        (asides if number.aside else own).append(number)
        if place % STEP == 0:
            yield
    listing = _Listing()
    if order == "thing":
        yield from _group(own, analysis.quotes, listing)
    else:
        if order == "size":
            own = yield from sorted_in_steps(own, size)
        yield from listing.add(own)
    if asides:
        listing.head(head("asides", "In asides", len(asides)))
        yield from listing.add(asides)
    width = _column(analysis.numbers, system)
    return Rows(
        listing.entries,
        lambda index, number: _row(
            analysis, number, listing.scales[index], width, system, number in listing.contradicted
        ),
        lambda number: (Span(number.start, number.end),),
    )


@dataclass(slots=True)
class _Listing:
    """The entries in the making, with the number that each one's bar is measured by (or 0)."""

    entries: list[Number | Row] = field(default_factory=list)
    scales: list[float] = field(default_factory=list)
    contradicted: set[Number] = field(default_factory=set)

    def head(self, row: Row) -> None:
        self.entries.append(row)
        self.scales.append(0.0)

    def add(self, numbers: Sequence[Number], scale: float = 0.0) -> Iterator[None]:
        for start in range(0, len(numbers), LARGE_STEP):
            piece = numbers[start : start + LARGE_STEP]
            self.entries.extend(piece)
            self.scales.extend([scale] * len(piece))
            if len(piece) == LARGE_STEP:
                yield


def size(number: Number) -> float:
    """How big a number is, for order and bars: the upper end of a range."""
    return float(max(number.value or 0, number.value_to or 0))


def _group(numbers: Sequence[Number], quotes: Sequence[Quote], listing: _Listing) -> Iterator[None]:
    """Things counted more than once first, most often first; then the rest by kind."""
    groups: dict[tuple[str, str], list[Number]] = {}
    singles: dict[str, list[Number]] = {}
    for place, number in enumerate(numbers, 1):
        # The verb tells what can contradict; drones launched and drones shot are drones to the eye.
        thing = (number.of_key or "").partition(" ")[0] or number.of
        if thing:
            groups.setdefault((thing, number.unit or ""), []).append(number)
        else:
            singles.setdefault(number.kind, []).append(number)
        if place % STEP == 0:
            yield
    shared = []
    for place, (key, group) in enumerate(groups.items(), 1):
        if len(group) > 1:
            ordered = yield from sorted_in_steps(group, size)
            shared.append((-len(group), -size(ordered[0]), key, group, ordered))
        else:
            singles.setdefault(group[0].kind, []).extend(group)
        if place % FEW_GROUPS == 0:
            yield
    for place, (_, top, key, group, ordered) in enumerate(
        sorted(shared, key=lambda each: each[:2]), 1
    ):
        listing.head(_group_head(key, group, quotes, listing.contradicted))
        yield from listing.add(ordered, -top)
        if place % FEW_GROUPS == 0:
            yield
    for kind, group in singles.items():
        listing.head(head(("kind", kind), _KIND_NAMES.get(kind, kind), len(group)))
        ordered = yield from sorted_in_steps(group, size)
        yield from listing.add(ordered)


def _group_head(
    key: tuple[str, str],
    group: list[Number],
    quotes: Sequence[Quote],
    contradicted: set[Number],
) -> Row:
    """The head of a group, which tells where its numbers cannot all be right."""
    title = one_line(min((number.of or key[0] for number in group), key=len))
    row = head(("thing", key), title[:1].upper() + title[1:], len(group))
    said = {(number.value, number.value_to, number.modifier) for number in group}
    if len(said) < 2 or len(group) > COMPARED:
        return row
    conflicts = [each for found in number_groups(group, quotes) for each in found.conflicts]
    if not conflicts:
        return row
    contradicted.update(group[each.first] for each in conflicts)
    contradicted.update(group[each.second] for each in conflicts)
    told = SOURCES_DIFFER if all(each.other_speaker for each in conflicts) else CONTRADICTED
    return row._replace(body=(*row.body, Piece(f"  {CONTRADICTION} {told}", "warn")))


def _column(numbers: Sequence[Number], system: System | None) -> int:
    widths = (cell_len(_value(number, system)) for number in numbers[:MEASURED])
    return min(max(widths, default=0), VALUE_WIDTH)


def _value(number: Number, system: System | None) -> str:
    """The value as shown, in the system's unit where it has one."""
    changed = convert(number, system) if system else None
    if changed is None:
        return shown_value(number)
    return shown_value(
        replace(number, value=changed.value, value_to=changed.value_to, unit=changed.unit)
    )


def _row(
    analysis: Analysis,
    number: Number,
    scale: float,
    width: int,
    system: System | None,
    is_contradicted: bool,
) -> Row:
    body = words_of(analysis.article.text, number)
    if is_contradicted:
        body.insert(0, Piece(f"{CONTRADICTION} ", "warn"))
    related: list[Span] = []
    if number.of_start is not None and number.of_end is not None:
        related.append(Span(number.of_start, number.of_end))
    if number.said_by is not None and number.said_by < len(analysis.quotes):
        quote = analysis.quotes[number.said_by]
        if quote.speaker is not None:
            body.append(Piece(f" · {one_line(quote.speaker.text)}", "dim"))
            related.append(Span(quote.speaker.start, quote.speaker.end))
    value = _value(number, system)
    if system and number.of is not None and value != shown_value(number):
        body.insert(0, Piece(f"{shown_value(number)} · ", "dim"))
    return Row(
        key=("number", number.start, number.end),
        body=tuple(body),
        spans=(Span(number.start, number.end),),
        related=tuple(related),
        lead=Piece(" " * (width - cell_len(value)) + value, "number"),
        lead_width=width + 2,
        right=Piece(bar(size(number) / scale, BAR_WIDTH), "bar") if scale > 0 else None,
        lines=3,
    )
