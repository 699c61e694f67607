"""What is exported: an article and its annotations."""

from __future__ import annotations

import base64
import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.annotations.model import Annotation, ArticleRecord
    from dateline.annotations.store import AnnotationStore
    from dateline.article.model import Article


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article's record, its annotations in the order of the text, and its text if known."""

    record: ArticleRecord
    annotations: tuple[Annotation, ...]
    article: Article | None = None

    def as_article(self) -> Article:
        """The article, or one without a text that has its title and so on."""
        from dateline.article.model import Article

        if self.article is not None:
            return self.article
        record = self.record
        return Article(
            text="",
            title=record.title or None,
            byline=record.byline or None,
            site=record.site or None,
            published=datetime.date.fromisoformat(record.published) if record.published else None,
            source=record.addresses[0] if record.addresses else "",
            url=record.url or None,
        )

    @property
    def iri(self) -> str:
        """An address for the article that every format can hold: a URL, a file's, or its hash."""
        return iri_of(self.record)


def iri_of(record: ArticleRecord) -> str:
    """The page's own address, else where it was opened from, else a name by its text (RFC 6920)."""
    for address in (record.url, *record.addresses):
        if "://" in address:
            return address
    for address in record.addresses:
        return Path(address).absolute().as_uri()
    digest = bytes.fromhex(record.text_hash) if record.text_hash else b""
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def sheets_of(store: AnnotationStore) -> list[Sheet]:
    """All articles with annotations, as these were made."""
    sheets = (Sheet(record, tuple(store.of_record(record.number))) for record in store.articles())
    return [sheet for sheet in sheets if sheet.annotations]


def sheet_of(store: AnnotationStore, article: Article) -> Sheet | None:
    """An article with its annotations, placed in the text it has now; None when it has none."""
    annotations = store.for_article(article)
    if not annotations:
        return None
    records = store.records_of(annotations)
    counts = [annotation.article for annotation in annotations]
    return Sheet(records[max(counts, key=counts.count)], tuple(annotations), article)
