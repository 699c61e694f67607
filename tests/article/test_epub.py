"""EPUB: chapters in reading order, the outline, links between chapters, and hostile books."""

import io
import zipfile

import pytest

from dateline.article import epub
from dateline.article.errors import ArticleError
from dateline.article.links import target_of
from dateline.article.model import Article
from dateline.article.opening import read_article
from dateline.article.outline import outline

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>A Small Voyage</dc:title><dc:creator>Ida Vale</dc:creator>
<dc:creator>Tom Roe</dc:creator><dc:language>en-GB</dc:language><dc:date>1921-05-04</dc:date>
<dc:publisher>Quay Press</dc:publisher></metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine>
</package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml"><body><nav><ol>
<li><a href="text/one.xhtml">The Departure</a></li><li><a href="text/two.xhtml">At Sea</a></li>
</ol></nav></body></html>"""
ONE = """<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"
xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body><h1>The Departure</h1>
<p>We left the port on the first of&nbsp;May<a epub:type="noteref" href="#n1">1</a>, see
<a href="two.xhtml#storm">the storm</a>.</p>
<aside epub:type="footnote" id="n1"><p>In 1919.</p></aside>
</body></html>"""
TWO = """<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Nothing but water.</p>
<p id="storm">Then came the <em>storm</em>.</p><img src="../sea.jpg" alt="The sea at night"/>
</body></html>"""


def book(**changes: str | bytes) -> bytes:
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE,
        "OEBPS/nav.xhtml": NAV,
        "OEBPS/text/one.xhtml": ONE,
        "OEBPS/text/two.xhtml": TWO,
    }
    files.update(changes)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for path, content in files.items():
            archive.writestr(path, content)
    return packed.getvalue()


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(book(), "voyage.epub")


def test_the_metadata(article: Article) -> None:
    assert (article.title, article.byline) == ("A Small Voyage", "Ida Vale, Tom Roe")
    assert (article.site, article.language, article.format) == ("Quay Press", "en", "epub")
    assert str(article.published) == "1921-05-04"


def test_chapters_in_order_with_the_headings_of_the_contents(article: Article) -> None:
    assert [heading.text for heading in outline(article)] == ["The Departure", "At Sea"]
    shown = [(b.kind, article.text[b.start : b.end]) for b in article.blocks]
    assert shown == [
        ("title", "A Small Voyage"),
        ("byline", "Ida Vale, Tom Roe"),
        ("heading", "The Departure"),
        ("paragraph", "We left the port on the first of\u00a0May[1], see the storm."),
        ("footnote", "In 1919."),
        ("heading", "At Sea"),
        ("paragraph", "Nothing but water."),
        ("paragraph", "Then came the storm."),
        ("caption", "The sea at night"),
    ]


def test_links_lead_to_their_place_in_the_book(article: Article) -> None:
    places = {
        article.text[link.start : link.end]: target_of(article, link.href) for link in article.links
    }
    assert places == {
        "[1]": article.text.index("In 1919."),
        "the storm": article.text.index("Then came"),
    }


def refusal(data: bytes) -> str:
    with pytest.raises(ArticleError) as caught:
        read_article(data, "voyage.epub")
    return str(caught.value)


def test_damaged_and_protected_books_are_refused() -> None:
    assert "damaged" in refusal(book()[:900])
    assert "no table of its parts" in refusal(book(**{"OEBPS/book.opf": "not xml"}))
    locked = (
        '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/text/one.xhtml"/>'
        "</CipherData></EncryptedData></encryption>"
    )
    assert "DRM" in refusal(book(**{"META-INF/encryption.xml": locked}))


def test_a_book_that_inflates_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(epub, "LARGEST", 200_000)
    bomb = b"<html><body><p>" + b"x" * 2_000_000 + b"</p></body></html>"
    assert "unpacks to more" in refusal(book(**{"OEBPS/text/one.xhtml": bomb}))


def test_entities_that_a_book_declares_are_not_expanded() -> None:
    hostile = """<!DOCTYPE html [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY file SYSTEM "file:///etc/passwd">]>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One &b; &file; two.</p></body></html>"""
    text = read_article(book(**{"OEBPS/text/one.xhtml": hostile}), "voyage.epub").text
    assert "haha" not in text
    assert "root:" not in text
    assert "One" in text


def test_a_table_of_a_chapter_is_a_table() -> None:
    chapter = (
        '<html xmlns="http://www.w3.org/1999/xhtml"><body><table><caption>Catch</caption>'
        "<tbody><tr><th>Boat</th><th>Tons</th></tr><tr><td>Petrel</td><td>12</td></tr></tbody>"
        "</table></body></html>"
    )
    article = read_article(book(**{"OEBPS/text/two.xhtml": chapter}), "voyage.epub")
    shown = [(b.kind, article.text[b.start : b.end]) for b in article.blocks[-2:]]
    assert shown == [("caption", "Catch"), ("table", "Boat\tTons\nPetrel\t12")]
