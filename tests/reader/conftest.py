"""The app driven by Pilot on a small article, with findings made by hand."""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from dateline.analysis.model import (
    Analysis,
    Cue,
    Entity,
    Event,
    Mention,
    Number,
    Place,
    PlaceMention,
    Quote,
    Speaker,
    Time,
)
from dateline.article.model import Article
from dateline.config import Config
from dateline.reader.app import DatelineApp
from dateline.reader.reading.screen import ReadingScreen

if TYPE_CHECKING:
    from textual.pilot import Pilot

TEXT = (
    "Harbour reopens after storm\n\n"
    "OSLO (NN) — The port of Oslo reopened on Monday after a storm sank 12 boats.\n\n"
    "“Nobody was hurt,” said Mayor Kari Holm. Holm thanked 340 volunteers.\n\n"
    "Repairs will last until 2026. Oslo will pay.\n"
)


def span(words: str, nth: int = 0) -> tuple[int, int]:
    """Where some words stand in TEXT."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def findings(article: Article) -> Analysis:
    """What an analysis of TEXT would find."""
    holm = (span("Kari Holm"), span("Holm", 1))
    oslo = (span("Oslo"), span("Oslo", 1))
    return Analysis(
        article,
        entities=(
            Entity("e1", "Oslo", "GPE", tuple(Mention(*each) for each in oslo)),
            Entity("e2", "Kari Holm", "PERSON", tuple(Mention(*each) for each in holm), "Mayor"),
        ),
        numbers=(
            Number(*span("12"), "12", Decimal(12), None, "cardinal", None, None, "boats"),
            Number(*span("340"), "340", Decimal(340), None, "cardinal", None, None, "volunteers"),
        ),
        times=(
            Time(*span("Monday"), "Monday", "DATE", "2025-06-02", None, "2025-06-02", "2025-06-02"),
            Time(*span("2026"), "2026", "DATE", "2026", None, "2026-01-01", "2026-12-31"),
        ),
        timeline=(
            Event(
                *span("The port of Oslo reopened on Monday"),
                0,
                "2025-06-02",
                "2025-06-02",
                "port reopened",
                "day",
            ),
        ),
        quotes=(
            Quote(
                *span("“Nobody was hurt,”"),
                "“Nobody was hurt,”",
                True,
                Speaker(*span("Mayor Kari Holm"), "Kari Holm", "e2"),
                Cue(*span("said"), "said"),
            ),
        ),
        places=(
            Place(
                "p1",
                "Oslo",
                "city",
                "NO",
                "Oslo",
                59.91,
                10.75,
                3143244,
                580000,
                None,
                0.9,
                tuple(PlaceMention(*each, "name") for each in oslo),
            ),
        ),
    )


class Reader:
    """The reading screen of a running app, and its pilot."""

    def __init__(self, app: DatelineApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen on top."""
        return next(s for s in reversed(self.app.screen_stack) if isinstance(s, ReadingScreen))

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type some text."""
        await self.press(*(" " if c == " " else c for c in text))

    @property
    def under_cursor(self) -> str:
        """The text from the cursor on."""
        return self.screen.text[self.screen.cursor :]

    @property
    def selected(self) -> str | None:
        """The selected words."""
        selection = self.screen.selection
        return None if selection is None else self.screen.text[slice(*selection)]

    @property
    def status(self) -> str:
        """What the status line says."""
        return str(self.screen.query_one("StatusLine").status.here)

    @property
    def shown(self) -> list[str]:
        """The rows of the whole screen as a reader sees them."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]


@pytest.fixture
def article() -> Article:
    return Article.from_text(TEXT, published=datetime.date(2025, 6, 3))


@pytest.fixture
def found(article: Article) -> Analysis:
    return findings(article)


@pytest.fixture
def open_reader(article: Article):
    """Open the reader on an article; findings are shown unless `found` is False."""

    @asynccontextmanager
    async def opened(
        *, size: tuple[int, int] = (120, 40), found: bool = True, text: str | None = None, **config
    ) -> AsyncIterator[Reader]:
        shown = article if text is None else Article.from_text(text)
        app = DatelineApp(shown, Config(**{"analysis": False, **config}))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            reader = Reader(app, pilot)
            while reader.screen.dock is None or reader.screen.state.reads_notes:
                await pilot.pause(0.01)
            if found and text is None:
                await reader.screen.take_findings(findings(shown))
                await pilot.pause()
            yield reader

    return opened
