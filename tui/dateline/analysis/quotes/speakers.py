"""Who speaks: the words that say so, resolved to a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.analysis.model import Cue, Quote, Speaker
from dateline.analysis.quotes.descriptions import bodies, described, documents
from dateline.analysis.quotes.discourse import Discourse, Sighting, read_discourse
from dateline.analysis.quotes.genders import role_genders
from dateline.analysis.quotes.grammar import antecedent
from dateline.analysis.quotes.pronouns import (
    FIRST,
    NEUTER,
    PLURAL,
    SINGULAR,
    Situation,
    neuter,
    person,
    phrase_span,
    plural,
)
from dateline.analysis.quotes.words import places_with
from dateline.spans import Span, SpanIndex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.quotes.findings import Finding, Source
    from dateline.analysis.quotes.genders import Gender

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
Name = tuple[str, int | None]
"""A speaker's name, and the place of the entity in the list of entities."""


def resolve(
    parsed: ParsedArticle, entities: Sequence[Entity], findings: Sequence[Finding]
) -> list[Quote]:
    """Make quotes of findings, each with its speaker as a reader would name them.

    What cannot be resolved without doubt keeps the words that stand in the text.
    """
    text = parsed.article.text
    names = _Speakers(parsed, entities, findings).names()
    rows = sorted(
        (start, -end, number, piece)
        for number, finding in enumerate(findings)
        for piece, (start, end) in enumerate(finding.pieces)
    )
    places = {(number, piece): place for place, (_, _, number, piece) in enumerate(rows)}
    asides = [(passage.start, passage.end) for passage in parsed.passages if passage.aside]
    quotes: list[Quote] = []
    for start, minus_end, number, piece in rows:
        finding = findings[number]
        source, cue = finding.source, finding.cue
        speaker = None
        if source is not None:
            name, entity = names[number]
            identity = None if entity is None else entities[entity].id
            speaker = Speaker(source.start, source.end, name, identity)
        quotes.append(
            Quote(
                start,
                -minus_end,
                text[start:-minus_end],
                finding.direct,
                speaker,
                None if cue is None else Cue(*cue, text[cue[0] : cue[1]]),
                finding.stance,
                places[number, 0] if piece else None,
                any(low <= start < high for low, high in asides),
                finding.statement,
            )
        )
    return quotes


