"""The reader's own keys for the commands of the panels."""

from __future__ import annotations

import datetime

from dateline.article.model import Article
from dateline.config import Config
from dateline.reader.app import DatelineApp
from dateline.reader.panels.key_map import NO_KEY, panel_key_map

TEXT = "Oslo paid.\n\nBergen paid.\n\nRome paid."


def test_keys_are_named_or_printed_alone_or_with_commas() -> None:
    changes = {"panel.down": ["n", "ctrl+n, down"], "panel.filter": ["/", ","], "panel.up": []}
    key_map, problems = panel_key_map(changes)
    assert key_map == {
        "panel.down": "n,ctrl+n,down",
        "panel.filter": "/,comma",
        "panel.up": NO_KEY,
    }
    assert problems == ()


def test_what_cannot_be_taken_is_told() -> None:
    key_map, problems = panel_key_map({"panel.dwon": ["n"], "panel.top": ["g g"]})
    assert key_map == {}
    assert problems == (
        "[keys]: there is no command called panel.dwon; panel.down is one",
        "[keys]: panel.top takes single keys, and “g g” is several",
    )


async def test_a_panel_goes_by_the_readers_keys() -> None:
    article = Article.from_text(TEXT, published=datetime.date(2025, 6, 3))
    keys = {"dock.next": ["x"], "dock.previous": [], "nowhere": ["y"], "zen": ["Z"]}
    app = DatelineApp(article, Config(analysis=False, keys=keys))
    assert app.config.problems == ("[keys]: there is no command called nowhere",)
    async with app.run_test(size=(120, 40)) as pilot:
        while getattr(app.screen, "dock", None) is None:
            await pilot.pause(0.01)
        dock = app.screen.dock
        await pilot.press("f5")
        await pilot.pause()
        assert dock.current == "names"
        for key, panel in [("l", "names"), ("x", "numbers"), ("h", "numbers")]:
            await pilot.press(key)
            await pilot.pause()
            assert dock.current == panel
