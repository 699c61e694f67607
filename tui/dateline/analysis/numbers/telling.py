"""Telling: the verb that says what happened to what is counted ("killed at least four people")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MOST_STEPS = 6
"""Heads that are climbed from a number to its verb."""


def telling_start(doc: Doc, start: int, end: int) -> int | None:
    """Where the verb begins that a number and what it counts, `[start, end)`, go with.

    Only a verb of the same sentence that stands before the number counts. Offsets are those of the
    passage's text.
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or not doc.has_annotation("DEP"):
        return None
    token = span.root
    for _ in range(_MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return None
        if head.pos_ == "VERB" and head.dep_ != "amod":
            return head.idx if head.idx < start else None
        token = head
    return None
