from __future__ import annotations

import datetime

import pytest

from dateline.annotations.citations import authors, citation
from dateline.article.model import Article

ARTICLE = Article(
    text="First line,\nwrapped.\n\n“Stay,” she said.",
    title="On staying",
    byline="By Ann Lee and Bo Quist",
    site="Gazette",
    published=datetime.date(2025, 6, 7),
    source="https://example.org/stay",
)
QUOTE = "“First line, wrapped.\n\n‘Stay,’ she said.”"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            "plain",
            f"{QUOTE} — Ann Lee and Bo Quist, “On staying”, Gazette, 7 June 2025,"
            " https://example.org/stay",
        ),
        (
            "markdown",
            "> First line, wrapped.\n>\n> “Stay,” she said.\n>\n> — Ann Lee and Bo Quist,"
            " [On staying](<https://example.org/stay>), Gazette, 7 June 2025\n",
        ),
        (
            "apa",
            f"{QUOTE} Lee, A. & Quist, B. (2025, June 7). On staying. Gazette."
            " https://example.org/stay",
        ),
        (
            "mla",
            f"{QUOTE} Lee, Ann and Bo Quist. “On staying.” Gazette, 7 June 2025,"
            " https://example.org/stay.",
        ),
        (
            "chicago",
            f"{QUOTE} Lee, Ann and Bo Quist. “On staying.” Gazette, June 7, 2025."
            " https://example.org/stay.",
        ),
        (
            "bibtex",
            "@article{lee2025,\n  author = {Lee, Ann and Quist, Bo},\n  title = {On staying},\n"
            "  journal = {Gazette},\n  date = {2025-06-07},\n  url = {https://example.org/stay},\n}",
        ),
    ],
)
def test_styles(style, expected):
    assert citation(ARTICLE, 0, len(ARTICLE.text), style) == expected


def test_what_is_not_known_is_left_out():
    bare = Article(text="Some words.", source="/home/me/notes.txt")
    assert citation(bare, 0, 4) == "“Some” — “Untitled”"
    assert citation(bare, 0, 4, "apa") == "“Some” (n.d.). Untitled."


def test_a_quotation_keeps_its_own_marks():
    start = ARTICLE.text.index("“Stay")
    assert citation(ARTICLE, start, start + 7).startswith("“Stay,” — ")


def test_authors():
    assert authors("Written by: Ann Lee, Bo Quist & Cy Day") == ["Ann Lee", "Bo Quist", "Cy Day"]
    assert authors(None) == []
