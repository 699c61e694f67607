"""Merging: analyses of parts of an article made into one of all that they cover.

Parts are whole passages and do not overlap. Things of the same name become one; what only the
whole can tell (that "the president" of one part is the man named in another) stays undecided.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from dateline.analysis.model import Analysis, Entity, Place
from dateline.analysis.steps import result_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from dateline.analysis.model import Event, Number, Quote, Time
    from dateline.article.model import Article

_Found = TypeVar("_Found")

_PIECE = 500
"""Findings that are merged between two pauses."""
_NEVER = "9999"


def merge_parts(article: Article, parts: Sequence[Analysis]) -> Analysis:
    """Merge analyses of parts of an article, given in the order of the text."""
    return result_of(merging_steps(article, parts))


def merging_steps(article: Article, parts: Sequence[Analysis]) -> Generator[None, None, Analysis]:
    """As `merge_parts`, in steps of about a millisecond, for a caller with a screen to draw."""
    entities = _Entities()
    places = _Places()
    numbers: list[Number] = []
    times: list[Time] = []
    quotes: list[Quote] = []
    timeline: list[Event] = []
    for part in parts:
        names = entities.take(part.entities)
        yield
        places.take(part.places)
        yield
        timeline.extend(_events(part.timeline, len(times)))
        times.extend(part.times)
        yield
        first = len(quotes)
        for piece in _pieces(part.quotes):
            quotes.extend(_quote(quote, first, names) for quote in piece)
            yield
        for numbers_piece in _pieces(part.numbers):
            numbers.extend(
                n if n.said_by is None or not first else replace(n, said_by=n.said_by + first)
                for n in numbers_piece
            )
            yield
    timeline.sort(key=lambda event: (event.earliest or event.latest or _NEVER, event.start))
    yield
    merged_entities = []
    for position, entity in enumerate(entities.merged()):
        merged_entities.append(entity)
        if position % _PIECE == 0:
            yield
    merged_places = tuple(places.merged())
    return Analysis(
        article,
        entities=tuple(merged_entities),
        numbers=tuple(numbers),
        times=tuple(times),
        timeline=tuple(timeline),
        quotes=tuple(quotes),
        places=merged_places,
        remarks=tuple(dict.fromkeys(remark for part in parts for remark in part.remarks)),
    )


def _pieces(found: Sequence[_Found]) -> Iterator[Sequence[_Found]]:
    for start in range(0, len(found), _PIECE):
        yield found[start : start + _PIECE]


def _events(timeline: Sequence[Event], first_time: int) -> Iterator[Event]:
    for event in timeline:
        if event.time is None or not first_time:
            yield event
        else:
            yield replace(event, time=event.time + first_time)


def _quote(quote: Quote, first: int, names: dict[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is not None and speaker.entity is not None:
        speaker = replace(speaker, entity=names.get(speaker.entity))
    continues = None if quote.continues is None else quote.continues + first
    return replace(quote, speaker=speaker, continues=continues)


class _Entities:
    """Entities by the ways in which they are written."""

    def __init__(self) -> None:
        self._same: list[list[Entity]] = []
        self._written: dict[tuple[str, str], int] = {}

    def take(self, entities: Sequence[Entity]) -> dict[str, str]:
        """Take those of a part; the ids that they have in the whole, by those in the part."""
        ids: dict[str, str] = {}
        for entity in entities:
            written = [(entity.label, name) for name in {entity.name, *entity.variants}]
            known = [self._written[each] for each in written if each in self._written]
            at = min(known, default=len(self._same))
            if at == len(self._same):
                self._same.append([])
            self._same[at].append(entity)
            for each in written:
                self._written.setdefault(each, at)
            ids[entity.id] = f"e{at + 1}"
        return ids

    def merged(self) -> Iterator[Entity]:
        for at, same in enumerate(self._same):
            if len(same) == 1:
                yield replace(same[0], id=f"e{at + 1}")
                continue
            fullest = max(same, key=lambda entity: len(entity.name))
            variants = Counter(name for entity in same for name in entity.variants)
            yield replace(
                fullest,
                id=f"e{at + 1}",
                mentions=tuple(mention for entity in same for mention in entity.mentions),
                role=next((entity.role for entity in same if entity.role), None),
                variants=tuple(name for name, _ in variants.most_common()),
                aside=all(entity.aside for entity in same),
            )


class _Places:
    """Places by what they are on earth."""

    def __init__(self) -> None:
        self._same: list[list[Place]] = []
        self._parents: list[int | None] = []
        self._known: dict[tuple[object, ...], int] = {}

    def take(self, places: Sequence[Place]) -> None:
        at_of: dict[str, int] = {}
        for place in places:
            key: tuple[object, ...] = (place.name, place.kind, place.country, place.admin)
            if place.geonames_id is not None:
                key = (place.geonames_id,)
            at = self._known.setdefault(key, len(self._same))
            if at == len(self._same):
                self._same.append([])
                self._parents.append(None)
            self._same[at].append(place)
            at_of[place.id] = at
        for place in places:
            if place.parent in at_of and self._parents[at_of[place.id]] is None:
                self._parents[at_of[place.id]] = at_of[place.parent]

    def merged(self) -> Iterator[Place]:
        for at, same in enumerate(self._same):
            parent = self._parents[at]
            surest = max(same, key=lambda place: place.confidence)
            yield replace(
                surest,
                id=f"p{at + 1}",
                parent=None if parent is None else f"p{parent + 1}",
                mentions=tuple(mention for place in same for mention in place.mentions),
                aside=all(place.aside for place in same),
            )
