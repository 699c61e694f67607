"""Roles and honorifics of people."""

import pytest

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.article.model import Article


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "Brazilian Finance Minister Maria Oliveira resigned.",
            "Maria Oliveira",
            "Brazilian Finance Minister",
        ),
        (
            "The plan failed, air force spokesman Piet de Vries said.",
            "Piet de Vries",
            "air force spokesman",
        ),
        (
            "Anna Keller, head of the Basel Water Board, urged calm.",
            "Anna Keller",
            "head of the Basel Water Board",
        ),
        ("Anna Keller, 41, a professor of law, urged calm.", "Anna Keller", "professor of law"),
        (
            "They met Secretary of State Robert Collins in Oslo.",
            "Robert Collins",
            "Secretary of State",
        ),
        ("On Monday Dr. Robert Collins spoke.", "Robert Collins", "Dr."),
        ("On Monday Robert Collins spoke.", "Robert Collins", None),
    ],
)
def test_role(text: str, name: str, role: str | None) -> None:
    found = {e.name: e for e in find_entities(parse(Article.from_text(text)))}
    assert found[name].label == "PERSON"
    assert found[name].role == role
