"""Keys on the rows of the Notes panel and on the card of an annotation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotations.store import AnnotationStore


def stored(reader) -> list[tuple[str, int, str, tuple[str, ...]]]:
    found = AnnotationStore().for_article(reader.screen.article)
    return [(each.exact[:7], each.colour, each.note, each.tags) for each in found]


@pytest.fixture
def in_panel(open_reader):
    """Two highlights, and the keys in the Notes panel, on the first."""
    from contextlib import asynccontextmanager

    @asynccontextmanager
    async def opened():
        async with open_reader() as reader:
            await reader.press("H", "}", "H", "}", "H", "g", "f7")
            await reader.pilot.pause(0.3)
            await reader.press("g")
            yield reader

    return opened


async def test_colour_note_tag_and_delete_without_leaving_the_panel(in_panel) -> None:
    async with in_panel() as reader:
        await reader.press("4")
        await reader.press("a")
        await reader.type("Why?")
        await reader.press("ctrl+s", "t")
        await reader.type("storm")
        await reader.press("enter")
        assert stored(reader)[0] == ("Harbour", 4, "Why?", ("storm",))
        assert reader.screen.in_panel
        await reader.pilot.pause(0.3)
        await reader.press("j", "x")
        await reader.pilot.pause(0.3)
        assert [words for words, *_ in stored(reader)] == ["Harbour", "“Nobody"]
        assert reader.screen.in_panel
        await reader.press("x")
        assert [words for words, *_ in stored(reader)] == ["Harbour"]
        await reader.press("U", "U")
        assert len(stored(reader)) == 3


async def test_a_row_is_copied(in_panel, monkeypatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr("dateline.reader.clipboard.copy", lambda app, text: copied.append(text))
    async with in_panel() as reader:
        await reader.press("y")
        assert copied == ["Harbour reopens after storm"]


async def test_a_note_on_the_whole_article(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("P")
        await reader.type("Local news")
        await reader.press("ctrl+s", "P")
        await reader.type(", first report")
        await reader.press("ctrl+s")
        assert stored(reader) == [("", 1, "Local news, first report", ())]
        await reader.press("f7")
        await reader.pilot.pause(0.3)
        assert any("Local news" in row for row in reader.shown)


async def test_the_card_has_the_same_keys(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("H", "i", "3")
        assert stored(reader) == [("Harbour", 3, "", ())]
        await reader.press("i", "x")
        assert stored(reader) == []


async def test_a_proposed_place_is_confirmed_and_a_lost_one_attached(open_reader) -> None:
    async with open_reader() as reader:
        reader.screen.state.article = replace(reader.screen.article, source="/articles/port.txt")
        await reader.press("}", "}", "H", "}", "H")
        text = reader.screen.text
        edited = text.replace("Kari Holm. Holm thanked 340 volunteers", "Ida Berg on Tuesday")
        edited = edited.replace("Repairs will last until 2026. Oslo will pay.", "To be continued.")
        reader.screen.show_article(replace(reader.screen.article, text=edited))
        while reader.screen.state.reads_notes:
            await reader.pilot.pause(0.02)
        states = sorted(each.state for each in reader.screen.state.annotations)
        assert states == ["lost", "to_check"]
        await reader.press("f7")
        await reader.pilot.pause(0.3)
        await reader.press("g", "R")
        assert reader.status == "Its place is confirmed"
        await reader.press("escape", "G", "V", "f7")
        await reader.pilot.pause(0.3)
        lost = next(each for each in reader.screen.state.annotations if each.state == "lost")
        reader.screen.act_on("attach", lost)
        await reader.pilot.pause()
        assert all(each.state == "anchored" for each in reader.screen.state.annotations)
