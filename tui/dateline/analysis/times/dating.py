"""Which times date a clause, and which only tell how long, since when, or against what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.times.grouping import width_in_days, word_before
from dateline.analysis.times.lexicon import WORDS
from dateline.analysis.times.rescheduling import moved_by

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Time

VAGUE = re.compile(r"(?:more\s+|most\s+)?(?:recently|lately|soon|now|currently)", re.IGNORECASE)
"""References that tie a clause to no day."""
_COUNTED_FROM_NOW = re.compile(
    r"(?:(?:at\s+least|about|over|more\s+than)\s+)?(?:(?:the|these)\s+)?"
    r"(?:past|last|recent|coming|next|upcoming)\b",
    re.IGNORECASE,
)
_FROM_TODAY = re.compile(
    r"\bago\b|\b(?:last|next|this)\s|\b(?:yesterday|today|tonight|tomorrow)\b", re.IGNORECASE
)
_COMPARING = ("compared with", "than in", "up from", "down from", "than", "as of", "dated")
_AGAINST = ("from", "than", "versus", "against")
_UP_TO = ("to", "until", "till", "through", "-", "–")
_CHANGE = frozenset(WORDS["verbs_of_change"])
_A_YEAR_AGO = re.compile(r"\byear[\s-](?:ago|earlier|before)\b", re.IGNORECASE)
_SET_AGAINST = re.compile(r"\b(?:from|compared\s+(?:with|to)|versus|against|than)\s", re.IGNORECASE)
_PLANS = frozenset(WORDS["plans_for_a_time"])
_ARTICLES = ("the", "all", "of", "full", "whole")
_LATELY = 14
_STEPS = 6


def dates_something(time: Time, doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a time tells when something happens, and not how long or how often."""
    if time.type == "SET":
        return False
    if time.type == "DURATION":
        if time.earliest and time.latest:
            return True
        return _COUNTED_FROM_NOW.match(time.text) is not None
    if time.value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF") and time.earliest is None:
        if VAGUE.fullmatch(time.text):
            return not in_quotation(doc, span[0])
        return _FROM_TODAY.search(time.text) is not None
    moved = moved_by(doc[span[0]])
    if moved is not None and moved.lower_ == "from":
        return False
    if time.text.lower() == "then" and word_before(doc, span) in ("until", "till"):
        return False
    if _is_time_of_a_plan(time, doc, span):
        return False
    sentence = doc[doc[span[0]].sent.start : span[0]].text
    if _A_YEAR_AGO.search(time.text) and _SET_AGAINST.search(sentence):
        return False
    before = doc[max(0, span[0] - 2) : span[0]].text.lower()
    return not (before.endswith(_COMPARING) or _is_compared_with(time, doc, span))


def _is_compared_with(time: Time, doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a time is that of the figure which another is set against.

    "rose to 5% from 4% in August", "up from a year earlier", "than those of last year".
    """
    token = doc[span[0] : span[1] + 1].root
    for _ in range(_STEPS):
        above = token.head
        if above.i == token.i:
            return False
        beside = token.dep_ == "npadvmod" and any(c.dep_ == "pobj" for c in above.children)
        if above.pos_ == "ADP" and above.lower_ in _AGAINST and not beside:
            governor = above.head
            after = doc[span[1] + 1].lower_ if span[1] + 1 < len(doc) else ""
            ranged = after in _UP_TO and span[0] <= token.i <= span[1]
            return above.lower_ != "from" or (governor.lower_ in _CHANGE and not ranged)
        if above.lower_ in ("those", "that"):
            return True
        if above.pos_ == "VERB" and above.dep_ not in ("amod", "acl"):
            return _follows_a_base(time, token, above)
        token = above
    return False


def _is_time_of_a_plan(time: Time, doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a time is that of what a plan is for: "raised its forecast for 2024"."""
    wide = width_in_days(time.earliest, time.latest) > _LATELY
    i = span[0] - 1
    while i > 0 and doc[i].lower_ in _ARTICLES:
        i -= 1
    if not wide or i < 1 or doc[i].lower_ != "for":
        return False
    noun = doc[i - 1]
    return noun.pos_ in ("NOUN", "PROPN") and noun.lower_ in _PLANS


def _follows_a_base(time: Time, preposition: Token, verb: Token) -> bool:
    """Whether "in the 1988 period" stands after "from $24.4 million" and belongs to that."""
    if preposition.pos_ != "ADP" or verb.lower_ not in _CHANGE:
        return False
    if width_in_days(time.earliest, time.latest) <= _LATELY:
        return False
    return any(
        child.lower_ == "from" and verb.i < child.i < preposition.i for child in verb.children
    )


def in_quotation(doc: Doc, index: int) -> bool:
    """Whether the token of that index stands in quotation marks."""
    return sum(1 for i in range(index) if doc[i].text in ('"', "``", "''")) % 2 == 1
