"""Very many rows are made step by step, in the order and with the heads that few would have."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.model import Analysis, Number
from dateline.analysis.steps import RUN, result_of, sorted_in_steps
from dateline.article.model import Article
from dateline.reader.panels.number_rows import number_row_steps, number_rows


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers()), max_size=50))
def test_what_is_sorted_in_steps_is_sorted(items: list[tuple[int, int]]) -> None:
    ordered = result_of(sorted_in_steps(items, lambda item: float(item[0])))
    assert ordered == sorted(items, key=lambda item: -item[0])


def test_long_runs_are_merged_in_steps() -> None:
    items = [(n * 7919) % 10_007 for n in range(5 * RUN + 3)]
    assert len(list(sorted_in_steps(items, float))) >= 8
    assert result_of(sorted_in_steps(items, float)) == sorted(items, reverse=True)


def test_ten_thousand_numbers_are_made_in_many_steps() -> None:
    text = "7 ships. " * 10_000
    numbers = tuple(
        Number(
            start=9 * n,
            end=9 * n + 1,
            text="7",
            value=Decimal(7),
            value_to=None,
            kind="cardinal",
            unit=None,
            modifier=None,
            of="ships" if n % 2 else None,
        )
        for n in range(10_000)
    )
    analysis = Analysis(Article.from_text(text), numbers=numbers)
    assert sum(1 for _ in number_row_steps(analysis)) > 15
    rows = number_rows(analysis)
    assert len(rows) == 10_002
    assert rows.is_head(0)
    assert rows.is_head(5_001)
