"""The rows of the names: every named thing with its kind, variants and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dateline.reader.finding_words import in_asides
from dateline.reader.panels.row import Piece, Row, Tone, head, one_line
from dateline.reader.panels.rows import Rows
from dateline.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.model import Analysis, Entity

NameOrder = Literal["count", "kind", "text"]
NAME_ORDERS: tuple[NameOrder, ...] = ("count", "kind", "text")
VARIANTS_SHOWN = 4

KINDS: dict[str, tuple[str, str]] = {
    "PERSON": ("person", "People"),
    "ORG": ("organisation", "Organisations"),
    "GPE": ("place", "Countries, regions, cities"),
    "NORP": ("group", "Nationalities, parties, faiths"),
    "LOC": ("place", "Other places"),
    "FAC": ("building", "Buildings and works"),
    "EVENT": ("event", "Events"),
    "PRODUCT": ("product", "Products"),
    "WORK_OF_ART": ("work", "Works"),
    "LAW": ("law", "Laws"),
    "LANGUAGE": ("language", "Languages"),
}
"""For each OntoNotes label the word for one, and the head of its group, in the order shown."""
TONES_OF: dict[str, Tone] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}


def name_rows(analysis: Analysis, order: NameOrder = "count") -> Rows[Entity]:
    """The entities: most named first, under their kinds, or in the order of the text.

    What is named in asides only comes last, apart; an aside's mentions of others are told apart
    from the story's own, which count.
    """
    own = [entity for entity in analysis.entities if not entity.aside and entity.mentions]
    asides = [entity for entity in analysis.entities if entity.aside and entity.mentions]
    entries: list[Entity | Row] = []
    if order == "kind":
        labels = [*KINDS, *sorted({entity.label for entity in own} - set(KINDS))]
        for label in labels:
            group = [entity for entity in own if entity.label == label]
            if group:
                title = KINDS[label][1] if label in KINDS else label
                entries.append(head(("kind", label), title, len(group)))
                entries.extend(by_count(group))
    elif order == "text":
        own.sort(key=lambda each: each.mentions[0].start)
        entries.extend(own)
    else:
        entries.extend(by_count(own))
    if asides:
        entries.append(head("asides", "In asides only", len(asides)))
        entries.extend(by_count(asides))
    return Rows(
        entries,
        lambda _, entity: _row(entity, kind_shown=order != "kind" or entity.aside),
        _passages,
    )


def by_count(entities: list[Entity]) -> list[Entity]:
    """Most named first; of the same count in the order of the text."""
    return sorted(entities, key=lambda each: (-len(each.own_mentions), each.mentions[0].start))


def _passages(entity: Entity) -> Iterator[Span]:
    return (Span(mention.start, mention.end) for mention in entity.mentions)


def _row(entity: Entity, *, kind_shown: bool = True) -> Row:
    name = one_line(entity.name)
    tone = TONES_OF.get(entity.label, "thing")
    body = [Piece(name, "dim" if entity.aside else tone)]
    if entity.role:
        body.append(Piece(f" {one_line(entity.role)}", "plain"))
    variants = [each for each in (one_line(each) for each in entity.variants) if each != name]
    if variants:
        more = "" if len(variants) <= VARIANTS_SHOWN else " …"
        body.append(Piece(f" also {', '.join(variants[:VARIANTS_SHOWN])}{more}", "dim"))
    if apart := in_asides(entity):
        body.append(Piece(apart, "dim"))
    kind = KINDS.get(entity.label, (entity.label.lower(), ""))[0]
    count = str(len(entity.own_mentions))
    return Row(
        key=("entity", entity.label, name),
        body=tuple(body),
        spans=tuple(_passages(entity)),
        right=Piece(f"{kind} {count:>3}" if kind_shown else count, "dim"),
        lines=3,
    )
