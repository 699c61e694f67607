"""Ends that the reader did not type, and terminals that are unlike others."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from test_terminal import run

from terminal import Terminal

WORDS = "Harbour reopens\n\nThe port of Oslo reopened on Monday.\n\nNobody was hurt.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(WORDS)
    return path


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    return {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CONFIG", "DATA", "STATE")}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_as_q_does(story: Path, home: dict[str, str], number: int) -> None:
    with Terminal(str(story), env=home) as terminal:
        terminal.wait_for("Regions")
        terminal.type("}}")
        terminal.wait_for("Nobody")
        terminal.type("a")
        terminal.wait_for("^S saves")
        terminal.type("Who says so?")
        terminal.wait_for("Who says so?")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() == 128 + number
        assert b"\x1b[?1049l" in terminal.raw and b"Traceback" not in terminal.raw
    with Terminal(str(story), env=home) as terminal:
        terminal.wait_for("Note · Who says so?")


def test_a_closed_window_leaves_nothing_running(story: Path, home: dict[str, str]) -> None:
    terminal = Terminal(str(story), env=home)
    terminal.wait_for("Regions")
    os.close(terminal._fd)
    _, status = os.waitpid(terminal.pid, 0)
    assert os.waitstatus_to_exitcode(status) == 128 + signal.SIGHUP


def test_a_plain_terminal_gets_the_plain_text(story: Path, home: dict[str, str]) -> None:
    with Terminal(str(story), env={**home, "TERM": "dumb", "COLORTERM": ""}) as terminal:
        assert terminal.wait_for_end() == 0
        assert b"\x1b" not in terminal.raw
        assert "Nobody was hurt." in terminal.text and "plain one" in terminal.text


def test_a_pipe_without_an_argument_is_the_article(story: Path, home: dict[str, str]) -> None:
    with Terminal(piped=story, env=home) as terminal:
        terminal.wait_for("Nobody was hurt.")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    assert run(stdin=WORDS.encode()).stdout.decode() == WORDS


def test_the_terminal_is_written_in_utf_8_whatever_python_was_told(
    story: Path, home: dict[str, str]
) -> None:
    with Terminal(str(story), env={**home, "PYTHONIOENCODING": "ascii"}) as terminal:
        terminal.wait_for("Regions")
        terminal.type("q")
        terminal.wait_for_end()
        assert b"\\u25" not in terminal.raw and "▎".encode() in terminal.raw


def test_a_guessed_encoding_is_told_beside_the_printed_text(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Le café rouvre à Noël, après un été très sec.\n".encode("cp1252"))
    result = run(str(path))
    assert result.returncode == 0 and "café" in result.stdout.decode()
    assert b"Windows-1252" in result.stderr and result.stderr.count(b"\n") == 1
    plain = run(str(path), PYTHONIOENCODING="ascii")
    assert plain.returncode == 0 and b"caf?" in plain.stdout


def test_the_chooser_lists_bundled_articles_by_their_titles(home: dict[str, str]) -> None:
    with Terminal(env=home) as terminal:
        terminal.wait_for("Russia Launches")
        terminal.type("\x1b")
        assert terminal.wait_for_end() == 0
