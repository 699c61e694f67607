"""Text objects: the word, sentence, paragraph, quotation or finding around an offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane.motions import block_span, sentence_at, word_at
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.article.model import Article

_PAIRS = {"“": "”", "„": "“", "«": "»", "‹": "›", '"': '"', "‘": "’"}


def _with_space(text: str, span: Span, limit: Span) -> Span:
    """The span with the white space after it, or before it where none follows."""
    end = span.end
    while end < limit.end and text[end].isspace():
        end += 1
    if end > span.end:
        return Span(span.start, end)
    start = span.start
    while start > limit.start and text[start - 1].isspace():
        start -= 1
    return Span(start, span.end)


def word(article: Article, offset: int, around: bool) -> Span:
    """The word under an offset, `around` with its space."""
    span = word_at(article.text, offset)
    return _with_space(article.text, span, block_span(article, offset)) if around else span


def sentence(article: Article, offset: int, around: bool) -> Span:
    """The sentence that an offset stands in, `around` with its space."""
    span = sentence_at(article, offset)
    return _with_space(article.text, span, block_span(article, offset)) if around else span


def paragraph(article: Article, offset: int, around: bool) -> Span:
    """The paragraph that an offset stands in, `around` with the white space after it."""
    span = block_span(article, offset)
    return _with_space(article.text, span, Span(span.start, len(article.text))) if around else span


def quotation(article: Article, offset: int, around: bool) -> Span | None:
    """The innermost stretch in quotation marks around an offset; `around` with the marks."""
    text, block = article.text, block_span(article, offset)
    stack: list[int] = []
    for place in range(block.start, block.end):
        mark = text[place]
        if stack and mark == _PAIRS.get(text[stack[-1]]) and not _apostrophe(text, place):
            opened = stack.pop()
            if opened <= offset <= place:
                return Span(opened, place + 1) if around else Span(opened + 1, place)
        elif mark in _PAIRS and not _apostrophe(text, place):
            stack.append(place)
    return None


def _apostrophe(text: str, place: int) -> bool:
    """Whether a single mark stands inside a word."""
    return text[place] in "‘’" and (
        place + 1 < len(text) and text[place - 1].isalnum() and text[place + 1].isalnum()
    )
