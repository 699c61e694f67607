"""JSON lines in, JSON lines out."""

import json
import threading
from collections.abc import Iterator

from dateline.analysis.stream import analyze_lines


def _answers(*lines: str) -> list[dict[str, object]]:
    return [json.loads(answer) for answer in analyze_lines(line.encode() for line in lines)]


def test_each_line_is_answered_in_order_under_its_id() -> None:
    texts = [json.dumps({"id": f"a{n}", "text": f"The {n} dogs ran."}) for n in range(200)]
    answers = _answers(*texts)
    assert [answer["id"] for answer in answers] == [f"a{n}" for n in range(200)]
    assert answers[7]["article"]["text"] == "The 7 dogs ran."
    assert answers[7]["schema"] == 1


def test_a_line_that_fails_does_not_stop_the_rest() -> None:
    answers = _answers(
        "not json",
        "[1, 2]",
        '{"id": 1}',
        '{"id": {"deep": 2}, "text": "Hi.", "published": "yesterday"}',
        "",
        '{"id": 3, "text": "The end came on Friday.", "published": "2025-06-07"}',
    )
    assert [answer["id"] for answer in answers] == [None, None, 1, {"deep": 2}, 3]
    assert ["error" in answer for answer in answers] == [True, True, True, True, False]
    assert answers[-1]["article"]["published"] == "2025-06-07"


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    answered = threading.Event()

    def lines() -> Iterator[bytes]:
        yield b'{"id": 1, "text": "The first."}\n'
        assert answered.wait(30), "the first answer waited for the second line"
        yield b'{"id": 2, "text": "The second."}\n'

    answers = analyze_lines(lines())
    assert json.loads(next(answers))["id"] == 1
    answered.set()
    assert json.loads(next(answers))["id"] == 2
