"""How rows are laid out in lines."""

import itertools

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dateline.reader.panels.row import LINE_BREAK, Piece, Row, head
from dateline.reader.panels.row_lines import row_height, row_lines, single_line, wrap_text

WORDS = st.text(alphabet=st.sampled_from("ab -é李明、。「」👩‍🚀́"), max_size=60)


def as_text(lines):
    return ["".join(piece.text for piece in line) for line in lines]


def test_further_lines_hang_under_the_first_beside_the_rail():
    row = Row("k", (Piece("one two three"),), lead=Piece("❝"), lead_width=2, rail=Piece("┃"))
    assert as_text(row_lines(row, 10)) == ["❝ one two", "┃ three"]


def test_the_right_piece_stands_at_the_end_of_the_first_line():
    row = Row("k", (Piece("Lisbon"),), right=Piece("3"))
    assert as_text(row_lines(row, 12)) == ["Lisbon     3"]


def test_only_a_count_is_left_at_the_right_where_room_is_scarce():
    row = Row("k", (Piece("Lisbon"),), right=Piece("place   3"))
    assert as_text(row_lines(row, 30)) == ["Lisbon               place   3"]
    assert as_text(row_lines(row, 16)) == ["Lisbon         3"]


def test_a_lead_stands_above_the_body_where_both_do_not_fit():
    row = Row("k", (Piece("Port reopened"),), lead=Piece("Mon 2 Jun"), lead_width=11)
    assert as_text(row_lines(row, 30)) == ["Mon 2 Jun  Port reopened"]
    assert as_text(row_lines(row, 18)) == ["Mon 2 Jun", "Port reopened"]


def test_a_head_is_ruled_to_its_count():
    assert as_text(row_lines(head("k", "Before", 2), 16)) == ["Before ─────── 2"]


def test_what_is_cut_shows_an_ellipsis():
    row = Row("k", (Piece("one two three four"),), lines=2)
    assert as_text(row_lines(row, 5)) == ["one", "two…"]


def test_wide_characters_wrap_anywhere_but_before_closing_marks():
    cuts = wrap_text("東京都、大阪府", 6, 6)
    assert [(end - start) for start, end in cuts] == [2, 3, 2]


def test_a_line_break_is_kept_until_one_line_is_asked_for():
    row = Row("k", (Piece("Ana"), LINE_BREAK, Piece("words")))
    assert as_text(row_lines(row, 20)) == ["Ana", "words"]
    assert as_text([single_line(row, 20)]) == ["Ana words"]


@given(WORDS, st.integers(1, 30), st.integers(1, 30))
def test_wrapping_loses_nothing_but_spaces_at_breaks(text, first, rest):
    cuts = wrap_text(text, first, rest)
    kept = "".join(text[start:end] for start, end in cuts)
    assert kept.replace(" ", "") == text.replace(" ", "")
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(cuts))


@given(WORDS, WORDS, st.integers(0, 3), st.integers(6, 50))
def test_height_is_the_number_of_lines_and_no_line_is_too_wide(left, right, level, width):
    row = Row("k", (Piece(left), LINE_BREAK, Piece(right, "dim")), level=level, lead=Piece("❝"))
    lines = row_lines(row, width)
    assert row_height(row, width) == len(lines)
    assert all(cell_len(line) <= max(width, 12) + 1 for line in as_text(lines))
