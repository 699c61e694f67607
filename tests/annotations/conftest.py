from __future__ import annotations

import pytest

from dateline.annotations.store import AnnotationStore
from dateline.article.model import Article

TEXT = """The Harbour Wall

The council voted on Tuesday to rebuild the harbour wall. Work begins in May and costs 4 million.

Fishermen welcomed the plan. “We have waited nine winters for this,” said Ada Quill (two boats).

Not everybody agreed. The ferry company warned that the work would close the eastern pier.
"""


@pytest.fixture
def article() -> Article:
    return Article(text=TEXT, title="The Harbour Wall", source="/articles/harbour.txt")


@pytest.fixture
def store(tmp_path):
    store = AnnotationStore(tmp_path / "data" / "annotations.sqlite3")
    yield store
    store.close()


@pytest.fixture
def mark(store, article):
    """Highlight the words given, in the harbour article."""

    def mark(words: str, **more):
        start = article.text.index(words)
        return store.add(article, start, start + len(words), **more)

    return mark
