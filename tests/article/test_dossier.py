"""Several articles as one: every span still covers the words that it covered."""

from __future__ import annotations

from dateline.article.dossier import make_dossier
from dateline.article.markdown import read_markdown
from dateline.article.model import Article

HARBOUR = Article.from_text("Harbour reopens\n\nThe port of Oslo reopened on Monday.\n")
NOTES = Article.from_text("just some notes without a headline, and a stop.", source="notes.txt")


def test_each_part_is_the_text_of_its_article() -> None:
    dossier = make_dossier([HARBOUR, NOTES])
    assert [dossier.text[p.start : p.end] for p in dossier.parts] == [HARBOUR.text, NOTES.text]
    assert [part.title for part in dossier.parts] == ["Harbour reopens", "notes.txt"]


def test_blocks_move_along_and_an_article_without_a_title_gets_its_source() -> None:
    dossier = make_dossier([HARBOUR, NOTES])
    titles = [dossier.text[b.start : b.end] for b in dossier.blocks if b.kind == "title"]
    assert titles == ["Harbour reopens", "notes.txt"]


def test_links_move_along() -> None:
    page = read_markdown("# Page\n\nSee [the port](https://example.org/port).\n")
    dossier = make_dossier([HARBOUR, page])
    (link,) = dossier.links
    assert dossier.text[link.start : link.end] == "the port"
