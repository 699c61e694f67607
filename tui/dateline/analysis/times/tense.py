"""Whether a clause tells of what was or of what will be, told by its verbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.lexicon import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE_MODALS = frozenset(["will", "'ll", "wo", "shall", "would", "'d", "should", "may", "might"])
_PLANS = frozenset(WORDS["verbs_of_planning"])
_PLANNED = frozenset(WORDS["planned"])
_LOOKING_AHEAD = frozenset(WORDS["verbs_that_look_ahead"])
_ON_SCHEDULE = frozenset(WORDS["verbs_on_a_schedule"])
_SAYING = frozenset(WORDS["verbs_of_saying"])
_CHANGE = frozenset(WORDS["verbs_of_change"])
_HEAD_LIMIT = 12
_WARNED = ("warn", "warns", "warned", "warning")
_ASKING = frozenset(WORDS["verbs_of_asking"])
_STEPS_TO_BY = 4
"""How many words up from a month the "by" of "by the end of June" stands."""
_AHEAD = frozenset(WORDS["still_to_come"])


def direction_at(first: Token, last: Token) -> int:
    """-1 for the past, 1 for the future, 0 where the words at a time expression do not say."""
    ahead = _named_ahead(first, last)
    if ahead:
        return ahead
    if _is_what_is(first, last):
        return 1
    verb = _verb_over(last if last.dep_ not in ("punct",) else first)
    if verb is not None and verb.lower_ in _WARNED:
        held = [c for c in verb.children if c.lower_ == "of" and verb.i < c.i < first.i - 1]
        if held:
            # "warned of high waves on Sunday": what a warning is of is still to come.
            return 1
    return _direction_of(verb) if verb is not None else 0


def _named_ahead(first: Token, last: Token) -> int:
    """1 where the noun that the expression belongs to is one that is still to come."""
    for token in (first, last):
        for step in (token.head, token.head.head):
            if step.pos_ not in ("NOUN", "PROPN") or not any(
                child.lower_ in _AHEAD and child.i < step.i for child in step.children
            ):
                continue
            low, high = sorted((step.i, token.i))
            between = token.doc[low + 1 : high]
            if not any(word.text == "," or word.pos_ == "VERB" for word in between):
                return 1
    return 0


def _is_what_is(first: Token, last: Token) -> bool:
    """Whether a date is all that is said of something in the present: "the vote is on Friday"."""
    top = last
    while top.head.i != top.i and (first.i <= top.head.i <= last.i or top.head.pos_ == "ADP"):
        top = top.head
    verb = top.head
    if verb.i == top.i or verb.lower_ not in ("is", "are", "'s", "’s"):
        return False
    beside = ("attr", "acomp", "npadvmod", "neg", *(() if top.dep_ == "attr" else ("prep",)))
    said = [c for c in verb.children if c.dep_ in beside]
    return [c.i for c in said] == [top.i] and verb.i < top.i and verb.pos_ == "AUX"


def _verb_over(token: Token) -> Token | None:
    for _ in range(_HEAD_LIMIT):
        if token.tag_.startswith("VB") or token.pos_ == "AUX":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _direction_of(verb: Token) -> int:
    for _ in range(_HEAD_LIMIT):
        found = _direction_of_one(verb)
        if found is not None:
            return found
        above = verb.head
        if above.i == verb.i:
            return 0
        higher = _verb_over(above)
        if higher is None or higher.i == verb.i:
            return 0
        verb = higher
    return 0


def _subject_is_next(verb: Token) -> bool:
    """Whether the subject is said to come next: "the next round of talks opens in June"."""
    return any(
        word.lower_ == "next" or word.lower_ in _AHEAD
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubjpass")
        for word in child.children
    )


def _direction_of_one(verb: Token) -> int | None:
    """The direction that a verb and its auxiliaries give; None where the clause above decides."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _FUTURE_MODALS:
        return -1 if words & {"have"} and not words & {"will", "'ll"} else 1
    if "must" in words and not words & {"have"}:
        return 1
    if words & {"could", "can", "must", "ca"}:
        return 0
    if verb.lower_ in _FUTURE_MODALS:
        return 1
    if any(child.lower_ == "to" for child in helpers):
        governor = verb.head
        if governor.i == verb.i:
            # "Ship to sail in August", as headlines have it.
            return 1
        if governor.lower_ in _PLANS or any(
            child.lower_ in _PLANS and child.dep_ in ("acomp", "xcomp")
            for child in governor.children
        ):
            return 1
        if governor.lower_ in ("is", "are", "'s", "'re") and verb.dep_ in ("xcomp", "acl"):
            return 1
        if governor.pos_ in ("NOUN", "PROPN", "ADJ"):
            return 1
        return None
    if words & {"has", "have", "'ve", "'s"} and verb.tag_ == "VBN":
        return -1
    if words & {"was", "were", "had", "did", "got"}:
        return 1 if verb.lower_ in _PLANNED else -1
    if words & {"is", "are", "am", "'re", "be"}:
        under_way = verb.tag_ == "VBG" or "being" in words
        return 1 if verb.lower_ in _PLANNED or under_way else 0
    if verb.tag_ == "VBD":
        return -1
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not helpers:
        return 1 if verb.lower_ in _PLANNED else -1
    if verb.tag_ in ("VBZ", "VBP"):
        if any(child.lower_ in _PLANNED for child in verb.children):
            return 1
        set_ahead = verb.lower_ in _ON_SCHEDULE or verb.lower_ in _LOOKING_AHEAD
        return 1 if set_ahead or _subject_is_next(verb) else 0
    return None


def is_told_as_set(first: Token) -> bool:
    """Whether a simple present tells what happens in a month: "turns 40 in October".

    What is ("is", "has"), is said or changes then ("rate rises in May") tells of no plan.
    """
    preposition = first.head
    for _ in range(2):
        if preposition.pos_ != "ADP":
            preposition = preposition.head
    verb = preposition.head
    if preposition.lower_ != "in" or verb.pos_ != "VERB" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    idle = verb.lower_ in _SAYING or verb.lower_ in _CHANGE
    return not helped and verb.lemma_ not in ("be", "have") and not idle


def is_over_by(first: Token) -> bool:
    """Whether "by" before a time tells until when something was done: "had closed by June".

    What was asked for by then ("ordered a review by June") is still to come.
    """
    preposition = first
    for _ in range(_STEPS_TO_BY):
        preposition = preposition.head
        if preposition.lower_ == "by":
            break
    verb = preposition.head
    if preposition.lower_ != "by" or verb.pos_ not in ("VERB", "AUX"):
        return False
    asked = verb.lower_ in _PLANS or verb.lower_ in _ASKING or verb.lower_ in _PLANNED
    return not asked and _direction_of(verb) < 0


def is_told_under_way(token: Token) -> bool:
    """Whether the clause at a word tells what is going on: "is raising questions"."""
    verb = _verb_over(token)
    return verb is not None and is_under_way(verb)


def is_under_way(verb: Token) -> bool:
    """Whether a verb tells what is going on ("are buying"), which the present has too."""
    words = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return verb.tag_ == "VBG" and bool(words & {"is", "are", "am", "'re", "'s"})
