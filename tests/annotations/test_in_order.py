from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.annotations.in_order import InOrder
from dateline.annotations.model import Annotation


def annotation(number: int, start: int, end: int, *, deleted: bool = False) -> Annotation:
    return Annotation(
        f"id{number}", 1, "", "", "", "", start, end, start, end,
        "anchored" if end > start else "lost", deleted="now" if deleted else None,
    )  # fmt: skip


SPANS = st.tuples(st.integers(0, 9), st.integers(0, 12)).map(lambda pair: (pair[0], sum(pair)))
CHANGES = st.lists(st.tuples(st.integers(0, 7), SPANS, st.booleans()), max_size=12)


@given(st.lists(SPANS, max_size=6), CHANGES)
def test_changing_a_few_is_the_same_as_putting_all_in_order_anew(spans, changes):
    held = {f"id{n}": annotation(n, *span) for n, span in enumerate(spans)}
    ordered = InOrder(held.values())
    for number, span, deleted in changes:
        each = annotation(number, *span, deleted=deleted)
        held.pop(each.id, None)
        if not deleted:
            held[each.id] = each
        ordered = ordered.changed([each])
    again = InOrder(held.values())
    assert (ordered.all, ordered.starts, ordered.ends, ordered.first_placed) == (
        again.all, again.starts, again.ends, again.first_placed,
    )  # fmt: skip
    for each in held.values():
        assert ordered.with_id(each.id) is each
        if each.end > each.start:
            assert each in ordered.at(each.start, each.end)


def test_what_has_no_place_comes_first_and_the_longer_one_before_the_shorter():
    lost, long, short = annotation(1, 0, 0), annotation(2, 3, 9), annotation(3, 3, 5)
    ordered = InOrder([short, long, lost])
    assert ordered.all == (lost, long, short)
    assert ordered.first_placed == 1
    moved = replace(long, start=4)
    assert ordered.changed([moved]).all == (lost, short, moved)
