"""The name that a pronoun stands for, where the sentences around it leave little doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.ages import is_person
from dateline.analysis.times.labels import noun_phrase, subject_of, written
from dateline.analysis.times.sayings import is_saying

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = frozenset(["he", "she"])
_THINGS = frozenset(["it", "they"])
_WEATHER = ("rain", "snow", "hail", "pour", "drizzl", "thunder", "sleet")
"""How the verbs begin whose "it" is nothing."""
_NUMBERS = {"it": ("NN", "NNP"), "they": ("NNS", "NNPS")}


def name_behind(pronoun: Token, passage_text: str) -> str:
    """The name for a pronoun, or the pronoun as it stands where the sentences leave a doubt.

    "he" and "she" are the subject of the sentence before where that is a person named, "it" and
    "they" where it is a thing, or things; in what somebody says of themselves, who says so.
    """
    as_written = passage_text[pronoun.idx : pronoun.idx + len(pronoun)]
    if pronoun.lower_ == "it" and pronoun.head.lower_.startswith(_WEATHER):
        return as_written
    said_by = _who_says_so(pronoun)
    if said_by is not None and said_by.i < pronoun.i:
        person = pronoun.lower_ in _PERSONAL
        if said_by.pos_ == "PROPN" and person == (said_by.ent_type_ not in ("ORG", "GPE", "NORP")):
            return _whole_name(said_by, passage_text)
        fits = is_person(said_by.lower_) if person else said_by.tag_ in _NUMBERS[pronoun.lower_]
        if said_by.pos_ == "NOUN" and fits:
            return written(noun_phrase(said_by, (), 2), passage_text)
    sentence = pronoun.sent
    clause = pronoun.head
    while clause.dep_ == "conj" and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ == "ccomp" and is_saying(clause.head) and clause.i < clause.head.i:
        # "It will reopen on Tuesday, he said": the saying only follows.
        clause = clause.head
    if clause.dep_ != "ROOT":
        return as_written
    if pronoun.lower_ in _PERSONAL and sentence.start > 0:
        before = subject_of(pronoun.doc[sentence.start - 1].sent.root)
        if before is not None and before.ent_type_ == "PERSON":
            return _whole_name(before, passage_text)
    if pronoun.lower_ in _THINGS and sentence.start > 0:
        told = pronoun.doc[sentence.start - 1].sent.root
        before = subject_of(told)
        tags = _NUMBERS[pronoun.lower_]
        rivals = [c for c in told.children if c.dep_ in ("dobj", "attr") and c.tag_ in tags]
        doing = pronoun.dep_ == "nsubj" and any(c.dep_ == "dobj" for c in pronoun.head.children)
        if before is not None and before.tag_ in tags and (doing or not rivals):
            if before.ent_type_ in ("ORG", "GPE"):
                return _whole_name(before, passage_text)
            if before.ent_type_ == "" and before.pos_ == "NOUN":
                return written(noun_phrase(before, (), 2), passage_text)
    return as_written


def _who_says_so(pronoun: Token) -> Token | None:
    """The subject of the verb of saying that the pronoun's clause depends on."""
    if pronoun.lower_ not in _PERSONAL | _THINGS:
        return None
    clause = pronoun.head
    if clause.dep_ != "ccomp" or not is_saying(clause.head):
        return None
    return subject_of(clause.head)


def _whole_name(token: Token, passage_text: str) -> str:
    ent = next((e for e in token.sent.ents if e.start <= token.i < e.end), None)
    start, end = (ent.start_char, ent.end_char) if ent else (token.idx, token.idx + len(token.text))
    return passage_text[start:end].removesuffix("'s").removesuffix("’s")
