"""Web pages: the story with its parts, and what the page says of itself."""

import datetime

import pytest

from dateline.article.errors import ArticleError
from dateline.article.links import links_in
from dateline.article.model import Article
from dateline.article.outline import outline
from dateline.article.web_page import read_web_page

LONG = (
    "The council of the port voted on Monday to close the northern quay for the whole of the "
    "winter, after engineers had found cracks in four of its pillars. "
)
PAGE = f"""<!doctype html>
<html lang="en-GB"><head>
<title>Northern quay to close for winter - The Port Gazette</title>
<link rel="canonical" href="https://gazette.example/news/quay">
<meta property="og:site_name" content="The Port Gazette">
<meta property="og:title" content="Northern quay to close for winter">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "NewsArticle", "headline": "Northern quay to close for winter",
   "author": [{{"@type": "Person", "name": "Mina Okafor"}},
              {{"@type": "Person", "name": "Lars Holm"}}],
   "datePublished": "2024-03-04T08:30:00+01:00"}}]}}</script>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<h1>Northern quay to close for winter</h1>
<h2 class="article__standfirst">Engineers found cracks in four pillars of the old structure.</h2>
<p>LISBON, March 4 (Reuters) - {LONG}{LONG}</p>
<figure><img src="/img/quay.jpg" alt="quay"><figcaption>The quay, seen from the <b>harbour</b>
office.</figcaption></figure>
<p>{LONG} The <a href="/news/report">engineers’ report</a> says that it is
<em>not</em> safe.<!-- hidden -->{LONG}</p>
<h2 id="next">What happens next</h2>
<p>{LONG}{LONG} See <a href="#next">above</a>.</p>
<blockquote><p>“We had no choice, and we will pay for it,” said the mayor of the town, who has been
in office for three years and wants another three.</p></blockquote>
<ul><li>The quay closes on the first of November, at noon.</li>
<li>The ferries leave from the southern quay instead.</li></ul>
<table><tr><th>Quay</th><th>Ships in a year</th></tr><tr><td>Northern</td><td>1,200</td></tr>
<tr><td>Southern</td><td>800</td></tr></table>
<p>{LONG}{LONG}</p>
<p>{LONG}{LONG}</p>
</article></main>
<footer><p>Copyright 2024</p></footer>
</body></html>"""


@pytest.fixture(scope="module")
def article() -> Article:
    return read_web_page(PAGE.encode(), "https://gazette.example/news/quay?utm=1")


def parts(article: Article, kind: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.kind == kind]


def test_what_the_page_says_of_itself(article: Article) -> None:
    assert article.title == "Northern quay to close for winter"
    assert article.byline == "Mina Okafor, Lars Holm"
    assert article.site == "The Port Gazette"
    assert article.published == datetime.date(2024, 3, 4)
    assert article.published_from == "the page"
    assert article.url == "https://gazette.example/news/quay"
    assert (article.language, article.format) == ("en", "html")


def test_the_head_is_shown_once(article: Article) -> None:
    assert [block.kind for block in article.blocks[:4]] == [
        "title",
        "standfirst",
        "byline",
        "paragraph",
    ]
    assert article.text.count("Northern quay to close") == 1
    assert article.text.count("Engineers found cracks") == 1
    dateline = next(style for style in article.styles if style.style == "dateline")
    assert article.text[dateline.start : dateline.end] == "LISBON, March 4 (Reuters) -"


def test_the_parts_of_the_story(article: Article) -> None:
    assert parts(article, "heading") == ["What happens next"]
    assert [heading.text for heading in outline(article)] == ["What happens next"]
    assert parts(article, "caption") == ["The quay, seen from the harbour office."]
    assert article.images[0].src == "https://gazette.example/img/quay.jpg"
    assert len(parts(article, "quote")) == 1
    assert len(parts(article, "item")) == 2
    assert parts(article, "table") == ["Quay\tShips in a year\nNorthern\t1,200\nSouthern\t800"]


def test_nothing_around_the_story_comes_along(article: Article) -> None:
    for words in ("Home", "Sport", "Copyright", "hidden"):
        assert words not in article.text


def test_links_are_absolute_and_found_by_place(article: Article) -> None:
    at = article.text.index("engineers’ report")
    (link,) = links_in(article, at, at + 5)
    assert link.href == "https://gazette.example/news/report"
    assert article.text[link.start : link.end] == "engineers’ report"
    assert "#next" in [link.href for link in article.links]
    assert article.anchors[0].offset == article.text.index("What happens next")
    assert links_in(article, 0, 5) == ()


def test_emphasis_is_a_style(article: Article) -> None:
    words = {article.text[s.start : s.end] for s in article.styles if s.style == "emphasis"}
    assert words == {"not"}


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "utf-16"])
def test_encodings_that_pages_declare(encoding: str) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{encoding}">').encode(encoding)
    assert "engineers’ report" in read_web_page(page, "quay.html").text


def test_latin_1_is_what_browsers_take_it_for() -> None:
    page = PAGE.replace("engineers’ report", "engineers&#146; report — new")
    article = read_web_page(page.encode("cp1252"), "x", declared="iso-8859-1")
    assert "engineers’ report — new" in article.text
    assert article.remarks == ()


def test_a_declared_encoding_that_is_a_lie_does_no_harm() -> None:
    assert "engineers’ report" in read_web_page(PAGE.encode(), "x", declared="latin-1").text
    page = PAGE.encode("windows-1252")
    article = read_web_page(page, "x", declared="utf-8")
    assert "engineers’ report" in article.text
    assert "not UTF-8" in article.remarks[0]


def test_the_text_in_the_metadata_stands_in_for_one_that_scripts_make() -> None:
    body = " ".join([LONG] * 4).replace('"', "")
    page = (
        '<html><head><title>Quay</title><script type="application/ld+json">'
        f'{{"@type": "Article", "headline": "Quay closes", "articleBody": "{body}"}}'
        "</script></head><body><div id=root></div></body></html>"
    )
    article = read_web_page(page.encode(), "https://a.example/")
    assert article.title == "Quay closes"
    assert LONG.strip() in article.text


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>document.write('x')</script></body></html>",
        "<!doctype html>",
        "<html><body>" + "<div>" * 5_000 + "</body></html>",
    ],
)
def test_a_page_without_text_is_refused_in_a_sentence(page: str) -> None:
    with pytest.raises(ArticleError, match="no text to read"):
        read_web_page(page.encode(), "https://a.example/")


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 200 + f"<p>{LONG * 3}</p></body></html>",
        "<html><body><p>" + "<b>" * 200 + f"{LONG * 3}</p></body></html>",
        f"<html><head><title>\x1b]0;x\x07</title></head>"
        f"<body><p>{LONG * 3}\x1b[2J\x9b31m&#27;[0m&#155;</p></body></html>",
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<html><body><p>&x; {LONG * 3}</p></body></html>",
        f'<html><head><script type="application/ld+json">{"[" * 90_000}</script></head>'
        f"<body><p>{LONG * 3}</p></body></html>",
        f'<html><head><base href="http://[bad"></head><body><p>{LONG * 3}'
        '<a href="http://[::1">x</a></p></body></html>',
    ],
)
def test_strange_pages_are_read_all_the_same(page: str) -> None:
    article = read_web_page(page.encode(), "https://a.example/")
    assert "northern quay" in article.text
    assert "root:" not in article.text
    shown = article.text + (article.title or "")
    assert not any((sign < " " and sign not in "\n\t") or "\x7f" <= sign < "\xa0" for sign in shown)
