"""Rows of a dossier say from which source they are."""

from dataclasses import replace

from dateline.article.dossier import make_dossier
from dateline.article.model import Article
from dateline.reader.panels.row import Piece, Row, row_text
from dateline.reader.panels.signing import signer
from dateline.spans import Span


def signature(dossier: Article, part: int) -> str:
    start = dossier.parts[part].start
    row = signer(dossier)(Row(key=part, body=(Piece("words"),), spans=(Span(start, start + 1),)))
    return row_text(row).removeprefix("words").strip()


def test_the_source_signs_and_where_two_have_one_the_title() -> None:
    article = Article.from_text("Nothing happened.", title="Quiet Day")
    dossier = make_dossier(
        [
            replace(article, site="The Harbour Post"),
            replace(article, source="https://www.example.org/quiet.html"),
            replace(article, source="/home/reader/notes.txt", title="First"),
            replace(article, source="/home/reader/old/notes.txt", title="Second"),
        ]
    )
    assert [signature(dossier, part) for part in range(4)] == [
        "· ‹The Harbour Post›",
        "· ‹example.org›",
        "· ‹First›",
        "· ‹Second›",
    ]
