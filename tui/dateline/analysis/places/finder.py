"""From toponyms to places: the spans are chosen, resolved, and put under their parents."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dateline.analysis.model import Place, PlaceMention
from dateline.analysis.places.abroad import find_abroad, names_of
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.hints import home_country, home_town
from dateline.analysis.places.mentions import group_mentions
from dateline.analysis.places.toponyms import find_toponyms
from dateline.analysis.places.tree import as_candidate, as_place, with_parents
from dateline.spans import Span, SpanIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Mention
    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.places.mentions import NamedPlace
    from dateline.analysis.places.reading import ToponymSpan
    from dateline.analysis.places.resolution import Choice

LEAST = 0.52
"""A span that scores less is no place; it may still tell where the others are."""
_LEAST_AS_CONTEXT = 0.15
_MOST_RUNNERS_UP = 8
_SURNAME = "surname"
"""For a part of a name that stands alone for a person whom the article names in full."""
_CLUB = "club"
_SAME_WORDS = {
    "GPE": 1.0,
    "LOC": 0.5,
    "FAC": -0.5,
    "PERSON": -0.5,
    _SURNAME: -3.0,
    _CLUB: -2.5,
    "PRODUCT": -2.0,
    "WORK_OF_ART": -1.0,
    "EVENT": -1.6,
}
_UNUSUAL = -2.0
"""What a club's name loses that no place has in English."""
_ROUND_UP = 8
_IN_ROUND_UP = -3.0
"""What a club's name loses beside that in an article that has so many clubs."""
_HEAD_OF = {"PERSON": -0.8, "FAC": 0.6}
_WITHIN = {"PERSON": -0.8, "GPE": 0.5, "LOC": 0.5, "FAC": 0.4}
"""What the label of an entity adds, in log-odds: the same words, the toponym at its head, or
further inside."""
_ARTICLE, _POSSESSIVE = 4, 2
"""Code points by which an entity may be longer and still be the same words."""
_WATER = frozenset(
    {"river", "creek", "lake", "bay", "sea", "reservoir", "canal", "strait", "gulf", "sound"}
)
_HEIGHTS = frozenset({"mount", "mountain", "mountains", "hills"})


@dataclass(slots=True)
class _Draft:
    place: Place
    written: Counter[str] = field(default_factory=Counter)
    """How the article writes the name, and how often."""
    mentions: list[PlaceMention] = field(default_factory=list)
    aside: bool = True
    best_share: float = 0.0


def find_places(parsed: ParsedArticle, entities: Sequence[Entity]) -> list[Place]:
    """Find the places that an article names, in the order of their first mention.

    The labels of the entities count as evidence; without entities, the evidence is the toponyms'
    own. So does where the article comes from, as far as its address and its paper's name tell.
    Each place has at least one mention, except those that are only listed as
    parents of others (at the end), so that the tree is complete up to the country.
    """
    # The reading process corrects places with this package, and must not load numpy for it.
    from dateline.analysis.places.cities_and_regions import cities_first
    from dateline.analysis.places.parting import part_mentions
    from dateline.analysis.places.resolution import resolve

    spans = _judge(find_toponyms(parsed, least=0.05), entities)
    if parsed.language != "en":
        spans = _with_abroad(parsed, spans)
    spans = [span for span in spans if span.score >= _LEAST_AS_CONTEXT]
    asides = {passage.index for passage in parsed.passages if passage.aside}
    drafts: dict[int | str, _Draft] = {}
    names = group_mentions(parsed, spans)
    town = home_town(parsed.article)
    choices = resolve([*names, town] if town else names, home_country(parsed.article))
    for choice in cities_first(parsed, part_mentions(parsed, choices)):
        _draft(choice, drafts, asides)
    ordered = sorted(drafts.values(), key=lambda draft: draft.mentions[0].start)
    return with_parents(
        replace(
            _as_spelt(draft),
            id=f"p{number}",
            mentions=tuple(draft.mentions),
            aside=draft.aside,
        )
        for number, draft in enumerate(ordered, start=1)
    )


def _with_abroad(parsed: ParsedArticle, spans: list[ToponymSpan]) -> list[ToponymSpan]:
    """The well-known names of a language, and the other spans beside them where a language model
    marks names: without one, the clues of English prose would mislead."""
    abroad = find_abroad(parsed)
    if not abroad and names_of(parsed.language) is None:
        return spans
    if not any(passage.doc.has_annotation("ENT_IOB") for passage in parsed.passages):
        return abroad
    index = SpanIndex((Span(span.start, span.end), span) for span in abroad)
    others = [span for span in spans if not index.overlapping(span.start, span.end)]
    return sorted([*abroad, *others], key=lambda span: span.start)


