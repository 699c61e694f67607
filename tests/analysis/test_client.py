"""The client with a worker process of its own."""

import asyncio
import contextlib
import datetime
import os
import signal
from dataclasses import replace
from pathlib import Path

import dateline
from dateline.analysis.cache import AnalysisCache
from dateline.analysis.client import AnalysisClient, Failed, Finished, News, Partial, Progress
from dateline.analysis.records import to_record

TEXT = "\n".join(f"Mayor Ada Lum opened bridge {n} in Oslo on Friday." for n in range(400))
ARTICLE = dateline.Article.from_text(TEXT)


def _client(folder: Path, **options: bool) -> AnalysisClient:
    return AnalysisClient(cache=AnalysisCache(folder / "cache"), log=folder / "log", **options)


async def _all(client: AnalysisClient, article: dateline.Article) -> list[News]:
    return [news async for news in client.run(article, (0, 500))]


async def test_news_come_in_order_and_the_loop_keeps_turning(tmp_path: Path) -> None:
    client = _client(tmp_path)
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    turning = asyncio.create_task(turn())
    news = await _all(client, ARTICLE)
    turning.cancel()
    assert isinstance(news[0], Progress)
    assert any(isinstance(each, Partial) for each in news)
    assert isinstance(news[-1], Finished)
    assert to_record(news[-1].analysis) == to_record(dateline.analyze(ARTICLE))
    assert turns > len(news)

    # Another day: the worker still holds the parse.
    dated = replace(ARTICLE, published=datetime.date(2025, 6, 7))
    again = await _all(client, dated)
    assert not any(isinstance(each, Partial) for each in again)
    assert isinstance(again[-1], Finished)
    assert again[-1].analysis.article.published == datetime.date(2025, 6, 7)
    await client.close()
    assert client.worker_pid is None

    # A second opening needs no worker.
    second = _client(tmp_path)
    (kept,) = await _all(second, ARTICLE)
    assert kept == replace(news[-1], cached=True)
    assert second.worker_pid is None


async def test_a_worker_that_is_killed_is_told_and_another_can_start(tmp_path: Path) -> None:
    client = _client(tmp_path, use_cache=False)
    told: list[News] = []
    async for news in client.run(ARTICLE):
        told.append(news)
        if isinstance(news, Progress) and client.worker_pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(client.worker_pid, signal.SIGKILL)
    assert isinstance(told[-1], Failed)
    assert "killed" in told[-1].sentence
    short = dateline.Article.from_text("The bridge fell.")
    assert isinstance((await _all(client, short))[-1], Finished)
    await client.close()


async def test_a_new_run_ends_the_one_before(tmp_path: Path) -> None:
    client = _client(tmp_path, use_cache=False)
    first = asyncio.create_task(_all(client, ARTICLE))
    await asyncio.sleep(0.05)
    short = dateline.Article.from_text("The bridge fell.")
    second = await _all(client, short)
    assert isinstance(second[-1], Finished)
    assert second[-1].analysis.article.text == short.text
    assert not any(isinstance(news, Finished | Failed) for news in await first)
    await client.close()
