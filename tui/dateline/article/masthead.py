"""The head of an article: title, standfirst, byline and dateline, told by what the text shows.

Told with care: a text that has no headline is given none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from dateline.article.headings import chapter_level
from dateline.article.paragraphs import ends_sentence
from dateline.article.structure import Block, StyleSpan

_HEAD = 8
_WORDS = re.compile(r"\w+")
_LONGEST_TITLE = 200
_MOST_HEAD_LINES = 4
_MOST_LABEL_WORDS = 3
_FEWEST_WORDS = 5
_LONGEST_STANDFIRST = 400
_LONGEST_DATELINE = 90
_BYLINE = re.compile(
    r"(?:(?:story|written|reported|words|reporting|text|article|essay|posted)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|автор:?)\s+(?P<names>\S.{1,160})\Z"
    r"|(?:author|authors|byline|reporter|correspondent)\s*:\s*(?P<named>\S.{1,160})\Z",
    re.IGNORECASE,
)
_FULL_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
_NAMED_WITH_AGENCY = re.compile(
    rf"(?P<names>{_FULL_NAME}(?:(?:,| and) {_FULL_NAME})*)\s*(?:,|\||in|-|–)\s*"
    r"(?:Reuters|Associated Press|AP|AFP|BBC News|BBC|CNN|The Guardian|Guardian"
    r"|[A-Z][\w’']+(?: [A-Z][\w’']+)? (?:[Cc]orrespondent|[Rr]eporter|[Ww]riter))\Z"
)
_AFTER_NAMES = re.compile(
    r"\s*(?:\||•|·|—|–|,?\s+(?:published|updated|posted|on)\b|,\s*(?:Jan|Feb|Mar|Apr|May|Jun|Jul"
    r"|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\d{1,2}[/. ]|\(@).*\Z",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_ANY_DAY = (
    r"(?:[^\W\d_]{3,10}\.? \d{1,2}|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?)(?:,? (?:de )?\d{4})?"
)
_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_NAME = rf"{_CAPITALISED}(?:[ /](?:{_CAPITALISED}|de|del|la|el|al|of|and|sur|am|upon)){{0,4}}"
_PLACE = rf"(?P<place>{_NAME}(?:, {_NAME}){{0,2}})"
_AGENCY = r"(?P<agency>\([A-Z][\w .&/’'-]{0,30}\))"
_DASH = r"\s?(?:—|–|--|-|―)\s"
_DATELINE = re.compile(
    rf"(?:{_PLACE}(?:,? \(?(?P<date>{_ANY_DAY})\)?)?(?: {_AGENCY})?(?P<slash>/[A-Z][\w ]+/)?"
    rf"|(?P<alone>\([A-Z][\w .]{{1,20}}\)))(?P<dash>{_DASH})"
)
_DATE_LINE = re.compile(
    r"(?:(?:first |last )?(?:published|posted|updated|date|modified)(?: on| at)?:?\s+.{0,50}\d"
    rf"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?{_DAY}\b"
    r"|\d{4}-\d\d-\d\d\b|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the head of an article says, and the blocks and styles as they then stand."""

    blocks: list[Block]
    styles: list[StyleSpan]
    title: str | None
    byline: str | None
    dateline: str | None
    """The dateline as written, when there is one ("PARIS, June 5 (Reuters) -")."""


