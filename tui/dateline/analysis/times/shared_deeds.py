"""One deed at several times, done to several things or done again.

"survived a fire in 1950 and a flood in 1960", "suffered floods in 1998, 2003 and 2011".
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.times.doers import SUBJECTS
from dateline.analysis.times.grouping import width_in_days, word_before
from dateline.analysis.times.labels import noun_phrase, prepositional_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Time

_OBJECTS = frozenset(["dobj", "attr", "oprd", "prep", "pobj"])
_NOUNS = ("NOUN", "PROPN")
_TIMES = ("DATE", "TIME")
_ROOM = 5


@dataclass(frozen=True, slots=True)
class Share:
    """One of the things that a deed was done to.

    `lead` is the first of them, which hangs on the verb; `own` is this one.
    """

    lead: Token
    own: Token

    @property
    def is_first(self) -> bool:
        """Whether this is the thing that stands right after the verb."""
        return self.own.i == self.lead.i

    def span(self, clause: tuple[int, int], last: Token) -> tuple[int, int]:
        """Where it is told of in the passage: up to `last`, the last word of its time."""
        start = clause[0] if self.is_first else self.own.left_edge.idx
        return start, max(last.idx + len(last), self.own.idx + len(self.own))


def shares_of(verb: Token, spans: Mapping[int, tuple[int, int]]) -> dict[int, Share]:
    """Which of the things that a deed was done to each time belongs to, by the time's index.

    `spans` has the first and last token of each time of the clause. Empty where the things have
    one time for all of them.
    """
    for lead in _leads(verb):
        things = [lead, *_joined_to(lead, verb)]
        if len(things) < 2 or _is_dated(lead):
            continue
        found = {
            index: Share(lead, thing)
            for index, span in spans.items()
            if (thing := _thing_of(span, things, verb)) is not None
        }
        if len({share.own.i for share in found.values()}) > 1:
            return found
    return {}


def lists_of(
    spans: Mapping[int, tuple[int, int]], doc: Doc, times: Sequence[Time]
) -> list[list[int]]:
    """The times of a clause, each of a list ("in 1998, 2003 and 2011") apart.

    "between 1998 and 2011" is one stretch, and so are two days that follow on each other.
    """
    groups: list[list[int]] = []
    for index in sorted(spans):
        first, last = spans[index]
        root = doc[first : last + 1].root
        before = next((i for i, (a, b) in spans.items() if a <= root.head.i <= b < first), None)
        joint = doc[max(0, first - 1)].lower_
        apart = before is not None and root.dep_ == "conj" and joint in (",", "and", "or")
        if apart and before is not None and not _belong(before, index, spans, doc, times):
            groups.append([index])
        elif groups:
            groups[0].append(index)
        else:
            groups.append([index])
    return groups


def _belong(
    one: int, other: int, spans: Mapping[int, tuple[int, int]], doc: Doc, times: Sequence[Time]
) -> bool:
    """Whether two times joined by "and" are one stretch."""
    a, b = times[one], times[other]
    if word_before(doc, spans[one]) == "between" or a.earliest is None or b.earliest is None:
        return True
    width = width_in_days(a.earliest, a.latest)
    if width > 1:
        return width_in_days(b.earliest, b.latest) <= 1
    return abs(width_in_days(a.earliest, b.earliest)) <= 1


def words_of_share(words: Sequence[Token], share: Share, timed: Container[int]) -> list[Token]:
    """The label's words with this one of the things in the place of the first and of the rest."""
    held = {t.i for t in share.lead.subtree}
    if share.is_first:
        joint = next((t.i for t in share.lead.doc[share.lead.i :] if t.dep_ == "cc"), None)
        return [t for t in words if t.i < share.lead.i or joint is None or t.i < joint]
    made = prepositional_phrase if share.own.pos_ == "ADP" else noun_phrase
    instead = made(share.own, timed, _ROOM)
    place = next((i for i, t in enumerate(words) if t.i in held), len(words))
    rest = [t for t in words[place:] if t.i not in held]
    return [*words[:place], *instead, *rest]


def _leads(verb: Token) -> list[Token]:
    own = [c for c in verb.children if c.dep_ in _OBJECTS and c.i > verb.i]
    return [*own, *(c for p in own if p.dep_ == "prep" for c in p.children if c.dep_ == "pobj")]


def _joined_to(lead: Token, verb: Token) -> list[Token]:
    """What is named along with the first thing.

    The parser hangs "and a flood" on the verb, or on the date of the thing before it, as well.
    """
    return [
        token
        for token in verb.subtree
        if token.i > lead.i
        and token.dep_ == "conj"
        and _is_like(token, lead)
        and not _is_dated(token)
        and not any(c.dep_ in SUBJECTS for c in token.children)
        and _clause_verb(token) == verb.i
    ]


def _is_like(token: Token, lead: Token) -> bool:
    """Whether two words can be two of one list."""
    return token.pos_ == lead.pos_ or (token.pos_ in _NOUNS and lead.pos_ in _NOUNS)


def _is_dated(token: Token) -> bool:
    """Whether a word is itself a part of a date, or the preposition of one."""
    return token.ent_type_ in _TIMES or any(
        c.dep_ == "pobj" and c.ent_type_ in _TIMES for c in token.children
    )


def _clause_verb(token: Token) -> int:
    """The place of the verb that a word depends on."""
    return next((t.i for t in token.ancestors if t.pos_ in ("VERB", "AUX")), -1)


def _thing_of(span: tuple[int, int], things: Sequence[Token], verb: Token) -> Token | None:
    """The thing that a time belongs to: the one it hangs on, or else the last one before it."""
    token = verb.doc[span[0]]
    for above in (token, *token.ancestors):
        if above.i == verb.i:
            break
        if above.i != things[0].i and any(above.i == t.i for t in things):
            return above
    before = [t for t in things if t.i < span[0]]
    if not before:
        return None
    after = next((t for t in things if t.i > span[1]), None)
    joint = any(t.dep_ == "cc" for t in verb.doc[before[-1].i : span[0]])
    return after if after is not None and joint else before[-1]
