"""Plain text: what its structure is, told by what it shows."""

import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article.model import Article

SEED = Path(__file__).parents[2] / "seeds" / "russia-strikes-ukraine.txt"


def shape(text: str) -> list[tuple[str, str]]:
    article = Article.from_text(text)
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in shape(text)]


def test_the_bundled_article_has_its_parts() -> None:
    article = Article.from_text(SEED.read_text("utf-8"))
    assert article.title is not None
    assert article.title.startswith("Russia Launches Massive Drone")
    assert [block.kind for block in article.blocks[:3]] == ["title", "standfirst", "paragraph"]
    styles = [(style.style, article.text[style.start : style.end]) for style in article.styles]
    assert styles == [("dateline", "Kyiv, Ukraine (WE) —")]
    asides = [block for block in article.blocks if block.kind == "aside"]
    assert len(asides) == 4
    assert article.text[asides[0].start : asides[0].end] == "Read More:"
    assert article.blocks[-1].kind == "paragraph"


def test_a_wire_story_that_is_hard_wrapped() -> None:
    text = """Harbour reopens after storm

By Mina Okafor and Lars Holm | 4 March 2024

LISBON, March 4 (Reuters) - The harbour reopened on Monday after a storm
that sank three boats and left two thousand homes without power, officials
said. It had been closed since Friday.

"We were lucky," said the mayor.

WHAT HAPPENED

The storm came from the west and turned south on Saturday night, which
surprised the forecasters.
"""
    article = Article.from_text(text)
    assert article.title == "Harbour reopens after storm"
    assert article.byline == "Mina Okafor and Lars Holm"
    assert str(article.published) == "2024-03-04"
    assert article.published_from == "the text"
    assert [block.kind for block in article.blocks] == [
        "title",
        "byline",
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
    ]
    dateline = article.styles[0]
    assert article.text[dateline.start : dateline.end] == "LISBON, March 4 (Reuters) -"


@pytest.mark.parametrize(
    "text",
    [
        "I went to the market today and bought apples. They were red.\nThen I went home.\n",
        "hello world\n",
        "buy milk\ncall Anna\npay rent\n",
        "Dear Anna,\n\nthank you for your letter. I was glad to hear that you are well.\n",
        "PARIS, June 5 (Reuters) - The minister resigned on Thursday, his office said.\n\nMore.\n",
        "It rained for three days, and on the fourth the river rose over its banks.\n\nWe fled.\n",
        "Roses are red,\nViolets are blue,\nSugar is sweet,\nAnd so are you.\n",
        "- one\n- two\n\nA paragraph that stands after the list and is a sentence.\n",
        "https://example.com/story\n\nA paragraph that stands after the address of the story.\n",
    ],
)
def test_a_text_without_a_headline_is_given_none(text: str) -> None:
    assert Article.from_text(text).title is None


@pytest.mark.parametrize(
    "title",
    [
        "Why are bees dying?",
        "Council votes to close two schools",
        "‘We had no warning’: villagers tell of flood",
        "FLOOD CLOSES ROADS.",
        "Flood Closes Roads and Schools in the North.",
        "委員会、二校の閉鎖を決定",
    ],
)
def test_a_headline_is_a_title(title: str) -> None:
    text = f"{title}\n\nThe council voted on Monday to close two schools in the north of town.\n"
    assert kinds(text) == ["title", "paragraph"]
    assert Article.from_text(text).title == title


def test_lists_quotations_rules_and_kept_lines() -> None:
    text = """An opening paragraph of some length stands here so that there is a story.

 * Three boats sank, among them a trawler that was moored at the northern
   quay
 * Two people were hurt

1. First of all
2. Second of all

> He said this
> and that

* * *

12 Main Street
Lisbon
Portugal
"""
    assert shape(text)[1:] == [
        (
            "item",
            "* Three boats sank, among them a trawler that was moored at the northern\n   quay",
        ),
        ("item", "* Two people were hurt"),
        ("item", "1. First of all"),
        ("item", "2. Second of all"),
        ("quote", "> He said this\n> and that"),
        ("rule", "* * *"),
        ("paragraph", "12 Main Street\nLisbon\nPortugal"),
    ]
    article = Article.from_text(text)
    kept = [article.text[s.start : s.end] for s in article.styles if s.style == "break"]
    assert kept == ["\n", "\n", "\n"]


def test_code_columns_and_tabs_stay_line_by_line() -> None:
    assert kinds("Name      Count   Share\nLisbon    12      30\nPorto     28      70\n") == [
        "code"
    ]
    assert kinds("def f(x):\n    y = g(x);\n    return {x: y}\n") == ["code"]
    assert kinds("name\tcount\nLisbon\t12\nPorto\t28\n") == ["table"]
    assert kinds("| a | b |\n|---|---|\n| 1 | 2 |\n") == ["code"]


