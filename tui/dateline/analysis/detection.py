"""The language that an article is written in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from py3langid.langid import LanguageIdentifier

    from dateline.article.model import Article, Block

_UNTOLD = frozenset({"code", "rule", "table", "aside"})
_SAMPLE = 3_000
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "for",
        "with",
        "was",
        "is",
        "by",
        "from",
        "has",
        "have",
        "said",
        "are",
        "were",
    ]
)
"""Words that are frequent in English and in no other language all together."""

_SURELY_ENGLISH = 0.12
_HARDLY_ENGLISH = 0.04
_ENOUGH_WORDS = 40
_LIKELY = 0.5
_CERTAIN = 0.8
_NO_LANGUAGE = "zxx"
_LIKE_ENGLISH = frozenset({"pcm", _NO_LANGUAGE})
"""Nigerian Pidgin is what headlines without small words look like to the identifier."""


def language_of(article: Article) -> str:
    """The ISO 639 code of the language that an article is written in.

    What the source declares is believed unless the text plainly says otherwise (many web pages
    declare English and are not). Too little to tell by counts as English when it is in Latin
    letters.
    """
    sample = _sample(article)
    words = _WORD.findall(sample.lower())
    english = [word for word in words if word in _ENGLISH]
    share = len(english) / max(len(words), 1)
    if share >= _SURELY_ENGLISH and len(set(english)) > 1:
        return "en"
    declared = _primary(article.language)
    foreign = len(words) >= _ENOUGH_WORDS and share < _HARDLY_ENGLISH
    if declared and not (declared == "en" and foreign):
        return declared
    code, confidence = _identifier().classify(sample)
    latin = sum(word.isascii() for word in words)
    if code in _LIKE_ENGLISH or (latin * 2 >= len(words) and confidence < _LIKELY):
        return declared or "en"
    return code if not declared or confidence >= _CERTAIN else declared


def _primary(tag: str | None) -> str | None:
    """The language of a BCP 47 tag: "en" of "en-GB"."""
    return re.split("[-_]", tag.strip().lower())[0] or None if tag else None


def _sample(article: Article) -> str:
    """Up to three thousand code points of the story's own text, from its start and its middle."""
    blocks = [block for block in article.blocks if block.kind not in _UNTOLD] or article.blocks
    half = _SAMPLE // 2
    return f"{_take(article, blocks, half)}\n{_take(article, blocks[len(blocks) // 2 :], half)}"


def _take(article: Article, blocks: Sequence[Block], size: int) -> str:
    taken: list[str] = []
    for block in blocks:
        taken.append(article.text[block.start : min(block.end, block.start + size)])
        size -= block.end - block.start
        if size <= 0:
            break
    return "\n".join(taken)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
