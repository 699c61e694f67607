"""Where sentences end, by their marks alone, in any script."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?P<stop>[.!?…؟۔।॥])[\"”»“’')\]]*\s+(?=(?P<next>\S))|[。！？][」』”’）]*(?!と)\s*"
)
_NO_END = re.compile(r"(?:^|[\s.(])(?:\w|\d\d|Dr|Nr|No|St|nr)$")
"""Before a full stop: an initial, an ordinal, an abbreviation."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The half-open spans of the sentences of a text, white space at their edges left out.

    A full stop ends none before a small letter, nor behind a single letter or one or two digits.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match["stop"] == ".":
            before = text[max(0, match.start() - 4) : match.start()]
            if match["next"].islower() or _NO_END.search(before):
                continue
        spans.append((start, match.start() + len(match.group().rstrip())))
        start = match.end()
    spans.append((start, len(text.rstrip())))
    return [(low, high) for low, high in spans if high > low]
