"""Trees of HTML written into an article: spans stay exact whatever the tree looks like."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from dateline.article.composer import Composer
from dateline.article.links import resolve
from dateline.article.markup import MarkupWriter
from dateline.article.model import Article


def written(markup: str) -> Article:
    composer = Composer()
    body = html.document_fromstring(f"<html><body>{markup}</body></html>").find("body")
    writer = MarkupWriter(composer, lambda href: resolve(href, "https://a.example/"), str)
    writer.write(body)
    return composer.article(form="html", source="")


def shape(markup: str) -> list[tuple[str, int, str, str]]:
    article = written(markup)
    return [(b.kind, b.level, b.marker, article.text[b.start : b.end]) for b in article.blocks]


def test_lists_and_quotations_nest() -> None:
    assert shape(
        "<ol start=3><li>three<ul><li>inner</li></ul></li><li><p>four</p><p>more</p></li></ol>"
        "<blockquote>outer<blockquote><p>inner</p></blockquote></blockquote>"
    ) == [
        ("item", 1, "3. ", "three"),
        ("item", 2, "• ", "inner"),
        ("item", 1, "4. ", "four"),
        ("item", 1, "", "more"),
        ("quote", 1, "", "outer"),
        ("quote", 2, "", "inner"),
    ]


def test_white_space_is_that_of_a_browser() -> None:
    article = written(
        "<p>  One\n two<b> three </b>\n<i>four</i>  .<br> five <br></p><pre>a\n  b\n</pre>"
    )
    assert article.text == "One two three four .\nfive\n\na\n  b"
    assert [article.text[s.start : s.end] for s in article.styles] == ["three", "four", "\n"]


def test_what_is_hidden_stays_so() -> None:
    assert shape(
        "<p>a<span style='display: none'>b</span><span aria-hidden=true>c</span></p>"
        "<nav>d</nav><div hidden>e</div><button>f</button>"
    ) == [("paragraph", 0, "", "a")]


def test_a_table_that_lays_out_a_page_is_no_table() -> None:
    assert shape("<table><tr><td><p>one</p></td></tr><tr><td>two</td></tr></table>") == [
        ("paragraph", 0, "", "one"),
        ("paragraph", 0, "", "two"),
    ]
    assert shape(
        "<table><tr><td>a<p>b</p></td><td></td></tr><tr><td>c</td><td>d</td></tr></table>"
    ) == [("table", 0, "", "a b\t\nc\td")]


TAGS = [
    "p",
    "div",
    "span",
    "b",
    "i",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "tr",
    "td",
    "th",
    "h2",
    "h3",
    "figure",
    "figcaption",
    "br",
    "hr",
    "img",
    "code",
    "sup",
    "dl",
    "dt",
    "dd",
    "section",
    "q",
]
PIECES = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag} id='x' href='/y' alt='z' src='i.png'>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        ["word", " ", "\n", "two words", "&nbsp;", "\u200e\u00ad", "\t", "漢字", "\x85"]
    ),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_spans_are_exact(markup: str) -> None:
    article = written(markup or "<p></p>")
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        assert not article.text[at : block.start].strip()
        at = block.end
    assert not article.text[at:].strip()
    for span in (*article.links, *article.styles, *article.images):
        assert 0 <= span.start < span.end <= len(article.text)
    for anchor in article.anchors:
        assert 0 <= anchor.offset <= len(article.text)
