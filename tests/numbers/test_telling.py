"""The verb that a number goes with is known where it stands before the number."""

import pytest

from dateline.analysis.pipeline import analyze
from dateline.article.model import Article


@pytest.mark.parametrize(
    ("text", "number", "verb"),
    [
        ("The storm killed at least 40 people on Monday.", "40", "killed"),
        ("The guards shot down 174 drones across 13 regions.", "13", "shot"),
        ("In May 300 homes were lost.", "300", None),
    ],
)
def test_the_verb_before_a_number(text: str, number: str, verb: str | None) -> None:
    (found,) = (n for n in analyze(Article.from_text(text)).numbers if n.text == number)
    told = None if found.told_start is None else text[found.told_start :].split(maxsplit=1)[0]
    assert told == verb
