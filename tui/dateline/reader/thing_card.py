"""All about one thing that was found: the lines of its card."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from rich.text import Text

from dateline.article.clean import clean_line
from dateline.reader.article_pane.highlights import Highlight, Layer
from dateline.reader.finding_words import (
    LABELS,
    MODIFIERS,
    mention_count,
    mention_forms,
    unit_in_words,
)
from dateline.reader.named_lines import NamedLines
from dateline.reader.time_words import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Analysis, Place
    from dateline.annotations.model import Annotation

_WIDTH = 15
_MOST_QUOTES = 5
_ROUNDING = 0.005
_NAMED = (Layer.ENTITY, Layer.REGION)
"""What a name is told by: who or what it is, and where that lies."""
_TIMES = {"DATE": "date", "TIME": "time of day", "DURATION": "how long", "SET": "how often"}
Line = tuple[str, str]


def card_table(lines: list[Line]) -> NamedLines:
    """The lines of a card, the names of what they tell in a column of their own."""
    return NamedLines([(Text(name), Text(value)) for name, value in lines], _WIDTH - 1, "dim")


def all_lines(
    thing: Highlight,
    others: Sequence[Highlight],
    found: Analysis | None,
    annotations: Sequence[Annotation],
    link: str | None = None,
) -> tuple[str, list[Line]]:
    """As `thing_lines`, with what else is known of the same words: a name's place, a link."""
    title, lines = thing_lines(thing, found, annotations)
    for other in others:
        if thing.layer in _NAMED and other.layer in _NAMED and other.layer is not thing.layer:
            _, more = thing_lines(other, found, annotations)
            lines += [line for line in more if line not in lines and line[0] != "mentions"]
    if link:
        lines.append(("link", clean_line(link)))
    return title, lines


def thing_lines(
    thing: Highlight, found: Analysis | None, annotations: Sequence[Annotation]
) -> tuple[str, list[Line]]:
    """The title of a thing's card and its lines."""
    if thing.layer is Layer.ANNOTATION:
        return _annotation(annotations[thing.which])
    assert found is not None
    match thing.layer:
        case Layer.ENTITY:
            return _entity(found, thing.which)
        case Layer.NUMBER:
            return _number(found, thing.which)
        case Layer.DATE:
            return _time(found, thing.which)
        case Layer.QUOTE:
            return _quote(found, thing.which)
        case _:
            return _place(found, thing.which)


def _entity(found: Analysis, which: int) -> tuple[str, list[Line]]:
    entity = found.entities[which]
    lines = [("what", LABELS.get(entity.label, entity.label))]
    if entity.role:
        lines.append(("role", entity.role))
    if len(entity.variants) > 1:
        lines.append(("written as", " · ".join(entity.variants)))
    lines.append(("mentions", mention_count(entity)))
    said = [q for q in found.quotes if q.speaker is not None and q.speaker.entity == entity.id]
    if said:
        lines.append(("quotes", str(len(said))))
        lines += [("", _one_line(quote.text)) for quote in said[:_MOST_QUOTES]]
    return entity.name, lines


def _number(found: Analysis, which: int) -> tuple[str, list[Line]]:
    number = found.numbers[which]
    lines: list[Line] = [("kind", number.kind)]
    if number.value is not None:
        value = _exact(number.value)
        upper = f" to {_exact(number.value_to)}" if number.value_to is not None else ""
        lines.append(("value", f"{MODIFIERS.get(number.modifier or '', '')}{value}{upper}"))
    if number.unit:
        lines.append(("unit", unit_in_words(number)))
    if number.of:
        lines.append(("of", number.of))
    if number.said_by is not None and number.said_by < len(found.quotes):
        quote = found.quotes[number.said_by]
        if quote.speaker is not None:
            lines.append(("according to", quote.speaker.text))
    return _one_line(number.text), lines


def _exact(value: Decimal) -> str:
    return f"{value:,f}"


def _time(found: Analysis, which: int) -> tuple[str, list[Line]]:
    time = found.times[which]
    lines = [("type", _TIMES[time.type]), ("means", in_words(time.value, time.type, time.mod))]
    if time.earliest or time.latest:
        same = time.earliest == time.latest
        days = time.earliest or "?"
        lines.append(("days", days if same else f"{days} to {time.latest or '?'}"))
    if time.how:
        lines.append(("resolved as", time.how))
    elif time.earliest is None and time.type in ("DATE", "TIME"):
        hint = "" if found.article.published else "; D sets the article's date"
        lines.append(("resolved as", f"not tied to the calendar{hint}"))
    return _one_line(time.text), lines


def _quote(found: Analysis, which: int) -> tuple[str, list[Line]]:
    quote = found.quotes[which]
    lines = [("kind", "direct quote" if quote.direct else "reported speech")]
    if quote.cue is not None:
        lines.append(("cue", f"{_one_line(quote.cue.text)} ({quote.stance})"))
    numbers = [n.text for n in found.numbers if n.said_by == which]
    if numbers:
        lines.append(("numbers", " · ".join(map(_one_line, numbers))))
    lines.append(("words", _one_line(quote.text, 400)))
    return quote.speaker.text if quote.speaker is not None else "Nobody is named", lines


def _place(found: Analysis, which: int) -> tuple[str, list[Line]]:
    place = found.places[which]
    lines = [("kind", place.kind)]
    inside = _parents(found, place)
    if inside:
        lines.append(("in", ", ".join(inside)))
    if place.country:
        lines.append(("country", place.country))
    if place.lat is not None and place.lon is not None:
        lines.append(("coordinates", f"{place.lat:.4f}, {place.lon:.4f}"))
    if place.population:
        lines.append(("population", f"{place.population:,}"))
    if place.geonames_id:
        lines.append(("GeoNames", str(place.geonames_id)))
    lines.append(("confidence", f"{place.confidence:.0%}"))
    forms = mention_forms(place)
    lines.append(("mentions", mention_count(place) + (f" ({forms})" if forms else "")))
    lines += _runners_up(place)
    return place.name, lines


def _runners_up(place: Place) -> list[Line]:
    """What else the name may mean; what stands for the same spot is part of the confidence."""
    lines: list[Line] = []
    left = 1 - place.confidence
    for other in place.runners_up[:_MOST_QUOTES]:
        where = ", ".join(part for part in (other.name, other.admin, other.country) if part)
        is_else = other.confidence <= left + _ROUNDING
        left -= other.confidence if is_else else 0
        name, of = ("or else", "") if is_else else ("counted in", " of it")
        lines.append((name, f"{where} ({other.confidence:.0%}{of})"))
    return lines


def _parents(found: Analysis, place: Place) -> list[str]:
    by_id = {each.id: each for each in found.places}
    names: list[str] = []
    parent = place.parent
    while parent in by_id and len(names) < 8:
        names.append(by_id[parent].name)
        parent = by_id[parent].parent
    return names


def _annotation(annotation: Annotation) -> tuple[str, list[Line]]:
    lines = [("words", _one_line(annotation.exact, 400))]
    if annotation.note:
        lines.append(("note", annotation.note))
    if annotation.tags:
        lines.append(("tags", " ".join(f"#{tag}" for tag in annotation.tags)))
    lines += [("made", annotation.created), ("changed", annotation.modified)]
    return "Your note" if annotation.note else "Your highlight", lines


def _one_line(text: str, longest: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
