"""Notes in a real terminal: what is typed is in the note, however fast, and whatever fails."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from dateline.annotations.store import AnnotationStore
from dateline.article.opening import open_article
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Harbour reopens\n\nThe port of Oslo reopened on Monday.\n")
    return path


def notes_on(story: Path) -> list[str]:
    store = AnnotationStore()
    try:
        return [annotation.note for annotation in store.for_article(open_article(str(story)))]
    finally:
        store.close()


def opened(story: Path, **env: str) -> Terminal:
    terminal = Terminal(str(story), env=env)
    terminal.wait_for("Harbour reopens")
    terminal.wait_for("Tab panels")
    return terminal


@pytest.mark.parametrize("keys", ["aA fast note\x13", "\x1b[200~ignored\x1b[201~aA fast note\x13"])
def test_a_note_that_arrives_in_one_burst_is_saved_whole(story: Path, keys: str) -> None:
    with opened(story) as terminal:
        terminal.type(keys)
        terminal.wait_for("The note is saved")
        terminal.type("q")
        terminal.wait_for_end()
    assert notes_on(story) == ["A fast note"]


def test_an_editor_that_is_not_there_leaves_the_app_and_the_note(story: Path) -> None:
    with opened(story, VISUAL="no-such-editor -t", EDITOR="") as terminal:
        terminal.type("a")
        terminal.wait_for("^S saves")
        terminal.type("First")
        time.sleep(0.2)
        terminal.type("\x05")
        terminal.wait_for("is not there")
        terminal.type("\x13")
        terminal.wait_for("The note is saved")
        terminal.type("q")
        terminal.wait_for_end()
    assert notes_on(story) == ["First"]


def test_what_is_typed_in_one_burst_finds_the_note_that_enter_opens(story: Path) -> None:
    article = open_article(str(story))
    store = AnnotationStore()
    for words in ("Harbour", "Oslo", "Monday"):
        start = article.text.index(words)
        store.add(article, start, start + len(words), note=f"About {words}")
    store.close()
    with opened(story) as terminal:
        terminal.type("Aoslo\r")
        terminal.wait_for("Note · About Oslo")
        terminal.type("Acolour:yellow mond\r")
        terminal.wait_for("Note · About Monday")
        terminal.type("Q")
        assert terminal.wait_for_end() == 0
