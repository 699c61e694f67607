"""What is read comes into the library, and links within an article lead to their place."""

import asyncio
from pathlib import Path

from dateline.article.model import Article
from dateline.article.opening import open_article
from dateline.config import Config
from dateline.library.catalogue import Library
from dateline.reader.app import DatelineApp

TEXT = "# The storm\n\nSee [there](#after-it).\n\n## After it\n\nSun.\n"


async def test_an_article_on_the_screen_is_in_the_library(tmp_path: Path) -> None:
    path = tmp_path / "storm.md"
    path.write_text(TEXT)
    app = DatelineApp(open_article(str(path)), Config(analysis=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        for _ in range(100):
            if Library().entries():
                break
            await asyncio.sleep(0.02)
    (entry,) = Library().entries()
    assert (entry.address, entry.title) == (str(path), "The storm")
    assert [match.entry.title for match in Library().search("sun")] == ["The storm"]


async def test_a_link_within_the_article_leads_to_its_place(tmp_path: Path) -> None:
    path = tmp_path / "storm.md"
    path.write_text(TEXT)
    article = open_article(str(path))
    app = DatelineApp(article, Config(analysis=False))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.screen.follow_link("#after-it")
        await pilot.pause()
        assert app.screen.cursor == article.text.index("After it")
        app.screen.follow_link("#nowhere")
        await pilot.pause()
        assert app.screen.cursor == article.text.index("After it")


async def test_an_article_is_tagged_found_by_its_tag_and_removed_when_asked_twice(
    open_reader,
) -> None:
    library = Library()
    for title in ("The storm", "The calm"):
        library.record(
            Article.from_text(f"{title}\n\nWords.\n", title=title, source=f"/{title}.txt")
        )
    async with open_reader() as reader:
        await reader.press("L", *"calm", "f5")
        await reader.type("sea weather")
        await reader.press("enter")
        assert library.entry("/The calm.txt").tags == ("sea", "weather")
        await reader.press(*("backspace",) * 4, *"#wea")
        assert any("The calm" in row for row in reader.shown)
        assert not any("The storm" in row for row in reader.shown)
        await reader.press("f4")
        assert library.entry("/The calm.txt") is not None
        assert any("F4 again removes “The calm”" in row for row in reader.shown)
        await reader.press("f4")
        assert library.entry("/The calm.txt") is None
        await reader.press("escape")


async def test_q_quits_from_a_panel(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("f7", "Q")
        assert reader.app.return_code == 0
