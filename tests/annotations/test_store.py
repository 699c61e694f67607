from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotations.errors import NoSuchAnnotationError
from dateline.annotations.store import AnnotationStore
from dateline.article.model import Article


def test_looking_makes_no_file(store, article):
    assert store.for_article(article) == []
    assert store.search("wall").total == 0
    assert store.tags() == []
    assert not store.path.exists()


def test_an_annotation_comes_back_as_it_was_made(store, article, mark):
    made = mark("nine winters", colour=3, note="*Nine!*", tags=["waiting", " harbour  wall "])
    reopened = AnnotationStore(store.path)
    (found,) = reopened.for_article(article)
    assert found == made
    assert found.exact == "nine winters" == article.text[found.start : found.end]
    assert found.prefix == article.text[found.start - 32 : found.start]
    assert found.suffix == article.text[found.end : found.end + 32]
    assert found.tags == ("waiting", "harbour wall")
    assert found.state == "anchored"
    assert found.created == found.modified


def test_a_note_on_the_article_as_a_whole(store, article):
    store.add(article, 0, 0, note="Read again")
    (found,) = store.for_article(article)
    assert found.on_article
    assert found.state == "anchored"


def test_control_characters_do_not_get_in(store, article):
    made = store.add(article, 0, 3, note="a\x1b[31mb\nc", tags=["x\x07y\n"])
    assert made.note == "a␛[31mb\nc"
    assert made.tags == ("x␇y",)


def test_change_and_delete_and_restore(store, article, mark):
    made = mark("Ada Quill")
    changed = store.change(made, colour=2, note="who?", tags=["people"], target="entity:e1")
    assert changed.theirs is None
    now = changed.annotation
    assert (now.colour, now.note, now.tags, now.target) == (2, "who?", ("people",), "entity:e1")
    assert now.modified > made.modified
    assert store.change(now, target="").annotation.target is None
    store.delete(store.get(made.id))
    assert store.for_article(article) == []
    assert store.get(made.id).deleted
    assert store.tags() == []
    store.restore(made.id)
    assert [a.id for a in store.for_article(article)] == [made.id]
    assert store.tags() == [("people", 1)]


def test_the_same_text_under_another_path_is_the_same_article(store, article, mark):
    made = mark("eastern pier")
    copy = replace(article, source="/elsewhere/copy.txt")
    assert store.for_article(copy) == [made]
    assert len(store.articles()) == 1
    assert set(store.articles()[0].addresses) == {"/articles/harbour.txt", "/elsewhere/copy.txt"}


def test_an_edited_article_keeps_its_annotations(store, article, mark):
    kept = mark("said Ada Quill")
    gone = mark("Work begins in May and costs 4 million.")
    edited = replace(
        article,
        text=article.text.replace(" Work begins in May and costs 4 million.", "").replace(
            "two boats", "three boats"
        ),
    )
    first, second = store.for_article(edited)
    assert (first.id, first.state, first.start, first.end) == (gone.id, "lost", 0, 0)
    assert second.id == kept.id
    assert edited.text[second.start : second.end] == "said Ada Quill"
    # Back to the first text: all are where they were made.
    assert store.for_article(article) == [gone, kept]


def test_places_in_an_edited_text_are_kept(store, article, mark):
    mark("nine winters")
    edited = replace(article, text="Updated.\n\n" + article.text)
    (placed,) = store.for_article(edited)
    other = AnnotationStore(store.path)
    rows = other.database.rows("SELECT start, state FROM placing")
    assert rows == [(placed.start, "anchored")]
    assert other.for_article(edited) == [placed]


def test_following_an_article_through_many_versions(store, article, mark):
    mark("the work would close the eastern pier")
    text = article.text
    for before, after in (
        ("would close", "will close"),
        ("the work will", "this work will certainly"),
        ("the eastern pier", "the whole of the eastern pier"),
        ("The ferry company warned", "Its owner warned"),
    ):
        text = text.replace(before, after)
        (placed,) = store.for_article(replace(article, text=text))
    assert placed.state == "anchored"
    shown = text[placed.start : placed.end]
    assert shown == "this work will certainly close the whole of the eastern pier"


def test_reattaching_a_lost_annotation(store, article, mark):
    mark("Fishermen welcomed the plan.")
    edited = replace(article, text=article.text.replace("Fishermen welcomed the plan. ", ""))
    (lost,) = store.for_article(edited)
    assert lost.state == "lost"
    start = edited.text.index("We have waited")
    found = store.reattach(lost, edited, start, start + 14).annotation
    assert (found.exact, found.state, found.start) == ("We have waited", "anchored", start)
    assert store.for_article(edited) == [found]


def test_another_article_at_the_same_path_is_another_article(store, article, mark):
    mark("eastern pier")
    other = Article(text="Quite different words stand here now.", source=article.source)
    assert store.for_article(other) == []
    assert "the 1 note on it" in store.take_remarks()[0]
    store.add(other, 0, 5)
    assert len(store.articles()) == 2
    assert [a.exact for a in store.for_article(other)] == ["Quite"]
    assert [(a.exact, a.state) for a in store.for_article(article)] == [
        ("eastern pier", "anchored")
    ]
    assert store.search("eastern").total == 1
    assert store.take_remarks() == []


def test_a_long_article_with_much_put_before_it_is_still_the_same(store):
    old = " ".join(f"word{number} and{number}" for number in range(6000))
    article = Article(text=old, source="/articles/live.txt")
    store.add(article, 0, 11)
    newer = Article(text="post " * 20_000 + old, source="/articles/live.txt")
    (found,) = store.for_article(newer)
    assert (found.state, found.start) == ("anchored", 100_000)


def test_standard_input_has_no_address(store):
    one, two = (Article(text=text, source="-") for text in ("One text.", "Another text."))
    store.add(one, 0, 3)
    assert store.for_article(two) == []
    assert len(store.for_article(one)) == 1


def test_spans_outside_the_article_are_refused(store, article):
    with pytest.raises(ValueError, match="not a span"):
        store.add(article, 5, len(article.text) + 1)


def test_an_unknown_id(store, mark):
    mark("Ada")
    with pytest.raises(NoSuchAnnotationError):
        store.get("nothing")
