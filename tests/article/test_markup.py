"""Trees of HTML written into an article: spans stay exact whatever the tree looks like."""

import pytest
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


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("It ended in 1931.<sup>1</sup> Nobody came.", "It ended in 1931.[1] Nobody came."),
        ("It ended<sup>2,3</sup> there", "It ended[2,3] there"),
        ("in 1931.<a href='#n4'>¹</a> “No,”", "in 1931.[1] “No,”"),
        ("in 1931<sup><a href='#n5'>5</a></sup> and", "in 1931[5] and"),
        ("in 1931<a href='#n5'><sup>b</sup></a> and", "in 1931[b] and"),
        ("in 1931<sup><a href='#n5'>[5]</a></sup><sup><a href='#n6'>6</a></sup>", "in 1931[5][6]"),
        ("he said.<sup>*</sup> Then", "he said.[*] Then"),
        ("12 km<sup>2</sup> and 10<sup>−6</sup> of CO<sub>2</sub>", "12 km² and 10⁻⁶ of CO₂"),
        ("the <sup>14</sup>C of 2 <sup>1</sup>/<sub>2</sub> m", "the ¹⁴C of 2 ¹/₂ m"),
        ("4 metres<sup>2</sup>, sin<sup>2</sup> x", "4 metres², sin² x"),
        ("the 1<sup>st</sup> of M<sup>me</sup> X", "the 1st of Mme X"),
    ],
)
def test_marks_of_notes_stand_apart_from_the_text_and_powers_do_not(markup: str, text: str) -> None:
    assert written(f"<p>{markup}</p>").text == text


def test_the_mark_of_a_note_is_its_link() -> None:
    article = written("<p>It ended.<sup id=back><a href='#n1'>1</a></sup></p><p id=n1>In May.</p>")
    assert [(article.text[a.start : a.end], a.href) for a in article.links] == [("[1]", "#n1")]
    assert [s.style for s in article.styles] == ["superscript"]
    assert [anchor.name for anchor in article.anchors] == ["back", "n1"]


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
