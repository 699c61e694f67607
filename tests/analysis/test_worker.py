"""The worker, driven by its messages."""

import io
import itertools
import json
from pathlib import Path

import dateline
from dateline.analysis.cache import AnalysisCache
from dateline.analysis.model import Analysis
from dateline.analysis.records import Assembly, article_slices
from dateline.analysis.worker import Worker

TEXT = "\n".join(f"Mayor Ada Lum opened bridge {n} in Oslo on Friday." for n in range(120))
ARTICLE = dateline.Article.from_text(TEXT)


class Line:
    """A worker with its answers at hand."""

    def __init__(self, folder: Path, **options: int) -> None:
        self._out = io.BytesIO()
        self.cache = AnalysisCache(folder)
        self.worker = Worker(self._out, self.cache, **options)

    def ask(self, *messages: list[object]) -> list[list[object]]:
        for message in messages:
            self.worker.handle(json.loads(json.dumps(message)))
        answers = [json.loads(line) for line in self._out.getvalue().splitlines()]
        self._out.seek(0)
        self._out.truncate()
        return answers


def _request(article: dateline.Article, run: int, key: str | None = None, at: int = 0):
    parts = [["part", run, part] for part in article_slices(article)]
    return [*parts, ["begin", run, at, at + 10, key]]


def _result(answers: list[list[object]]) -> Analysis:
    assembly = Assembly()
    last_partial = max(i for i, answer in enumerate(answers) if answer[0] == "partial")
    for answer in answers[last_partial:]:
        if answer[0] == "found":
            assembly.add(answer[2])
    return assembly.analysis(ARTICLE)


def _words(answers: list[list[object]]) -> list[str]:
    return [answer[0] for answer in answers]


def test_what_is_looked_at_is_read_first_and_all_is_read_once(tmp_path: Path) -> None:
    answers = Line(tmp_path).ask(*_request(ARTICLE, 1, at=3_000))
    spans = [(answer[2], answer[3]) for answer in answers if answer[0] == "partial"]
    assert spans[0][0] <= 3_000 < spans[0][1]
    ordered = sorted(spans)
    assert (ordered[0][0], ordered[-1][1]) == (0, len(TEXT))
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))
    assert _words(answers)[-1] == "finished"


def test_the_last_result_is_that_of_the_whole_article(tmp_path: Path) -> None:
    answers = Line(tmp_path).ask(*_request(ARTICLE, 1))
    assert _result(answers) == dateline.analyze(ARTICLE)


def test_progress_counts_words(tmp_path: Path) -> None:
    answers = Line(tmp_path).ask(*_request(ARTICLE, 1))
    progress = [answer[2:] for answer in answers if answer[0] == "progress"]
    total = len(TEXT.split())
    assert progress[0] == ["starting", 0, total]
    assert progress[-1] == ["linking", total, total]
    done = [step[1] for step in progress]
    assert done == sorted(done)


def test_another_date_needs_no_second_reading(tmp_path: Path) -> None:
    line = Line(tmp_path)
    line.ask(*_request(ARTICLE, 1))
    answers = line.ask(["again", 2, "2025-06-07", 0, 10, None])
    assert "partial" not in _words(answers)
    assert _words(answers)[-1] == "finished"
    assert all(answer[1] == 2 for answer in answers)


def test_a_request_that_comes_meanwhile_ends_the_run(tmp_path: Path) -> None:
    line = Line(tmp_path)
    first = _request(ARTICLE, 1)
    line.worker.requests.put(["cancel", 1])
    assert "finished" not in _words(line.ask(*first))
    line.worker.requests.put(["part", 3, ["text", "x"]])
    assert "finished" not in _words(line.ask(*_request(ARTICLE, 2)))


def test_a_look_elsewhere_is_followed(tmp_path: Path) -> None:
    line = Line(tmp_path)
    line.worker.requests.put(["priority", 1, 5_000, 5_100])
    answers = line.ask(*_request(ARTICLE, 1))
    spans = [(answer[2], answer[3]) for answer in answers if answer[0] == "partial"]
    assert spans[0][0] <= 5_000 < spans[0][1]


def test_a_long_article_is_taken_by_chapters(tmp_path: Path) -> None:
    answers = Line(tmp_path, chapter=2_000).ask(*_request(ARTICLE, 1))
    found, whole = _result(answers), dateline.analyze(ARTICLE)
    assert [(n.start, n.end, n.value) for n in found.numbers] == [
        (n.start, n.end, n.value) for n in whole.numbers
    ]
    assert [(t.start, t.end) for t in found.times] == [(t.start, t.end) for t in whole.times]
    assert {e.name for e in found.entities} == {e.name for e in whole.entities}


def test_the_result_is_kept_in_the_cache(tmp_path: Path) -> None:
    line = Line(tmp_path)
    answers = line.ask(*_request(ARTICLE, 1, key="bridges"))
    kept = line.cache.read("bridges")
    assert kept is not None
    together = Assembly()
    for slice_line in kept:
        together.add(json.loads(slice_line))
    assert together.analysis(ARTICLE) == _result(answers)


def test_an_empty_article_is_finished_at_once(tmp_path: Path) -> None:
    answers = Line(tmp_path).ask(*_request(dateline.Article.from_text(""), 1))
    assert _words(answers)[-1] == "finished"


def test_a_failure_is_one_sentence(tmp_path: Path) -> None:
    answers = Line(tmp_path).ask(["again", 1, None, 0, 0, None])
    assert _words(answers) == ["failed"]
