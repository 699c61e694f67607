"""What the reader's process and the analysis worker say to each other: JSON lines over pipes.

A line is a list: the word, the number of the run that it belongs to, and what the word takes.

To the worker:
    part SLICE                     a slice of the article's record (`dateline.analysis.records`)
    begin START END KEY            the article is complete: analyze it, looking at this span first;
                                   KEY names its place in the cache, or is null
    again DATE START END KEY       the same article once more, published on another day (or null)
    priority START END             look here first from now on
    cancel                         stop

From the worker:
    hello SHAPE                    the version of the records (once, run 0)
    progress STAGE DONE TOTAL      in words
    found SLICE                    a slice of an analysis
    partial START END              the slices since the last `partial` are what is in this span
    finished                       the slices since the last `partial` are the whole
    failed SENTENCE                what went wrong

Lines stay under `LONGEST_LINE` bytes, so that neither side is long at reading one.
"""

from __future__ import annotations

import json
from typing import Any

LONGEST_LINE = 8 * 1024 * 1024
"""Bytes; the slices are far shorter, but one entity may have very many mentions."""

Message = list[Any]


def encode(word: str, run: int, *content: object) -> bytes:
    """A message as a line."""
    return json.dumps([word, run, *content], separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The message of a line: its word, its run and what follows.

    Raises ValueError for anything else.
    """
    message = json.loads(line)
    if not isinstance(message, list) or len(message) < 2 or not isinstance(message[0], str):
        raise ValueError(f"not a message: {line[:80]!r}")
    return message
