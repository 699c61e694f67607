"""Who made the article: names in bylines, datelines and picture credits, of whom the story does
not speak, so that no pronoun or description of the story means them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.quotes.datelines import dateline_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.parsed import Passage

_CREDIT_BLOCKS = frozenset({"byline", "dateline"})
_NAME = r"[^\W\d_a-z][\w.'’/-]*"
_NAMED = rf"{_NAME}(?: +{_NAME}){{0,4}}"
_NAMES = rf"{_NAMED}(?:(?:,|,? and| &) +{_NAMED})*"
_BEGINS = r"(?:^|(?<=[.([|–—;:?!”\"] )|(?<=[([|]))"
_ENDS = r"(?=[ .]*(?:$|[;)\]|·]))"
_PICTURE = r"(?:photo(?:graph|graphy)?s?|pictures?|images?|illustrations?|graphics?|video|footage)"
_WORK = (
    rf"(?:{_PICTURE}|(?:additional |with |original )?(?:reporting|writing|research)|written|editing"
    r"|edited|story|words|text|compiled|translat(?:ed|ion)|produced|reported)"
)
_CREDITS = (
    # "Photo: Eva Berg", "Photograph by Eva Berg", "(Reporting by Eva Berg; editing by Tom Roe)".
    re.compile(rf"{_BEGINS}(?i:{_WORK}(?: ?:| by| credit:?) +){_NAMES}{_ENDS}"),
    re.compile(rf"{_BEGINS}(?i:credits?: +){_NAMES}{_ENDS}"),
    # "Eva Berg/AP", "Eva Berg / Getty Images", "Eva Berg via Getty Images": the whole, or in
    # brackets, or last.
    re.compile(rf"{_BEGINS}{_NAMED}(?:(?<=\w)/| / | via ){_NAMED}{_ENDS}"),
)
_BYLINE = re.compile(rf"[ ]*(?i:by)[ ]+{_NAMES}[ .]*(?:\Z|[|·,–—-] )")
_LONGEST_BYLINE = 160
_LONGEST_HEAD = 12
"""Among how many first passages a byline that is not set as one is looked for."""


def credited(passages: tuple[Passage, ...]) -> Iterator[tuple[int, int]]:
    """The spans that credit those who made the article, in the article's offsets, in order.

    They are whole bylines and lines of date, the dateline at the head of a paragraph, and within
    paragraphs and captions credits such as "Photo: NAME", "Reporting by NAME" and "NAME/AGENCY".
    """
    for passage in passages:
        text = passage.doc.text
        short = len(text) <= _LONGEST_BYLINE and passage.index < _LONGEST_HEAD
        if passage.block.kind in _CREDIT_BLOCKS or (short and _BYLINE.match(text)):
            yield passage.start, passage.end
            continue
        place = dateline_tokens(passage.doc)
        if place:
            yield passage.start, passage.start + passage.doc[place].idx
        spans = {found.span() for credit in _CREDITS for found in credit.finditer(text)}
        yield from ((passage.start + start, passage.start + end) for start, end in sorted(spans))
