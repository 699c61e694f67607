"""The label of an event: who did what, in a few words out of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.compounds import (
    compound,
    rest_of_compound,
    rest_of_name,
    rest_of_number,
    size_of,
    with_hyphens,
)
from dateline.analysis.times.doers import (
    LIST,
    OF_A_LIST,
    SUBJECTS,
    holds_name,
    joined_before,
    lost_to_dateline,
    named_right_after,
)
from dateline.analysis.times.lexicon import NUMBER_WORDS, WORDS

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

_CHANGING = frozenset(WORDS["adverbs_that_change_the_deed"])
_OUTCOMES = frozenset(WORDS["adverbs_of_outcome"])
_AMOUNTS = frozenset(["PERCENT", "MONEY", "QUANTITY", "CARDINAL"])
_OBJECTS = ("dobj", "attr", "oprd", "acomp", "dative")
_KEPT_LEFT = frozenset(["compound", "amod", "nummod", "poss", "nmod", "quantmod", "neg", "case"])
_TAILS = ("of", "in", "on", "at", "against", "with", "for", "to")
_TELLING = frozenset(["no", "neither", "both", "every", "each", "all", "any", "another"])
"""The articles and the like without which a label would say something else."""
_DOUBLE = ("out", "because", "instead", "ahead", "due", "away", "up", "down")
_ASIDES = ("compared", "according", "including", "despite", "versus", "unlike", "like", "besides")
_MOST_WORDS = 11
_MOST_IN_NOUN = 5


def event_words(verb: Token, timed: Container[int]) -> list[Token]:
    """Subject, verb and object of a clause, in that order.

    `timed` holds the indices of tokens that belong to time expressions: they stay out.
    """
    subject_words = _subject(verb, timed)
    place = _place_of(verb)
    if _is_bare_participle(verb) and len(subject_words) == 1:
        # "Born in Bari, she ...": the participle stands well alone.
        subject_words = [t for t in subject_words if t.pos_ != "PRON"]
    words = _verb_group(verb)
    late = subject_of(verb, timed)
    if late is not None and late.i > verb.i and late not in subject_words:
        words += noun_phrase(late, timed, 4)
    room = _MOST_WORDS - len(words) - size_of(subject_words)
    words += _complement(verb, timed, room)
    subject = subject_of(verb)
    whole = any(
        child.dep_ in (*_OBJECTS, "ccomp") and child.tag_ not in ("WDT", "WP")
        for child in verb.children
    )
    held = any(t.tag_ == "WP$" or (t.dep_ == "pobj" and t.tag_ == "WDT") for t in verb.subtree)
    relative = verb.dep_ == "relcl" and not whole and not place and not held
    made: list[Token] = []
    if relative and subject is not None and subject.tag_ not in ("WDT", "WP"):
        # "the filing which Acme plans to make": the label says it straight.
        made = noun_phrase(verb.head, timed, 3)
    told = sorted({t.i: t for t in words if t.i not in timed}.values(), key=lambda t: t.i)
    itself = late is not None and late.i in timed
    before = [*place, *(t for t in subject_words if itself or t.i not in timed)]
    bare = all(t.pos_ in ("AUX", "PART") for t in told)
    if verb.lemma_ == "be" and verb.pos_ == "AUX" and bare:
        # "The next meeting is on Nov. 23": nothing is told but that there is one.
        told = []
    if any(child.dep_ == "expl" for child in verb.children):
        # "There has been a trend toward peace": the trend is what there is to tell.
        shown = next((c for c in verb.children if c.dep_ in ("attr", "nsubj", "dobj")), None)
        return noun_phrase(shown, timed, 7) if shown is not None else []
    known = {t.i for t in before}
    after = [t for t in told if t.i not in known]
    cut = next((i for i, t in enumerate(after) if t.dep_ == "prep"), len(after))
    return _without_loose_end([*before, *after[:cut], *made, *after[cut:]])


def _without_loose_end(words: list[Token]) -> list[Token]:
    """The words less a preposition at their end whose noun is left out."""
    while words and words[-1].dep_ == "prep" and any(c.dep_ == "pobj" for c in words[-1].children):
        words = words[:-1]
    return words


def _is_bare_participle(verb: Token) -> bool:
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and subject_of(verb) is None


def _place_of(verb: Token) -> list[Token]:
    """ "Askøy, where" before a clause that tells what happened there."""
    if verb.dep_ != "relcl":
        return []
    where = [c for c in verb.children if c.dep_ == "advmod" and c.lower_ == "where"]
    return [*noun_phrase(verb.head, (), 3), *where] if where else []


def noun_words(noun: Token, timed: Container[int]) -> list[Token]:
    """A noun that names a happening, with what says which."""
    words = noun_phrase(noun, timed, 7)
    return [t for t in words if t.i not in timed]


def noun_phrase(noun: Token, timed: Container[int], most: int = _MOST_IN_NOUN) -> list[Token]:
    """A noun with the modifiers that fit in `most` words, articles left out."""
    left: list[Token] = []
    for child in noun.lefts:
        kept = child.dep_ in _KEPT_LEFT or child.lower_ in _TELLING
        if child.dep_ == "amod" and noun.pos_ == "PROPN" and child.i > 1:
            # "Monday's final Lee": the word belongs to Monday.
            kept = not (child.nbor(-1).tag_ == "POS" and child.i - 2 in timed)
        if kept and child.i not in timed and not _is_mark(child):
            left += [
                t for t in child.subtree if not _is_mark(t) and t.i not in timed and t.i < noun.i
            ]
    left = [t for t in left if t.dep_ != "det" or t.lower_ in _TELLING]
    left = _fitting(left, noun, most)
    rest = rest_of_number(noun) or rest_of_compound(noun) or rest_of_name(noun, timed)
    words = [*with_hyphens(left, noun), noun, *rest]
    joined = _joined_to(noun, timed, most + 2 - size_of(words))
    if joined:
        return [*words, *joined]
    room = most - size_of(words)
    if noun.pos_ == "NUM" or room >= 2:
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in _TAILS and child not in words:
                tail = prepositional_phrase(child, timed, min(room, 4))
                if tail and (child.lower_ == "of" or noun.pos_ != "PROPN"):
                    words += tail
                break
    return words


def _fitting(left: list[Token], noun: Token, most: int) -> list[Token]:
    """The modifiers that fit: of an amount or a name nothing is left out."""
    while left and size_of([*left, noun]) > most:
        fixed = {
            i for t in (*left, noun) if t is noun or _is_kept_whole(t, noun) for i in compound(t)
        }
        spare = [t for t in left if t.i not in fixed]
        if not spare:
            break
        least = next(
            (t for t in spare if t.tag_ == "PRP$"),
            next((t for t in spare if t.dep_ in ("amod", "advmod")), spare[0]),
        )
        whole = {t.i for t in least.subtree} | compound(least)
        for above in least.ancestors:
            if above.dep_ == "poss" and above in left:
                whole |= {t.i for t in above.subtree}
        left = [t for t in left if t.i not in whole]
    return left


def _joined_to(noun: Token, timed: Container[int], room: int) -> list[Token]:
    """What is told along with a noun: "and BellSouth", ", Hungary and Poland"."""
    others = [t for t in noun.conjuncts if t.i > noun.i]
    amount = (
        any(c.lower_ == "or" for c in noun.children)
        or noun.like_num
        or noun.text == "%"
        or any(t.is_currency for t in noun.lefts)
    )
    if not others or amount or others[-1].i - noun.i > LIST:
        return []
    between = [t for t in noun.doc[noun.i + 1 : others[-1].i + 1] if t.dep_ != "det"]
    plain = all(t.pos_ in OF_A_LIST or t.text == "," for t in between)
    if not plain or size_of(between) > room or any(t.i in timed for t in between):
        return []
    return between


def _is_kept_whole(token: Token, noun: Token) -> bool:
    """Whether a word is part of an amount or of a name, or turns the sense round ("no")."""
    if token.like_num or token.is_currency or token.text == "%" or token.lower_ in _TELLING:
        return True
    if token.lower_ in NUMBER_WORDS:
        return True
    return noun.pos_ == "PROPN" and token.pos_ not in ("ADJ", "ADV", "NOUN", "VERB")


def _is_mark(token: Token) -> bool:
    return token.is_punct and token.text != "%"


def _subject(verb: Token, timed: Container[int]) -> list[Token]:
    subject = subject_of(verb, timed)
    inverted = subject is not None and subject.i > verb.i and verb.dep_ == "conj"
    if subject is not None and not inverted:
        return _of_subject(subject, verb, timed)
    if verb.dep_ in ("relcl", "acl"):
        return noun_phrase(verb.head, timed, 4)
    if verb.dep_ in ("conj", "advcl", "xcomp", "pcomp"):
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if above.pos_ in ("VERB", "AUX"):
            return _subject(above, timed)
    return _of_age(verb) or lost_to_dateline(verb, timed)


def _of_age(verb: Token) -> list[Token]:
    """ "The 24-year-old" as a subject, which the parser takes for an adjective of the verb."""
    for child in verb.lefts:
        if child.lower_ == "old" and child.i > 3:
            return list(verb.doc[max(child.left_edge.i, child.i - 4) : child.i + 1])
    return []


def _of_subject(subject: Token, verb: Token, timed: Container[int]) -> list[Token]:
    if subject.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return noun_phrase(verb.head, timed, 4)
    out = () if subject.i in timed else timed
    words = noun_phrase(subject, out)
    beside = [c for c in subject.rights if c.dep_ in ("cc", "conj") and c.i < verb.i]
    if subject.pos_ == "PRON" and len(beside) == len(("and", "her mother")):
        words = [subject, beside[0], *noun_phrase(beside[1], out, 3)]
    named = named_right_after(subject, verb)
    if named is not None and named not in words:
        words += [t for t in noun_phrase(named, out) if t not in words]
    joined = joined_before(subject, timed)
    if joined is not None:
        first, joint = joined
        name = [t for t in first.subtree if t.i <= first.i and t.ent_type_ == "PERSON"]
        return [*(name or noun_phrase(first, timed, 3)), joint, *words]
    return words


def _verb_group(verb: Token) -> list[Token]:
    words = [verb]
    helped = any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.children)
    if verb.tag_ == "VBN" == verb.head.tag_ and verb.dep_ == "conj" and not helped:
        # "was built in 1931 and destroyed in 1945": the auxiliary is for both.
        words += [c for c in verb.head.children if c.dep_ in ("aux", "auxpass")]
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt"):
            words.append(child)
        elif child.dep_ in ("advmod", "acomp", "oprd") and child.i > verb.i:
            if child.lower_ in _OUTCOMES and child.i - verb.i <= _NEXT_TO:
                words.append(child)
                # "were up 6.4%": by how much stands with the adverb.
                amounts = [c for c in child.rights if c.dep_ == "npadvmod" and _is_amount(c)]
                words += [w for c in amounts for w in noun_phrase(c, (), 4)]
        elif child.dep_ == "advmod" and child.lower_ in _CHANGING:
            words += [c for c in child.children if c.dep_ == "neg"]
            words.append(child)
    return words


_NEXT_TO = 2
"""How near an adverb stands to the verb that it belongs to."""


def _complement(verb: Token, timed: Container[int], room: int) -> list[Token]:
    words: list[Token] = []
    for child in verb.children:
        if room - size_of(words) > 0 and child.i > verb.i and child.i not in timed:
            if child.dep_ in _OBJECTS or _is_beaten(child, verb):
                if child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ",":
                    continue
                most = min(room, _MOST_IN_NOUN)
                inner = prepositional_phrase if child.pos_ == "ADP" else noun_phrase
                words += inner(child, timed, most)
                if child.dep_ == "acomp":
                    # "is due to crash": the deed stands after the adjective.
                    for deed in child.children:
                        if deed.dep_ == "xcomp":
                            words += _verb_group(deed)
                            words += _complement(deed, timed, room - size_of(words))
                if child.dep_ != "dative":
                    break
            if child.dep_ == "npadvmod" and _is_amount(child):
                words += noun_phrase(child, timed, 3)
                break
        if child.dep_ == "prt":
            # "push through a bill", "call on voters": the parser hangs the object on the particle.
            held = [c for c in child.children if c.dep_ == "pobj" and c.i not in timed]
            words += [w for c in held for w in noun_phrase(c, timed, min(room, 4))]
    room -= size_of(words)
    for child in verb.children:
        if room < 2 or child.i < verb.i:
            continue
        inner_words: list[Token] = []
        if child.dep_ == "xcomp":
            inner_words = [*_verb_group(child), *_complement(child, timed, room - 2)]
        elif child.dep_ == "oprd" and child.pos_ == "ADJ" and not list(child.children):
            inner_words = [child]
        elif child.dep_ == "ccomp" and room >= 3:
            inner_words = _content(child, timed, room)
        elif child.dep_ in ("prep", "agent"):
            inner_words = prepositional_phrase(child, timed, min(room, 5))
            if words and child.lower_ in ("on", "for", "as", "after", "before"):
                inner_words = []
        words += inner_words
        room -= size_of(inner_words)
    return words


def _is_beaten(token: Token, verb: Token) -> bool:
    """Whether a name is the object that the parser misses: "Bergen beat Oslo 2-1"."""
    right_after = token.left_edge.i == verb.i + 1 and token.pos_ == "PROPN"
    return right_after and token.dep_ == "npadvmod" and token.ent_type_ not in ("DATE", "TIME")


def _is_amount(token: Token) -> bool:
    """Whether a noun beside the verb says by how much ("rose 32 percent")."""
    if token.text == "%" or token.ent_type_ in _AMOUNTS:
        return True
    return token.lower_ in ("percent", "cents", "points") or token.like_num


def _content(verb: Token, timed: Container[int], room: int) -> list[Token]:
    """What is said, agreed or expected: subject, verb and object of the clause within."""
    subject = [t for t in _subject(verb, timed) if not t.is_space]
    if size_of(subject) > 4:
        subject = subject[-3:]
    asked = [c for c in verb.children if c.dep_ == "mark" and c.lower_ in ("whether", "if")]
    inner = [*asked, *subject, *_verb_group(verb)]
    return [*inner, *_complement(verb, timed, min(5, room - size_of(inner)))]


def prepositional_phrase(preposition: Token, timed: Container[int], room: int) -> list[Token]:
    """A preposition with what stands after it, which it never goes without."""
    if preposition.lower_ in _ASIDES:
        return []
    second = ("prep", "pcomp") if preposition.lower_ in _DOUBLE else ("pcomp",)
    lead = [
        preposition,
        *(c for c in preposition.children if c.dep_ in second and c.pos_ == "ADP"),
    ]
    for child in (*preposition.children, *(c for word in lead[1:] for c in word.children)):
        if child in lead or child.i in timed or room < 2:
            continue
        if child.dep_ == "pcomp":
            if child.tag_ != "VBG":
                return []
            return [*lead, *_verb_group(child), *_complement(child, timed, room - 2)]
        if child.dep_ == "pobj":
            inner = noun_phrase(child, timed, room - 1)
            dated = any(t.ent_type_ in ("DATE", "TIME") for t in inner)
            # "on the eve of ..." is nothing without what it is the eve of.
            return [] if dated or inner[-1].lower_ == "eve" else [*lead, *inner]
    return []


def subject_of(verb: Token, timed: Container[int] = ()) -> Token | None:
    """The subject's head word; of two the nearer, as a dateline can pass for the other."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    plain = [c for c in subjects if c.i not in timed]
    # Where nothing else is the subject, the time itself is: "the latest period had a loss".
    if len(plain) > 1 and holds_name(plain[-2], plain[-1]):
        return plain[-2]
    named = [c for c in subjects if c.pos_ in ("NOUN", "PROPN") and c.head.i > c.i > 0]
    return plain[-1] if plain else named[-1] if named and timed else None


def written(words: list[Token], passage_text: str) -> str:
    """The words as the article has them: gaps become one space, hyphens stay tight."""
    label = ""
    last: Token | None = None
    for token in words:
        shown = passage_text[token.idx : token.idx + len(token)]
        tight = last is not None and last.i + 1 == token.i and not last.whitespace_
        if label and token.is_sent_start and token.pos_ != "PROPN":
            shown = shown[:1].lower() + shown[1:]
        if token.lower_ == "where" and label:
            label += ","
        label += shown if tight or not label else " " + shown
        last = token
    return label
