"""The program as a reader meets it: in a real terminal, from the command line on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from terminal import ROOT, Terminal

SEED = ROOT / "seeds" / "russia-strikes-ukraine.txt"


def run(*arguments: str, stdin: bytes | None = None, **env: str) -> subprocess.CompletedProcess:
    """Run the command line without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "dateline", *arguments],
        input=stdin if stdin is not None else b"",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tui"), **env},
        timeout=60,
        check=False,
    )


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Harbour reopens\n\nThe port of Oslo reopened on Monday.\n\nNobody was hurt.\n")
    return path


def test_the_bundled_article_is_read_and_analysed() -> None:
    with Terminal(str(SEED), columns=130, rows=40) as terminal:
        terminal.wait_for("Russia Launches Massive Drone")
        terminal.wait_for("Regions")
        terminal.wait_for("Ukraine country", 120)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert b"Traceback" not in terminal.raw


def test_searching_and_leaving(story: Path) -> None:
    with Terminal(str(story), env={"XDG_CONFIG_HOME": str(story.parent)}) as terminal:
        terminal.wait_for("Harbour reopens")
        terminal.type("/oslo\r")
        terminal.wait_for("1/1 match")
        terminal.type("Q")
        assert terminal.wait_for_end() == 0


def test_an_article_from_a_pipe_is_read_with_the_keyboard_of_the_terminal(story: Path) -> None:
    with Terminal("-", piped=story) as terminal:
        terminal.wait_for("Harbour reopens")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_without_a_terminal_the_text_is_printed(story: Path) -> None:
    result = run(str(story))
    assert result.returncode == 0
    assert result.stdout.decode() == story.read_text()


def test_the_size_of_the_terminal_changes_all_the_time(story: Path) -> None:
    with Terminal(str(story)) as terminal:
        terminal.wait_for("Harbour reopens")
        for columns, rows in [(20, 5), (140, 50), (60, 12), (33, 8), (100, 30)] * 3:
            terminal.resize(columns, rows)
            terminal.read(0.05)
        terminal.wait_for("Harbour reopens")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty"),
        ("picture.bin", bytes(range(256)) * 40, "picture.bin"),
    ],
)
def test_bad_input_gets_one_sentence(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = run(str(path))
    error = result.stderr.decode()
    assert result.returncode == 1 and result.stdout == b""
    assert error.startswith("dateline: ") and error.count("\n") == 1
    assert told in error and "Traceback" not in error


def test_a_folder_is_not_an_article(tmp_path: Path) -> None:
    result = run(str(tmp_path))
    assert result.returncode == 1 and b"folder" in result.stderr


def test_bad_usage() -> None:
    result = run("--no-such-option")
    assert result.returncode == 2 and b"--no-such-option" in result.stderr


def test_a_file_name_with_a_control_sequence_is_shown_harmlessly(tmp_path: Path) -> None:
    result = run(str(tmp_path / "a\x1b]52;c;aGk=\x07.txt"))
    assert result.returncode == 1 and b"\x1b" not in result.stderr


def test_no_color_means_no_colour(story: Path) -> None:
    with Terminal(str(story), env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Harbour reopens")
        terminal.type("q")
        terminal.wait_for_end()
        assert b"38;2;" not in terminal.raw and b"48;2;" not in terminal.raw


def test_an_empty_no_color_is_no_wish(story: Path) -> None:
    with Terminal(str(story), env={"NO_COLOR": ""}) as terminal:
        terminal.wait_for("Harbour reopens")
        terminal.type("q")
        terminal.wait_for_end()
        assert b"38;2;" in terminal.raw


def test_a_picture_in_a_terminal_that_answers_no_question(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (60, 40), "red").save(tmp_path / "house.png")
    page = tmp_path / "page.md"
    page.write_text("# House\n\nWords.\n\n![The house](house.png)\n\nMore words.\n")
    with Terminal(str(page), env={"XDG_CONFIG_HOME": str(tmp_path)}) as terminal:
        terminal.wait_for("More words")
        terminal.type("p")
        terminal.wait_for("▀▀▀▀")
        terminal.wait_for("The house")
        terminal.type("q")
        terminal.wait_for("More words")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert b"Traceback" not in terminal.raw
