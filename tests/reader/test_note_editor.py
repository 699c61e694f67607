"""A note in the reader's own editor: what it leaves is taken, a failure leaves the note alone."""

from __future__ import annotations

import contextlib
import sys

import pytest
from textual.widgets import TextArea

from dateline.annotations.store import AnnotationStore


@pytest.fixture
def editing(open_reader, tmp_path, monkeypatch):
    """Open the editor with "First" in it, with a program of these lines as $VISUAL."""

    @contextlib.asynccontextmanager
    async def opened(program: str):
        script = tmp_path / "an editor.py"
        script.write_text(f"import pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\n{program}\n")
        monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}' -w")
        async with open_reader() as reader:
            monkeypatch.setattr(reader.app, "suspend", contextlib.nullcontext)
            await reader.press("a")
            await reader.type("First")
            await reader.press("ctrl+e")
            yield reader

    return opened


async def test_what_was_written_is_taken_and_saved(editing) -> None:
    async with editing("file.write_text(file.read_text() + ' and more')") as reader:
        await reader.press("ctrl+s")
        (note,) = AnnotationStore().for_article(reader.screen.article)
        assert note.note == "First and more"


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("file.write_text('lost'); sys.exit(3)", "the error 3"),
        ("file.write_text('')", "left nothing"),
        ("file.write_bytes(b'\\xff\\xfe\\xff')", "is no text"),
        ("file.unlink()", "is no text"),
    ],
)
async def test_a_failure_leaves_the_note_as_it_was(editing, program, told) -> None:
    async with editing(program) as reader:
        assert reader.app.screen.query_one(TextArea).text == "First"
        assert any(told in row for row in reader.shown)


async def test_an_editor_that_is_not_there(open_reader, monkeypatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    monkeypatch.delenv("EDITOR", raising=False)
    async with open_reader() as reader:
        monkeypatch.setattr(reader.app, "suspend", contextlib.nullcontext)
        await reader.press("a")
        await reader.type("First")
        await reader.press("ctrl+e")
        assert any("is not there" in row for row in reader.shown)
        assert reader.app.screen.query_one(TextArea).text == "First"
