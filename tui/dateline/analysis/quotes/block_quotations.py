"""Quotations set as blocks of their own, without marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.quotes.attributions import introduced
from dateline.analysis.quotes.carrying import to_finding
from dateline.analysis.quotes.direct import attribute
from dateline.analysis.quotes.findings import Finding, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.quotes.spoken import SpokenPassage

_AUTHOR = re.compile(r"\s*(?:[—–―]|--?) ?(?P<author>[^\W\d_][^\n,(]{1,60})")

_AUTHOR_AT_END = re.compile(
    r"(?<=[.!?…”\"’'»])\s+(?:[—–―]|--) ?(?P<author>[^\W\d_][^\n,(—–―]{1,60}?)\s*\Z"
)
_MOST_AUTHOR_WORDS = 6

_REPLY = re.compile(r"(?:\s*>)+ ?[^\n]*\b(?:wrote|writes):[ \t]*(?=\n|\Z)")
"""The line that a mail program puts over the mail that is answered, itself set as answered."""


def find_block_quotations(
    text: str, spoken: Sequence[SpokenPassage]
) -> tuple[list[Finding], frozenset[int]]:
    """Quotations set as blocks, and the places of the passages that they take up.

    Blocks that follow one another are one quotation. The speaker stands in the paragraph before,
    where that ends in a colon, or after a dash in the last line. A block with quotation marks of
    its own is left to those where they cover most of it, or where nothing but they tells who
    speaks. A mail that is answered below its own ("> On 3 May, Eva wrote:") is
    the post's and gives no quote.
    """
    found: list[Finding] = []
    taken: set[int] = set()
    place = 0
    while place < len(spoken):
        if spoken[place].passage.block.kind != "quote":
            place += 1
            continue
        first = place
        while place < len(spoken) and spoken[place].passage.block.kind == "quote":
            place += 1
        run = list(range(first, place))
        if _REPLY.match(text, spoken[first].passage.start, spoken[run[-1]].passage.end):
            taken.update(run)
            continue
        author = _AUTHOR.match(text, spoken[run[-1]].passage.start, spoken[run[-1]].passage.end)
        if author is not None:
            run.pop()
        if not run or any(_marked(spoken[at]) for at in run):
            continue
        attribution = introduced(spoken, first)
        pieces = ((spoken[first].passage.start, spoken[run[-1]].passage.end),)
        if author is None:
            author = _author_at_end(text, spoken[run[-1]])
            if author is not None:
                pieces = ((spoken[first].passage.start, author.start()),)
        if author is None and attribution is None and _tells_speaker(spoken, run):
            continue
        if author is not None:
            taken.add(place - 1)
            source = Source(spoken[place - 1].passage, author.start("author"), author.end("author"))
            found.append(Finding(pieces, True, source, None))
        elif attribution is not None:
            found.append(to_finding(attribution, pieces))
        else:
            found.append(Finding(pieces, True, None, None))
        taken.update(run)
    return found, frozenset(taken)


def _author_at_end(text: str, last: SpokenPassage) -> re.Match[str] | None:
    """The author named behind a dash at the end of a block's last passage."""
    found = _AUTHOR_AT_END.search(text, last.passage.start, last.passage.end)
    if found is None or len(found["author"].split()) > _MOST_AUTHOR_WORDS:
        return None
    return found if found["author"][0].isupper() else None


def _tells_speaker(spoken: Sequence[SpokenPassage], run: Sequence[int]) -> bool:
    """Whether words in quotation marks within a block are given to somebody there."""
    for at in run:
        if spoken[at].quotations and spoken[at].doc.has_annotation("DEP"):
            attribute(spoken[at])
    return any(spoken[at].given for at in run)


def _marked(spoken: SpokenPassage) -> bool:
    """Whether quotation marks cover most of a passage."""
    return sum(not outside for outside in spoken.outside) > 0.6 * len(spoken.outside)
