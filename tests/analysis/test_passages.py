"""Passages: what the language model reads at a time."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.passages import LONGEST, passage_spans, plain_text_of, without_note_marks
from dateline.article.model import Article, Block


def _one_block(text: str, kind: str = "paragraph") -> Article:
    return Article(text=text, blocks=(Block(kind, 0, len(text)),))


def _texts(article: Article) -> list[str]:
    return [article.text[start:end] for _, start, end in passage_spans(article)]


def test_code_and_rules_are_not_read() -> None:
    text = "Read me.\nx = 1\n* * *\nAnd me."
    article = Article(
        text=text,
        blocks=(
            Block("paragraph", 0, 8),
            Block("code", 9, 14),
            Block("rule", 15, 20),
            Block("paragraph", 21, 28),
        ),
    )
    assert _texts(article) == ["Read me.", "And me."]


def test_a_table_is_read_by_rows() -> None:
    assert _texts(_one_block("City\tPeople\nKyiv\t2.9 million", "table")) == [
        "City\tPeople",
        "Kyiv\t2.9 million",
    ]


def test_a_very_long_paragraph_is_parted_at_ends_of_sentences() -> None:
    article = _one_block("The council met on Monday and argued. " * 900)
    parts = _texts(article)
    assert "".join(parts) == article.text
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith("argued. ") for part in parts)


def test_a_line_without_any_space_is_parted_too() -> None:
    parts = _texts(_one_block("a" * 50_000))
    assert "".join(parts) == "a" * 50_000
    assert max(map(len, parts)) == LONGEST


def test_quotes_and_spaces_become_plain() -> None:
    article = _one_block("“It’s\u00a0over,”\nhe said: 10\u202f000")
    assert plain_text_of(article, 0, len(article.text)) == '"It\'s over," he said: 10 000'


@given(st.text(max_size=60).map(lambda piece: piece * 300))
def test_parts_cover_the_block_and_keep_their_length(text: str) -> None:
    article = _one_block(text)
    spans = [(start, end) for _, start, end in passage_spans(article)]
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert all(len(plain_text_of(article, s, e)) == e - s <= LONGEST for s, e in spans)
    covered = {at for start, end in spans for at in range(start, end)}
    assert all(text[at].isspace() for at in set(range(len(text))) - covered)


@pytest.mark.parametrize(
    "marked",
    [
        "The fair opened on Monday.[1][22] It rained.",
        "The fair[note 3] opened in 2019 [4] and closed.",
        "It cost 20 million dollars [4, 5], she said.",
        "The fair opened in May.[citation needed]",
    ],
)
def test_marks_of_footnotes_are_not_read(marked: str) -> None:
    plain = plain_text_of(Article.from_text(marked), 0, len(marked))
    assert len(plain) == len(marked)
    assert "[" not in plain
    assert "[" not in without_note_marks(marked)


@pytest.mark.parametrize(
    "text", ["He lost [3] games.", "She saw [20] people there.", "Two friend[s] agree[d] to go."]
)
def test_what_an_editor_puts_in_brackets_is_read(text: str) -> None:
    assert plain_text_of(Article.from_text(text), 0, len(text)) == text
