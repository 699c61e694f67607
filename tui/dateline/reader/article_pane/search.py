"""Search in the article's text: smart case, across line ends, whatever marks were typed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dateline.spans import Span

_SAME = {
    "'": "['‘’ʼ]",
    "’": "['‘’ʼ]",
    '"': '["“”„«»]',
    "“": '["“”„«»]',
    "”": '["“”„«»]',
    "-": "[-‐‑–—]",
}
MOST_MATCHES = 100_000


def compile_query(query: str) -> re.Pattern[str]:
    """The pattern of what a reader typed.

    White space matches any run of white space, line ends included; straight marks match curly
    ones. Case counts only when the query has a capital.
    """
    parts = []
    for piece in re.split(r"(\s+)", query):
        if piece.isspace():
            parts.append(r"\s+")
        else:
            parts += [_SAME.get(character, re.escape(character)) for character in piece]
    flags = re.NOFLAG if any(character.isupper() for character in query) else re.IGNORECASE
    return re.compile("".join(parts), flags)


@dataclass(frozen=True)
class Matches:
    """The matches of a search in the order of the text."""

    query: str = ""
    spans: tuple[Span, ...] = ()

    def overlapping(self, start: int, end: int) -> tuple[Span, ...]:
        """Those that share a code point with `[start, end)`."""
        first = bisect_right(self.spans, start, key=lambda span: span.end)
        last = bisect_left(self.spans, end, key=lambda span: span.start)
        return self.spans[first:last]

    def number_at(self, offset: int) -> int:
        """The 1-based number of the match at an offset, or 0."""
        place = bisect_left(self.spans, offset, key=lambda span: span.start)
        if place < len(self.spans) and self.spans[place].start == offset:
            return place + 1
        return 0

    def step(self, offset: int, forward: bool) -> Span | None:
        """The next match after an offset, or before it; goes round the ends."""
        if not self.spans:
            return None
        if forward:
            place = bisect_right(self.spans, offset, key=lambda span: span.start)
            return self.spans[place % len(self.spans)]
        place = bisect_left(self.spans, offset, key=lambda span: span.start) - 1
        return self.spans[place]


def find_matches(text: str, query: str) -> Matches:
    """All matches of a query, up to MOST_MATCHES."""
    if not query:
        return Matches()
    spans = []
    for match in compile_query(query).finditer(text):
        spans.append(Span(match.start(), match.end()))
        if len(spans) == MOST_MATCHES:
            break
    return Matches(query, tuple(spans))


def first_match(text: str, query: str, offset: int) -> Span | None:
    """The first match at or after an offset, going round the end: what to show at once."""
    if not query:
        return None
    pattern = compile_query(query)
    match = pattern.search(text, offset) or pattern.search(text)
    return Span(match.start(), match.end()) if match and match.end() > match.start() else None
