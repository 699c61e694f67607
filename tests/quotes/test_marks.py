"""Quotation marks over the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.quotes.marks import scan


def stretches(text: str) -> list[str]:
    return [text[q.start : q.end] for q in scan(text, [(0, len(text))])]


def test_apostrophes_are_not_quotes() -> None:
    assert stretches("It's the workers' pay in the '90s, rock 'n' roll and O'Neill's dog.") == []


def test_a_possessive_plural_inside_single_marks() -> None:
    text = "‘The workers’ pay is low,’ she said."
    assert stretches(text) == ["‘The workers’ pay is low,’"]


def test_nested_marks() -> None:
    text = "“He told me, ‘Never again,’ and left,” she said."
    assert stretches(text) == ["“He told me, ‘Never again,’ and left,”", "‘Never again,’"]
    assert [q.depth for q in scan(text, [(0, len(text))])] == [0, 1]


@pytest.mark.parametrize("text", ["5' 11\" tall", 'the 6" pipe', "She said yes.”"])
def test_marks_that_mark_nothing(text: str) -> None:
    assert stretches(text) == []


@given(st.text(alphabet="ab .,\n'\"“”‘’«»„", max_size=60))
def test_quotations_nest_and_stay_inside_the_text(text: str) -> None:
    found = scan(text, [(0, len(text))])
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.start < one.inner_start <= one.inner_end <= one.end
        for other in found:
            assert (
                one.end <= other.start
                or other.end <= one.start
                or (
                    (one.start <= other.start and other.end <= one.end)
                    or (other.start <= one.start and one.end <= other.end)
                )
            )
