"""What a rule makes of the words it matched, and what it may look at to do so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from dateline.analysis.times.calendar import Unit, days_of, value_around
from dateline.analysis.times.lexicon import WORDS
from dateline.analysis.times.stems import stem
from dateline.analysis.times.tense import direction_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import TimexType


_HEADLINE = 0.6
"""From this share of words with a capital on, a text is a headline."""
_SAYING = frozenset(WORDS["verbs_of_saying"])
_WHOLE_YEAR = re.compile(r"\bfiscal\b|^the\s+(?:full\s+|whole\s+|entire\s+)?year$")
"""How a report names the year that it tells of."""
_REPORTED = re.compile(r"P(?:6|9|12)M|P1Y|P(?:26|39|52)W")
"""Periods that a company reports on besides the quarter."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression as a rule reads it: offsets in the passage, TIMEX3 type and value."""

    start: int
    end: int
    type: TimexType
    value: str
    mod: str | None = None
    first: date | None = None
    """First day, where the value alone does not tell it."""
    last: date | None = None
    how: str | None = None
    silent: bool = False
    """Not a date that later words ("two days earlier") can refer to."""


Reader = Callable[["re.Match[str]", "Context"], "Reading | Iterable[Reading] | None"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what reads its matches. The pattern must cover one of the rule's head words."""

    heads: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader
    weight: int = 0
    """Between matches of one length the heavier rule wins."""
    words: tuple[str, ...] = ()
    """Without one of these strings near by the rule cannot match, and is not tried."""


def rule(heads: str, pattern: str, read: Reader, weight: int = 0, *, words: str = "") -> Rule:
    """A rule for the head classes named in `heads`; `words` are strings it cannot do without."""
    compiled = re.compile(rf"(?<![\w$£€])(?:{pattern})(?!\w)", re.IGNORECASE)
    return Rule(frozenset(heads.split()), compiled, read, weight, tuple(words.split()))


@dataclass(slots=True)
class Story:
    """What has been told so far: the dates that later words refer to."""

    published: date | None
    value: str | None = None
    """The last date named, at its own grain."""
    day: date | None = None
    """The last day named."""
    day_place: int = -1
    """Index of the passage in which `day` was named."""
    news: date | None = None
    """The day that the story tells of as its news."""
    quarter: str | None = None
    """The last fiscal period named (a quarter, a half or a year)."""
    place: tuple[int, int] = (-1, -1)
    """Passage and offset at which `value` was named."""
    quarter_place: tuple[int, int] = (-1, -1)
    fiscal: str | None = None
    """What "a year earlier" goes back from: the last period reported on, a quarter or a year."""
    reported: str | None = None
    """The latest quarter or half of all that were named and are over."""
    years: dict[tuple[int, int], int] = field(default_factory=dict)
    """The year that a month and a day were last named with, or were found to be of."""
    happenings: dict[str, date] = field(default_factory=dict)
    """The days of what was told of, by the stem of the noun or verb that names it."""


@dataclass
class Context:
    """A passage under reading."""

    index: int
    doc: Doc
    text: str
    story: Story
    found: list[Reading] = field(default_factory=list)
    """What was read before in this passage."""

    @property
    def published(self) -> date | None:
        """The article's date."""
        return self.story.published

    @cached_property
    def _starts(self) -> list[int]:
        return [int(start) for start in self.doc.to_array("IDX")]

    def token(self, offset: int) -> Token:
        """The token at an offset of the passage."""
        return self.doc[max(0, bisect_right(self._starts, offset) - 1)]

    def direction(self, match: re.Match[str]) -> int:
        """-1 where the clause tells of the past, 1 of the future, 0 where it does not say."""
        return direction_at(self.token(match.start()), self.token(match.end() - 1))

    def around(self, unit: Unit, shift: int) -> str | None:
        """The stretch of the calendar so many units from publication; None without its date."""
        if self.published is None:
            return None
        try:
            return value_around(self.published, unit, shift)
        except (ValueError, OverflowError):
            return None

    def sentence_start(self, offset: int) -> int:
        """Where the sentence at an offset begins."""
        return self.token(offset).sent.start_char

    def note(self, reading: Reading) -> None:
        """Remember a reading for those that follow."""
        self.found.append(reading)
        if reading.type == "DURATION" and self.published and _REPORTED.fullmatch(reading.value):
            self.story.fiscal = str(self.published.year)
            self.story.quarter_place = (self.index, reading.start)
        if reading.silent or reading.type not in ("DATE", "TIME"):
            return
        words = self.text[reading.start : reading.end].lower()
        if re.fullmatch(r"\d{4}", reading.value) and _WHOLE_YEAR.search(words):
            self.story.fiscal = reading.value
            self.story.quarter_place = (self.index, reading.start)
        bounds = days_of(reading.value)
        if bounds is None:
            return
        if self.story.place[0] == self.index and self._is_since_when(reading):
            return
        self.story.value = reading.value
        self.story.place = (self.index, reading.start)
        if bounds[0] == bounds[1]:
            self.story.years[bounds[0].month, bounds[0].day] = bounds[0].year
            self._note_day(reading, bounds[0])
        over = self.published is None or bounds[1] <= self.published
        if (over or "fiscal" in words) and re.fullmatch(r"\d{4}-[QH]\d", reading.value):
            self.story.quarter = self.story.fiscal = reading.value
            self.story.quarter_place = (self.index, reading.start)
            if self.story.reported is None or self.story.reported < reading.value:
                self.story.reported = reading.value

    def _is_since_when(self, reading: Reading) -> bool:
        """Whether the date only says how far back: "the lowest since October 1982"."""
        return self.text[max(0, reading.start - 10) : reading.start].rstrip().endswith("since")

    def _note_day(self, reading: Reading, day: date) -> None:
        """Remember the day as the one told of, unless it only says when somebody said so."""
        story = self.story
        fresh = story.day is not None and story.day_place >= self.index - 1
        if fresh and self._dates_a_saying(reading):
            return
        story.day, story.day_place = day, self.index
        self._note_happening(reading, day)

    def _dates_a_saying(self, reading: Reading) -> bool:
        token = self.token(reading.end - 1)
        for _ in range(3):
            token = token.head
            if token.pos_ == "VERB":
                return token.lower_ in _SAYING
        return False

    def _note_happening(self, reading: Reading, day: date) -> None:
        """Remember what the day is the day of: the nouns and the verb that it hangs on."""
        token = self.token(reading.end - 1)
        for _ in range(4):
            above = token.head
            if above.i == token.i:
                return
            if above.pos_ in ("NOUN", "VERB"):
                self.story.happenings.setdefault(stem(above.lower_), day)
            if above.pos_ in ("VERB", "AUX"):
                for child in above.children:
                    if (
                        child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")
                        and child.pos_ == "NOUN"
                    ):
                        self.story.happenings.setdefault(stem(child.lower_), day)
                return
            token = above


def is_in_a_title(offset: int, ctx: Context) -> bool:
    """Whether a word with a capital is part of a name ("60 Minutes", "the Six-Day War").

    In a headline every word has one, and then it says nothing.
    """
    token = ctx.token(offset)
    if not token.text[0].isupper() or token.is_sent_start:
        return False
    words = [word for word in ctx.text.split() if word[0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    return capitals <= _HEADLINE * len(words)


def reference(shift: int) -> str:
    """The TIMEX3 value of a time that is not tied to the calendar."""
    return "PAST_REF" if shift < 0 else "FUTURE_REF" if shift > 0 else "PRESENT_REF"


def reported_on(story: Story) -> str | None:
    """The period that "a year ago" goes back from: the last one named, or a later year's."""
    fiscal, reported = story.fiscal, story.reported
    if fiscal and reported and len(fiscal) > len("1989") and fiscal[:4] < reported[:4]:
        return reported
    return fiscal


_MANY_DAYS, _MANY_MONTHS = 60, 24
_UNIT_NAMES: dict[Unit, str] = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "HALF": "half-year",
    "Y": "year",
    "E": "decade",
    "C": "century",
    "MILL": "millennium",
}


def from_publication(unit: Unit, shift: int) -> str:
    """In words: "the month before publication", "3 weeks after publication"."""
    name = _UNIT_NAMES.get(unit, "day")
    if shift == 0:
        return f"the {name} of publication"
    side = "after" if shift > 0 else "before"
    if abs(shift) == 1:
        return f"the {name} {side} publication"
    several = "centuries" if name == "century" else name + "s"
    return f"{abs(shift)} {several} {side} publication"


def day_in_words(day: date, published: date | None) -> str:
    """In words: "Friday 6 June 2025, the day before publication"."""
    said = f"{day:%A} {day.day} {day:%B} {day.year}"
    if published is None:
        return said
    apart = (day - published).days
    if abs(apart) > _MANY_DAYS:
        months = (day.year - published.year) * 12 + day.month - published.month
        if abs(months) > _MANY_MONTHS:
            return f"{said}, {from_publication('Y', day.year - published.year)}"
        return f"{said}, {from_publication('M', months)}"
    return f"{said}, {from_publication('D', apart)}"
