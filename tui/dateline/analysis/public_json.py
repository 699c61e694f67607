"""The public JSON, schema 1: what `dateline analyze` prints and `Analysis.to_dict` returns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from dateline.analysis.findings import (
        Cue,
        Entity,
        Event,
        Number,
        Place,
        Quote,
        Speaker,
        Time,
    )
    from dateline.article.model import Article

SCHEMA = 1


def public_dict(
    article: Article,
    *,
    entities: Iterable[Entity],
    numbers: Iterable[Number],
    times: Iterable[Time],
    timeline: Iterable[Event],
    quotes: Iterable[Quote],
    places: Iterable[Place],
) -> dict[str, Any]:
    """An article and what was found in it as JSON data.

    All keys are always present; what is unknown is None or [].
    """
    return {
        "schema": SCHEMA,
        "article": _article(article),
        "entities": [_entity(entity) for entity in entities],
        "numbers": [_number(number) for number in numbers],
        "times": [_time(time) for time in times],
        "timeline": [_event(event) for event in timeline],
        "quotes": [_quote(quote) for quote in quotes],
        "places": [_place(place) for place in places],
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "byline": article.byline,
        "published": article.published.isoformat() if article.published else None,
        "source": article.source,
        "format": article.format,
        "language": article.language,
        "text": article.text,
        "blocks": [
            {"kind": block.kind, "start": block.start, "end": block.end, "level": block.level}
            for block in article.blocks
        ],
        "links": [
            {"start": link.start, "end": link.end, "href": link.href} for link in article.links
        ],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "label": entity.label,
        "mentions": [{"start": m.start, "end": m.end} for m in entity.mentions],
    }


def _decimal(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _number(number: Number) -> dict[str, Any]:
    return {
        "start": number.start,
        "end": number.end,
        "text": number.text,
        "value": _decimal(number.value),
        "value_to": _decimal(number.value_to),
        "kind": number.kind,
        "unit": number.unit,
        "modifier": number.modifier,
        "of": number.of,
        "said_by": number.said_by,
    }


def _time(time: Time) -> dict[str, Any]:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "type": time.type,
        "value": time.value,
        "mod": time.mod,
        "earliest": time.earliest,
        "latest": time.latest,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "start": event.start,
        "end": event.end,
        "time": event.time,
        "earliest": event.earliest,
        "latest": event.latest,
        "label": event.label,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "direct": quote.direct,
        "speaker": _speaker(quote.speaker) if quote.speaker else None,
        "cue": _cue(quote.cue) if quote.cue else None,
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "start": speaker.start,
        "end": speaker.end,
        "text": speaker.text,
        "entity": speaker.entity,
    }


def _cue(cue: Cue) -> dict[str, Any]:
    return {"start": cue.start, "end": cue.end, "text": cue.text}


def _place(place: Place) -> dict[str, Any]:
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin": place.admin,
        "lat": place.lat,
        "lon": place.lon,
        "geonames_id": place.geonames_id,
        "population": place.population,
        "parent": place.parent,
        "confidence": place.confidence,
        "mentions": [{"start": m.start, "end": m.end, "as": m.form} for m in place.mentions],
    }
