"""Makes the pictures of the README from the running app on the bundled article.

    python docs/make_pictures.py

Needs the development requirements and a monospaced font with braille (DejaVu Sans Mono).
"""

from __future__ import annotations

import asyncio
import datetime
import os
import tempfile
from dataclasses import replace
from pathlib import Path

import resvg_py

from dateline.article.opening import open_article
from dateline.config import Config
from dateline.reader.app import DatelineApp
from dateline.reader.reading.screen import ReadingScreen

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SEED = ROOT / "seeds" / "russia-strikes-ukraine.txt"
PUBLISHED = datetime.date(2025, 6, 7)
FONT = "DejaVu Sans Mono"
SHOTS: dict[str, tuple[str, tuple[int, int], list[str]]] = {
    "reading": ("dateline-dark", (132, 42), ["]", "q", "]", "q", "]", "q"]),
    "light": ("dateline-light", (132, 42), ["f4", "j", "j"]),
    "notes": ("dateline-dark", (100, 30), ["}", "}", "v", "i", "s", "2", "f7"]),
}


async def take(name: str, theme: str, size: tuple[int, int], keys: list[str]) -> None:
    """Take one picture: open the article, wait for the analysis, press keys, draw."""
    article = replace(open_article(str(SEED)), published=PUBLISHED, published_from="its page")
    app = DatelineApp(article, Config(theme=theme))
    async with app.run_test(size=size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        while screen.state.findings is None or screen.work_in_progress:
            await pilot.pause(0.2)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(5)
        svg = app.export_screenshot(title="Dateline").replace("Fira Code", FONT)
    picture = resvg_py.svg_to_bytes(svg_string=svg, monospace_family=FONT)
    (PICTURES / f"{name}.png").write_bytes(bytes(picture))


async def main() -> None:
    """Take all pictures, the analysis kept from the first to the others."""
    PICTURES.mkdir(exist_ok=True)
    for name, shot in SHOTS.items():
        await take(name, *shot)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = f"{folder}/{kind.lower()}"
        asyncio.run(main())
