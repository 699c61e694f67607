"""A report as the dependency parse shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.quotes.grammar import phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.analysis.model import Stance
    from dateline.analysis.quotes.cues import VerbKind

Stretch = tuple[int, int]
"""A half-open pair of token indices."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report in a parsed passage; all places are token indices."""

    cue: Stretch
    anchor: int
    """The word of the cue that the report hangs on."""
    content: tuple[Stretch, ...]
    source: Stretch | None
    source_head: int | None
    stance: Stance
    kind: VerbKind
    frame: str


def source_phrase(source: Token | None, verb: Token) -> Stretch | None:
    """The words that name a source before or after its verb."""
    if source is None:
        return None
    if source.i < verb.i:
        return phrase(source, before=verb.i)
    return phrase(source, after=verb.i)


def subtree(token: Token) -> set[int]:
    """The indices of a word and of all that hangs on it."""
    return {each.i for each in token.subtree}
