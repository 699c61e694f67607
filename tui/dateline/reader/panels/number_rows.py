"""The rows of the numbers: value, what is counted, who says so, and a bar to scale."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from dateline.reader.panels.number_text import bar, shown_value
from dateline.reader.panels.row import Piece, Row, head, one_line
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.analysis.model import Analysis, Number

NumberOrder = Literal["thing", "size", "text"]
NUMBER_ORDERS: tuple[NumberOrder, ...] = ("thing", "size", "text")
BAR_WIDTH = 8
VALUE_WIDTH = 16
"""The widest that the column of values grows to, in cells."""

_KIND_NAMES = {
    "cardinal": "Counts",
    "ordinal": "Ranks",
    "money": "Money",
    "percent": "Shares",
    "age": "Ages",
    "measure": "Measures",
    "duration": "Lengths of time",
}


def number_rows(analysis: Analysis, order: NumberOrder = "thing") -> tuple[Row, ...]:
    """The numbers under a head for each thing counted, or all by size, or in order.

    A bar is to scale within its group: numbers of one thing in one unit.
    """
    own = [number for number in analysis.numbers if not number.aside]
    asides = [number for number in analysis.numbers if number.aside]
    rows: list[Row] = []
    if order == "thing":
        rows.extend(_grouped(analysis, own))
    elif order == "size":
        rows.extend(_row(analysis, number) for number in sorted(own, key=_size, reverse=True))
    else:
        rows.extend(_row(analysis, number) for number in own)
    if asides:
        rows.append(head("asides", "In asides", len(asides)))
        rows.extend(_row(analysis, number, tone="dim") for number in asides)
    return _aligned(rows)


def _grouped(analysis: Analysis, numbers: list[Number]) -> Iterable[Row]:
    groups: dict[tuple[str, str], list[Number]] = {}
    for number in numbers:
        key = (number.of_key or number.of or f"={number.kind}", number.unit or "")
        groups.setdefault(key, []).append(number)
    singles: dict[str, list[Number]] = {}
    shared: list[tuple[tuple[str, str], list[Number]]] = []
    for key, group in groups.items():
        if len(group) > 1 and not key[0].startswith("="):
            shared.append((key, group))
        else:
            singles.setdefault(group[0].kind, []).extend(group)
    shared.sort(key=lambda item: (-len(item[1]), -max(_size(each) for each in item[1])))
    for key, group in shared:
        yield head(("thing", key), one_line(group[0].of or key[0]).capitalize(), len(group))
        most = max(_size(each) for each in group)
        for number in sorted(group, key=_size, reverse=True):
            yield _row(analysis, number, most=most)
    for kind, group in singles.items():
        yield head(("kind", kind), _KIND_NAMES.get(kind, kind), len(group))
        for number in sorted(group, key=_size, reverse=True):
            yield _row(analysis, number)


def _size(number: Number) -> Decimal:
    return max(number.value or Decimal(0), number.value_to or Decimal(0))


def _row(
    analysis: Analysis,
    number: Number,
    *,
    most: Decimal | None = None,
    tone: Literal["plain", "dim"] = "plain",
) -> Row:
    body = [Piece(one_line(number.of or number.text), tone)]
    related: list[Span] = []
    if number.of_start is not None and number.of_end is not None:
        related.append(Span(number.of_start, number.of_end))
    if number.said_by is not None and number.said_by < len(analysis.quotes):
        quote = analysis.quotes[number.said_by]
        if quote.speaker is not None:
            body.append(Piece(f" {one_line(quote.speaker.text)}", "dim"))
            related.append(Span(quote.speaker.start, quote.speaker.end))
    share = float(_size(number) / most) if most else 0.0
    return Row(
        key=("number", number.start, number.end),
        body=tuple(body),
        spans=(Span(number.start, number.end),),
        related=tuple(related),
        lead=Piece(shown_value(number), "number"),
        right=Piece(bar(share, BAR_WIDTH), "bar") if most else None,
        lines=2,
    )


def _aligned(rows: list[Row]) -> tuple[Row, ...]:
    """The rows with their values set flush right in one column."""
    width = max((cell_len(row.lead.text) for row in rows if row.lead), default=0)
    width = min(width, VALUE_WIDTH)
    return tuple(
        row._replace(
            lead=Piece(" " * (width - cell_len(row.lead.text)) + row.lead.text, row.lead.tone),
            lead_width=width + 2,
        )
        if row.lead
        else row
        for row in rows
    )
