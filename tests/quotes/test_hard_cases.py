"""Hard cases: what is quoted, by whom, directly or not, in every way that news writes it."""

import json
from pathlib import Path

import pytest

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.analysis.quotes import find_quotes
from dateline.article.markdown import read_markdown
from dateline.article.model import Article

CASES = json.loads(Path(__file__).with_name("hard_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_hard_case(case: dict) -> None:
    read = read_markdown if case["format"] == "markdown" else Article.from_text
    parsed = parse(read(case["text"]))
    found = [
        {"text": q.text, "speaker": q.speaker.text if q.speaker else None, "direct": q.direct}
        for q in find_quotes(parsed, find_entities(parsed))
    ]
    assert found == case["quotes"]


def test_there_are_at_least_sixty() -> None:
    assert len(CASES) >= 60