def read_masthead(text: str, blocks: list[Block], *, known_title: str | None = None) -> Masthead:
    """Tell title, standfirst, byline and dateline among the first blocks.

    `blocks` are those of `text`, in order. With `known_title`, told by the file's metadata, the
    block that repeats it is the title, and no other is looked for.
    """
    marked = _parted(text, blocks) if known_title is None else list(blocks)
    title = None
    if known_title is None:
        heads = (i for i, b in enumerate(marked[:_HEAD]) if b.kind not in ("rule", "aside"))
        place = next(heads, 0)
        found = bool(marked) and _is_title(text, marked, place)
    else:
        place = next((i for i, b in enumerate(marked[:_HEAD]) if _says(text, b, known_title)), 0)
        found = bool(marked) and _says(text, marked[place], known_title)
    if found:
        block = marked[place]
        title = " ".join(text[block.start : block.end].split())
        marked[place] = replace(block, kind="title", level=0)
        place += 1
    byline: str | None = None
    style: StyleSpan | None = None
    passed: list[int] = []
    for index in range(place, min(len(marked), place + _HEAD)):
        block = marked[index]
        if block.kind not in ("paragraph", "heading"):
            continue
        line = text[block.start : min(block.end, block.start + _LONGEST_STANDFIRST)]
        style = style or _dateline(text, block)
        if style is not None:
            break
        names = byline_of(line) if byline is None and block.end - block.start <= 200 else None
        if names is not None and len(passed) <= 3:
            byline = names
            marked[index] = replace(block, kind="byline", level=0)
        elif is_date_line(line) and block.end - block.start <= _LONGEST_DATELINE:
            marked[index] = replace(block, kind="dateline", level=0)
        elif block.end - block.start > _LONGEST_STANDFIRST:
            break
        else:
            passed.append(index)
    if title is not None and _is_standfirst(text, marked, place):
        marked[place] = replace(marked[place], kind="standfirst", level=0)
    return Masthead(
        marked,
        [style] if style else [],
        title,
        byline,
        text[style.start : style.end] if style else None,
    )


