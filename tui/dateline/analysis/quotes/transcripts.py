"""Transcripts: paragraphs that begin with who speaks ("Q:", "SMITH:", "Jane Smith:")."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from dateline.analysis.quotes.findings import Finding, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Stance
    from dateline.analysis.parsed import Passage

_QUESTION = r"(?:Q|A|Question|Answer|QUESTION|ANSWER)(?=[.:])"
_CAPITALS = r"(?:[A-Z][A-Z.'’\-]+|[A-Z]\.)(?: (?:[A-Z][A-Z.'’\-]*))*"
_NAME = r"(?:[A-Z][\w.'’\-]*)(?: (?:[A-Z][\w.'’\-]*|de|van|von|bin|al)){0,4}"
_LABEL = re.compile(
    rf"\s*(?P<label>{_QUESTION}|{_CAPITALS}|{_NAME})(?:,? ?\([^)\n]{{1,40}}\))?"
    r"(?P<mark>:|\.(?<=[QA]\.))\s+(?=\S)"
)
_LEAST = 3
"""Labelled paragraphs that make a transcript."""
_TALKING = 0.4
"""The share of them that have a verb; those of a recipe or a table of facts have hardly any."""


def find_transcript(text: str, passages: Sequence[Passage]) -> tuple[list[Finding], frozenset[int]]:
    """The turns of a transcript, and the indices of the passages that they take up.

    A transcript has at least three labelled paragraphs, most of them sentences, and a label that
    comes back. Paragraphs
    without a label between two turns go on with the turn before, where most paragraphs have one.
    """
    turns: list[tuple[int, re.Match[str]]] = []
    for place, passage in enumerate(passages):
        if passage.block.kind in ("table", "caption", "aside"):
            continue
        match = _LABEL.match(text, passage.start, passage.end)
        if match is None or match.end() >= passage.end:
            continue
        if not passage.headline or match["label"].isupper():
            turns.append((place, match))
    counts = Counter(match["label"] for _, match in turns)
    turns = [
        (place, match)
        for place, match in turns
        if counts[match["label"]] > 1 or _plain_label(match["label"], counts)
    ]
    if len(turns) < _LEAST or max(counts.values()) < 2:
        return [], frozenset()
    if sum(_says_something(passages[place]) for place, _ in turns) < _TALKING * len(turns):
        return [], frozenset()
    span = turns[-1][0] - turns[0][0] + 1
    dense = len(turns) >= 0.4 * span
    found: list[Finding] = []
    taken: set[int] = set()
    for (place, match), (following, _) in zip(turns, [*turns[1:], turns[-1]], strict=True):
        passage = passages[place]
        pieces = [(match.end(), _trimmed_end(text, match.end(), passage.end))]
        taken.add(place)
        if dense and following - place <= 4:
            for at, between in enumerate(passages[place + 1 : following], start=place + 1):
                if between.block.kind != "paragraph" or text[between.start] in "([":
                    continue
                pieces.append((between.start, _trimmed_end(text, between.start, between.end)))
                taken.add(at)
        source = Source(passage, match.start("label"), match.end("label"), None)
        cue = (match.start("mark"), match.end("mark"))
        stance: Stance = "asks" if match["label"] in ("Q", "Question", "QUESTION") else "says"
        found.append(Finding(tuple(pieces), True, source, cue, stance))
    return found, frozenset(taken)


def _says_something(passage: Passage) -> bool:
    """Whether there is a verb, as far as the language model tells."""
    doc = passage.doc
    return not doc.has_annotation("POS") or any(token.pos_ in ("VERB", "AUX") for token in doc)


def _plain_label(label: str, counts: Counter[str]) -> bool:
    """Whether a label that comes once only is of the kind of those that come back."""
    capitals = label.isupper()
    return capitals and any(n > 1 and other.isupper() for other, n in counts.items())


def _trimmed_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
