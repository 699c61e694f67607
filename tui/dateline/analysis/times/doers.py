"""Who did it, where the parse gives only part of the subject, or gives it to the dateline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
"""The dependency labels of subjects."""
OF_A_LIST = ("PROPN", "NOUN", "ADJ", "CCONJ", "NUM")
"""The parts of speech that a list of names is made of."""
LIST = 8
"""How many words such a list reaches over."""
_LONGEST_SUBJECT = 12


def named_right_after(subject: Token, verb: Token) -> Token | None:
    """The name in "a fire on the ferry Blue Horizon", which no comma parts from its noun."""
    end = subject.i + 1
    for other in (*subject.rights, *verb.lefts):
        if other.i < end:
            continue
        apart = any(t.is_punct for t in subject.doc[subject.i : other.i + 1])
        if not apart and other.dep_ in ("appos", *SUBJECTS) and other.pos_ in ("NOUN", "PROPN"):
            return other
    return None


def holds_name(subject: Token, name: Token) -> bool:
    """Whether a name is that of the noun before it: "a fire on the ferry Blue Horizon"."""
    tail = name.left_edge.i - 1
    return (
        subject.pos_ == "NOUN"
        and name.pos_ == "PROPN"
        and tail > subject.i
        and subject.right_edge.i == tail
        and not any(t.is_punct for t in name.doc[subject.i : name.i])
    )


def joined_before(subject: Token, timed: Container[int]) -> tuple[Token, Token] | None:
    """ "Lee" and "and" of "OSLO (AP) — Lee and Roy met", where the parser joins Lee to "OSLO"."""
    start = subject.left_edge.i
    for joint in reversed(subject.doc[max(0, start - LIST) : start]):
        if joint.is_punct or joint.pos_ not in OF_A_LIST:
            return None
        if joint.dep_ == "cc":
            first = joint.head
            loose = first.pos_ == "PROPN" and any(t.i in timed for t in first.ancestors)
            return (first, joint) if loose and first.i not in timed else None
    return None


def lost_to_dateline(verb: Token, timed: Container[int]) -> list[Token]:
    """The words between a dateline and a verb that the parser left without a subject.

    Of a long list only the people's names are kept.
    """
    if verb.dep_ != "ROOT" or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return []
    doc = verb.doc
    end = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
    while end > 0 and (end - 1 in timed or doc[end - 1].pos_ == "ADP"):
        end -= 1
    start = end
    while start > 0 and start - 1 not in timed and doc[start - 1].pos_ in (*OF_A_LIST, "DET"):
        start -= 1
    words = [t for t in doc[start:end] if t.pos_ != "DET"]
    led = start > 1 and doc[start - 1].is_punct and any(i in timed for i in range(start))
    if not led or len(words) > _LONGEST_SUBJECT:
        return []
    named = [t for t in words if t.ent_type_ == "PERSON" or t.dep_ == "cc"]
    return named if len(words) > LIST // 2 and named and named[-1].dep_ != "cc" else words
