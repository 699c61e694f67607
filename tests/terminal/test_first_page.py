"""The first page stands there before the app does."""

from __future__ import annotations

from pathlib import Path

import pytest

from terminal import Terminal

APP = b"\x1b[?2026h"
"""What the app begins each of its own drawings with."""
PAGE_END = b"\x1b[?7h"
"""What the first page ends with: lines are wrapped again."""


@pytest.fixture
def long_story(tmp_path: Path) -> Path:
    """An article of 200 kB."""
    path = tmp_path / "long.txt"
    paragraph = "The harbour was quiet on day {} and no ship came in, said the harbour master. "
    paragraphs = (paragraph.format(day) * 6 for day in range(400))
    path.write_text("Quiet days\n\n" + "\n\n".join(paragraphs) + "\n\nThe very last words.\n")
    return path


def _leave(terminal: Terminal) -> None:
    terminal.type("q")
    status = terminal.wait_for_end()
    assert status == 0, terminal.raw.rpartition(b"\x1b[?1049l")[2].decode()


def _begin(terminal: Terminal) -> list[str]:
    """The rows of the first page, but for the status line."""
    while PAGE_END not in terminal.raw and terminal.read(5):
        pass
    assert "day 1 " in terminal.text
    assert APP not in terminal.raw
    return [row[:60].rstrip() for row in terminal.screen.display[:-1]]


def test_the_page_is_what_the_app_draws_and_no_key_is_lost(long_story: Path) -> None:
    with Terminal(str(long_story)) as terminal:
        page = _begin(terminal)
        while APP not in terminal.raw:
            terminal.read(0.01)
        terminal.read(0.1)
        assert [row[:60].rstrip() for row in terminal.screen.display[:-1]] == page
        _leave(terminal)
    with Terminal(str(long_story)) as terminal:
        _begin(terminal)
        terminal.type("G")
        terminal.wait_for("The very last words.")
        _leave(terminal)
        # The other screen of the terminal is entered once and left at the end.
        assert terminal.raw.count(b"\x1b[?1049h") == 1
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(APP)


def test_an_interrupt_on_the_first_page_leaves_the_terminal_as_it_was(long_story: Path) -> None:
    with Terminal(str(long_story)) as terminal:
        while b"\x1b[?1049h" not in terminal.raw:
            terminal.read(0.01)
        terminal.type("\x03")
        while terminal.read(0.2) and APP not in terminal.raw:
            pass
        if APP not in terminal.raw:
            terminal.wait_for_end()
            assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
