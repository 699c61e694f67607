"""A passage with what stands in quotation marks, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.analysis.quotes.datelines import dateline_tokens
from dateline.analysis.quotes.grammar import trimmed
from dateline.analysis.quotes.wording import word_count

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Stance
    from dateline.analysis.parsed import Passage
    from dateline.analysis.quotes.marks import Quotation

ENDS = frozenset(".!?")
DASHES = frozenset({"—", "–", "―", "--", "-", "~"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words around a quotation that say who speaks; places are token indices."""

    passage: Passage
    cue: tuple[int, int]
    anchor: int
    source: tuple[int, int] | None
    head: int | None
    stance: Stance = "says"


@dataclass(slots=True)
class SpokenPassage:
    """A passage with its outermost quotations, and what is known of each as they are read."""

    passage: Passage
    text: str
    quotations: list[Quotation]
    nested: list[Quotation]
    """Quotations inside these."""
    outside: list[bool] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    """For each quotation, the index of its first token."""
    last: list[int] = field(default_factory=list)
    """For each quotation, the index after its last token."""
    given: dict[int, Attribution] = field(default_factory=dict)
    """The attribution of each quotation, by its place in `quotations`."""
    continues: dict[int, int] = field(default_factory=dict)
    """Which earlier quotation of the passage a quotation goes on from."""
    weak: dict[int, Attribution] = field(default_factory=dict)
    """The attribution of quotations that may be only words of a reported clause."""
    lead: dict[int, int] = field(default_factory=dict)
    """The token at which the sentence begins, for quotations that only end what is said."""
    story: int = 0
    """The first token after the dateline."""

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.passage.doc


def prepare(
    passage: Passage, text: str, quotations: list[Quotation], nested: list[Quotation]
) -> SpokenPassage:
    """Lay the outermost quotations of a passage over its tokens."""
    spoken = SpokenPassage(passage, text, quotations, nested, [True] * len(passage.doc))
    doc = passage.doc
    spoken.story = dateline_tokens(doc)
    place = 0
    for quotation in quotations:
        low, high = quotation.start - passage.start, quotation.end - passage.start
        while place < len(doc) and doc[place].idx + len(doc[place]) <= low:
            place += 1
        begin = place
        while place < len(doc) and doc[place].idx < high:
            spoken.outside[place] = False
            place += 1
        spoken.first.append(begin)
        spoken.last.append(place)
    return spoken


def after_dateline(
    spoken: SpokenPassage, source: tuple[int, int], head: int | None
) -> tuple[tuple[int, int], int | None]:
    """The words of a source, and its head, without the dateline that the parse took in with it.

    Of several that speak together the head is the first.
    """
    low, high = source
    if low >= spoken.story:
        return source, head
    doc = spoken.doc
    # The parse can take the place in the dateline for a subject beside the true one.
    for each in doc[head].head.children if head is not None and head < spoken.story else ():
        if each.dep_ in ("nsubj", "nsubjpass") and spoken.story <= each.i < each.head.i:
            high = max(high, each.i + 1)
    low, high = trimmed(doc, spoken.story, high)
    for token in doc[low : high - 1]:
        if token.ent_type_ == "PERSON" and doc[token.i + 1].pos_ == "CCONJ":
            return (low, high), token.i
    for token in doc[low:high]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not low <= token.head.i < high:
            return (low, high), token.i
    return (low, high), None if head is None or head < low else head


def ends_open(text: str, quotation: Quotation) -> bool:
    """Whether a quotation breaks off in the middle of a sentence, as a comma inside it shows."""
    inner = text[quotation.inner_start : quotation.inner_end].rstrip("\"'”’»› ")
    return inner.endswith((",", "—", "–", "-", "…", "..."))


def ends_sentence(text: str, quotation: Quotation) -> bool:
    """Whether a quotation ends in a full stop."""
    inner = text[quotation.inner_start : quotation.inner_end].rstrip("\"'”’»› ")
    return inner.endswith(".") and not inner.endswith("..")


def is_end(token: Token) -> bool:
    """Whether a token ends a sentence, or a part of one after a semicolon."""
    return token.text in ENDS or token.text == ";"


def gap_before(spoken: SpokenPassage, number: int) -> list[int]:
    """The tokens outside quotations from the sentence's start (or the last full quote) up to it."""
    found: list[int] = []
    place = spoken.first[number] - 1
    previous = number - 1
    while place >= spoken.story:
        if previous >= 0 and place < spoken.last[previous]:
            if previous in spoken.given and _speaks_alone(spoken, previous):
                break
            if ends_sentence(spoken.text, spoken.quotations[previous]):
                break
            place = spoken.first[previous] - 1
            previous -= 1
            continue
        if is_end(spoken.doc[place]) and place + 1 != spoken.first[number]:
            break
        if is_end(spoken.doc[place]):
            break
        found.append(place)
        place -= 1
    return found[::-1]


def _speaks_alone(spoken: SpokenPassage, number: int) -> bool:
    return word_count(spoken.text, spoken.quotations[number]) > 3


def gap_after(spoken: SpokenPassage, number: int) -> list[int]:
    """The tokens after a quotation up to the sentence's end or the next quotation."""
    doc = spoken.doc
    place = spoken.last[number]
    stop = spoken.first[number + 1] if number + 1 < len(spoken.quotations) else len(doc)
    found: list[int] = []
    if place < stop and ends_sentence(spoken.text, spoken.quotations[number]):
        first = doc[place]
        if first.text not in DASHES and not first.text[:1].islower():
            return []
    while place < stop and not is_end(doc[place]):
        found.append(place)
        place += 1
    return found


def sentence_start(spoken: SpokenPassage, number: int) -> int | None:
    """Where the sentence begins that a quotation ends, if it has words before the quotation."""
    place = spoken.first[number] - 1
    doc = spoken.doc
    previous = number - 1
    while place >= spoken.story:
        if previous >= 0 and place < spoken.last[previous]:
            if previous in spoken.given or ends_sentence(spoken.text, spoken.quotations[previous]):
                break
            place = spoken.first[previous] - 1
            previous -= 1
            continue
        if is_end(doc[place]) or doc[place].text == ":":
            break
        place -= 1
    low, high = trimmed(doc, place + 1, spoken.first[number])
    while low < high and doc[low].lower_ in ("but", "and", "or"):
        low += 1
    words = [t for t in doc[low:high] if t.is_alpha]
    return low if words else None
