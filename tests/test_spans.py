"""The span index gives what a scan of all spans would give."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.spans import GrowingIndex, OrderedIndex, Span, SpanIndex

spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(spans), spans)
def test_overlapping_is_what_a_scan_finds(all_spans: list[Span], window: Span) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(all_spans))
    found = {value for _, value in index.overlapping(*window)}
    assert found == {n for n, span in enumerate(all_spans) if span.overlaps(window)}


def test_the_innermost_comes_first() -> None:
    index = SpanIndex([(Span(0, 40), "quote"), (Span(10, 15), "name"), (Span(9, 30), "clause")])
    assert [value for _, value in index.at(12)] == ["name", "clause", "quote"]


def test_next_and_previous() -> None:
    index = SpanIndex([(Span(3, 5), "a"), (Span(10, 12), "b")])
    assert index.after(3) == (Span(10, 12), "b")
    assert index.before(10) == (Span(3, 5), "a")
    assert index.before(3) is None


wide_spans = st.tuples(st.integers(0, 9_000), st.integers(1, 5_000)).map(
    lambda p: Span(p[0], p[0] + p[1])
)


@given(st.lists(st.one_of(spans, wide_spans)), wide_spans)
def test_a_growing_index_finds_what_a_scan_finds(all_spans: list[Span], window: Span) -> None:
    index = GrowingIndex((*span, number) for number, span in enumerate(all_spans))
    found = index.overlapping(*window)
    assert {number for _, _, number in found} == {
        n for n, span in enumerate(all_spans) if span.overlaps(window)
    }
    assert [start for start, _, _ in found] == sorted(start for start, _, _ in found)


@given(st.lists(wide_spans), st.integers(-1, 15_000))
def test_next_and_previous_in_a_growing_index(all_spans: list[Span], offset: int) -> None:
    index = GrowingIndex(all_spans)
    starts = [span.start for span in all_spans]
    after, before = index.after(offset), index.before(offset)
    assert (after and after[0]) == min((s for s in starts if s > offset), default=None)
    assert (before and before[0]) == max((s for s in starts if s < offset), default=None)


def test_a_growing_index_can_be_asked_and_grow_again() -> None:
    index = GrowingIndex([(10, 12, "b")])
    assert index.overlapping(0, 11) == [(10, 12, "b")]
    index.add((3, 5, "a"))
    assert index.overlapping(0, 11) == [(3, 5, "a"), (10, 12, "b")]


@given(st.lists(st.one_of(spans, wide_spans)), wide_spans)
def test_an_ordered_index_finds_what_a_growing_one_finds(
    all_spans: list[Span], window: Span
) -> None:
    ordered = sorted(all_spans)
    starts, ends = [span.start for span in ordered], [span.end for span in ordered]
    index = OrderedIndex(starts, ends, ordered.__getitem__)
    growing = GrowingIndex(ordered)
    assert index.overlapping(*window) == growing.overlapping(*window)
    for find in ("after", "before"):
        found, expected = getattr(index, find)(window.start), getattr(growing, find)(window.start)
        assert (found and found[0]) == (expected and expected[0])
