"""Columns of tables, set as Markdown says."""

from dateline.article.markdown import read_markdown
from dateline.reader.article_pane.row_map import RowMap

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
