"""Make `data/looks.json`: what theme and style sheets come to, for Dateline's own themes.

python -m dateline.reader.first_page.make_looks
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict

from dateline.article.model import Article
from dateline.config import Config
from dateline.reader.app import DatelineApp
from dateline.reader.first_page.look import FILE, Look
from dateline.reader.reading.screen import ReadingScreen
from dateline.reader.themes import THEMES


async def make_looks() -> dict[str, Look]:
    """The looks of Dateline's own themes, by the theme's name, as the app draws them."""
    looks = {}
    for theme in THEMES:
        app = DatelineApp(Article.from_text("A story"), Config(theme=theme.name, analysis=False))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, ReadingScreen)
            palette = app.screen.pane.palette
            looks[theme.name] = Look(
                base=str(palette.base),
                beside=str(app.screen.query_one("#dock-room").rich_style),
                styles={name: str(style) for name, style in sorted(palette.styles.items())},
            )
    return looks


if __name__ == "__main__":
    made = {name: asdict(look) for name, look in asyncio.run(make_looks()).items()}
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(json.dumps(made, indent=1) + "\n", "utf-8")
