"""What is found in an article: plain data, every span a half-open pair of code point offsets
in `Article.text`. The public JSON (`Analysis.to_dict`) is made in `dateline.analysis.public_json`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.analysis.findings import (
    Candidate,
    Cue,
    Entity,
    Event,
    EventGroup,
    Mention,
    MentionForm,
    Modifier,
    Number,
    NumberKind,
    Place,
    PlaceMention,
    Quote,
    Speaker,
    Stance,
    Time,
    TimexType,
)
from dateline.analysis.public_json import public_dict

if TYPE_CHECKING:
    from dateline.article.model import Article

__all__ = [
    "Analysis",
    "Candidate",
    "Cue",
    "Entity",
    "Event",
    "EventGroup",
    "Mention",
    "MentionForm",
    "Modifier",
    "Number",
    "NumberKind",
    "Place",
    "PlaceMention",
    "Quote",
    "Speaker",
    "Stance",
    "Time",
    "TimexType",
]


@dataclass(frozen=True)
class Analysis:
    """All that was found in an article, in the order of the text (the timeline: of time)."""

    article: Article
    entities: tuple[Entity, ...] = ()
    numbers: tuple[Number, ...] = ()
    times: tuple[Time, ...] = ()
    timeline: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()
    places: tuple[Place, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the reader should be told of how it was done ("no language model for French: ...")."""

    def to_dict(self) -> dict[str, Any]:
        """The public JSON, schema 1, as a dict that `json.dumps` takes."""
        return public_dict(
            self.article,
            entities=self.entities,
            numbers=self.numbers,
            times=self.times,
            timeline=self.timeline,
            quotes=self.quotes,
            places=self.places,
        )
