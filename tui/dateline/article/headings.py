"""Headings in plain text: chapters, and short lines that stand over paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.article.paragraphs import ends_sentence

if TYPE_CHECKING:
    from dateline.article.structure import Block

_LONGEST = 80
_MOST_WORDS = 11
_CHAPTER = re.compile(
    r"(?P<part>PART|Part|BOOK|Book|VOLUME|Volume|ACT|Act)?"
    r"(?:CHAPTER|Chapter|SCENE|Scene|LETTER|Letter|CANTO|Canto|STAVE|Stave|SECTION|Section"
    r"|CHAPITRE|Chapitre|KAPITEL|Kapitel|CAPÍTULO|Capítulo|CAPITOLO|Capitolo|ГЛАВА|Глава)?"
    r" (?:[IVXLCDM]{1,8}|\d{1,3}|[A-Z]{3,12}(?:-[A-Z]{3,6})?|the [A-Z][a-z]+"
    r"|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b[.:]?(?P<rest>.{0,60})\Z"
)
_NUMERAL = re.compile(r"(?:[IVXLC]{1,7}|\d{1,2})\.?\Z")
_NAMED = re.compile(
    r"(?:PREFACE|FOREWORD|INTRODUCTION|PROLOGUE|EPILOGUE|CONTENTS|APPENDIX|AFTERWORD|CONCLUSION"
    r"|Preface|Foreword|Introduction|Prologue|Epilogue|Contents|Appendix|Afterword|Conclusion)\.?\Z"
)
_LABEL_OR_CREDIT = re.compile(
    r"(?:photo|image|picture|credit|source|by|from|to|cc|subject|date|sent|tel|phone|fax|email|isbn"
    r"|graphic|illustration|file|getty|reuters|ap|afp|copyright|©|http)\b",
    re.IGNORECASE,
)
_NOT_OPENING = frozenset("“\"'‘«„([{<=@&…")
_NOT_CLOSING = frozenset(".,;:-–—“\"”'’»…，。；：、/\\=+*")


def mark_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Give the kind `heading` to lines of `text` that head what follows.

    `blocks` are those of `text`, in order; the same blocks come back, some with another kind.
    Lines that are many beside the paragraphs are no headings but a list, a poem or a dialogue.
    """
    places: list[int] = []
    marked = list(blocks)
    for place, block in enumerate(blocks[:-1]):
        if block.kind != "paragraph" or block.end - block.start > _LONGEST:
            continue
        line = text[block.start : block.end]
        level = chapter_level(line)
        if level:
            marked[place] = replace(block, kind="heading", level=level)
        elif _heads(text, line, blocks[place + 1]) or _is_numeral(line, blocks, place):
            places.append(place)
    paragraphs = sum(block.end - block.start > _LONGEST for block in blocks)
    if len(places) == 1 and text[blocks[places[0]].end - 1] == "?":
        return marked  # One question alone is asked by the story, not by its headings.
    if len(places) <= 0.7 * paragraphs + 1:
        for place in places:
            marked[place] = replace(marked[place], kind="heading", level=2)
    return marked


def chapter_level(line: str) -> int:
    """The level of a chapter's heading ("CHAPTER IV. The Ball" 2, "BOOK ONE" 1), or 0."""
    found = _CHAPTER.match(line)
    if found is None or line.startswith(" "):
        return 2 if _NAMED.match(line) is not None else 0
    rest = found["rest"]
    if rest and (rest[0].isalpha() or (rest.strip() and rest.strip()[0].islower())):
        return 0
    if rest.endswith((",", ";")) or (rest.endswith(".") and rest.count(" ") > 6):
        return 0
    return 1 if found["part"] else 2


def _heads(text: str, line: str, below: Block) -> bool:
    first, last = line[0], line[-1]
    if first.islower() or first in _NOT_OPENING or last in _NOT_CLOSING or "\n" in line:
        return False
    if last == "!" or line.count(" ") >= _MOST_WORDS or not any(map(str.isalpha, line)):
        return False
    if below.kind not in ("paragraph", "item", "quote", "code", "table"):
        return False
    if _LABEL_OR_CREDIT.match(line) is not None or "@" in line or "://" in line:
        return False
    size = below.end - below.start
    if below.kind == "paragraph" and size < max(_LONGEST, 2 * len(line)):
        return size > 2 * len(line) and ends_sentence(text[below.start : below.end])
    return True


def _is_numeral(line: str, blocks: list[Block], place: int) -> bool:
    """Whether a numeral stands alone over a paragraph, as in a story told in numbered parts."""
    below = blocks[place + 1]
    return _NUMERAL.match(line) is not None and below.end - below.start > _LONGEST
