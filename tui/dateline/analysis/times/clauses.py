"""The clause that a time dates, found on the dependency parse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.times.lexicon import ORDINALS, WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HAPPENINGS = frozenset(WORDS["nouns_of_happening"])
_HAPPENING_ENDING = re.compile(r".{4,}(?:tion|sion|ings?|ment|ments|tions|sions)$")
_NO_HAPPENING = frozenset(WORDS["nouns_that_only_sound_like_happenings"])
_CARRY_OUT = frozenset(WORDS["verbs_that_carry_out"])
_INSIDE_NOUN = frozenset(["compound", "nmod", "amod", "poss", "nummod", "npadvmod", "appos"])
_APART = frozenset(["conj", "advcl", "relcl", "parataxis", "csubj", "ccomp"])
_EDGE = frozenset(["punct", "cc", "mark"])
_OF_A_DEED = frozenset(["dobj", "nsubj", "nsubjpass", "ccomp", "xcomp"])
_OWN_TIME = frozenset(["after", "before", "since", "by", "without", "until", "upon", "despite"])
_APPOINTED = frozenset(WORDS["nouns_of_appointments"])
_WITHIN = frozenset(["in", "at", "during"])
_MADE_KNOWN = frozenset(["published", "released", "issued", "posted", "unveiled", "aired"])
_SAYING = frozenset(WORDS["verbs_of_saying"])
_WARNING = ("warn", "warns", "warned", "warning")
_LIMIT = 25


@dataclass(frozen=True, slots=True)
class Clause:
    """What a time dates: a verb with its clause, or a noun that names a happening.

    `start` and `end` are offsets in the passage; `verb` is None for a noun alone.
    """

    start: int
    end: int
    verb: Token | None
    noun: Token | None


def clause_of(doc: Doc, first: int, last: int, *, period: bool = False) -> Clause | None:
    """The clause that the words from token `first` up to and with token `last` date.

    A `period` (a quarter, a half) says of which time the noun before it is told: "third-quarter
    earnings plunged" tells that they plunged in it.
    """
    token = doc[first : last + 1].root
    begun = doc[first].sent.end
    if token.i >= begun:
        # "struck at 12:59 a.m. local time": a full stop inside can end the sentence for the parser.
        token = doc[first:begun].root
    noun: Token | None = None
    for _ in range(_LIMIT):
        if _is_verb(token) and (threat := _warned_of(token, first)) is not None:
            return _noun_clause(threat)
        if _is_verb(token):
            figures = period and noun is not None and noun.dep_ in ("nsubj", "dobj")
            return _clause(token, None if figures else noun)
        above = token.head
        if above.i == token.i:
            break
        if token.lower_ == "since" and any(_is_rank(t) for t in (above, *above.children)):
            # "the third fire since March": that month says nothing of this one.
            return None
        if token.dep_ in _INSIDE_NOUN and above.pos_ in ("NOUN", "PROPN"):
            noun = above
        token = above
    if noun is not None and is_happening(noun):
        return _noun_clause(noun)
    return None


def _warned_of(verb: Token, first: int) -> Token | None:
    """What a warning is of, where a time after it dates that: "warned of frost on Sunday"."""
    if verb.lower_ not in _WARNING:
        return None
    held = (p for c in verb.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj")
    return next((p for p in held if verb.i < p.i < first and p.pos_ == "NOUN"), None)


def _is_rank(token: Token) -> bool:
    """Whether a word ranks a thing among others: "third", "lowest"."""
    return token.tag_ == "JJS" or token.lower_ in ORDINALS


def _is_verb(token: Token) -> bool:
    if token.pos_ == "AUX" and token.dep_ in ("aux", "auxpass"):
        return False
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound")


def is_happening(noun: Token) -> bool:
    """Whether a noun names something that happens ("attack", "bombing", "election")."""
    word = noun.lower_
    if word in _HAPPENINGS:
        return True
    return _HAPPENING_ENDING.match(word) is not None and word not in _NO_HAPPENING


def _clause(verb: Token, noun: Token | None) -> Clause | None:
    if noun is not None:
        within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN and noun.head.head.i == verb.i
        within |= _named_after_appointment(noun, verb)
        if within and noun.lower_ in _APPOINTED and sum(1 for _ in noun.children) == 1:
            return whole_clause(verb)
        if not is_happening(noun):
            # "In Monday's final Lee meets Roy": when the one is, the other is.
            return whole_clause(verb) if within else None
        # "the Aug. 7 blasts killed 257": the verb tells of the happening itself.
        if noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == verb.i and verb.tag_ == "VBD":
            return whole_clause(verb)
        # "launched an overnight attack": the verb only carries out what the noun names.
        if noun.dep_ == "dobj" and noun.head.i == verb.i and verb.lower_ in _CARRY_OUT:
            return whole_clause(verb)
        return _noun_clause(noun)
    for _ in range(_LIMIT):
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
        aim = verb.dep_ in ("advcl", "acl", "ccomp") and infinitive
        due = verb.dep_ == "xcomp" and verb.head.pos_ == "ADJ"
        above = verb.head.head if verb.dep_ == "acl" or due else verb.head
        if not (aim or verb.dep_ == "xcomp") or not _is_verb(above) or above.i == verb.i:
            break
        verb = above
    return whole_clause(verb)


def _named_after_appointment(noun: Token, verb: Token) -> bool:
    """Whether a name only follows the noun of the time: "In Monday's final Lee meets Roy"."""
    before = noun.left_edge.i - 1
    if noun.pos_ != "PROPN" or noun.dep_ != "nsubj" or noun.head.i != verb.i or before < 0:
        return False
    lead = noun.doc[before]
    return lead.lower_ in _WITHIN and lead.head.i == verb.i


def governing_clause(clause: Clause, *, always: bool) -> Clause:
    """The clause that "of taking bribes" belongs to; the clause itself where it is no such one.

    Not `always`, but only where the gerund is hardly more than a noun ("a law on lobbying").
    """
    verb = clause.verb
    if verb is not None and verb.dep_ == "acl" and verb.lower_ in _MADE_KNOWN:
        # "In a report published on Tuesday, the agency warned": it did so in the report.
        preposition = verb.head.head
        above = preposition.head
        told = _is_verb(above) and above.lower_ not in _SAYING
        if verb.head.dep_ == "pobj" and preposition.lower_ == "in" and told:
            return _clause(above, None) or clause
    if verb is not None and not always and any(c.dep_ in _OF_A_DEED for c in verb.children):
        return clause
    if verb is None or verb.dep_ != "pcomp" or verb.head.lower_ in _OWN_TIME:
        return clause
    above = verb.head.head
    return (_clause(above, None) or clause) if _is_verb(above) else clause


def whole_clause(verb: Token) -> Clause:
    """A verb with all that belongs to it, but not the clauses that hang on it."""
    kept = [verb]
    queue = list(verb.children)
    while queue:
        token = queue.pop()
        if token.dep_ in _APART and _has_verb(token):
            continue
        kept.append(token)
        queue.extend(token.children)
    kept.sort(key=lambda token: token.i)
    # Punctuation and joining words at the edges belong to the clauses left out.
    while kept and (kept[0].dep_ in _EDGE or kept[0].is_space) and kept[0].i != verb.i:
        kept.pop(0)
    while kept and (kept[-1].dep_ in _EDGE or kept[-1].is_space) and kept[-1].i != verb.i:
        kept.pop()
    return Clause(kept[0].idx, kept[-1].idx + len(kept[-1]), verb, None)


def _has_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(
        child.dep_ in ("nsubj", "nsubjpass", "cop") for child in token.children
    )


def _noun_clause(noun: Token) -> Clause:
    tokens = [noun, *(t for t in noun.subtree if t.i <= noun.i or _short_tail(t, noun))]
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return Clause(first.idx, last.idx + len(last), None, noun)


def _short_tail(token: Token, noun: Token) -> bool:
    """Whether a word after a noun is part of its "of ..." or "in ..."."""
    step = token
    for _ in range(6):
        if step.head.i == noun.i:
            return step.dep_ == "prep" and token.i - noun.i <= 6
        step = step.head
    return False