def _parted(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, the first cut into its lines where it is a headline and what goes with it.

    It is when the byline, the date or the dateline follows it; a label such as "WORLD NEWS"
    above the headline stands apart.
    """
    if len(blocks) < 2 or blocks[0].kind != "paragraph":
        return list(blocks)
    head, below = blocks[0], blocks[1]
    lines = text[head.start : head.end].split("\n")
    said = text[below.start : below.end]
    follows = byline_of(said) or is_date_line(said) or _dateline(text, below)
    if not 2 <= len(lines) <= _MOST_HEAD_LINES or len(said) > 2_000 or not follows:
        return list(blocks)
    if any(line.strip()[0].islower() or line.rstrip()[-1] in ",;" for line in lines):
        return list(blocks)
    parts: list[Block] = []
    at = head.start
    for line in lines:
        shown = line.strip()
        start = at + line.index(shown)
        parts.append(Block("paragraph", start, start + len(shown)))
        at += len(line) + 1
    label = lines[0].strip()
    if label.isupper() and label.count(" ") < _MOST_LABEL_WORDS and not lines[1].isupper():
        parts[0] = replace(parts[0], kind="aside")
    return [*parts, *blocks[1:]]


def byline_of(line: str) -> str | None:
    """The names in a byline ("By Jane Doe and John Roe | June 5"), or None when it is none."""
    line = ", ".join(" ".join(part.split()).rstrip(",") for part in line.split("\n"))
    found = _BYLINE.match(line) or _NAMED_WITH_AGENCY.match(line)
    if found is None:
        return None
    names = found.groupdict().get("names") or found.groupdict().get("named") or ""
    names = _AFTER_NAMES.sub("", names).strip(" ,.;")
    words = names.split()
    capital = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    if not words or len(words) > 24 or not words[0][0].isupper() or capital < 0.6 * len(words):
        return None
    if line.endswith((".", "?", "!")) and len(words) > 5:
        return None
    return names


def is_date_line(line: str) -> bool:
    """Whether the line says when the article was published and little else."""
    line = line.strip()
    if len(line) > _LONGEST_DATELINE or not any(map(str.isdigit, line)):
        return False
    found = _DATE_LINE.match(line)
    return found is not None and not ends_sentence(line.rstrip(".")) and len(line.split()) <= 12


def _says(text: str, block: Block, title: str) -> bool:
    """Whether the block has the words of the title, case and signs aside."""
    if block.end - block.start > 2 * len(title) + 20:
        return False
    return _WORDS.findall(text[block.start : block.end].casefold()) == _WORDS.findall(
        title.casefold()
    )


def _is_title(text: str, blocks: list[Block], place: int) -> bool:
    block = blocks[place]
    size = block.end - block.start
    if block.kind == "heading":
        return block.level == 1
    if block.kind != "paragraph" or size > _LONGEST_TITLE or place + 1 >= len(blocks):
        return False
    line = text[block.start : block.end]
    words = line.split()
    if line[0].islower() or line[-1] in ",;:":
        return False
    if ends_sentence(line) and line[-1] not in "?!…’”\"'":
        # A headline with a full stop is told from a sentence by its capitals.
        capitals = line.isupper() or (len(words) >= _FEWEST_WORDS and _in_title_case(words))
        if line[-1] != "." or not capitals:
            return False
    elif line[-1] in "’”\"'" and len(line) > 1 and line[-2] in ".,":
        return False
    if len(words) > 30 or line.count("\n") > 2 or not any(map(str.isalpha, line)):
        return False
    if line[-1] in "?!" and line.rstrip("?!").count(". "):
        return False
    if (
        chapter_level(line)
        or byline_of(line)
        or is_date_line(line)
        or _dateline(text, block)
        or "://" in line
    ):
        return False
    if line.count("\n") and not _in_title_case(words):
        return False
    return _stands_over_prose(text, blocks, place)


def _stands_over_prose(text: str, blocks: list[Block], place: int) -> bool:
    """Whether prose follows soon that is longer than the line, with no more lines like it."""
    head = blocks[place]
    for block in blocks[place + 1 : place + _HEAD]:
        if block.kind in ("quote", "code", "table"):
            return text.find("\n\n", head.end, block.start) >= 0
        line = text[block.start : min(block.end, block.start + 600)]
        if block.kind == "item" or byline_of(line) or is_date_line(line) or block.kind == "rule":
            continue
        if ends_sentence(line) or block.end - block.start > 120:
            gap = text.count("\n", head.end, block.start)
            return gap > 1 or block.end - block.start > 0.8 * (head.end - head.start)
    return False


def _in_title_case(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(long) and sum(word[0].isupper() for word in long) >= 0.85 * len(long)


def _is_standfirst(text: str, blocks: list[Block], place: int) -> bool:
    """Whether the block below the title sums the story up before it begins.

    It does when the byline, the date or the dateline stands after it, or when a blank line
    parts it from a story whose paragraphs no blank line parts.
    """
    if place + 1 >= len(blocks) or blocks[place].kind != "paragraph":
        return False
    block, below = blocks[place], blocks[place + 1]
    size = block.end - block.start
    if size > _LONGEST_STANDFIRST or size < 20 or _dateline(text, block) is not None:
        return False
    if below.kind in ("byline", "dateline") or _dateline(text, below) is not None:
        return True
    close_to_title = text.count("\n", blocks[place - 1].end, block.start) == 1
    apart = text.count("\n", block.end, below.start) > 1
    return close_to_title and apart and below.end - below.start > size / 2


def _dateline(text: str, block: Block) -> StyleSpan | None:
    """The dateline that the block begins with, without the dash's trailing space."""
    if block.kind != "paragraph" or block.end - block.start < 40:
        return None
    line = text[block.start : block.start + _LONGEST_DATELINE + 60].replace("\n", " ")
    found = _DATELINE.match(line)
    if found is None or found.end() > _LONGEST_DATELINE or found.end() >= len(line):
        return None
    place = found["place"] or ""
    capitals = len(place) > 2 and place.partition(",")[0].isupper()
    country = ", " in place and found["dash"].strip() != "-"
    if not (
        found["agency"] or found["alone"] or found["date"] or found["slash"] or capitals or country
    ):
        return None
    if (
        country
        and not (capitals or found["agency"] or found["date"])
        and line[found.end()].islower()
    ):
        return None
    return StyleSpan(block.start, block.start + len(found[0].rstrip()), "dateline")
