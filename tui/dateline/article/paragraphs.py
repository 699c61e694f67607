"""How lines make paragraphs: one a line, hard-wrapped, or lines that stay as they are.

The test of a hard-wrapped passage is whether the first word of each next line would not have
fitted on the line before it. Verse, addresses and the like fail it: their line ends are kept.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateline.article.lines import Line, Run

Shape = Literal["lines", "wrapped", "kept"]

_WIDEST_WRAP = 132
_NARROWEST_WRAP = 40
_MOST_KEPT = 60
_WIDE_FOR_VERSE = 64
_SHORT = 8
_RAGGED = 12
_ENDS_SENTENCE = re.compile(r"[.!?…:。！？।؟۔]['\"”’»)\]*_]*\Z")
_CODE_END = frozenset("{};)(,]>\\")
_CODE_SIGNS = "{}[]()=<>;|\\/&$@^~_`*+#"
_SAMPLE = 200
_WIDEST_CODE = 200
_COLUMNS = re.compile(r"\S(?: {3,}|\t)\S")


def width_of_wrap(runs: list[Run]) -> int | None:
    """The column at which the text as a whole is hard-wrapped, or None when it is not."""
    widths: Counter[int] = Counter()
    total = 0
    for run in runs:
        for line in run[:-1]:
            total += 1
            if len(line.text) <= _WIDEST_WRAP:
                widths[line.width] += 1
    counted = sum(widths.values())
    if counted < 5 or counted < 0.6 * total:
        return None
    reach = counted * 0.97
    width = 0
    for width in sorted(widths):
        reach -= widths[width]
        if reach <= 0:
            break
    near = sum(count for seen, count in widths.items() if width - 12 <= seen <= width + 4)
    return width if width >= _NARROWEST_WRAP and near >= 0.6 * counted else None


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets aside."""
    last = text[-1]
    return not (last.isalnum() or last == ",") and _ENDS_SENTENCE.search(text[-8:]) is not None


def is_full_prose(text: str, lines: Run, wrap: int | None) -> bool:
    """Whether all lines but the last reach so near the margin that they are hard-wrapped prose.

    It tells at a glance what `shape_of` would say of most passages of a long text.
    """
    if wrap is None or len(lines) < 2 or wrap > _WIDEST_WRAP:
        return False
    near = wrap - _RAGGED
    for line in lines[:-1]:
        if not near <= line.width <= wrap + 4:
            return False
    if lines[-1].width > wrap + 4 or (len(lines) == 2 and ends_sentence(lines[0].text)):
        return False
    last = lines[-1]
    return "  " not in text[lines[0].start + 4 : last.start].replace(".  ", ". ") and all(
        line.text[-1] not in _CODE_END for line in lines[:2]
    )


def shape_of(lines: Run, wrap: int | None) -> Shape:
    """How neighbouring lines belong together.

    "lines": each is a paragraph; "wrapped": they are one paragraph (or several, see
    `split_wrapped`), cut where the line was full; "kept": one block whose line ends are meant.
    `wrap` is what `width_of_wrap` says of the whole text.
    """
    count = len(lines)
    widest = max(line.width for line in lines)
    if count == 1 or widest > _WIDEST_WRAP:
        return "lines"
    low = sum(line.text[0].islower() for line in lines[1:])
    ended = sum(ends_sentence(line.text) for line in lines[:-1])
    if count == 2:
        if low or (wrap and lines[0].width >= wrap - 14 and not ended):
            return "wrapped"
        if lines[0].width >= 60 and not ended:
            return "wrapped"
        if wrap and ended and _is_full(lines[0], lines[1], wrap):
            return "wrapped"
        return "lines" if ended else "kept"
    full = _share_full(lines, max(widest, min(wrap or 0, widest + 10)))
    if widest >= _NARROWEST_WRAP and full >= 0.8 and ended <= 0.75 * (count - 1):
        return "wrapped"
    if widest >= 50 and low >= 0.5 * (count - 1) and ended < 0.5 * (count - 1):
        return "wrapped"
    if wrap and full >= 0.55 and widest >= wrap - 6 and ended < 0.5 * (count - 1):
        return "wrapped"
    mean = sum(len(line.text) for line in lines) / count
    if (ended >= 0.6 * (count - 1) and mean >= 40) or count > _MOST_KEPT:
        return "lines"
    if any(line.width >= _WIDE_FOR_VERSE and ends_sentence(line.text) for line in lines):
        return "lines"
    return "kept" if widest <= 90 else "lines"


def split_wrapped(lines: Run, wrap: int | None) -> list[Run]:
    """The paragraphs of hard-wrapped lines that no blank line parts.

    A paragraph begins at a line that is indented more than most, and, in a long passage, after
    a line that ends a sentence well before the margin.
    """
    if len(lines) <= _SHORT and len({line.indent for line in lines}) == 1:
        return [lines]
    indents = Counter(line.indent for line in lines)
    usual = min(indents, key=lambda indent: (-indents[indent], indent))
    firsts = sum(count for indent, count in indents.items() if indent > usual)
    by_indent = 0 < firsts <= 0.6 * len(lines) and usual == min(indents)
    widest = max(max(line.width for line in lines), wrap or 0)
    by_length = len(lines) > _SHORT
    parts: list[Run] = [[lines[0]]]
    for before, line in itertools.pairwise(lines):
        indented = by_indent and line.indent >= usual + 2
        short = by_length and before.width < widest - 14 and ends_sentence(before.text)
        if (
            ((indented and line.indent <= usual + 10) or (short and not line.text[0].islower()))
            and not _is_full(before, line, widest)
        ) or (indented and ends_sentence(before.text)):
            parts.append([line])
        else:
            parts[-1].append(line)
    return parts


def is_laid_out(text: str, lines: Run) -> bool:
    """Whether the lines are code, a table drawn with signs, or columns: kept as they stand."""
    count = len(lines)
    if count < 2:
        return False
    sample = lines[:_SAMPLE]
    start, end = sample[0].start, sample[-1].start + len(sample[-1].text)
    if end - start > _WIDEST_CODE * len(sample):
        return False
    passage = text[start:end]
    if count >= 3 and ("   " in passage or "\t" in passage):
        columns = sum(_COLUMNS.search(line.text) is not None for line in sample)
        if columns >= 0.7 * len(sample):
            return True
    if sum(map(passage.count, _CODE_SIGNS)) < 0.6 * len(sample):
        return False
    indented = sum(line.indent >= 2 for line in sample)
    coded = 0
    for line in sample:
        signs = sum(map(line.text.count, _CODE_SIGNS))
        coded += (line.text[-1] in _CODE_END and signs > 1) or signs >= 0.12 * len(line.text)
    if coded >= 0.6 * len(sample) and (indented or coded >= 0.8 * len(sample)):
        return count >= 3 or coded == count
    return False


def _is_full(line: Line, after: Line, width: int) -> bool:
    word = after.text.find(" ", 0, 40)
    return line.width + 1 + (word if word > 0 else min(len(after.text), 40)) > width


def _share_full(lines: Run, width: int) -> float:
    pairs = itertools.pairwise(lines)
    return sum(_is_full(line, after, width) for line, after in pairs) / (len(lines) - 1)
