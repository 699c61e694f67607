"""The kinds of things that are found in an article: plain data, every span a half-open pair of
code point offsets in `Article.text`.

The classes hold more than the public JSON shows: fields marked "beyond the JSON" serve the screen
and the exports.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

NumberKind = Literal["cardinal", "ordinal", "money", "percent", "age", "measure", "duration"]
Modifier = Literal["~", "<", "<=", ">", ">="]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionForm = Literal["name", "demonym", "metonym"]
EventGroup = Literal["before", "day", "ongoing", "ahead", "undated"]
Stance = Literal[
    "says",
    "claims",
    "denies",
    "confirms",
    "warns",
    "urges",
    "asks",
    "promises",
    "reports",
    "doubts",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where an entity is named."""

    start: int
    end: int
    aside: bool = False
    """Beyond the JSON: whether it stands in an aside, so is not the story's own."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation or other named thing, with all its mentions in the article."""

    id: str
    name: str
    """The fullest name that the article gives it."""
    label: str
    """An OntoNotes 5 label: PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""
    role: str | None = None
    """Beyond the JSON: the role or honorific it is named with ("Ukrainian President")."""
    variants: tuple[str, ...] = ()
    """Beyond the JSON: the ways in which it is written, most frequent first."""
    aside: bool = False
    """Beyond the JSON: named in asides only, so not the story's own."""
    club: bool = False
    """Beyond the JSON: one of the teams in an article about matches."""

    @property
    def own_mentions(self) -> tuple[Mention, ...]:
        """The story's own mentions, which count; of what only asides name, all."""
        return tuple(each for each in self.mentions if self.aside or not each.aside)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with what it says: its value, its unit, and what is counted."""

    start: int
    end: int
    text: str
    value: Decimal | None
    value_to: Decimal | None
    """The upper end of a range."""
    kind: NumberKind
    unit: str | None
    """ISO 4217 code, "%", or the unit's English singular name ("kilometre", "year")."""
    modifier: Modifier | None
    of: str | None
    """What is counted ("drones")."""
    said_by: int | None = None
    """Index into the quotes."""
    of_start: int | None = None
    """Beyond the JSON: where what is counted stands."""
    of_end: int | None = None
    of_key: str | None = None
    """Beyond the JSON: `of` made comparable (head lemmas, lower case): "civilian kill"."""
    aside: bool = False
    scope: tuple[str, ...] = ()
    """Beyond the JSON: the places and other named things (people aside) of its sentence, else of
    what stands before it in its paragraph: their names, case folded."""
    told_start: int | None = None
    """Beyond the JSON: where the verb before it begins that it goes with ("killed four people")."""
    further: bool = False
    """Beyond the JSON: counted on top of others ("three more people"), or a part of them."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression, normalised to TIMEX3 (TimeML 1.2.1)."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None
    """TIMEX3 `mod`: BEFORE AFTER START MID END APPROX LESS_THAN MORE_THAN EQUAL_OR_LESS ..."""
    earliest: str | None
    """First day that it can mean, ISO 8601, or None when it is not tied to the calendar."""
    latest: str | None
    """Last day that it can mean, inclusive."""
    how: str | None = None
    """Beyond the JSON: how it was resolved, in words ("Friday, the day before publication")."""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A row of the timeline: something that happened, or will."""

    start: int
    end: int
    """The clause."""
    time: int | None
    """Index into the times."""
    earliest: str | None
    latest: str | None
    label: str
    """A few words: subject, verb, object."""
    group: EventGroup = "undated"
    """Beyond the JSON: where it stands to the article's day."""
    others: tuple[tuple[int, int], ...] = ()
    """Beyond the JSON: further clauses that tell of the same event."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a quote: the words that say so here, and the name that they stand for."""

    start: int
    end: int
    text: str
    """The name, resolved through pronouns and descriptions."""
    entity: str | None
    """Id of the entity."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that show that something is said: "said", "according to", "a statement that"."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody says.

    A direct quote's span includes its quotation marks; an indirect one's is the reported clause.
    A quote that its cue splits ("…," she said, "…") is two, the second with `continues`.
    """

    start: int
    end: int
    text: str
    direct: bool
    speaker: Speaker | None
    cue: Cue | None
    stance: Stance = "says"
    """Beyond the JSON: what the cue does with the words."""
    continues: int | None = None
    """Beyond the JSON: index of the quote that this one goes on from."""
    aside: bool = False
    statement: bool = True
    """Beyond the JSON: whether words are given that were said (direct, or a reported clause), and
    not a plan, a thought, or only what was spoken of ("rejected the offer")."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place in the text that points to a place on earth."""

    start: int
    end: int
    form: MentionForm
    """`as` in the JSON."""
    aside: bool = False
    """Beyond the JSON: whether it stands in an aside, so is not the story's own."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name could mean, with the share of confidence that it was given."""

    name: str
    country: str | None
    admin: str | None
    lat: float
    lon: float
    geonames_id: int | None
    population: int | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth that the article names."""

    id: str
    name: str
    kind: str
    """country region district city water landmark bloc continent mountain airport ..."""
    country: str | None
    """ISO 3166-1 alpha-2."""
    admin: str | None
    """Name of the first-level region that it lies in."""
    lat: float | None
    lon: float | None
    geonames_id: int | None
    population: int | None
    parent: str | None
    """Id of the place that it lies in."""
    confidence: float
    mentions: tuple[PlaceMention, ...]
    """In the order of the text; none for a place that is listed only as another's parent."""
    runners_up: tuple[Candidate, ...] = ()
    """Beyond the JSON: what else the name could mean, likeliest first."""
    aside: bool = False
    """Beyond the JSON: named in asides only, so not the story's own."""
    written: str | None = None
    """Beyond the JSON: what the article calls it, where that is another name ("Kiev" for Kyiv)."""

    @property
    def own_mentions(self) -> tuple[PlaceMention, ...]:
        """The story's own mentions, which count; of what only asides name, all."""
        return tuple(each for each in self.mentions if self.aside or not each.aside)
