"""The language model: loaded once, run once over each passage of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from dateline.analysis.detection import language_of
from dateline.analysis.foreign_script import without_foreign_script
from dateline.analysis.languages import language_name, pipeline_for
from dateline.analysis.parsed import ParsedArticle, Passage
from dateline.analysis.passages import passage_spans, plain_text_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from dateline.article.model import Article, Block

_BATCH = 128
"""Passages that the model reads together."""


@cache
def load_model(language: str = "en") -> Language:
    """The spaCy pipeline that reads a language.

    The installed pipeline for it without its lemmatizer, else a tokenizer that also parts
    sentences: its docs have no tags, no parse and no names.
    """
    import spacy

    pipeline = pipeline_for(language)
    if pipeline is not None:
        from dateline.analysis.abbreviations import keep_abbreviations
        from dateline.analysis.tag_rules import remember_tag_rules

        model = spacy.load(pipeline.path or pipeline.name, exclude=["lemmatizer"])
        remember_tag_rules(model)
        if language == "en":
            keep_abbreviations(model)
        return model
    try:
        model = spacy.blank(language)
    except ImportError:
        # Languages that spaCy does not know, or whose tokenizer needs a package of its own.
        model = spacy.blank("xx")
    model.add_pipe("sentencizer")
    return model


def read_passages(
    article: Article, spans: Sequence[tuple[Block, int, int]], *, language: str, first: int = 0
) -> tuple[Passage, ...]:
    """Run the model of a language over passages of an article, given as block, start and end.

    `first` is the index that the first of them gets.
    """
    docs = _read(_plain_texts(article, spans, language), language)
    return tuple(
        Passage(first + number, block, start, end, doc)
        for number, ((block, start, end), doc) in enumerate(zip(spans, docs, strict=True))
    )


def parse(article: Article) -> ParsedArticle:
    """Run the language model over the passages of an article."""
    return next(parse_many([article]))


def parse_many(articles: Iterable[Article]) -> Iterator[ParsedArticle]:
    """Parse several articles, in order: short ones are read together, which is faster."""
    taken = [(article, language_of(article), list(passage_spans(article))) for article in articles]
    texts: dict[str, list[Iterator[str]]] = {}
    for article, language, spans in taken:
        texts.setdefault(language, []).append(_plain_texts(article, spans, language))
    docs = {
        language: _read(chain.from_iterable(parts), language) for language, parts in texts.items()
    }
    for article, language, spans in taken:
        passages = tuple(
            Passage(index, block, start, end, next(docs[language]))
            for index, (block, start, end) in enumerate(spans)
        )
        yield ParsedArticle(article, passages, language, remarks_on(language))


def remarks_on(language: str) -> tuple[str, ...]:
    """What the reader should be told of how a language is read; nothing for English."""
    if language == "en":
        return ()
    name = language_name(language)
    pipeline = pipeline_for(language)
    if pipeline is not None:
        return (
            f"Read as {name} with {pipeline.name}: dates, numbers in digits and words in quotation "
            "marks are found; durations, number words and reported speech only in English.",
        )
    from dateline.analysis.places.abroad import names_of

    if names_of(language) is not None:
        found = "words in quotation marks and well-known places are found, other names"
    else:
        found = "and words in quotation marks are found, places, names"
    return (
        f"No language model for {name} is installed: dates, numbers in digits, {found} and "
        "reported speech are not. "
        "`dateline languages` says how to get more.",
    )


def _plain_texts(
    article: Article, spans: Sequence[tuple[Block, int, int]], language: str
) -> Iterator[str]:
    return (text_to_read(article, start, end, language) for _, start, end in spans)


def text_to_read(article: Article, start: int, end: int, language: str) -> str:
    """The text of a passage as the model of a language reads it: as long as the passage."""
    plain = plain_text_of(article, start, end)
    return without_foreign_script(plain) if language == "en" else plain


def _read(texts: Iterable[str], language: str) -> Iterator[Doc]:
    import numpy

    nothing = numpy.zeros((0, 0), dtype="f")
    for doc in load_model(language).pipe(texts, batch_size=_BATCH):
        # The vectors behind the parse take four times the room of the parse itself.
        doc.tensor = nothing
        yield doc
