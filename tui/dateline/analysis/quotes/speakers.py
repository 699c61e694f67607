"""Who speaks: the words that say so, resolved to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.model import Cue, Quote, Speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.quotes.findings import Finding, Source


def resolve(
    parsed: ParsedArticle, entities: Sequence[Entity], findings: Sequence[Finding]
) -> list[Quote]:
    """Make quotes of findings, each with its speaker as a reader would name them."""
    text = parsed.article.text
    quotes: list[Quote] = []
    rows: list[tuple[int, int, int, int]] = []
    for number, finding in enumerate(findings):
        for piece, (start, end) in enumerate(finding.pieces):
            rows.append((start, -end, number, piece))
    rows.sort()
    places: dict[tuple[int, int], int] = {}
    for place, (_, _, number, piece) in enumerate(rows):
        places[number, piece] = place
    for start, minus_end, number, piece in rows:
        finding = findings[number]
        speaker = None
        if finding.source is not None:
            source = finding.source
            entity = _named(source, entities)
            name = entity.name if entity else text[source.start : source.end]
            speaker = Speaker(source.start, source.end, name, entity.id if entity else None)
        cue = None
        if finding.cue is not None:
            cue = Cue(*finding.cue, text[finding.cue[0] : finding.cue[1]])
        quotes.append(
            Quote(
                start,
                -minus_end,
                text[start:-minus_end],
                finding.direct,
                speaker,
                cue,
                finding.stance,
                places[number, 0] if piece else None,
            )
        )
    return quotes


def _named(source: Source, entities: Sequence[Entity]) -> Entity | None:
    """The entity whose mention is, or ends in, the head word of a source."""
    if source.head is None:
        return None
    at = source.passage.start + source.head.idx
    for entity in entities:
        for mention in entity.mentions:
            if mention.start <= at < mention.end:
                return entity
    return None
