"""A passage laid out for scanning: its words as plain strings, beside the parsed tokens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.analysis.parsed import Passage

ToponymKind = Literal["name", "inside", "demonym", "metonym", "street"]
"""`inside`: a place's name at the head of an institution's ("Leeds City Council")."""


@dataclass(frozen=True, slots=True)
class ToponymSpan:
    """Words that may name a place: `[start, end)` in the article, and how likely they do."""

    start: int
    end: int
    score: float
    kind: ToponymKind
    name: str
    """The name to look up; for a demonym or metonym, the words themselves."""
    place: int | None = None
    """The id of the place, where the words leave no doubt (demonyms, metonyms, abbreviations)."""
    passage: int = 0
    known: bool = True
    """Whether the gazetteer has the name; else only its form speaks for it ("Oak Township")."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A span with its evidence in log-odds, and how many tokens it covers."""

    span: ToponymSpan
    evidence: float
    tokens: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage and its words, as they stand and in lower case: one for each token."""

    passage: Passage
    doc: Doc
    words: list[str]
    lower: list[str]

    def __len__(self) -> int:
        return len(self.words)

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.words[i][0].isupper()

    def text(self, i: int, end: int) -> str:
        """The words `[i, end)` as they stand in the passage."""
        if end == i + 1:
            return self.words[i]
        text: str = self.doc[i:end].text
        return text

    def span(
        self, i: int, end: int, kind: ToponymKind, *, place: int | None = None, known: bool = True
    ) -> ToponymSpan:
        """The span of tokens `[i, end)`, not yet scored."""
        last = self.doc[end - 1]
        start = self.passage.start + self.doc[i].idx
        stop = self.passage.start + last.idx + len(last)
        name = self.text(i, end)
        return ToponymSpan(start, stop, 0.0, kind, name, place, self.passage.index, known)


def read(passage: Passage) -> Reading:
    """Lay out a passage."""
    words = [token.text for token in passage.doc]
    return Reading(passage, passage.doc, words, [word.lower() for word in words])
