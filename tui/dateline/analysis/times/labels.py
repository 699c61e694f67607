"""The label of an event: who did what, in a few words out of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.lexicon import WORDS

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

_SAYING = frozenset(WORDS["verbs_of_saying"])
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECTS = ("dobj", "attr", "oprd", "acomp", "dative")
_KEPT_LEFT = frozenset(["compound", "amod", "nummod", "poss", "nmod", "quantmod", "neg", "case"])
_MOST_WORDS = 10
_MOST_IN_NOUN = 5


def event_words(verb: Token, timed: Container[int]) -> list[Token]:
    """Subject, verb and object of a clause, in the order of the text.

    `timed` holds the indices of tokens that belong to time expressions: they stay out.
    """
    words = [*_subject(verb, timed), *_verb_group(verb)]
    words += _complement(verb, timed, _MOST_WORDS - len(words))
    subject = subject_of(verb)
    whole = any(child.dep_ in (*_OBJECTS, "ccomp") for child in verb.children)
    relative = verb.dep_ == "relcl" and not whole
    if relative and subject is not None and subject.tag_ not in ("WDT", "WP"):
        # "the filing which Acme plans to make": what is made stands before.
        words += noun_phrase(verb.head, timed, 3)
    return sorted({t.i: t for t in words if t.i not in timed}.values(), key=lambda t: t.i)


def noun_words(noun: Token, timed: Container[int]) -> list[Token]:
    """A noun that names a happening, with what says which."""
    words = noun_phrase(noun, timed, 7)
    return [t for t in words if t.i not in timed]


def noun_phrase(noun: Token, timed: Container[int], most: int = _MOST_IN_NOUN) -> list[Token]:
    """A noun with the modifiers that fit in `most` words, articles left out."""
    left: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in _KEPT_LEFT and child.i not in timed and not child.is_punct:
            left += [
                t for t in child.subtree if not t.is_punct and t.i not in timed and t.i < noun.i
            ]
    left = [t for t in left if t.dep_ != "det"]
    while len(left) + 1 > most:
        adjective = next((t for t in left if t.dep_ in ("amod", "advmod")), None)
        left.remove(adjective or left[0])
    words = [*_with_hyphens(left, noun), noun]
    room = most - len(words)
    if noun.pos_ == "NUM" or room >= 2:
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "on", "at", "against", "with"):
                tail = _prepositional(child, timed, min(room, 4))
                if tail and (child.lower_ == "of" or noun.pos_ != "PROPN"):
                    words += tail
                break
    return words


def _with_hyphens(left: list[Token], noun: Token) -> list[Token]:
    """The words and the hyphens between them."""
    kept = {t.i for t in left}
    doc = noun.doc
    for token in left:
        after = token.i + 1
        if after < noun.i and doc[after].text in ("-", "–") and after + 1 in kept | {noun.i}:
            kept.add(after)
        if token.text.endswith(("'s", "'")) or (after <= noun.i and doc[after].text == "'s"):
            kept.add(after) if after < noun.i and doc[after].text == "'s" else None
    return [doc[i] for i in sorted(kept)]


def _subject(verb: Token, timed: Container[int]) -> list[Token]:
    # A dateline before the sentence can pass for a subject: the nearest one is meant.
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i not in timed]
    if subjects:
        return _of_subject(subjects[-1], verb, timed)
    if verb.dep_ == "relcl" or verb.dep_ == "acl":
        return noun_phrase(verb.head, timed, 4)
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return _subject(verb.head, timed)
    if verb.dep_ in ("advcl", "xcomp", "pcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return _subject(verb.head, timed)
    return []


def _of_subject(subject: Token, verb: Token, timed: Container[int]) -> list[Token]:
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return noun_phrase(verb.head, timed, 4)
    return noun_phrase(subject, timed)


def _verb_group(verb: Token) -> list[Token]:
    return [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt"))]


def _complement(verb: Token, timed: Container[int], room: int) -> list[Token]:
    if room <= 0:
        return []
    words: list[Token] = []
    for child in verb.children:
        if child.dep_ in _OBJECTS and child.i not in timed and child.i > verb.i:
            if child.pos_ == "ADP":
                words += _prepositional(child, timed, min(room, _MOST_IN_NOUN))
            else:
                words += noun_phrase(child, timed, min(room, _MOST_IN_NOUN))
            room -= len(words)
            break
    for child in verb.children:
        if room < 2 or child.i < verb.i:
            continue
        if child.dep_ == "xcomp":
            inner = [*_verb_group(child), *_complement(child, timed, room - 2)]
            words += inner
            room -= len(inner)
        elif child.dep_ == "ccomp" and room >= 3:
            subject = [t for t in _subject(child, timed) if not t.is_space][-3:]
            inner = [*subject, *_verb_group(child)]
            inner += _complement(child, timed, min(4, room - len(inner)))
            words += inner
            room -= len(inner)
        elif child.dep_ in ("prep", "agent"):
            inner = _prepositional(child, timed, min(room, 5))
            if inner and not (words and child.lower_ in ("on", "for", "as", "after", "before")):
                words += inner
                room -= len(inner)
    return words


def _prepositional(preposition: Token, timed: Container[int], room: int) -> list[Token]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.i not in timed and room >= 2:
            if child.dep_ == "pcomp":
                return [preposition, *_verb_group(child), *_complement(child, timed, room - 2)]
            inner = noun_phrase(child, timed, room - 1)
            return (
                [] if any(t.ent_type_ in ("DATE", "TIME") for t in inner) else [preposition, *inner]
            )
    return []


def subject_of(verb: Token) -> Token | None:
    """The subject's head word; of two the nearer, as a dateline can pass for the other."""
    subjects = [child for child in verb.children if child.dep_ in _SUBJECTS]
    return subjects[-1] if subjects else None


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
            return subject is not None and subject.lower_ not in ("i", "we", "you", "it", "there")
    return False


def is_saying(verb: Token) -> bool:
    """Whether a verb only says ("said", "told")."""
    return verb.lower_ in _SAYING


def written(words: list[Token], passage_text: str) -> str:
    """The words as the article has them: gaps become one space, hyphens stay tight."""
    label = ""
    last: Token | None = None
    for token in words:
        shown = passage_text[token.idx : token.idx + len(token)]
        tight = last is not None and last.i + 1 == token.i and not last.whitespace_
        label += shown if tight or not label else " " + shown
        last = token
    return label
