"""Whom the article has spoken of so far: mentions in order, with what recommends each as the one
that a pronoun or a description means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from dateline.analysis.quotes.credits import credited
from dateline.analysis.quotes.genders import (
    gender_of_name,
    gender_of_title,
    role_genders,
    settled,
)
from dateline.analysis.quotes.words import offsets, places_of
from dateline.spans import Span, SpanIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import ParsedArticle, Passage
    from dateline.analysis.quotes.genders import Gender

_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC"})
_STOPS = frozenset(".!?")
_POSTNOMINAL = frozenset({"appos"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention of an entity that can speak."""

    start: int
    end: int
    entity: int
    """Its place in the list of entities."""
    passage: int
    sentence: int
    subject: bool
    owner: bool
    """Whether it only owns something ("Keller's plan")."""
    joined: bool
    """Whether it is one of several ("Keller and Winter")."""
    quoted: bool
    """Whether it stands inside quotation marks."""
    apart: bool = False
    """Whether it is none of the story: in an aside, or a credit of those who made the article."""


@dataclass
class Discourse:
    """The mentions of an article, and what is known of the entities."""

    passages: tuple[Passage, ...]
    entities: Sequence[Entity]
    quoted: Sequence[tuple[int, int]] = ()
    """The stretches in quotation marks, in order."""
    sightings: list[Sighting] = field(default_factory=list)
    genders: dict[int, Gender] = field(default_factory=dict)
    roles: dict[int, Counter[str]] = field(default_factory=dict)
    """For each entity, the nouns and their modifiers that describe it, lower case."""
    _starts: list[int] = field(default_factory=list)
    _passage_starts: list[int] = field(default_factory=list)
    _own: list[int] = field(default_factory=list)
    """For each passage, how many up to it stand in no aside."""
    _tokens: dict[int, list[int]] = field(default_factory=dict)
    _sentences: dict[int, list[int]] = field(default_factory=dict)

    def add(self, sighting: Sighting) -> None:
        """Put in a sighting that was found later, such as a pronoun that is resolved."""
        place = bisect_left(self._starts, sighting.start)
        self._starts.insert(place, sighting.start)
        self.sightings.insert(place, sighting)

    def sentences(self, index: int) -> int:
        """How many sentences a passage has."""
        self._sentence(index, 0)
        return len(self._sentences[index])

    def before(self, at: int, most: int) -> Sequence[Sighting]:
        """The story's own last sightings that begin before an offset, so many at most."""
        place = bisect_left(self._starts, at)
        last = self.sightings[max(0, place - most) : place]
        return [sighting for sighting in last if not sighting.apart]

    def paragraphs_between(self, earlier: int, later: int) -> int:
        """How many paragraphs a passage stands after another; asides between them do not count."""
        return self._own[later] - self._own[earlier]

    def entity_at(self, start: int, end: int) -> int | None:
        """The entity that is mentioned at, or around, a span; None where none is."""
        place = bisect_right(self._starts, start)
        for sighting in reversed(self.sightings[max(0, place - 3) : place]):
            if sighting.start <= start and end <= sighting.end:
                return sighting.entity
        return None

    def is_inside(self, at: int) -> bool:
        """Whether an offset is inside quotation marks, past the first of them."""
        around = bisect_left(self.quoted, (at, at)) - 1
        return around >= 0 and self.quoted[around][0] < at < self.quoted[around][1]

    def place_of(self, at: int) -> tuple[int, int]:
        """The passage and the sentence in it at an offset."""
        index = bisect_right(self._passage_starts, at) - 1
        token = self.token_at(index, at)
        return index, 0 if token is None else self._sentence(index, token.i)

    def token_at(self, index: int, at: int) -> Token | None:
        """The token of a passage at an offset of the article."""
        passage = self.passages[index]
        if index not in self._tokens:
            self._tokens[index] = offsets(passage.doc)
        place = bisect_right(self._tokens[index], at - passage.start) - 1
        return passage.doc[place] if place >= 0 else None

    def _sentence(self, index: int, token: int) -> int:
        if index not in self._sentences:
            passage = self.passages[index]
            self._sentences[index] = [
                place
                for place in _sentence_starts(passage.doc)
                if not self.is_inside(passage.start + passage.doc[place].idx)
            ]
        return bisect_right(self._sentences[index], token)


def _sentence_starts(doc: Doc) -> list[int]:
    """Where sentences begin: after full stops, question and exclamation marks, whatever the
    parse says around quotation marks."""
    starts = [0]
    for stop in places_of(doc, _STOPS):
        place = stop + 1
        while place < len(doc) and (doc[place].is_quote or doc[place].is_space):
            place += 1
        if place < len(doc) and not doc[place].text[:1].islower():
            starts.append(place)
    return starts


