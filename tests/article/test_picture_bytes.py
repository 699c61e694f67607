"""The bytes of pictures: from files, books, data: addresses and the web."""

import base64
import gzip
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


def test_the_caption_in_a_book_leads_to_its_picture(tmp_path):
    package = (
        "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='a' href='a.xhtml' "
        "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='a'/></spine>"
        "</package>"
    )
    chapter = (
        "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Words.</p><figure>"
        "<img src='pics/House.gif'/><figcaption>The house.</figcaption></figure></body></html>"
    )
    book = tmp_path / "book.epub"
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            "<container><rootfiles><rootfile full-path='O/c.opf'/></rootfiles></container>",
        )
        archive.writestr("O/c.opf", package)
        archive.writestr("O/a.xhtml", chapter)
        archive.writestr("O/pics/House.gif", PIXEL)
    article = open_article(str(book))
    (image,) = article.images
    assert article.text[image.start : image.end] == "The house."
    assert picture_bytes(article, image) == PIXEL
    packed = tmp_path / "book.epub.gz"
    packed.write_bytes(gzip.compress(book.read_bytes()))
    article = open_article(str(packed))
    assert picture_bytes(article, article.images[0]) == PIXEL


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
