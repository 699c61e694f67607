"""The layout puts every character of the article on exactly one row, and none too far right."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article.model import Article, Block
from dateline.reader.article_pane.breaking import is_simple, shown_width, wrap_complex, wrap_simple
from dateline.reader.article_pane.layout import BLANK, Layout
from dateline.reader.article_pane.row_cells import row_cells
from dateline.reader.article_pane.row_map import RowMap

words = st.text(
    st.sampled_from(
        "abc defg-hij—k 東京都は、「雨」です。é e\u0301👩\u200d👩\u200d👧 \u00a0x/y\tz\n"
    ),
    max_size=120,
)


def rows_of(text: str, width: int) -> list[str]:
    wrap = wrap_simple if is_simple(text) else wrap_complex
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, width)]


def test_prose_breaks_at_spaces() -> None:
    assert rows_of("The strikes hit six regions.", 12) == ["The strikes", "hit six", "regions."]


def test_a_hyphenated_word_may_break_after_its_hyphen_but_a_range_may_not() -> None:
    assert rows_of("the three-year war", 10) == ["the three-", "year war"]
    assert rows_of("seats 2010-2015", 11) == ["seats", "2010-2015"]


def test_a_dash_stays_with_the_word_before_it() -> None:
    assert rows_of("cities—have faced", 9) == ["cities—", "have", "faced"]


def test_a_word_longer_than_the_row_is_cut() -> None:
    assert rows_of("incomprehensibilities", 8) == ["incompre", "hensibil", "ities"]


def test_no_break_at_a_no_break_space() -> None:
    assert rows_of("about 10\u00a0km off", 8) == ["about", "10\u00a0km", "off"]


def test_chinese_and_japanese_fill_the_row_and_keep_their_marks_off_its_start() -> None:
    rows = rows_of("東京都は「今日、雨が降る」と発表した。", 12)
    assert all(shown_width(row) <= 12 for row in rows)
    assert not any(row[0] in "、。」" for row in rows)


def test_an_emoji_of_several_code_points_is_never_cut() -> None:
    family = "👩\u200d👩\u200d👧"
    assert all(row.count("\u200d") % 2 == 0 for row in rows_of(family * 9, 5))


@settings(max_examples=300)
@given(words, st.integers(4, 30))
def test_rows_cover_the_text_in_order_and_fit(text: str, width: int) -> None:
    text = text.strip()
    wrap = wrap_simple if is_simple(text) else wrap_complex
    reached = 0
    for start, end in wrap(text, 0, len(text), width, width):
        assert text[reached:start].strip() == ""
        assert reached <= start <= end
        assert shown_width(text[start:end].rstrip()) <= max(width, 8)
        reached = end
    assert text[reached:].strip() == ""


@settings(max_examples=200)
@given(words)
def test_columns_never_go_back_and_lead_to_the_same_character(text: str) -> None:
    cells = row_cells(text, 0, len(text))
    columns = list(cells.columns)
    assert columns == sorted(columns)
    for offset in range(len(text)):
        if cells.columns[offset + 1] > cells.columns[offset]:
            found = cells.offset(cells.column(offset))
            assert cells.column(found) == cells.column(offset)


def test_every_block_has_its_rows_and_a_blank_one_above() -> None:
    article = Article.from_text("A headline\n\nFirst words of the story.\n\nAnd more words.\n")
    layout = Layout(article, 40)
    layout.extend()
    blocks = [layout.row(number).block for number in range(len(layout))]
    assert blocks == [0, BLANK, 1, BLANK, 2]


def test_laying_out_in_slices_gives_the_same_rows() -> None:
    article = Article.from_text("Some words to lay out. " * 40 + "\n\n" + "More words. " * 90)
    whole, sliced = Layout(article, 33), Layout(article, 33)
    whole.extend()
    while not sliced.complete:
        sliced.extend(seconds=0)
        sliced.extend(rows=len(sliced) + 1)
    assert [whole.row(n) for n in range(len(whole))] == [sliced.row(n) for n in range(len(sliced))]


def test_a_hard_wrapped_paragraph_is_reflowed_without_touching_the_text() -> None:
    text = "These words were wrapped\n    by hand"
    article = Article(text, (Block("paragraph", 0, len(text)),))
    rows = RowMap(article, 40)
    rows.layout.extend()
    cells = rows.cells(rows.layout.row(0))
    assert cells.slice(0, len(text)) == "These words were wrapped by hand"
    assert cells.offset(25) == text.index("by")


def test_moving_down_keeps_the_column_through_a_shorter_row() -> None:
    article = Article.from_text(
        "A long first line of words here\nshort\nAnother long line of words\n"
    )
    rows = RowMap(article, 60)
    below = rows.rows_away(20, 1)
    assert article.text[below] == "t"
    assert (
        article.text[rows.rows_away(below, 1)] == article.text[article.text.index("Another") + 20]
    )


def test_a_table_is_set_in_columns() -> None:
    text = "Region\tKilled\nKyiv\t4"
    article = Article(text, (Block("table", 0, len(text)),))
    rows = RowMap(article, 40)
    rows.layout.extend()
    shown = [rows.cells(rows.layout.row(n)).slice(0, 99) for n in range(2)]
    assert shown == ["Region  Killed", "Kyiv    4"]
