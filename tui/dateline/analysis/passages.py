"""Passages: the pieces of an article that the language model reads one at a time.

A passage is a block, a row of a table, or a part of a very long block. Its text is a copy of the
same length in which characters that the model was not trained on are replaced by their plain
forms, one code point for one code point, so that offsets hold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.article.model import Article, Block

LONGEST = 6_000
"""Most code points in a passage (about 1,000 words): the model's memory and time a word grow
with the length of what it reads at once."""

_SHORTEST_PART = LONGEST // 2
_UNREAD = frozenset({"code", "rule"})
_ROW = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\Wa-z_])|[。！？][」』”’]*|\n")
_WHITE_SPACE = re.compile(r"\s+")
_PLAIN_FORM = str.maketrans(
    {
        **dict.fromkeys("\n\u00a0\u202f\u205f\u3000\u200b\ufeff", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
    }
)


_NOTE = re.compile(
    # A mark glued to what it belongs to, or to another: "Monday.[1][2]", "the fair[note 3]".
    r"(?<=[\w.,;:!?%\"'”’»)\]])(?:\[(?:\^?\d{1,3}|[abc]|(?:note|nb|n) \d{1,3})\])+(?![(\w])"
    # Or set apart, and counting nothing: "in 2019 [4] that", but "[20] people" and "[3] games".
    r"|(?<=[\w.,;:!?%\"'”’»)\]] )\[\d{1,3}(?:, ?\d{1,3}|[-–]\d{1,3})*\](?![(\w])"
    r"(?! (?:people|persons|men|women|children|percent|per|hundred|thousand|million|billion)\b)"
    r"(?! (?!(?:is|was|has|does|its|this|as|thus|says|shows|us)\b)[a-z]+s\b)"
    r"|\[citation needed\]"
)
"""Marks that lead to footnotes and references; no one reads them aloud."""


def passage_spans(article: Article) -> Iterator[tuple[Block, int, int]]:
    """The block, start and end of each passage, in the order of the text."""
    text = article.text
    for block in article.blocks:
        if block.kind in _UNREAD:
            continue
        if block.kind == "table":
            pieces = [
                (block.start + row.start(), block.start + row.end())
                for row in _ROW.finditer(text[block.start : block.end])
            ]
        else:
            pieces = [(block.start, block.end)]
        for start, end in pieces:
            for part_start, part_end in _parts(text, start, end):
                if not text[part_start:part_end].isspace():
                    yield block, part_start, part_end


def plain_text_of(article: Article, start: int, end: int) -> str:
    """The text of a passage as the model reads it: as long as `article.text[start:end]`.

    Marks of footnotes are spaces in it.
    """
    plain = article.text[start:end].translate(_PLAIN_FORM)
    return _NOTE.sub(lambda mark: " " * len(mark[0]), plain) if "[" in plain else plain


def without_note_marks(text: str) -> str:
    """A text for display without the marks that lead to footnotes and references."""
    return _NOTE.sub("", text) if "[" in text else text


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at the last sentence end that fits, else at white space, else anywhere."""
    while end - start > LONGEST:
        cut = _last_break(text, start + _SHORTEST_PART, start + LONGEST)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _last_break(text: str, low: int, high: int) -> int:
    for pattern in (_SENTENCE_END, _WHITE_SPACE):
        ends = [match.end() for match in pattern.finditer(text, low, high)]
        if ends:
            return ends[-1]
    return high
