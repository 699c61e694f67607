"""The parsed article that all finders share: the language model has run once over each passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.article.model import Article, Block


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article (or a part of a very long one) as the model read it.

    `doc.text` has the length of `article.text[start:end]`, code point for code point (LF become
    spaces, curly quotes straight), so a token stands at `start + token.idx` in the article.
    """

    index: int
    block: Block
    start: int
    end: int
    doc: Doc

    @property
    def aside(self) -> bool:
        """Whether it stands apart from the story."""
        return self.block.kind == "aside"

    @property
    def headline(self) -> bool:
        """Whether it is set like a headline (Title Case or capitals may be used)."""
        return self.block.kind in ("title", "heading")


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article and its passages, in the order of the text."""

    article: Article
    passages: tuple[Passage, ...]
    """All of the article's, or some of them while the rest is still unread."""
    language: str = "en"
    """ISO 639 code of the language that it was read as. When it is not "en", docs may lack tags,
    parse and names: ask `doc.has_annotation("DEP")`."""
    remarks: tuple[str, ...] = ()
    """What the reader should be told of how it was read."""
