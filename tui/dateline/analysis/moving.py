"""Moving an analysis along the text: what was found in an article, as a part of a dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis, Number, Quote


def moved(analysis: Analysis, by: int) -> Analysis:
    """The same analysis with all offsets `by` code points further on."""

    def at(offset: int | None) -> int | None:
        return None if offset is None else offset + by

    def quote(each: Quote) -> Quote:
        speaker, cue = each.speaker, each.cue
        return replace(
            each,
            start=each.start + by,
            end=each.end + by,
            speaker=speaker and replace(speaker, start=speaker.start + by, end=speaker.end + by),
            cue=cue and replace(cue, start=cue.start + by, end=cue.end + by),
        )

    def number(each: Number) -> Number:
        return replace(
            each,
            start=each.start + by,
            end=each.end + by,
            of_start=at(each.of_start),
            of_end=at(each.of_end),
            told_start=at(each.told_start),
        )

    return replace(
        analysis,
        entities=tuple(
            replace(
                each,
                mentions=tuple(
                    replace(m, start=m.start + by, end=m.end + by) for m in each.mentions
                ),
            )
            for each in analysis.entities
        ),
        numbers=tuple(number(each) for each in analysis.numbers),
        times=tuple(replace(t, start=t.start + by, end=t.end + by) for t in analysis.times),
        timeline=tuple(
            replace(
                each,
                start=each.start + by,
                end=each.end + by,
                others=tuple((start + by, end + by) for start, end in each.others),
            )
            for each in analysis.timeline
        ),
        quotes=tuple(quote(each) for each in analysis.quotes),
        places=tuple(
            replace(
                each,
                mentions=tuple(
                    replace(m, start=m.start + by, end=m.end + by) for m in each.mentions
                ),
            )
            for each in analysis.places
        ),
    )