def test_underlined_headings() -> None:
    text = "Title Here\n==========\n\nSome text is here.\n\nSection\n-------\n\nMore text.\n"
    assert kinds(text) == ["title", "rule", "paragraph", "heading", "rule", "paragraph"]


def test_a_numbered_year_in_a_wrapped_paragraph_is_no_list() -> None:
    text = (
        "The club was founded in the summer of the year 1898 and has won the cup in\n"
        "1902. It has never since then been out of the first league of the country.\n"
    )
    assert kinds(text) == ["paragraph"]


def test_asides_without_bullets_end_where_the_story_goes_on() -> None:
    text = (
        "The first paragraph of the story tells what happened, and where it happened, at length.\n"
        "Related articles\n"
        "First thing that happened elsewhere\n"
        "Second thing that happened elsewhere\n"
        "The story goes on here with a sentence that is long enough to be told apart from them.\n"
        "READ MORE: A third thing\n"
        "Sign up for our newsletter and never miss a thing.\n"
        "The story ends here.\n"
    )
    assert kinds(text) == [
        "paragraph",
        *["aside"] * 3,
        "paragraph",
        *["aside"] * 2,
        "paragraph",
    ]


def test_a_gutenberg_text_has_its_licence_set_apart() -> None:
    text = """The Project Gutenberg eBook of A Small Voyage

Title: A Small Voyage
Author: Ida Vale
Language: English

*** START OF THE PROJECT GUTENBERG EBOOK A SMALL VOYAGE ***


A SMALL VOYAGE

By Ida Vale

CHAPTER I.

It was on the first of May that we left the port, with a fair wind and a
full hold; nobody on the quay thought that we should come back so soon.

*** END OF THE PROJECT GUTENBERG EBOOK A SMALL VOYAGE ***

Updated editions will replace the previous one.
"""
    article = Article.from_text(text)
    assert (article.title, article.byline, article.language) == ("A Small Voyage", "Ida Vale", "en")
    assert [block.kind for block in article.blocks] == [
        *["aside"] * 3,
        "title",
        "byline",
        "heading",
        "paragraph",
        *["aside"] * 2,
    ]


def test_line_ends_marks_and_controls() -> None:
    article = Article.from_text("\ufeffone\r\ntwo\rthree \x1b[31mred\x07\n")
    assert article.text == "one\ntwo\nthree ␛[31mred␇\n"


def test_a_line_without_end_is_divided() -> None:
    sentence = "This is a sentence that is neither long nor short. "
    article = Article.from_text(sentence * 2_000)
    assert len(article.blocks) > 10
    assert all(article.text[block.end - 1] == "." for block in article.blocks)
    assert "divided into paragraphs" in article.remarks[0]
    assert len(Article.from_text("a" * 100_000).blocks) > 10


def test_from_text_takes_the_title_given() -> None:
    article = Article.from_text("Some words.", title="A\x1btitle")
    assert article.title == "A␛title"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "",
                "",
                "Word",
                "- item",
                "1. one",
                "2. two",
                "> said",
                ">> twice",
                "---",
                "* * *",
                "A sentence that ends.",
                "READ MORE:",
                "a\tb",
                "| a | b |",
                "  indented",
                "# head",
                "By Jane Doe",
                "PARIS, June 5 (AP) - It rained.",
                "x" * 90,
                "\x00",
                "é 漢字。",
                "\t",
            ]
        )
    ),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_blocks_cover_all_words_and_nothing_twice(lines: list[str], end: str) -> None:
    article = Article.from_text(end.join(lines))
    at = 0
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text)
        assert not article.text[at : block.start].strip()
        assert not article.text[block.start].isspace()
        assert not article.text[block.end - 1].isspace()
        at = block.end
    assert not article.text[at:].strip()
    assert all(0 <= style.start < style.end <= len(article.text) for style in article.styles)


@pytest.mark.parametrize(
    "piece", ["a\n", "a\tb\n", "1. a\n", ">", " ", "- ", "A b. ", "([", "a b\n\n", "By A, "]
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        begun = time.process_time()
        Article.from_text(text)
        return time.process_time() - begun

    cost(10_000)
    assert cost(160_000) < 0.1 + 16 * 3 * cost(10_000) + 0.3


def test_nothing_but_the_standard_library_is_loaded() -> None:
    import subprocess

    code = (
        "import sys; import dateline; dateline.Article.from_text('A text.');"
        "print([m for m in ('lxml', 'markdown_it', 'charset_normalizer', 'httpx', 'textual',"
        " 'trafilatura', 'spacy', 'sqlite3') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SEED.parents[1] / "tui")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
