from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.annotations.history import History
from dateline.annotations.store import AnnotationStore


def contents(store, article):
    return [(a.id, a.colour, a.note, a.tags, a.start) for a in store.for_article(article)]


def test_everything_is_undone_and_done_again(store, article, mark):
    history = History(store, article)
    assert history.undo() is None
    states = [contents(store, article)]

    def did():
        states.append(contents(store, article))

    made = mark("nine winters")
    did()
    made = store.change(made, note="a note").annotation
    did()
    made = store.change(made, colour=4).annotation
    did()
    made = store.change(made, tags=["one", "two"]).annotation
    did()
    made = store.reattach(made, article, 0, 7).annotation
    did()
    store.delete(made)
    did()
    words = []
    for state in reversed(states[:-1]):
        words.append(history.undo().words)
        assert contents(store, article) == state
    assert not history.can_undo()
    assert words == [
        "Undone: deleted on “The Har”",
        "Undone: moved on “The Har”",
        "Undone: tags changed on “nine winters”",
        "Undone: coloured red on “nine winters”",
        "Undone: note changed on “nine winters”",
        "Undone: highlight made on “nine winters”",
    ]
    for state in states[1:]:
        assert history.redo().changed
        assert contents(store, article) == state
    assert not history.can_redo()


def test_a_new_step_ends_what_could_be_redone(store, article, mark):
    history = History(store, article)
    mark("nine winters")
    history.undo()
    mark("two boats")
    assert history.redo() is None


def test_steps_outlive_the_window(store, article, mark):
    mark("nine winters", note="x")
    later = AnnotationStore(store.path)
    assert History(later, article).undo().words == "Undone: note made on “nine winters”"
    assert later.for_article(article) == []
    assert History(AnnotationStore(store.path), article).redo() is not None


def test_each_window_undoes_its_own(store, article, mark):
    other = AnnotationStore(store.path)
    mine, theirs = History(store, article), History(other, article)
    mark("nine winters")
    start = article.text.index("two boats")
    other.add(article, start, start + 9)
    mine.undo()
    assert [a.exact for a in store.for_article(article)] == ["two boats"]
    theirs.undo()
    assert store.for_article(article) == []


def test_undo_leaves_what_the_other_window_wrote(store, article, mark):
    history = History(store, article)
    made = mark("nine winters", note="first")
    made = store.change(made, note="second").annotation
    AnnotationStore(store.path).change(made, note="from the other window")
    reversal = history.undo()
    assert "left as it is" in reversal.words
    assert store.get(made.id).note == "from the other window"


def test_several_changes_can_be_one_step(store, article, mark):
    history = History(store, article)
    with store.together():
        mark("nine winters")
        mark("two boats")
    mark("Ada")
    history.undo()
    assert len(store.for_article(article)) == 2
    assert history.undo().words == "Undone: 2 changes"
    assert store.for_article(article) == []


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_undoing_all_and_redoing_all_changes_nothing(tmp_path_factory, article, choices):
    store = AnnotationStore(tmp_path_factory.mktemp("data") / "a.sqlite3")
    history = History(store, article)
    for step, choice in enumerate(choices):
        there = store.for_article(article)
        if choice == 0 or not there:
            store.add(article, step, step + 5)
        elif choice == 1:
            store.change(there[0], note=f"note {step}")
        elif choice == 2:
            store.change(there[-1], colour=step % 8 + 1)
        elif choice == 3:
            store.change(there[0], tags=[f"t{step}"])
        elif choice == 4:
            store.delete(there[-1])
        else:
            history.undo()
    before = contents(store, article)
    undone = 0
    while history.undo():
        undone += 1
    assert contents(store, article) == []
    for _ in range(undone):
        history.redo()
    assert contents(store, article) == before
    store.close()
