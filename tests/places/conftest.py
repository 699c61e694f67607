import pytest

import dateline
from dateline.analysis.language import parse


@pytest.fixture(scope="session")
def parsed_of():
    return lambda text: parse(dateline.Article.from_text(text))
