"""The reader's side of the analysis: results as they come, without ever holding up the screen.

    client = AnalysisClient()
    async for news in client.run(article, (start, end)):
        match news:
            case Progress(stage, done, total): ...
            case Partial(analysis, spans): ...
            case Finished(analysis): ...
            case Failed(sentence): ...

Nothing here takes longer than a few milliseconds between two looks at the event loop. Importing
this module loads neither the language model nor Textual.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from platformdirs import user_state_path

from dateline.analysis.cache import DAMAGED, AnalysisCache, key_of
from dateline.analysis.connection import Connection
from dateline.analysis.merging import merging_steps
from dateline.analysis.pace import give_way, result_of
from dateline.analysis.records import SHAPE, Assembly, article_slices

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.article.model import Article

Stage = Literal["starting", "reading", "linking"]
Span = tuple[int, int]

_MERGE_SHARE = 0.08
"""Share of the time that merging partial results may take."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the worker is: `done` of `total` words.

    First it is "starting" (the language model loads), then "reading", at last "linking" (what
    only the whole article tells).
    """

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Partial:
    """What is found so far, provisionally: ids and indexes hold within this analysis alone."""

    analysis: Analysis
    spans: tuple[Span, ...]
    """The parts of the text that it covers, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The analysis of the whole article; the last news of a run."""

    analysis: Analysis
    cached: bool = False
    """Whether it was kept from an earlier opening."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The run has ended without a result; another `run` starts a new worker."""

    sentence: str
    """One clear sentence for the reader."""


News = Progress | Partial | Finished | Failed


class AnalysisClient:
    """Runs analyses in a worker process, one at a time.

    A run ends the one before it. The worker starts with the first run that the cache cannot
    answer and ends by itself when it has had nothing to do for a while.
    """

    def __init__(
        self,
        *,
        cache: AnalysisCache | None = None,
        log: Path | None = None,
        use_cache: bool = True,
    ) -> None:
        self._cache = cache or AnalysisCache()
        self._use_cache = use_cache
        self._log = log or user_state_path("dateline") / "analysis.log"
        self._connection: Connection | None = None
        self._run = 0
        self._held: object = None

    @property
    def worker_pid(self) -> int | None:
        """The number of the worker process, while there is one."""
        return self._connection.pid if self._connection and self._connection.alive else None

    async def warm(self) -> None:
        """Start the worker ahead of the first run, so that it is up when the article is there."""
        with contextlib.suppress(OSError):
            await self._connect()

    async def run(self, article: Article, priority: Span = (0, 0)) -> AsyncGenerator[News, None]:
        """Analyze an article, beginning with the span that is looked at.

        Yields `Progress` and `Partial` as they come, and ends with `Finished` or `Failed`; when
        another run or `close` ends this one, it ends without either. A run of the same article
        under another date takes only a moment while the worker is still there.
        """
        self._run += 1
        run = self._run
        key = None
        if self._use_cache:
            key = await asyncio.to_thread(key_of, article)
            kept = await self._from_cache(key, article)
            if kept is not None and run == self._run:
                yield Finished(kept, cached=True)
                return
        # A worker that was about to end for want of work is asked in vain: ask a new one.
        for _ in range(2):
            if run != self._run:
                return
            try:
                connection = await self._send(run, article, priority, key)
            except OSError as error:
                yield Failed(f"The analysis could not start: {error.strerror or error}.")
                return
            heard = False
            try:
                async for news in self._hear(connection, article):
                    heard = True
                    yield news
                    if isinstance(news, Finished | Failed):
                        return
            finally:
                if run == self._run and self._held is None:
                    connection.tell("cancel", run)
            if run != self._run:
                return
            status = await connection.status()
            if heard or status:
                break
        yield Failed(connection.cause_of_death(status))

    def set_priority(self, start: int, end: int) -> None:
        """Tell the worker what is looked at now."""
        if self._connection is not None:
            self._connection.tell("priority", self._run, start, end)

    async def close(self) -> None:
        """End the run and the worker."""
        self._run += 1
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.end()

    async def _connect(self) -> Connection:
        """The worker, started anew unless it is there already. Raises OSError."""
        if self._connection is None or not self._connection.alive:
            self._held = None
            self._connection = await Connection.open(self._cache.folder, self._log)
        return self._connection

    async def _send(
        self, run: int, article: Article, priority: Span, key: str | None
    ) -> Connection:
        """Send the article, or only its date when the worker still holds the rest."""
        connection = await self._connect()
        connection.begin(run)
        held, self._held = self._held, None
        if held == _identity(article):
            day = article.published.isoformat() if article.published else None
            connection.tell("again", run, day, *priority, key)
            return connection
        for part in article_slices(article):
            if run != self._run:
                return connection
            connection.tell("part", run, part)
            await connection.sent()
            await give_way()
        connection.tell("begin", run, *priority, key)
        return connection

    async def _hear(self, connection: Connection, article: Article) -> AsyncGenerator[News, None]:
        parts = _Parts(article)
        async for word, _, *content in connection.messages():
            if connection.shape != SHAPE:
                yield Failed("Dateline was changed while it ran: start it again to analyze.")
                return
            match word:
                case "progress":
                    yield Progress(*content)
                case "found":
                    parts.add(content[0])
                case "partial":
                    parts.close((content[0], content[1]))
                    if parts.due():
                        yield await parts.merged()
                case "finished":
                    self._held = _identity(article)
                    yield Finished(parts.whole())
                case "failed":
                    yield Failed(content[0])
            await give_way()

    async def _from_cache(self, key: str, article: Article) -> Analysis | None:
        lines = await asyncio.to_thread(self._cache.read, key)
        if lines is None:
            return None
        assembly = Assembly()
        try:
            for line in lines:
                assembly.add(json.loads(line))
                await give_way()
            return assembly.analysis(article)
        except DAMAGED:
            return None


class _Parts:
    """The parts of an analysis that have come, and when it is time to show them together."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._arriving = Assembly()
        self._parts: list[tuple[Span, Analysis]] = []
        self._not_before = 0.0

    def add(self, part: list[Any]) -> None:
        self._arriving.add(part)

    def close(self, span: Span) -> None:
        self._parts.append((span, self._arriving.analysis(self._article)))
        self._arriving = Assembly()

    def due(self) -> bool:
        return time.perf_counter() >= self._not_before

    def whole(self) -> Analysis:
        return self._arriving.analysis(self._article)

    async def merged(self) -> Partial:
        self._parts.sort(key=lambda part: part[0])
        spans = tuple(span for span, _ in self._parts)
        steps = merging_steps(self._article, [part for _, part in self._parts])
        analysis, worked = await result_of(steps)
        self._not_before = time.perf_counter() + worked / _MERGE_SHARE
        return Partial(analysis, spans)


def _identity(article: Article) -> object:
    """What the worker's parse depends on."""
    return (article.text_hash, article.blocks, article.language)
