"""How the tests of numbers read a text."""

from dateline.analysis.language import parse
from dateline.analysis.model import Number
from dateline.analysis.names import find_entities
from dateline.analysis.numbers import find_numbers
from dateline.article.model import Article


def numbers(text: str) -> list[Number]:
    parsed = parse(Article.from_text(text))
    return find_numbers(parsed, find_entities(parsed), [])
