"""Pictures of the reading screen, looked at before they were accepted."""

from __future__ import annotations

import pytest

from dateline.config import Config
from dateline.reader.app import DatelineApp

SIZES = [(80, 24, "dateline-dark"), (120, 40, "dateline-light"), (200, 60, "dateline-dark")]


@pytest.mark.parametrize(("columns", "rows", "theme"), SIZES)
def test_reading(snap_compare, article, found, columns: int, rows: int, theme: str) -> None:
    async def show(pilot) -> None:
        await pilot.pause(0.2)
        await pilot.app.screen.take_findings(found)
        await pilot.press("]", "q")
        await pilot.pause(0.2)

    app = DatelineApp(article, Config(theme=theme, analysis=False))
    assert snap_compare(app, terminal_size=(columns, rows), run_before=show)


def test_help(snap_compare, article) -> None:
    async def show(pilot) -> None:
        await pilot.pause(0.2)
        await pilot.press("?")
        await pilot.pause(0.2)

    app = DatelineApp(article, Config(theme="dateline-dark", analysis=False))
    assert snap_compare(app, terminal_size=(100, 30), run_before=show)
