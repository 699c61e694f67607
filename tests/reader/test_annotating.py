"""Annotating as the reader does it: what is shown is saved."""

from __future__ import annotations

from dateline.annotations.store import AnnotationStore


def stored(reader) -> list[tuple[str, int, str, tuple[str, ...]]]:
    """What another program would find in the store."""
    found = AnnotationStore().for_article(reader.screen.article)
    return [(each.exact, each.colour, each.note, each.tags) for each in found]


async def test_highlighting_a_selection_in_a_colour(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("v", "e", "3")
        assert stored(reader) == [("Harbour", 3, "", ())]
        assert reader.selected is None
        assert reader.status == "Highlighted in blue"


async def test_highlighting_the_paragraph_and_recolouring_it(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H", "V", "5")
        assert stored(reader) == [("Harbour reopens after storm", 5, "", ())]


async def test_a_note_is_written_and_changed(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("a")
        await reader.type("Which storm?")
        await reader.press("ctrl+s")
        assert stored(reader)[0][2] == "Which storm?"
        await reader.press("a")
        await reader.type(" Ask.")
        await reader.press("ctrl+s")
        assert stored(reader)[0][2] == "Which storm? Ask."


async def test_leaving_the_editor_asks_before_a_note_is_given_up(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("a")
        await reader.type("Half a thought")
        await reader.press("escape")
        assert any("Not saved yet" in row for row in reader.shown)
        await reader.press("escape")
        assert stored(reader) == []


async def test_tags(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H", "t")
        await reader.type("storm harbour")
        await reader.press("enter")
        assert stored(reader)[0][3] == ("storm", "harbour")


async def test_tab_completes_a_tag_and_stays_in_the_prompt(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H", "t")
        await reader.type("harbour")
        await reader.press("enter", "}", "H", "t")
        await reader.type("har")
        await reader.press("tab", "enter")
        assert sorted(each[3] for each in stored(reader)) == [("harbour",), ("harbour",)]


async def test_delete_undo_and_redo(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H", "x")
        assert stored(reader) == []
        await reader.press("U")
        assert len(stored(reader)) == 1
        await reader.press("U")
        assert stored(reader) == []
        await reader.press("ctrl+r")
        assert len(stored(reader)) == 1


async def test_all_mentions_at_once_are_one_step(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("]", "e", "]", "e", "M")
        assert [words for words, *_ in stored(reader)] == ["Kari Holm", "Holm"]
        await reader.press("U")
        assert stored(reader) == []


async def test_from_annotation_to_annotation(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H", "G", "H", "g")
        await reader.press("]", "a")
        assert reader.under_cursor.startswith("Repairs")
        await reader.press("[", "a")
        assert reader.screen.cursor == 0


async def test_another_window_is_seen(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H")
        AnnotationStore().add(reader.screen.article, 0, 7, note="from elsewhere")
        await reader.pilot.pause(0.8)
        assert len(reader.screen.state.annotations) == 2


async def test_a_note_that_cannot_be_saved_stays_in_the_editor(open_reader, monkeypatch) -> None:
    from dateline.annotations.errors import NotSavedError

    def full(*args: object, **kwargs: object) -> None:
        raise NotSavedError("The disk is full: free some space and save again.")

    async with open_reader() as reader:
        await reader.press("a")
        await reader.type("Keep me")
        monkeypatch.setattr(AnnotationStore, "add", full)
        await reader.press("ctrl+s")
        shown = "\n".join(reader.shown)
        assert "The disk is full" in shown and "Keep me" in shown
        monkeypatch.undo()


async def test_a_second_opening_begins_where_the_first_ended(open_reader) -> None:
    text = "\n\n".join(f"Paragraph {n} has some words in it." for n in range(200))
    async with open_reader(text=text) as reader:
        await reader.press("5", "0", "%")
        here = reader.under_cursor
        await reader.press("m", "k")
    async with open_reader(text=text) as reader:
        assert reader.under_cursor == here
        await reader.press("g", "'", "k")
        assert reader.under_cursor == here


async def test_exporting_the_notes(open_reader, tmp_path) -> None:
    path = tmp_path / "notes.md"
    async with open_reader() as reader:
        await reader.press("H", "s", "enter")
        await reader.press("ctrl+u")
        await reader.type(str(path))
        await reader.press("enter")
        assert "Harbour reopens after storm" in path.read_text("utf-8")
        assert reader.status == f"Written to {path}"


async def test_copying_with_a_citation(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("v", "e", "Y")
        assert reader.app.clipboard.startswith("“Harbour”")
