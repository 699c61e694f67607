"""A stream of articles as JSON lines: each answered by a line, in order, as it goes."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import queue
import sys
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.analysis.language import load_model, parse_many
from dateline.analysis.pipeline import analyze_parsed
from dateline.article.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GROUP_TEXT = 20_000
"""Code points (about 3,500 words, under a second's work) that are read together at most."""
_GROUP_LINES = 64
_WAITING_LINES = 128
_NEW_WORDS = 400_000
"""Words new to the model after which it is loaded afresh: it keeps every word that it has seen."""


@dataclass(frozen=True, slots=True)
class Request:
    """A line of the input: an article under its `id`, or what is wrong with the line."""

    id: Any
    article: Article | None
    error: str | None = None


def read_request(line: bytes) -> Request:
    """Read a line `{"id", "text", "published"?}`; what is wrong with it is told, not raised."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Request(None, None, f"not a line of JSON in UTF-8: {error}")
    if not isinstance(given, dict):
        return Request(None, None, "not a JSON object")
    name, text, published = given.get("id"), given.get("text"), given.get("published")
    if not isinstance(text, str):
        return Request(name, None, '"text" is missing or not a string')
    if published is None:
        return Request(name, Article.from_text(text))
    try:
        day = datetime.datetime.fromisoformat(published).date()
    except (ValueError, TypeError):
        return Request(name, None, f'"published" is not an ISO 8601 date: {published!r}')
    return Request(name, Article.from_text(text, published=day))


def analyze_lines(lines: Iterable[bytes]) -> Iterator[str]:
    """Answer JSON lines with JSON lines (without their line end), in order.

    A line that fails is answered by `{"id", "error"}`. What has arrived is read together for
    speed, but never waited for; at most a few hundred lines are held.
    """
    for group in _groups(lines):
        yield from _answers(group)
        _forget_words()


def _answers(group: list[Request]) -> Iterator[str]:
    articles = [request.article for request in group if request.article is not None]
    try:
        parsed = parse_many(articles)
        found = iter([analyze_parsed(each).to_dict() for each in parsed])
    except Exception as error:
        if len(group) > 1:
            for request in group:
                yield from _answers([request])
            return
        group = [Request(group[0].id, None, f"{type(error).__name__}: {error}")]
    for request in group:
        if request.article is None:
            answer = {"id": request.id, "error": request.error}
        else:
            answer = {"id": request.id, **next(found)}
        yield json.dumps(answer, ensure_ascii=False)


def _groups(lines: Iterable[bytes]) -> Iterator[list[Request]]:
    """Requests in groups: the first that arrives, and what else is there already."""
    waiting: queue.Queue[bytes | None] = queue.Queue(_WAITING_LINES)

    def fill() -> None:
        try:
            for line in lines:
                if line.strip():
                    waiting.put(line)
        finally:
            waiting.put(None)

    threading.Thread(target=fill, daemon=True, name="input").start()
    ended = False
    while not ended:
        group: list[Request] = []
        size = 0
        while size < _GROUP_TEXT and len(group) < _GROUP_LINES:
            try:
                line = waiting.get(block=not group)
            except queue.Empty:
                break
            if line is None:
                ended = True
                break
            group.append(read_request(line))
            size += len(line)
        if group:
            yield group


def _forget_words() -> None:
    model = load_model()
    if len(model.vocab.strings) - _words_at_start(model) > _NEW_WORDS:
        load_model.cache_clear()


def answer_standard_input() -> None:
    """Answer the lines of standard input on standard output, as each member of a team does."""
    for answer in analyze_lines(sys.stdin.buffer):
        sys.stdout.buffer.write(answer.encode("utf-8", "surrogatepass") + b"\n")
        sys.stdout.buffer.flush()


def _words_at_start(model: Any) -> int:
    return int(model.meta.setdefault("_words_at_start", len(model.vocab.strings)))


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        answer_standard_input()
    # Nobody reads any more, or all is said: what is still buffered must not complain.
    os._exit(0)