def _judge(spans: list[ToponymSpan], entities: Sequence[Entity]) -> list[ToponymSpan]:
    """The scores, with what the finder of names says of the same words."""
    if not entities:
        return spans
    index = SpanIndex(
        (Span(mention.start, mention.end), _label_at(entity, mention))
        for entity in entities
        for mention in entity.mentions
    )
    is_round_up = sum(entity.club for entity in entities) >= _ROUND_UP
    judged = []
    for span in spans:
        change = 0.0
        for words, label in index.overlapping(span.start, span.end):
            heads = words.start >= span.start - _ARTICLE
            exact = heads and words.end <= span.end + _POSSESSIVE
            table = _SAME_WORDS if exact else _HEAD_OF if heads else _WITHIN
            change += table.get(label, 0.0)
            if exact and label == _CLUB and is_round_up:
                change += _IN_ROUND_UP
            if exact and label == _CLUB and not _is_usual(span.name):
                change += _UNUSUAL
        if span.place is not None:
            change = max(change, -1.0)
        score = min(max(span.score, 1e-6), 1 - 1e-6)
        odds = math.log(score / (1 - score)) + change
        judged.append(replace(span, score=1 / (1 + math.exp(-odds))))
    return judged


def _is_usual(name: str) -> bool:
    """Whether a place of that name is called so in English, as Bavaria is not called Bayern."""
    key = fold(name)
    return any(fold(place.name) == key for place in gazetteer().lookup_key(key))


def _label_at(entity: Entity, mention: Mention) -> str:
    """The label of an entity; that it is a club, or that a mention is a part of a person's name."""
    if entity.club:
        return _CLUB
    given = len(entity.name) - (mention.end - mention.start)
    alone = entity.label == "PERSON" and " " in entity.name[: max(given, 0)]
    return _SURNAME if alone else entity.label


def _draft(choice: Choice, drafts: dict[int | str, _Draft], asides: set[int]) -> None:
    """Add a name and its mentions to the place that it means."""
    named = choice.named
    mentions = [
        (span, PlaceMention(span.start, span.end, form, span.passage in asides))
        for span, form in zip(named.mentions, named.forms, strict=True)
        if span.score >= LEAST
    ]
    if not mentions:
        return
    toponym = choice.place
    key: int | str = toponym.id if toponym else fold(named.name)
    draft = drafts.get(key)
    share = choice.confidence * named.certainty
    if draft is None:
        place = as_place(toponym, "p0", share) if toponym else _unknown_place(named)
        draft = drafts[key] = _Draft(place)
    if share > draft.best_share:
        draft.best_share = share
        runners_up = tuple(
            as_candidate(other, part) for other, part in choice.candidates[1 : _MOST_RUNNERS_UP + 1]
        )
        draft.place = replace(draft.place, confidence=round(share, 3), runners_up=runners_up)
    draft.mentions += [mention for _, mention in mentions]
    draft.written.update(
        " ".join(span.name.split())
        for span, mention in mentions
        if mention.form == "name" and span.kind == "name" and not span.name.endswith(".")
    )
    draft.mentions.sort(key=lambda mention: mention.start)
    draft.aside = draft.aside and all(mention.aside for _, mention in mentions)


def _as_spelt(draft: _Draft) -> Place:
    """A place named as the article spells it, where only letters differ ("Naxos" for "Náxos");
    where it has another name, that stands beside the usual one."""
    place, key = draft.place, fold(draft.place.name)
    spellings = [text for text, _ in draft.written.most_common() if not text.isupper()]
    same = next((text for text in spellings if fold(text) == key), None)
    if same is not None or any(fold(text) == key for text in draft.written):
        return replace(place, name=same or place.name)
    return replace(place, written=spellings[0]) if spellings else place


def _unknown_place(named: NamedPlace) -> Place:
    """A place that no gazetteer knows: its kind by its words, without coordinates."""
    words = {word.rstrip(".").lower() for word in named.name.split()}
    if named.street:
        kind = "street"
    elif words & _WATER:
        kind = "water"
    else:
        kind = "mountain" if words & _HEIGHTS else "place"
    confidence = round(named.certainty / 2, 3)
    return Place("p0", named.name, kind, None, None, None, None, None, None, None, confidence, ())
