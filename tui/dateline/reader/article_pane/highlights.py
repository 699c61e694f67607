"""What is highlighted in the article, layer by layer, as spans that the drawing looks up."""

from __future__ import annotations

import asyncio
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.annotations.model import Annotation


class Layer(Enum):
    """A kind of highlight that can be shown or hidden by itself."""

    ENTITY = "entity"
    NUMBER = "number"
    QUOTE = "quote"
    DATE = "date"
    REGION = "region"
    ANNOTATION = "annotation"


class Highlight(NamedTuple):
    """One highlighted stretch of text, `which` telling the finding of its layer it is."""

    start: int
    end: int
    layer: Layer
    style: str
    """The component class of the pane that it is drawn with, without its prefix."""
    which: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class LayerIndex:
    """The highlights of one layer in the order of the text, found by overlap."""

    def __init__(self, highlights: Iterable[Highlight] = ()) -> None:
        self.items = sorted(highlights, key=itemgetter(0, 1))
        self._starts = [item.start for item in self.items]
        self._longest = max((item.end - item.start for item in self.items), default=0)

    def overlapping(self, start: int, end: int) -> list[Highlight]:
        """All that shares a code point with `[start, end)`."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return [item for item in self.items[first:last] if item.end > start]

    def after(self, offset: int) -> Highlight | None:
        """The first that starts after an offset."""
        place = bisect_right(self._starts, offset)
        return self.items[place] if place < len(self.items) else None

    def before(self, offset: int) -> Highlight | None:
        """The last that starts before an offset."""
        place = bisect_left(self._starts, offset) - 1
        return self.items[place] if place >= 0 else None


_ENTITY_STYLES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


def entity_style(label: str) -> str:
    """The style that an entity of a label is drawn with."""
    return _ENTITY_STYLES.get(label, "thing")


@dataclass(frozen=True)
class Highlights:
    """The highlights of an article, a layer index for each layer."""

    layers: dict[Layer, LayerIndex]

    @classmethod
    def none(cls) -> Highlights:
        """No highlights at all."""
        return cls({layer: LayerIndex() for layer in Layer})

    @classmethod
    async def of(cls, analysis: Analysis) -> Highlights:
        """The highlights of an analysis; made layer by layer, so that others get their turn."""
        made = {}
        for layer, highlights in _by_layer(analysis).items():
            made[layer] = LayerIndex(highlights)
            await asyncio.sleep(0)
        return cls(made)

    def with_annotations(self, annotations: Iterable[Annotation]) -> Highlights:
        """The same with these annotations."""
        marked = LayerIndex(
            Highlight(
                annotation.start,
                annotation.end,
                Layer.ANNOTATION,
                f"annotation-{annotation.colour}",
                index,
            )
            for index, annotation in enumerate(annotations)
            if annotation.start is not None and annotation.end is not None
        )
        return Highlights({**self.layers, Layer.ANNOTATION: marked})

    def at(self, offset: int, layers: Iterable[Layer] = Layer) -> list[Highlight]:
        """All that covers an offset, the innermost first."""
        found = [
            item for layer in layers for item in self.layers[layer].overlapping(offset, offset + 1)
        ]
        return sorted(found, key=lambda item: item.end - item.start)


def _by_layer(analysis: Analysis) -> dict[Layer, Iterator[Highlight]]:
    """The highlights of each layer, made when they are asked for."""
    return {
        Layer.ENTITY: (
            Highlight(mention.start, mention.end, Layer.ENTITY, entity_style(entity.label), which)
            for which, entity in enumerate(analysis.entities)
            for mention in entity.mentions
        ),
        Layer.NUMBER: (
            Highlight(number.start, number.end, Layer.NUMBER, "number", which)
            for which, number in enumerate(analysis.numbers)
        ),
        Layer.QUOTE: (
            Highlight(
                quote.start, quote.end, Layer.QUOTE, "direct" if quote.direct else "reported", which
            )
            for which, quote in enumerate(analysis.quotes)
        ),
        Layer.DATE: (
            Highlight(time.start, time.end, Layer.DATE, "date", which)
            for which, time in enumerate(analysis.times)
        ),
        Layer.REGION: (
            Highlight(mention.start, mention.end, Layer.REGION, "place", which)
            for which, place in enumerate(analysis.places)
            for mention in place.mentions
        ),
        Layer.ANNOTATION: iter(()),
    }
