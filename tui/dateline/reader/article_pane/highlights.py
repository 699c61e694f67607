"""What is highlighted in the article, layer by layer, as spans that the drawing looks up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from dateline.annotations.colours import COLOURS
from dateline.spans import GrowingIndex, OrderedIndex, Span

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.annotations.in_order import InOrder


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


LayerIndex = GrowingIndex[Highlight] | OrderedIndex[Highlight]
"""The highlights of one layer, found by overlap."""
_STEP = 200
"""Highlights that are made between two looks at the clock."""


_ENTITY_STYLES = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


PROPOSED = "annotation-proposed"
"""The style of a passage whose annotation is only proposed to stand there."""
_ANNOTATION_STYLES = [f"annotation-{max(colour, 1)}" for colour in range(9)]
GLYPHS = {f"annotation-{colour.number}": colour.glyph for colour in COLOURS} | {PROPOSED: "?"}
"""What stands in the gutter for an annotation, by the style that it is drawn with."""


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
        return cls({layer: GrowingIndex() for layer in Layer})

    @classmethod
    async def of(cls, analysis: Analysis) -> Highlights:
        """The highlights of an analysis; made in small steps, so that keys come in between."""
        # Imported only now: highlights are on the way to the first page, asyncio is not.
        from dateline.analysis.pace import give_way

        made = dict(cls.none().layers)
        for layer, highlights in _by_layer(analysis).items():
            made[layer] = index = GrowingIndex[Highlight]()
            while step := list(islice(highlights, _STEP)):
                for highlight in step:
                    index.add(highlight)
                await give_way()
        return cls(made)

    def differing(self, other: Highlights, start: int, end: int) -> Span | None:
        """The stretch between two offsets in which another look of the article differs."""
        changed: set[tuple[int, int, Layer, str]] = set()
        for layer, index in self.layers.items():
            if index is not other.layers[layer]:
                ours = {item[:4] for item in index.overlapping(start, end)}
                changed |= ours ^ {item[:4] for item in other.layers[layer].overlapping(start, end)}
        if not changed:
            return None
        return Span(min(item[0] for item in changed), max(item[1] for item in changed))

    def with_annotations(self, annotations: InOrder) -> Highlights:
        """The same with these annotations."""

        def highlight(place: int) -> Highlight:
            which = annotations.first_placed + place
            each = annotations[which]
            proposed = each.state == "to_check"
            style = PROPOSED if proposed else _ANNOTATION_STYLES[each.colour]
            return Highlight(each.start, each.end, Layer.ANNOTATION, style, which)

        marked = OrderedIndex(annotations.starts, annotations.ends, highlight)
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
