"""PDF: lines become paragraphs, words are put together, edges of pages are dropped."""

import textwrap

import pytest

from dateline.article.errors import ArticleError
from dateline.article.opening import read_article

PARAGRAPH = (
    "The council of the port voted on Monday to close the northern quay for the whole of the "
    "winter, after its engineers had found cracks in four of the pillars that it stands on."
)


def pdf(pages: list[list[tuple[int, str]]], about: str = "") -> bytes:
    """A PDF file of the simplest kind: on each page lines, each with its size; "" is a gap."""
    kids = " ".join(f"{5 + 2 * at} 0 R" for at in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {about} >>",
    ]
    for at, lines in enumerate(pages):
        drawn = "".join(
            f"/F1 {size} Tf ({line}) Tj 0 {-1.2 * size:.1f} Td\n" if line else "0 -14 Td\n"
            for size, line in lines
        )
        stream = f"BT 72 760 Td {drawn} ET"
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {6 + 2 * at} 0 R >>",
            f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    size = len(objects) + 1
    return (
        data
        + f"xref\n0 {size}\n0000000000 65535 f \n".encode()
        + table
        + f"trailer << /Size {size} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(data)}\n".encode()
        + b"%%EOF"
    )


def wrapped(text: str) -> list[tuple[int, str]]:
    return [(11, line) for line in textwrap.wrap(text, 60)]


PAGE = [(9, "The Port Gazette"), (11, "")]
STORY = pdf(
    [
        [
            *PAGE,
            (20, "Northern quay to close"),
            (11, "By Mina Okafor"),
            (11, ""),
            *wrapped(PARAGRAPH),
            (11, ""),
            (15, "What comes next"),
            (11, "Short conclu-"),
            (11, "sion of it all."),
            (11, ""),
            (9, "1"),
        ],
        [*PAGE, *wrapped(PARAGRAPH), (11, ""), (9, "2")],
        [*PAGE, *wrapped(PARAGRAPH), (11, ""), (9, "3")],
    ],
    "/CreationDate (D:20240304120000Z) /Title (Microsoft Word - quay.docx)",
)


def test_the_words_in_reading_order() -> None:
    article = read_article(STORY, "quay.pdf")
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("title", "Northern quay to close"),
        ("byline", "By Mina Okafor"),
        ("paragraph", PARAGRAPH),
        ("heading", "What comes next"),
        ("paragraph", "Short conclusion of it all."),
        ("paragraph", PARAGRAPH),
        ("paragraph", PARAGRAPH),
    ]
    assert (article.title, article.byline) == ("Northern quay to close", "Mina Okafor")
    assert str(article.published) == "2024-03-04"
    assert article.published_from == "the file's metadata"


def test_a_title_that_somebody_gave_it_counts() -> None:
    article = read_article(pdf([wrapped(PARAGRAPH)], "/Title (The quay)"), "x.pdf")
    assert article.title == "The quay"


def test_what_cannot_be_read_is_refused_in_a_sentence() -> None:
    with pytest.raises(ArticleError, match="only pictures of pages"):
        read_article(pdf([[]]), "x.pdf")
    with pytest.raises(ArticleError, match="damaged PDF"):
        read_article(b"%PDF-1.7\nnothing of the kind", "x.pdf")
