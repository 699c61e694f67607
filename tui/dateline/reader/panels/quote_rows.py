"""The rows of the quotes: who says it, what the cue does with it, and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.panels.row import LINE_BREAK, Piece, Row, head, one_line
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis, Quote

DIRECT = (Piece("❝", "direct"), Piece("┃", "direct"))
REPORTED = (Piece("↳", "reported"), Piece("┊", "reported"))
UNNAMED = "Nobody named"
DOUBTFUL = frozenset({"claims", "denies", "doubts"})
"""Stances that a fact-checker looks for first."""


def quote_rows(analysis: Analysis, *, by_speaker: bool = False) -> Rows[list[Quote]]:
    """The quotes in the order of the text, or under a head for each speaker, most quoted first.

    A quote that its cue splits is one row with a passage for each part.
    """
    wholes = _joined(analysis.quotes)
    if not by_speaker:
        return Rows(wholes, lambda _, parts: _row(analysis, parts), _passages)
    groups: dict[str, list[list[Quote]]] = {}
    names: dict[str, str] = {}
    for parts in wholes:
        speaker = parts[0].speaker
        name = one_line(speaker.text) if speaker else UNNAMED
        key = (speaker.entity if speaker else None) or name.casefold()
        names.setdefault(key, name)
        groups.setdefault(key, []).append(parts)
    entries: list[list[Quote] | Row] = []
    for key, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        entries.append(head(("speaker", key), names[key], len(group)))
        entries.extend(group)
    return Rows(entries, lambda _, parts: _row(analysis, parts, speaker_shown=False), _passages)


def _joined(quotes: tuple[Quote, ...]) -> list[list[Quote]]:
    """The quotes, each with the parts that go on from it."""
    wholes: list[list[Quote]] = []
    owner: dict[int, list[Quote]] = {}
    for number, quote in enumerate(quotes):
        whole = owner.get(quote.continues) if quote.continues is not None else None
        if whole is None:
            whole = []
            wholes.append(whole)
        whole.append(quote)
        owner[number] = whole
    return wholes


def _passages(parts: list[Quote]) -> list[Span]:
    return [Span(part.start, part.end) for part in parts]


def _row(analysis: Analysis, parts: list[Quote], *, speaker_shown: bool = True) -> Row:
    quote = parts[0]
    lead, rail = DIRECT if quote.direct else REPORTED
    tone = lead.tone if not quote.aside else "dim"
    words = Piece(" … ".join(one_line(part.text) for part in parts), tone)
    related = {
        Span(end.start, end.end)
        for part in parts
        for end in (part.speaker, part.cue)
        if end is not None
    }
    spans = tuple(_passages(parts))
    body = (*_speaker(analysis, quote), LINE_BREAK, words) if speaker_shown else (words,)
    return Row(
        key=("quote", quote.start, quote.end),
        body=body,
        spans=spans,
        related=tuple(sorted(related - set(spans))),
        lead=lead,
        lead_width=2,
        rail=rail,
        right=Piece(quote.stance, "warn" if quote.stance in DOUBTFUL else "dim"),
        lines=7,
    )


def _speaker(analysis: Analysis, quote: Quote) -> tuple[Piece, ...]:
    """The speaker's name, with the words that stand for it here where they are others."""
    if quote.speaker is None:
        return (Piece(UNNAMED, "dim"),)
    name = one_line(quote.speaker.text)
    here = one_line(analysis.article.text[quote.speaker.start : quote.speaker.end])
    if not here or here.casefold() in name.casefold() or name.casefold() in here.casefold():
        return (Piece(name, "name"),)
    return (Piece(name, "name"), Piece(f" ({here})", "dim"))
