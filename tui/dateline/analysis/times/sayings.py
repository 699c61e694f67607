"""Verbs of saying: which only say something, and which tell of something done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.labels import subject_of
from dateline.analysis.times.lexicon import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SAYING = frozenset(WORDS["verbs_of_saying"])
_BRINGING = frozenset(["announced", "announces", "promised", "admitted", "confirmed"])
"""Verbs of saying whose object is what was done ("announced an inquiry")."""


def tells_content(verb: Token) -> bool:
    """Whether a verb of saying says that something was done, or will be."""
    for child in verb.children:
        if (
            child.dep_ == "ccomp"
            and child.pos_ == "VERB"
            and (
                child.tag_ in ("VBD", "VBN")
                or any(c.lower_ in ("will", "would") for c in child.children)
            )
        ):
            subject = subject_of(child)
            if subject is None or subject.lower_ in ("i", "we", "you", "there"):
                return False
            # "said it would cut jobs", but not "said it was likely".
            return subject.lower_ != "it" or any(c.dep_ == "dobj" for c in child.children)
    brought = [c for c in verb.children if c.dep_ == "dobj" and c.pos_ in ("NOUN", "PROPN")]
    return bool(brought) and verb.lower_ in _BRINGING


def what_was_found(verb: Token) -> Token | None:
    """The verb of the news that a saying only follows: "has found water, they reported"."""
    if not is_saying(verb):
        return None
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i < verb.i and child.tag_ == "VBN":
            perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in child.children)
            subject = subject_of(child)
            if perfect and subject is not None and subject.pos_ in ("NOUN", "PROPN"):
                return child
    return None


def is_saying(verb: Token) -> bool:
    """Whether a verb only says ("said", "told"), and not that something was announced."""
    if verb.lower_ not in _SAYING:
        return False
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lower_ in _BRINGING:
        # "the curbs, announced in May": the noun before it is what was done.
        return verb.head.pos_ not in ("NOUN", "PROPN")
    return not any(c.dep_ == "nsubjpass" and c.pos_ in ("NOUN", "PROPN") for c in verb.children)
