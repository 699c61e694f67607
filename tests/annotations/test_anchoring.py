from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from copies import KINDS
from edits import EDITS, Draft, passages, truth, with_near_duplicates
from hypothesis import given
from hypothesis import strategies as st

from dateline.annotations.anchoring import Anchorer, describe
from dateline.annotations.anchoring.folding import Folded

SEED = (Path(__file__).parents[2] / "seeds" / "russia-strikes-ukraine.txt").read_text("utf-8")
TEXT = """Rain over the estuary

The river rose by two metres on Monday. Crews piled sand along the northern bank. Nobody was hurt.

The river rose by two metres on Friday. Crews piled sand along the southern bank. A barn was lost.

“We saw it coming,” said the warden. “What we did not see was the bridge.” The bridge is shut.
"""


def follow(words: str, edited: str, text: str = TEXT):
    """State of the words in the edited text, and what they are placed on there."""
    start = text.index(words)
    place = Anchorer(edited, text).place(describe(text, start, start + len(words)))
    return place.state, edited[place.start : place.end]


def test_an_unchanged_text_is_not_searched():
    passage = describe(TEXT, 5, 10)
    place = Anchorer(TEXT, TEXT).place(passage)
    assert (place.start, place.end, place.state) == (5, 10, "anchored")


@pytest.mark.parametrize(
    ("words", "before", "after", "state", "found"),
    [
        ("A barn was lost.", "Rain", "Heavy rain", "anchored", "A barn was lost."),
        ("A barn was lost.", "barn was", "barn and a shed were", "to_check", None),
        ("A barn was lost.", "barn was", "barns were", "anchored", "A barns were lost."),
        ("said the warden", "“What", "“But what", "anchored", "said the warden"),
        ("Nobody was hurt.", " Nobody was hurt.", "", "lost", ""),
        ("Nobody was hurt.", "Nobody was hurt.", "A shed was lost.", "lost", ""),
        (
            "the bridge.” The bridge is shut",
            "”",
            '"',
            "anchored",
            'the bridge." The bridge is shut',
        ),
        ("on Friday", "\n\n", "\n", "anchored", "on Friday"),
        ("metres on Friday. Crews piled", " ", "\n  ", "anchored", None),
    ],
)
def test_edits(words, before, after, state, found):
    result, shown = follow(words, TEXT.replace(before, after))
    assert result == state
    if found is not None:
        assert shown == found


def test_a_moved_sentence_is_followed():
    edited = TEXT.replace(" Nobody was hurt.", "") + "\nNobody was hurt.\n"
    assert follow("Nobody was hurt.", edited) == ("anchored", "Nobody was hurt.")


@pytest.mark.parametrize("paragraph", [1, 2])
def test_what_was_removed_is_not_taken_for_its_twin(paragraph):
    paragraphs = TEXT.split("\n\n")
    words = paragraphs[paragraph]
    edited = TEXT.replace(words + "\n\n", "")
    for part in (words, words.split(". ")[0], "Crews piled sand along the"):
        start = TEXT.index(words) + words.index(part)
        place = Anchorer(edited, TEXT).place(describe(TEXT, start, start + len(part)))
        assert place.state != "anchored"


def test_without_the_old_text_the_quote_and_its_surroundings_decide():
    edited = TEXT.replace("by two metres on Friday", "by three metres on Friday")
    start = TEXT.index("The river rose by two metres on Friday.")
    passage = describe(TEXT, start, start + 39)
    place = Anchorer(edited).place(passage)
    assert edited[place.start : place.end] == "The river rose by three metres on Friday."
    gone = Anchorer(edited.replace("said the warden", "")).place(
        describe(TEXT, TEXT.index("said the"), TEXT.index("said the") + 15)
    )
    assert gone.state != "anchored"


LIVE = """Flood: live

10:05 Police say the road at Mill Lane is closed. Drivers should use the old bridge.

10:40 Police say the road at Station Square is closed. Drivers should use Harbour Road.

11:15 The mayor will speak at noon. Share this post. Copy the link.

11:50 A barge has sunk. Two boats are missing. Share this post. Copy the link.
"""


def test_a_sentence_told_again_elsewhere_in_other_words_is_to_be_checked():
    gone = "Two boats are missing. "
    edited = LIVE.replace(gone, "").replace("10:05", "Two boats were missing. 10:05")
    for words in ("Two boats are missing.", "Two boats", "missing"):
        assert follow(words, edited, LIVE)[0] == "to_check"


def test_a_sentence_that_moved_as_it_was_is_followed():
    gone = "Two boats are missing. "
    edited = LIVE.replace(gone, "").replace("Drivers", f"{gone}Drivers", 1)
    assert follow("Two boats", edited, LIVE) == ("anchored", "Two boats")


