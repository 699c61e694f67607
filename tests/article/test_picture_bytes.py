"""The bytes of pictures: from files, books, data: addresses and the web."""

import base64
import zipfile

import pytest

from dateline.article.errors import ArticleError
from dateline.article.model import Article, Image
from dateline.article.opening import open_article
from dateline.article.pictures import picture_at, picture_bytes

PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def test_a_picture_beside_a_markdown_file(tmp_path):
    (tmp_path / "a b.gif").write_bytes(PIXEL)
    page = tmp_path / "page.md"
    page.write_text("# House\n\nWords.\n\n![The house](a%20b.gif)\n", "utf-8")
    article = open_article(str(page))
    image = picture_at(article, 0)
    assert article.text[image.start : image.end] == "The house"
    assert picture_bytes(article, image) == PIXEL


def test_a_picture_whose_data_is_in_the_page(tmp_path):
    page = tmp_path / "page.md"
    page.write_text(
        f"Words.\n\n![Dot](data:image/gif;base64,{base64.b64encode(PIXEL).decode()})\n", "utf-8"
    )
    article = open_article(str(page))
    assert picture_bytes(article, article.images[0]) == PIXEL


def test_a_picture_of_a_book(tmp_path):
    book = tmp_path / "book.epub"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("OEBPS/pics/House.gif", PIXEL)
    article = Article("House", source=str(book), format="epub")
    assert picture_bytes(article, Image(0, 5, "#OEBPS/pics/house.gif")) == PIXEL
    with pytest.raises(ArticleError, match="no picture"):
        picture_bytes(article, Image(0, 5, "#OEBPS/pics/other.gif"))


@pytest.mark.parametrize(
    ("src", "words"),
    [
        ("", "does not say"),
        ("/etc/hostname", "no address on the web"),
        ("file:///etc/hostname", "no address on the web"),
    ],
)
def test_a_page_of_the_web_names_no_file(src, words):
    article = Article("House", source="https://example.com/a")
    with pytest.raises(ArticleError, match=words):
        picture_bytes(article, Image(0, 5, src))


def test_a_picture_that_is_not_there(tmp_path):
    article = Article("House", source=str(tmp_path / "a.md"))
    with pytest.raises(ArticleError, match="There is no picture"):
        picture_bytes(article, Image(0, 5, str(tmp_path / "gone.png")))
