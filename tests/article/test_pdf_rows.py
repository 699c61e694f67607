"""Tables, columns, heads and feet of PDF pages."""

from dateline.article.pdf_lines import PdfLine, without_edges
from dateline.article.pdf_rows import arranged


def line(text, x, y, size=10.0):
    return PdfLine(text, x, y, size)


def test_short_pieces_side_by_side_are_rows_of_a_table():
    lines = [
        line("Before.", 50, 700),
        *(line(word, x, 680) for word, x in (("Port", 50), ("Ships", 150), ("Tonnes", 200))),
        *(line(word, x, 665) for word, x in (("Oslo", 50), ("12", 165), ("1,200", 210))),
        line("After.", 50, 640),
    ]
    found = arranged(lines)
    assert [each.cells for each in found] == [
        (),
        ("Port", "Ships", "Tonnes"),
        ("Oslo", "12", "1,200"),
        (),
    ]


def test_two_pieces_side_by_side_once_are_lines():
    lines = [line("Tuesday", 50, 700), line("page 3", 400, 700), line("The story.", 50, 680)]
    assert arranged(lines) == lines


def test_columns_drawn_line_by_line_across_are_read_one_after_the_other():
    lines = []
    for at in range(8):
        lines.append(line(f"left {at} and a good many words more", 50, 700 - 12 * at))
        if at < 6:
            lines.append(line(f"right {at} and a good many words more", 300, 700 - 12 * at))
    words = [each.text[:7].strip() for each in arranged(lines)]
    assert words == [f"left {n}" for n in range(8)] + [f"right {n}" for n in range(6)]


def test_heads_and_feet_go_wherever_the_file_draws_them():
    pages = [
        [
            line("The Harbour Report", 50, 800),
            line(f"Page {number}", 280, 30),
            line("Words of the page.", 50, 700),
            line("More words.", 50, 688),
            line("Still more words.", 50, 676),
        ]
        for number in (1, 2)
    ]
    pages[1][2] = line("Other words of the page.", 50, 699)
    kept = [[each.text for each in page] for page in without_edges(pages)]
    assert kept == [
        ["Words of the page.", "More words.", "Still more words."],
        ["Other words of the page.", "More words.", "Still more words."],
    ]


def test_a_foot_that_ends_in_the_number_of_the_page_goes():
    pages = [
        [line("Words of the page.", 50, 700), line("The Harbour Report - page 1", 50, 30)],
        [line("Year Boats", 50, 800), line("1921 14", 50, 780)],
    ]
    kept = [[each.text for each in page] for page in without_edges(pages)]
    assert kept == [["Words of the page."], ["Year Boats", "1921 14"]]