def test_words_that_stand_there_several_times_are_not_followed_when_they_move():
    posts = ["Mill Lane is closed.", "Copy the link.", "Two boats sank.", "The bridge is open."]
    posts += ["Copy the link.", "The mayor will speak."]
    edited = "\n\n".join(reversed(posts))
    assert follow("Copy the link.", edited, "\n\n".join(posts))[0] == "to_check"


def test_one_word_that_is_left_of_a_sentence_is_to_be_checked():
    old = "We met at ten. Drivers should use the old bridge. It rained."
    new = "We met at ten. Nobody knows whether the trains will go. It rained."
    assert follow("the", new, old)[0] == "to_check"


@pytest.mark.parametrize(
    "told",
    [
        "The mayor will speak at noon.",
        "The mayor, who has not been seen since the flood began, will speak to all of us at noon.",
    ],
)
def test_a_note_of_correction_that_repeats_the_old_words_is_not_taken_for_them(told):
    old = LIVE.replace("The mayor will speak at noon.", told)
    put_right = told.replace("noon", "two")
    edited = old.replace(told, put_right) + f"\nCorrection: an earlier version said: {told}\n"
    assert follow(told, edited, old)[1] == put_right


def test_a_number_that_became_another_is_to_be_checked():
    assert follow("11:50", LIVE.replace("11:50", "12:35"), LIVE) == ("to_check", "12:35")
    edited = LIVE.replace("Two boats are", "Three boats are")
    assert follow("Two boats are missing", edited, LIVE) == ("anchored", "Three boats are missing")


def test_words_that_slid_along_a_copy_written_beside_them_are_to_be_checked():
    old = "It rained at dawn. Two boats are missing tonight. Nobody slept in the town."
    new = old.replace("Two boats", "Two boats are missing now, and a barge. Two boats")
    assert follow("Two boats are missing", new, old)[0] == "to_check"


def test_a_very_long_quote_is_found_without_its_text():
    words = " ".join(f"word{number} and{number % 7}" for number in range(3000))
    start, end = words.index("word30 "), words.index(" word2800 ")
    place = Anchorer(words.replace("word900 ", "term900 ")).place(describe(words, start, end))
    assert (place.start, place.end, place.state) == (start, end, "anchored")


def test_an_import_is_taken_at_its_word():
    passage = describe("menu " + TEXT + " share", 0, 0)
    start = TEXT.index("Crews piled sand along the southern bank")
    passage = describe(TEXT, start, start + 40)
    passage = type(passage)(passage.exact, "another rendering of", "the page that we do", 0, 40)
    assert Anchorer(TEXT).place(passage).state == "to_check"
    assert Anchorer(TEXT).place(passage, trusting=True).state == "anchored"


@given(st.text(alphabet="ab \n\t“é", max_size=30))
def test_folding_keeps_the_way_back(text):
    folded = Folded(text)
    for at, letter in enumerate(text):
        if not letter.isspace():
            assert folded.to_original(folded.from_original(at)) == at


@given(st.text(alphabet=string.ascii_letters + " .\n", max_size=200), st.data())
def test_every_placement_is_a_span_of_the_text(text, data):
    edited = data.draw(st.text(alphabet=string.ascii_letters + " .\n", max_size=200))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for old in (text, None):
        place = Anchorer(edited, old).place(describe(text, start, end))
        assert 0 <= place.start <= place.end <= len(edited)


SENTENCES = [f"Boat {n} of the fleet came in at the quay {'late' * (n % 2)}." for n in range(7)]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1), st.lists(st.sampled_from(SENTENCES)))
def test_every_word_of_what_was_shuffled_is_placed_or_lost(before, after):
    old, new = " ".join(before), " ".join(after)
    anchorer, start = Anchorer(new, old), 0
    for word in old.split(" "):
        place = anchorer.place(describe(old, start, start + len(word)))
        assert 0 <= place.start <= place.end <= len(new)
        start += len(word) + 1


def test_edited_articles():
    """A smaller run of `tests/evaluation/anchoring_rates.py`."""
    dice = random.Random(3)
    there = found = wrong = 0
    for case in range(180):
        first = SEED if case % 2 else with_near_duplicates(SEED, dice)
        if case % 3 == 0:
            first = KINDS[case % len(KINDS)](dice)
        draft = EDITS[case % len(EDITS)](Draft.first(first), dice)
        anchorer = Anchorer(draft.text, first)
        for start, end in passages(first, dice, 10):
            place = anchorer.place(describe(first, start, end))
            shown = draft.origin[place.start : place.end]
            own = sum(1 for origin in shown if start <= origin < end)
            wrong += place.state == "anchored" and own < 0.5 * len(shown)
            true = truth(draft, first, start, end)
            if true.share >= 0.7 and true.together:
                there += 1
                found += place.state != "lost" and own >= 0.7 * len(shown)
    assert found >= 0.98 * there
    assert wrong == 0
