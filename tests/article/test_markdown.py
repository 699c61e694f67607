"""Markdown: the text that a reader sees, with the marks as blocks, styles and links."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article.links import target_of
from dateline.article.markdown import read_markdown
from dateline.article.model import Article


def shape(article: Article) -> list[tuple[str, int, str, str]]:
    return [
        (block.kind, block.level, block.marker, article.text[block.start : block.end])
        for block in article.blocks
    ]


def styled(article: Article) -> list[tuple[str, str]]:
    return [(span.style, article.text[span.start : span.end]) for span in article.styles]


def linked(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.href) for link in article.links]


def test_front_matter_is_metadata() -> None:
    text = (
        '---\ntitle: "Harbour: news"\nauthor: [Mina Okafor, Lars Holm]\ndate: 2024-03-04\n---\nA.\n'
    )
    article = read_markdown(text)
    assert (article.title, article.byline) == ("Harbour: news", "Mina Okafor, Lars Holm")
    assert str(article.published) == "2024-03-04"
    assert article.published_from == "the front matter"
    assert article.text == "A."
    toml = read_markdown('+++\ntitle = "Storm"\ndate = 2024-03-04\n+++\nA.\n')
    assert (toml.title, str(toml.published)) == ("Storm", "2024-03-04")


def test_headings_and_the_title() -> None:
    article = read_markdown("# The storm\n\nText.\n\n## After it\n\nMore.\n")
    assert article.title == "The storm"
    assert shape(article) == [
        ("title", 0, "", "The storm"),
        ("paragraph", 0, "", "Text."),
        ("heading", 2, "", "After it"),
        ("paragraph", 0, "", "More."),
    ]
    assert read_markdown("Just words\n\nthat have no heading at all, so no title.").title is None


def test_words_are_styled_and_linked() -> None:
    article = read_markdown(
        "An *emphasis*, **strong `code`**, ~~gone~~ and [a link](other.md), <https://a.example/>.\\\n"
        "Next H<sub>2</sub>O <b>bold</b>",
        source="/notes/story.md",
    )
    assert article.text == (
        "An emphasis, strong code, gone and a link, https://a.example/.\nNext H₂O bold"
    )
    assert styled(article) == [
        ("emphasis", "emphasis"),
        ("strong", "strong code"),
        ("code", "code"),
        ("strike", "gone"),
        ("break", "\n"),
        ("subscript", "₂"),
        ("strong", "bold"),
    ]
    assert linked(article) == [
        ("a link", "/notes/other.md"),
        ("https://a.example/", "https://a.example/"),
    ]


def test_lists_have_markers_and_levels() -> None:
    article = read_markdown("- one\n  - two\n\n    more of two\n- [x] done\n\n3. three\n4. four\n")
    assert shape(article) == [
        ("item", 1, "• ", "one"),
        ("item", 2, "• ", "two"),
        ("item", 2, "", "more of two"),
        ("item", 1, "☑ ", "done"),
        ("item", 1, "3. ", "three"),
        ("item", 1, "4. ", "four"),
    ]


def test_quotes_code_tables_and_pictures() -> None:
    article = read_markdown(
        "> a\n> > b\n\n```py\ndef f():\n\n    return 1\n```\n\n"
        "| x | y |\n|---|---|\n| 1 | **2** |\n|   | 3 |\n\n![A boat](boat.png)\n",
        source="https://example.com/a/",
    )
    assert shape(article) == [
        ("quote", 1, "", "a"),
        ("quote", 2, "", "b"),
        ("code", 0, "", "def f():\n\n    return 1"),
        ("table", 0, "", "x\ty\n1\t2\n\t3"),
        ("caption", 0, "", "A boat"),
    ]
    assert [image.src for image in article.images] == ["https://example.com/a/boat.png"]


def test_links_within_the_text_find_their_place() -> None:
    article = read_markdown(
        "See [there](#after-it)[^n].\n\n## After it\n\nText.\n\n[^n]: A note.\n"
    )
    assert linked(article) == [("there", "#after-it"), ("[1]", "#footnote-1")]
    assert target_of(article, "#after-it") == article.text.index("After it")
    assert target_of(article, "#footnote-1") == article.text.index("A note.")
    assert shape(article)[-1] == ("footnote", 0, "[1] ", "A note.")


def test_html_is_stripped_of_all_but_its_words() -> None:
    article = read_markdown(
        '<div><h2>Hello</h2><script>alert(1)</script><p onclick="x()">In <em>it</em></p></div>\n\n'
        "[no](javascript:alert(1)) <!-- hidden --> \x1b]52;c;x\x07 end\n"
    )
    assert shape(article)[:2] == [("heading", 2, "", "Hello"), ("paragraph", 0, "", "In it")]
    assert "alert(1)</" not in article.text
    assert "hidden" not in article.text
    assert "\x1b" not in article.text
    assert article.links == ()


PIECES = [
    *("# H\n\n", "word ", "*em* ", "**st** ", "`c` ", "\n", "\n\n", "- a\n", "  - b\n", "1. x\n"),
    *("> q\n", "```\ncode\n```\n", "| a | b |\n|---|---|\n| 1 | |\n", "![alt](i.png)", "[l](u) "),
    *("<b>x</b> ", "<div>\n", "</div>\n\n", "~~s~~", "[^1]", "[^1]: note\n\n", "&nbsp;", "\\\n"),
    *("---\n", "<br>", "é漢 ", "\x1b[31m", "<p>par <i>it</i>", "<script>x", "\t", "    four\n"),
    *("\u202e", "- [ ] t\n", "***\n"),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_spans_are_exact(text: str) -> None:
    article = read_markdown(text)
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        assert not article.text[at : block.start].strip()
        at = block.end
    assert not article.text[at:].strip()
    for span in (*article.links, *article.styles, *article.images):
        assert 0 <= span.start < span.end <= len(article.text)
    for link in article.links:
        assert not article.text[link.start].isspace()
    assert list(article.styles) == sorted(article.styles, key=lambda style: style.start)
    assert not any(sign < " " and sign not in "\n\t" for sign in article.text)


def test_raised_digits_of_html_are_marks_of_notes_or_powers() -> None:
    article = read_markdown("It is over.<sup>1</sup> All 12 km<sup>2</sup> of it.", source="a.md")
    assert article.text == "It is over.[1] All 12 km² of it."


def test_the_head_of_a_table_is_strong():
    article = read_markdown("| Place | Share |\n|---|--:|\n| Oslo | 5 |\n\nAfter **all**.")
    strong = [article.text[s.start : s.end] for s in article.styles if s.style == "strong"]
    assert strong == ["Place\tShare", "all"]
