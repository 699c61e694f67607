"""The analysis worker: a process of its own, so that reading never stutters while it works.

Started by `dateline.analysis.client`; speaks `dateline.analysis.protocol` over its standard input
and output, and ends when its input ends or when it has had nothing to do for a while.
"""

from __future__ import annotations

import contextlib
import datetime
import logging
import os
import queue
import sys
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dateline.analysis.cache import AnalysisCache
from dateline.analysis.merging import merge_parts
from dateline.analysis.parsed import ParsedArticle, Passage
from dateline.analysis.protocol import Message, decode, encode
from dateline.analysis.reading_order import ReadingOrder
from dateline.analysis.records import SHAPE, Assembly, analysis_slices

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.article.model import Article, Block

IDLE = 20.0
"""Seconds without work after which the worker ends."""
NICENESS = 10
CHAPTER = 1_500_000
"""Code points (about 250,000 words) that the finders read as one. A longer article is taken
chapter by chapter, so that its parse need not be held in memory as a whole."""

_log = logging.getLogger(__name__)


class SupersededError(Exception):
    """The run is no longer wanted."""


@dataclass
class Chapter:
    """A stretch of the article: its passages as they are read, and at last what is in it."""

    left: int
    """Passages that are not read yet."""
    passages: list[Passage] = field(default_factory=list)
    found: Analysis | None = None


@dataclass
class Reading:
    """An article on its way through the model."""

    article: Article
    language: str
    spans: list[tuple[Block, int, int]]
    words: list[int]
    chapters: list[Chapter]
    chapter_of: list[int]
    order: ReadingOrder
    done: int = 0


