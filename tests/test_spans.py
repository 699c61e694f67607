"""The span index gives what a scan of all spans would give."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.spans import Span, SpanIndex

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
