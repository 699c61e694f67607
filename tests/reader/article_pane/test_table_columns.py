"""Columns of tables, set as Markdown says."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.article.markdown import read_markdown
from dateline.article.model import Article, Block
from dateline.reader.article_pane.row_map import RowMap
from dateline.reader.article_pane.table_layout import lay_out_table

TABLE = """\
| Place | Share | Note |
|:------|------:|:----:|
| Oslo  | 5     | yes  |
| Rome  | 1200  | a    |
"""


def test_columns_stand_right_and_in_the_middle():
    article = read_markdown(f"Words.\n\n{TABLE}")
    assert article.blocks[1].columns == "lrc"
    rows = RowMap(article, 60)
    rows.layout.extend()
    shown = [
        rows.cells(rows.layout.row(rows.layout.row_at(article.text.index(word))))
        for word in ("Place", "Oslo", "Rome")
    ]
    assert ["".join(cells.pieces or ()) for cells in shown] == [
        "Place  Share  Note",
        "Oslo       5  yes",
        "Rome    1200   a",
    ]


def _rows_shown(table: str, width: int) -> list[str]:
    rows = RowMap(read_markdown(f"Words.\n\n{table}"), width)
    rows.layout.extend()
    drawn = []
    for number in range(2, len(rows.layout)):
        row = rows.layout.row(number)
        cells = rows.cells(row)
        drawn.append(" " * rows.indent(row) + cells.slice(0, len(cells.text)))
    return drawn


def test_a_long_last_cell_goes_on_within_its_column():
    long = "| A | B |\n|---|---|\n| one | a cell that is too long for the row that it stands in |\n"
    assert _rows_shown(long, 30) == [
        "A    B",
        "one  a cell that is too long",
        "     for the row that it",
        "     stands in",
    ]


def test_where_columns_have_no_room_cells_stand_one_below_the_other():
    wide = "| A | B |\n|---|---|\n| the first cell is the long one here | two |\n| | x |\n"
    assert _rows_shown(wide, 30) == [
        "A",
        "  B",
        "the first cell is the long one",
        "here",
        "  two",
        "  x",
    ]


@given(
    st.lists(
        st.lists(st.text("ab 漢", max_size=30), min_size=1, max_size=4), min_size=1, max_size=4
    ),
    st.integers(8, 60),
)
def test_all_of_a_table_can_be_seen(cells: list[list[str]], width: int) -> None:
    text = "\n".join("\t".join(row) for row in cells)
    if not text:
        return
    layout = lay_out_table(text, Block("table", 0, len(text)), width)
    seen = {at for row in layout.rows for at in range(row.start, row.end)}
    assert {at for at, sign in enumerate(text) if sign not in " \t\n"} <= seen
    starts = [row.start for row in layout.rows]
    assert starts == sorted(starts)
    rows = RowMap(Article(text, (Block("table", 0, len(text)),)), width)
    rows.layout.extend()
    for number in range(len(rows.layout)):
        row = rows.layout.row(number)
        assert rows.indent(row) + rows.cells(row).width <= max(width, 8)