class Worker:
    """Takes requests one after another and answers them."""

    def __init__(self, answers: BinaryIO, cache: AnalysisCache, *, chapter: int = CHAPTER) -> None:
        self.requests: queue.Queue[Message] = queue.Queue()
        self._answers = answers
        self._cache = cache
        self._chapter = chapter
        self._waiting: deque[Message] = deque()
        self._run = 0
        self._look_at = 0
        self._arriving = Assembly()
        self._reading: Reading | None = None

    def serve(self, idle: float = IDLE) -> None:
        """Work until there has been nothing to do for `idle` seconds."""
        self._say("hello", SHAPE)
        while True:
            try:
                message = self._next_request(timeout=idle)
            except queue.Empty:
                return
            self.handle(message)

    def handle(self, message: Message) -> None:
        """Take a request, and do what it asks."""
        word, run, *content = message
        if run != self._run:
            self._run = run
            self._arriving = Assembly()
        match word, content:
            case "part", [part]:
                self._arriving.add(part)
            case "begin", [int(start), int(_), key]:
                self._look_at = start
                self._attempt(self._begin, self._arriving.article(), key)
            case "again", [day, int(start), int(_), key]:
                self._look_at = start
                published = None if day is None else datetime.date.fromisoformat(day)
                self._attempt(self._begin_again, published, key)
            case "priority", [int(start), int(_)]:
                self._look_at = start

    def _attempt(self, work: Any, *given: Any) -> None:
        try:
            work(*given)
        except SupersededError:
            return
        except BrokenPipeError:
            raise
        except MemoryError:
            self._reading = None
            self._say("failed", "The analysis stopped: there is not enough memory for it.")
        except Exception as error:
            _log.exception("run %s failed", self._run)
            self._say("failed", f"The analysis stopped with an error: {type(error).__name__}.")

    def _begin(self, article: Article, key: str | None) -> None:
        # The import takes most of a second: requests can already be taken.
        from dateline.analysis.detection import language_of
        from dateline.analysis.language import load_model
        from dateline.analysis.passages import passage_spans

        self._reading = None
        spans = list(passage_spans(article))
        words = [len(article.text[start:end].split()) for _, start, end in spans]
        self._say("progress", "starting", 0, sum(words))
        language = language_of(article)
        load_model(language)
        chapter_of: list[int] = []
        chapters: list[Chapter] = []
        size = self._chapter
        for _, start, end in spans:
            if size + end - start > self._chapter:
                chapters.append(Chapter(0))
                size = 0
            size += end - start
            chapters[-1].left += 1
            chapter_of.append(len(chapters) - 1)
        order = ReadingOrder([(start, end) for _, start, end in spans])
        reading = Reading(article, language, spans, words, chapters, chapter_of, order)
        self._read(reading)
        self._finish(reading, key)

    def _begin_again(self, published: datetime.date | None, key: str | None) -> None:
        """Only what follows from the date is new: the parse is still here, if it was kept."""
        reading = self._reading
        if reading is None:
            self._say("failed", "The analysis was asked to go on with an article that it lost.")
            return
        article = replace(reading.article, published=published)
        if any(chapter.left or not chapter.passages for chapter in reading.chapters):
            self._begin(article, key)
            return
        reading.article = article
        for chapter in reading.chapters:
            chapter.found = None
        self._finish(reading, key)

    def _read(self, reading: Reading) -> None:
        """Read all passages in groups, telling what is in each group."""
        from dateline.analysis.language import read_passages

        total = sum(reading.words)
        looked_at = -1
        while True:
            self._listen()
            if self._look_at != looked_at:
                looked_at = self._look_at
                reading.order.look_at(looked_at)
            group = reading.order.next_group()
            if not group:
                break
            passages = read_passages(
                reading.article,
                reading.spans[group.start : group.stop],
                language=reading.language,
                first=group.start,
            )
            self._tell(self._find(reading, passages))
            self._say("partial", passages[0].start, passages[-1].end)
            reading.done += sum(reading.words[group.start : group.stop])
            self._say("progress", "reading", reading.done, total)
            for at, passage in zip(group, passages, strict=True):
                chapter = reading.chapters[reading.chapter_of[at]]
                chapter.passages.append(passage)
                chapter.left -= 1
                if not chapter.left and len(reading.chapters) > 1:
                    self._close(reading, chapter)
                    chapter.passages = []

    def _finish(self, reading: Reading, key: str | None) -> None:
        """Find what only the whole tells, and send it all."""
        total = sum(reading.words)
        self._say("progress", "linking", total, total)
        parts = []
        for chapter in reading.chapters:
            self._listen()
            parts.append(chapter.found or self._close(reading, chapter))
        article = replace(reading.article, language=reading.language)
        if len(parts) > 1:
            found = merge_parts(article, parts)
        else:
            found = parts[0] if parts else self._find(reading, ())
        self._tell(found)
        self._say("finished")
        self._reading = reading
        if key:
            self._cache.store(key, analysis_slices(found))

    def _close(self, reading: Reading, chapter: Chapter) -> Analysis:
        passages = sorted(chapter.passages, key=lambda passage: passage.start)
        chapter.found = self._find(reading, tuple(passages))
        return chapter.found

    def _find(self, reading: Reading, passages: tuple[Passage, ...]) -> Analysis:
        from dateline.analysis.language import remarks_on
        from dateline.analysis.pipeline import analyze_parsed

        remarks = remarks_on(reading.language)
        return analyze_parsed(ParsedArticle(reading.article, passages, reading.language, remarks))

    def _next_request(self, timeout: float) -> Message:
        if self._waiting:
            return self._waiting.popleft()
        return self.requests.get(timeout > 0, timeout)

    def _listen(self) -> None:
        """Take what has been said meanwhile; raise `SupersededError` when it ends this run."""
        while True:
            try:
                message = self._next_request(timeout=0)
            except queue.Empty:
                return
            word, run, *content = message
            if word == "priority" and run == self._run:
                self._look_at = content[0]
            elif word == "cancel" and run == self._run:
                raise SupersededError
            elif run != self._run:
                self._waiting.appendleft(message)
                raise SupersededError

    def _tell(self, found: Analysis) -> None:
        for part in analysis_slices(found):
            self._answers.write(encode("found", self._run, part))

    def _say(self, word: str, *content: object) -> None:
        self._answers.write(encode(word, self._run, *content))
        self._answers.flush()


def listen(lines: Iterable[bytes], requests: queue.Queue[Message]) -> None:
    """Queue the requests as they come; end the process when no more can come."""
    for line in lines:
        requests.put(decode(line))
    os._exit(0)


def _step_back() -> None:
    """Give way to everything else: in processor time, and first to go when memory runs out."""
    with contextlib.suppress(OSError):
        os.nice(NICENESS)
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500")


def main() -> None:
    """Serve one client over standard input and output."""
    _step_back()
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # Nothing else may write where the answers go.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    worker = Worker(answers, AnalysisCache(folder))
    threading.Thread(target=listen, args=(sys.stdin.buffer, worker.requests), daemon=True).start()
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        worker.serve()
        answers.close()
    os._exit(0)


if __name__ == "__main__":
    main()
