"""Motions of the cursor over the text: by word, sentence and paragraph.

All take and return code point offsets. Words follow UAX #29 for the scripts that part words by
spaces; in scripts that do not, a run of letters is one word. Sentences end at a full stop, question
or exclamation mark that a space and a capital, digit or opening mark follow, abbreviations apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from dateline.reader.article_pane.breaking import is_simple
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.article.model import Article

_WORD = re.compile(r"\w+(?:['’.,\-]\w+)*|[^\w\s]+")
_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?:\s+|$)(?=[\"'“‘«(\[]*[^\sa-z]|$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|Jr|Sr|vs|etc|No|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.\s*$"
)
_WINDOW = 2_000
_LONGEST_GRAPHEME = 64
"""Code points on either side of an offset in which its grapheme is looked for."""


def grapheme_at(text: str, offset: int) -> Span:
    """The grapheme (UAX #29) that an offset stands in: a letter with its marks, a joined emoji."""
    if all(map(is_simple, text[offset : offset + 2])):
        return Span(offset, min(offset + 1, len(text)))
    start = offset
    while start > 0 and offset - start < _LONGEST_GRAPHEME and not text[start].isascii():
        start -= 1
    import regex

    for match in regex.finditer(r"\X", text, pos=start, endpos=offset + _LONGEST_GRAPHEME):
        if match.end() > offset:
            return Span(match.start(), match.end())
    return Span(offset, min(offset + 1, len(text)))


def character_right(text: str, offset: int) -> int:
    """The start of the grapheme after the one under the offset."""
    return grapheme_at(text, offset).end


def character_left(text: str, offset: int) -> int:
    """The start of the grapheme before the one under the offset, or 0."""
    return grapheme_at(text, max(grapheme_at(text, offset).start - 1, 0)).start


def word_at(text: str, offset: int) -> Span:
    """The word or run of marks under an offset; on white space, that one character."""
    start = _line_start(text, offset)
    for match in _WORD.finditer(text, start, offset + _WINDOW):
        if match.start() <= offset < match.end():
            return Span(match.start(), match.end())
        if match.start() > offset:
            break
    return Span(offset, min(offset + 1, len(text)))


def next_word(text: str, offset: int) -> int:
    """The start of the word after the one under the offset."""
    start = word_at(text, offset).end
    match = _WORD.search(text, start) if start < len(text) else None
    return match.start() if match else max(len(text) - 1, 0)


def word_end(text: str, offset: int) -> int:
    """The last character of the word under the offset, or of the next when already there."""
    match = _WORD.search(text, _line_start(text, offset))
    while match is not None and match.end() - 1 <= offset:
        match = _WORD.search(text, match.end())
    return match.end() - 1 if match else max(len(text) - 1, 0)


def word_before(text: str, offset: int) -> int:
    """The start of the word under the offset, or of the one before when already there."""
    window = max(0, offset - _WINDOW)
    best = 0
    for match in _WORD.finditer(text, text.rfind(" ", 0, window) + 1 if window else 0, offset):
        best = match.start()
    return best


def _line_start(text: str, offset: int) -> int:
    near = max(0, offset - _WINDOW)
    return max(text.rfind("\n", near, offset), text.rfind(" ", near, offset), near - 1) + 1


def block_number_at(article: Article, offset: int) -> int:
    """The index of the block that holds an offset, or of the last that starts before it."""
    return max(bisect_right(article.blocks, offset, key=lambda block: block.start) - 1, 0)


def block_span(article: Article, offset: int) -> Span:
    """The block that an offset stands in; the whole text when there are no blocks."""
    if not article.blocks:
        return Span(0, len(article.text))
    block = article.blocks[block_number_at(article, offset)]
    return Span(block.start, block.end)


def sentences(text: str, block: Span) -> list[Span]:
    """The sentences of a block, without the white space between them."""
    found, start = [], block.start
    for match in _SENTENCE_END.finditer(text, block.start, block.end):
        stop = match.start() + len(match.group().rstrip())
        if match.group()[0] == "." and _ABBREVIATION.search(text[start:stop]):
            continue
        found.append(Span(start, stop))
        start = match.end()
    if start < block.end:
        found.append(Span(start, block.end))
    return found


def sentence_at(article: Article, offset: int) -> Span:
    """The sentence that an offset stands in."""
    found = sentences(article.text, block_span(article, offset))
    return next((span for span in reversed(found) if span.start <= offset), found[0])


def sentence_start(article: Article, offset: int, step: int) -> int:
    """The start of the next (`step` 1) or previous (-1) sentence."""
    block = block_span(article, offset)
    starts = [span.start for span in sentences(article.text, block)]
    if step > 0:
        following = [start for start in starts if start > offset]
        return following[0] if following else paragraph_start(article, offset, 1)
    earlier = [start for start in starts if start < offset]
    if earlier:
        return earlier[-1]
    number = block_number_at(article, offset)
    if number == 0:
        return block.start
    above = article.blocks[number - 1]
    return sentences(article.text, Span(above.start, above.end))[-1].start


def paragraph_start(article: Article, offset: int, step: int) -> int:
    """The start of the next (`step` 1) or previous (-1) block; going back, of this one first."""
    if not article.blocks:
        return 0
    number = block_number_at(article, offset)
    if step > 0:
        if number + 1 < len(article.blocks):
            return article.blocks[number + 1].start
        return max(article.blocks[number].end - 1, 0)
    if article.blocks[number].start < offset:
        return article.blocks[number].start
    return article.blocks[max(number - 1, 0)].start