def read_discourse(
    parsed: ParsedArticle, entities: Sequence[Entity], quoted: Sequence[tuple[int, int]]
) -> Discourse:
    """Lay the entities over the article; `quoted` are the stretches in quotation marks.

    What stands in asides, bylines, datelines and picture credits names, but is never looked back
    to: the story does not speak of it.
    """
    discourse = Discourse(parsed.passages, entities, quoted)
    discourse._passage_starts = [p.start for p in parsed.passages]
    discourse._own = list(accumulate(not p.aside for p in parsed.passages))
    starts = [start for start, _ in quoted]
    made_by = SpanIndex((Span(*span), None) for span in credited(parsed.passages))
    rows = sorted(
        (mention.start, mention.end, number)
        for number, entity in enumerate(entities)
        if entity.label in _SPEAKING
        for mention in entity.mentions
    )
    roles: dict[int, Counter[str]] = defaultdict(Counter)
    votes: dict[int, list[Gender]] = defaultdict(list)
    for start, end, number in rows:
        index = bisect_right(discourse._passage_starts, start) - 1
        if index < 0:
            continue
        token = discourse.token_at(index, end - 1)
        first = discourse.token_at(index, start)
        if token is None or first is None:
            continue
        head = token
        while head.dep_ in ("compound", "nmod", "flat") and first.i <= head.head.i <= token.i:
            head = head.head
        around = bisect_right(starts, start) - 1
        discourse.sightings.append(
            Sighting(
                start,
                end,
                number,
                index,
                discourse._sentence(index, head.i),
                _is_subject(head) or _owns_subject(head),
                head.dep_ in ("poss", "compound", "nmod", "amod"),
                _is_joined(head),
                around >= 0 and end <= quoted[around][1],
                apart := parsed.passages[index].aside or bool(made_by.overlapping(start, end)),
            )
        )
        if apart:
            continue
        if entities[number].label == "PERSON":
            for word in _descriptions(head, first):
                roles[number][word] += 1
            for word in _titles(first):
                votes[number].append(word)
    discourse._starts = [sighting.start for sighting in discourse.sightings]
    discourse.roles = dict(roles)
    _settle_genders(discourse, votes)
    return discourse


def _is_subject(head: Token) -> bool:
    here = head
    while here.dep_ in ("conj", "appos") and here.head != here:
        here = here.head
    return here.dep_ in ("nsubj", "nsubjpass")


def _owns_subject(head: Token) -> bool:
    """Whether a name owns a thing that is the subject ("Keller's hope is"); people are not
    things."""
    thing = head.head
    return (
        head.dep_ == "poss"
        and _is_subject(thing)
        and thing.pos_ == "NOUN"
        and thing.lower_ not in role_genders()
    )


def _is_joined(head: Token) -> bool:
    return head.dep_ == "conj" or any(each.dep_ == "conj" for each in head.children)


def _titles(first: Token) -> Iterable[Gender]:
    if first.i > 0:
        gender = gender_of_title(first.nbor(-1).text)
        if gender is not None:
            yield gender


def _descriptions(head: Token, first: Token) -> Iterable[str]:
    """The words that describe a person at a mention: before the name ("the mayor, Tom Brandt"),
    in an apposition after it, and after "is"."""
    doc = head.doc
    low = first.i - 1
    while low >= 0 and doc[low].pos_ in ("NOUN", "PROPN", "ADJ") and first.i - low <= 6:
        yield doc[low].lower_
        low -= 1
    nouns = [each for each in head.children if each.dep_ in _POSTNOMINAL]
    if head.dep_ == "appos":
        nouns.append(head.head)
    elif head.dep_ in ("nsubj",) and head.head.lower_ in ("is", "was", "became"):
        nouns.extend(each for each in head.head.children if each.dep_ == "attr")
    for noun in nouns:
        if noun.lower_ in role_genders() or noun.pos_ == "NOUN":
            yield noun.lower_
            for each in noun.children:
                if each.dep_ in ("compound", "amod", "nmod"):
                    yield each.lower_
            for each in noun.children:
                if each.dep_ == "conj":
                    yield each.lower_


def _settle_genders(discourse: Discourse, votes: dict[int, list[Gender]]) -> None:
    for number, entity in enumerate(discourse.entities):
        if entity.label != "PERSON":
            continue
        cast = list(votes.get(number, ()))
        named = gender_of_name(entity.name)
        if named is None:
            for variant in entity.variants:
                named = named or gender_of_name(variant)
        if named is not None:
            cast.append(named)
        cast.extend(
            gender
            for word in discourse.roles.get(number, ())
            if (gender := role_genders().get(word)) is not None
        )
        gender = settled(cast)
        if gender is not None:
            discourse.genders[number] = gender
