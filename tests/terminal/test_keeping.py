"""Notes are kept whatever happens beside the reader: another window, a full disk, a bad file."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import pytest

from dateline.annotations.store import AnnotationStore
from dateline.article.opening import open_article
from terminal import Terminal


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Harbour reopens\n\nThe port of Oslo reopened on Monday.\n\nNobody was hurt.\n")
    return path


def opened(story: Path, **env: str) -> Terminal:
    terminal = Terminal(str(story), env=env)
    terminal.wait_for("Harbour reopens")
    terminal.wait_for("Tab panels")
    return terminal


def notes_on(story: Path) -> list[tuple[str, str]]:
    store = AnnotationStore()
    try:
        found = store.for_article(open_article(str(story)))
        return [(each.exact, each.note) for each in found]
    finally:
        store.close()


def test_two_windows_see_each_other_within_a_second(story: Path) -> None:
    with opened(story) as one, opened(story) as other:
        one.type("}H")
        one.wait_for("Highlighted in yellow")
        began = time.monotonic()
        other.wait_for("● The port of Oslo", 10)
        assert time.monotonic() - began < 1.5  # a second, and what a busy machine adds
        other.type("}}aNobody at all?\x13")
        other.wait_for("The note is saved")
        one.wait_for("● Nobody was hurt", 10)
        for terminal in (one, other):
            terminal.type("Q")
            assert terminal.wait_for_end() == 0
    assert notes_on(story) == [
        ("The port of Oslo reopened on Monday.", ""),
        ("Nobody was hurt.", "Nobody at all?"),
    ]


def test_a_full_disk_is_told_and_the_note_stays_in_the_editor(story: Path) -> None:
    with opened(story) as terminal:
        terminal.type("H")
        terminal.wait_for("Highlighted in yellow")
        # No file may grow any more; the system says so as it does when the disk is full.
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        terminal.type("}aWords that stay\x13")
        terminal.wait_for("Not saved")
        assert "Words that stay" in terminal.text
        limits = resource.RLIM_INFINITY, resource.RLIM_INFINITY
        resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, limits)
        terminal.type("\x13")
        terminal.wait_for("The note is saved")
        terminal.type("Q")
        assert terminal.wait_for_end() == 0
    assert notes_on(story)[-1][1] == "Words that stay"


def test_a_folder_that_cannot_be_written_is_told_and_the_note_stays(story: Path) -> None:
    # Permissions do not hold back every user; a file in the place of the folder does.
    in_the_way = story.with_name("data")
    in_the_way.write_text("not a folder")
    place = str(in_the_way / "annotations.sqlite3")
    with opened(story, DATELINE_ANNOTATIONS=place) as terminal:
        terminal.type("aWords that stay\x13")
        terminal.wait_for("Not saved")
        assert "Words that stay" in terminal.text
        in_the_way.unlink()
        terminal.type("\x13")
        terminal.wait_for("The note is saved")
        terminal.type("Q")
        assert terminal.wait_for_end() == 0


def test_a_damaged_file_is_set_aside_and_what_it_held_is_there(story: Path) -> None:
    article = open_article(str(story))
    store = AnnotationStore()
    start = article.text.index("Oslo")
    store.add(article, start, start + 4, note="The capital")
    path = store.path
    store.close()
    content = path.read_bytes()
    path.write_bytes(b"\x00" * 4096 + content[4096:])
    with opened(story) as terminal:
        terminal.wait_for("damaged")
        terminal.type("]a")
        terminal.wait_for("Note · The capital")
        terminal.type("Q")
        assert terminal.wait_for_end() == 0
    assert list(path.parent.glob("annotations.damaged-*"))
    assert notes_on(story) == [("Oslo", "The capital")]
