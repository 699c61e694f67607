"""The prompt line when keys come faster than it opens and closes."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from dateline.reader.prompt_line import PromptLine


def send(reader, *keys: str) -> None:
    """Press keys without leaving the app any time between them."""
    for key in keys:
        reader.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def settle(reader) -> None:
    """Wait until nothing is on its way any more."""
    for _ in range(10):
        await reader.pilot.pause()


async def test_what_is_typed_while_the_prompt_opens_goes_in(open_reader) -> None:
    async with open_reader() as reader:
        send(reader, "/", "H", "o", "l", "m", "enter")
        await settle(reader)
        assert not reader.screen.query(PromptLine)
        assert reader.under_cursor.startswith("Holm. ")


async def test_a_prompt_left_at_once_is_gone_and_the_article_has_the_keys(open_reader) -> None:
    async with open_reader() as reader:
        send(reader, "/", "escape", "w")
        await settle(reader)
        assert not reader.screen.query(PromptLine)
        assert reader.screen.focused is reader.screen.pane
        assert reader.under_cursor.startswith("reopens")


@pytest.mark.parametrize("times", [1, 2, 7])
async def test_opened_and_left_again_and_again_the_last_prompt_stays(open_reader, times) -> None:
    async with open_reader() as reader:
        send(reader, *["/", "escape"] * times, "/", "H", "o", "l", "m")
        await settle(reader)
        (prompt,) = reader.screen.query(PromptLine)
        assert prompt.query_one(Input).value == "Holm"
        assert reader.screen.focused is prompt.query_one(Input)


async def test_a_prompt_removed_as_soon_as_it_is_asked_for(open_reader) -> None:
    async with open_reader() as reader:
        for _ in range(5):
            reader.screen.ask("/", "search")
            reader.screen.close_prompt()
        await settle(reader)
        assert not reader.screen.query(PromptLine)
        await reader.press("w")
        assert reader.under_cursor.startswith("reopens")


async def test_enter_twice_accepts_once(open_reader, monkeypatch) -> None:
    async with open_reader() as reader:
        accepted: list[str] = []
        monkeypatch.setattr(reader.screen, "search_accepted", accepted.append)
        await reader.press("/", "O")
        send(reader, "enter", "enter")
        await settle(reader)
        assert accepted == ["O"]


async def test_keys_typed_right_behind_enter_are_meant_for_the_article(open_reader) -> None:
    async with open_reader() as reader:
        for key, character in [("slash", "/"), *((c, c) for c in "oslo"), ("enter", "\r")]:
            reader.app.post_message(events.Key(key, character))
        for key in "vl":
            reader.app.post_message(events.Key(key, key))
        await reader.pilot.pause(0.2)
        assert reader.screen.pane.matches.query == "oslo"
        assert reader.selected == "OS"