@dataclass
class _Speakers:
    """The speakers of an article as they are resolved, in the order of the text."""

    parsed: ParsedArticle
    entities: Sequence[Entity]
    findings: Sequence[Finding]
    discourse: Discourse = field(init=False)
    quoted: list[tuple[int, int]] = field(init=False)
    _marked: SpanIndex[None] = field(init=False)
    _spoken: SpanIndex[Finding] = field(init=False)
    _bearers: dict[str, int] = field(init=False)
    last: int | None = None
    last_place: tuple[int, int] = (-9, 0)
    last_role: str = ""
    """The words for whoever spoke last, where they are a role that nobody named bears."""
    last_role_start: int = -1
    last_role_gender: Gender | None = None
    """The gender that the role, or a pronoun for it since, tells."""
    known: dict[tuple[int, int], Name] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.quoted = sorted(
            {piece for finding in self.findings if finding.direct for piece in finding.pieces}
        )
        self.discourse = read_discourse(self.parsed, self.entities, self.quoted)
        self._marked = SpanIndex((Span(*piece), None) for piece in self.quoted)
        self._spoken = SpanIndex(
            (Span(*piece), finding)
            for finding in self.findings
            if finding.source is not None
            for piece in finding.pieces
        )
        self._bearers = self._surnames()

    def names(self) -> dict[int, Name]:
        """The name of each finding's speaker, by the finding's place."""
        order = [
            (finding.source.start, number)
            for number, finding in enumerate(self.findings)
            if finding.source is not None
        ]
        sources = {start for start, _ in order}
        pronouns = {start: gender for start, gender in self._pronouns() if start not in sources}
        found: dict[int, Name] = {}
        for start, number in sorted([*order, *((at, -1) for at in pronouns)]):
            if number < 0:
                self._follow(start, pronouns[start])
                continue
            finding = self.findings[number]
            source = finding.source
            if source is None:
                continue
            key = (source.start, source.end)
            if key not in self.known:
                self.known[key] = self._name(finding, source)
                self._see(source, self.known[key][1])
                self._see_role(finding, source, self.known[key])
            name = found[number] = self.known[key]
            if finding.strict and name[1] is not None:
                self.last = name[1]
                self.last_place = self.discourse.place_of(source.start)
        return found

    def _name(self, finding: Finding, source: Source) -> Name:
        head = source.head
        if head is None:
            return self._label(source)
        meant = antecedent(head)
        lower = meant.lower_
        if lower in SINGULAR:
            entity = person(self.discourse, SINGULAR[lower], self._situation(finding, source))
            if entity is not None:
                return self.entities[entity].name, entity
            if self._is_last_role(source, SINGULAR[lower]):
                return self.last_role, None
        elif lower in PLURAL:
            taken_up = plural(self.discourse, meant, self._index(source))
            if taken_up is not None:
                return self._phrase(taken_up, self._index_of(taken_up, source))
        elif lower in NEUTER:
            taken_up = neuter(self.discourse, meant, self._index(source), bodies() | documents())
            if taken_up is not None:
                return self._phrase(taken_up, self._index_of(taken_up, source))
        elif lower in FIRST:
            around = self._around(source.start)
            if around is not None:
                return around
        elif meant != head:
            return self._phrase(meant, self._index(source))
        else:
            return self._named_or_described(meant, source)
        return self._words(source.start, source.end), None

    def _pronouns(self) -> Iterator[tuple[int, Gender]]:
        """Where "he" and "she" are subjects outside quotation marks; surnames that stand as
        subjects without a mention are put down on the way."""
        for passage in self.parsed.passages:
            for place in places_with(passage.doc, _SUBJECTS):
                token = passage.doc[place]
                at = passage.start + token.idx
                if token.lower_ in ("he", "she"):
                    if not self.discourse.is_inside(at):
                        yield at, SINGULAR[token.lower_]
                    continue
                bearer = self._bearers.get(token.text) if token.pos_ == "PROPN" else None
                if bearer is not None and self.discourse.entity_at(at, at + len(token)) is None:
                    self._add(at, at + len(token), bearer)

    def _surnames(self) -> dict[str, int]:
        """Surnames that one person of the article bears, with that person's place."""
        found: dict[str, list[int]] = {}
        for number, entity in enumerate(self.entities):
            if entity.label == "PERSON":
                found.setdefault(entity.name.split()[-1], []).append(number)
        return {name: numbers[0] for name, numbers in found.items() if len(numbers) == 1}

    def _follow(self, at: int, gender: Gender) -> None:
        """Remember whom a pronoun means that is nobody's source, so that later ones can follow."""
        here = Situation(at, False, (), self.last, self.last_place, None)
        entity = person(self.discourse, gender, here)
        if entity is not None:
            self._add(at, at + 2, entity)

    def _see(self, source: Source, entity: int | None) -> None:
        """Remember a speaker as spoken of where the source stands."""
        if entity is not None:
            self._add(source.start, source.end, entity)

    def _see_role(self, finding: Finding, source: Source, name: Name) -> None:
        """Remember the role in which somebody spoke who is not named ("the mayor")."""
        head = source.head
        if head is None or not finding.strict or self._is_quoted(source.start):
            return
        if head.lower_ in SINGULAR and name == (self.last_role, None):
            self.last_role_start = source.start
            self.last_role_gender = SINGULAR[head.lower_]
            return
        self.last_role = ""
        joined = any(each.dep_ == "conj" for each in head.children)
        if name[1] is None and head.tag_ == "NN" and not joined and head.lower_ in role_genders():
            self.last_role, self.last_role_start = name[0], source.start
            self.last_role_gender = role_genders()[head.lower_]

    def _is_last_role(self, source: Source, gender: Gender) -> bool:
        """Whether a pronoun means whoever spoke last, of whom only the role is told: right after,
        with nobody named in between."""
        if not self.last_role or self.last_role_gender not in (None, gender):
            return False
        if self._is_quoted(source.start) or not self.last_role_start < source.start:
            return False
        spoke_in = self.discourse.place_of(self.last_role_start)[0]
        if self.discourse.paragraphs_between(spoke_in, self._index(source)) > 2:
            return False
        return not any(
            sighting.start > self.last_role_start
            and not sighting.quoted
            and self.entities[sighting.entity].label == "PERSON"
            for sighting in self.discourse.before(source.start, 20)
        )

    def _add(self, start: int, end: int, entity: int) -> None:
        index, sentence = self.discourse.place_of(start)
        self.discourse.add(
            Sighting(
                start,
                end,
                entity,
                index,
                sentence,
                subject=True,
                owner=False,
                joined=False,
                quoted=self._is_quoted(start),
            )
        )

    def _named_or_described(self, head: Token, source: Source) -> Name:
        if any(each.dep_ in ("cc", "conj") for each in head.children):
            # Several speak together: all their words, and the first of them as the entity.
            first = self._entity(head, source.passage.start)
            return self._words(source.start, source.end), first
        entity = self._entity(head, source.passage.start)
        if entity is None:
            for each in head.children:
                if each.dep_ == "appos" and each.pos_ == "PROPN":
                    entity = self._entity(each, source.passage.start)
                    if entity is not None and self.entities[entity].label == "NORP":
                        entity = None
                    break
        if entity is None:
            last = self.last if self._index(source) - self.last_place[0] <= 2 else None
            entity = described(self.discourse, head, source.start, last)
        if entity is not None:
            return self.entities[entity].name, entity
        if head.pos_ == "NOUN":
            start, end = phrase_span(self.discourse, head, self._index(source), bare=True)
            return self._words(max(start, source.start), min(end, source.end)), None
        return self._words(source.start, source.end), None

    def _phrase(self, head: Token, index: int) -> Name:
        """The name, or the words, of a noun phrase that a pronoun takes up."""
        passage = self.discourse.passages[index]
        if not any(each.dep_ == "conj" for each in head.children):
            entity = self._entity(head, passage.start)
            if entity is None:
                entity = described(self.discourse, head, passage.start + head.idx, self.last)
            if entity is not None:
                return self.entities[entity].name, entity
        return self._words(*phrase_span(self.discourse, head, index)), None

    def _entity(self, head: Token, start: int) -> int | None:
        begin = start + head.idx
        entity = self.discourse.entity_at(begin, begin + len(head))
        if entity is None and head.pos_ == "PROPN":
            return self._bearers.get(head.text)
        if entity is not None and self.entities[entity].label == "NORP" and head.tag_ == "NN":
            return None
        return entity

    def _label(self, source: Source) -> Name:
        """A label such as "KELLER": the one entity whose name ends in it."""
        words = source.text.casefold().split()
        fits = [
            number
            for number, entity in enumerate(self.entities)
            if entity.label in ("PERSON", "ORG", "GPE")
            and entity.name.casefold().split()[-len(words) :] == words
        ]
        if len(fits) == 1 and len("".join(words)) > 1:
            return self.entities[fits[0]].name, fits[0]
        return self._words(source.start, source.end), None

    def _situation(self, finding: Finding, source: Source) -> Situation:
        around = self._around(source.start)
        return Situation(
            source.start,
            self._is_quoted(source.start),
            finding.pieces,
            self.last,
            self.last_place,
            None if around is None else around[1],
        )

    def _is_quoted(self, at: int) -> bool:
        return bool(self._marked.overlapping(at, at + 1))

    def _around(self, at: int) -> Name | None:
        """The speaker of the innermost finding that an offset stands in."""
        around = self._spoken.at(at)
        if not around:
            return None
        source = around[0][1].source
        return None if source is None else self.known.get((source.start, source.end))

    def _index(self, source: Source) -> int:
        return self.discourse.place_of(source.start)[0]

    def _index_of(self, head: Token, source: Source) -> int:
        index = self._index(source)
        return index if head.doc is source.passage.doc else index - 1

    def _words(self, start: int, end: int) -> str:
        return " ".join(self.parsed.article.text[start:end].split())
