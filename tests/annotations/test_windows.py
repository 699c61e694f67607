"""Two windows on one article."""

from __future__ import annotations

import pytest

from dateline.annotations.store import AnnotationStore


@pytest.fixture
def other(store):
    other = AnnotationStore(store.path)
    yield other
    other.close()


def test_a_window_sees_what_the_other_wrote(store, other, article, mark):
    mark("nine winters")
    assert len(other.for_article(article)) == 1
    assert not other.has_changed()
    made = mark("two boats")
    assert other.has_changed()
    assert not other.has_changed()
    assert other.changes(article) == [made]
    assert other.changes(article) == []
    store.delete(made)
    assert other.has_changed()
    (gone,) = other.changes(article)
    assert gone.deleted


def test_the_first_file_is_noticed_too(store, other, article, mark):
    assert other.for_article(article) == []
    assert not other.has_changed()
    mark("nine winters")
    assert other.has_changed()
    assert other.changes(article) is None
    assert len(other.for_article(article)) == 1


def test_changes_to_different_fields_are_put_together(store, other, mark):
    seen = mark("nine winters", tags=["a", "b"])
    store.change(seen, note="mine", tags=["a", "b", "c"])
    outcome = other.change(seen, colour=5, tags=["b", "d"])
    assert outcome.theirs is None
    both = store.get(seen.id)
    assert (both.note, both.colour, both.tags) == ("mine", 5, ("b", "c", "d"))


def test_two_versions_of_a_note_are_both_kept(store, other, article, mark):
    seen = mark("nine winters", note="first")
    store.change(seen, note="from one window")
    outcome = other.change(seen, note="from the other")
    assert outcome.theirs.note == "from one window"
    assert outcome.annotation.id != seen.id
    assert {a.note for a in store.for_article(article)} == {"from one window", "from the other"}


def test_a_note_written_on_what_the_other_window_deleted_is_kept(store, other, article, mark):
    seen = mark("nine winters")
    store.delete(seen)
    outcome = other.change(seen, note="but this matters")
    assert outcome.annotation.deleted is None
    assert [a.note for a in store.for_article(article)] == ["but this matters"]


def test_what_the_other_window_just_changed_is_not_deleted(store, other, article, mark):
    seen = mark("nine winters")
    store.change(seen, note="look")
    outcome = other.delete(seen)
    assert outcome.theirs.note == "look"
    assert outcome.annotation.deleted is None
    assert len(store.for_article(article)) == 1


def test_saying_the_same_twice_is_no_conflict(store, other, mark):
    seen = mark("nine winters")
    store.change(seen, note="same")
    assert other.change(seen, note="same").theirs is None
    store.delete(store.get(seen.id))
    assert other.delete(store.get(seen.id)).theirs is None
