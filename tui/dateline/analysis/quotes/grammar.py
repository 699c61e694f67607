"""Questions to the dependency parse (ClearNLP labels, as spaCy's English models give them)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CLIMBING = frozenset(
    {"acl", "dobj", "pobj", "pcomp", "prep", "conj", "advcl", "xcomp", "ccomp", "dep", "parataxis"}
)
_REACH = 6
"""How many heads up a subject is looked for."""
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"})
_INNER = frozenset({"ccomp", "acl", "relcl", "dobj", "pobj", "prep", "attr"})
_BESIDE = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
_EDGE = frozenset({"PUNCT", "SPACE"})
_KEPT_EDGE = frozenset("\"'([$%)]#") | {"''", "``"}


def child(token: Token, *labels: str) -> Token | None:
    """The first child with one of the labels."""
    for each in token.children:
        if each.dep_ in labels:
            return each
    return None


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, as its auxiliaries tell, or a participle after a noun."""
    if child(verb, "auxpass", "nsubjpass") is not None:
        return True
    participle = verb.dep_ in ("acl", "relcl", "advcl")
    return verb.tag_ == "VBN" and participle and child(verb, "aux") is None


def agent(verb: Token) -> Token | None:
    """Who does it, of a verb in the passive: what stands after "by"."""
    for each in verb.children:
        if each.dep_ in ("agent", "prep") and each.lower_ == "by":
            return child(each, "pobj")
    return None


def subject(verb: Token) -> Token | None:
    """Who does what the verb says: its own subject, or that of the verb that it hangs on."""
    here = verb
    for _ in range(_REACH):
        own = child(here, "nsubj", "nsubjpass")
        if own is not None:
            return own
        if here != verb and is_passive(here):
            by = agent(here)
            if by is not None:
                return by
        if child(here, "expl") is not None:
            return None
        head = here.head
        if head == here:
            return None
        if here.dep_ == "acl" and here.tag_ != "VB":
            return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if here == verb and verb.tag_ == "VBG" and verb.dep_ == "advcl":
            # ", adding that": who says the clause that it follows says this too.
            outer = head
            while outer.dep_ in _INNER and outer.head != outer and outer.head.i < outer.i:
                outer = outer.head
            comma = verb.doc[verb.left_edge.i - 1].text == ","
            own = child(outer, "nsubj") if comma and outer != head else None
            if own is not None:
                return own
        if here.dep_ == "relcl":
            return None
        if here.dep_ == "xcomp":
            controller = child(head, "dobj", "dative")
            if controller is not None and here.tag_ == "VB" and head.pos_ == "VERB":
                return controller
        if here.dep_ not in _CLIMBING:
            return None
        if here.dep_ == "ccomp" and here.tag_ not in ("VBG", "VB"):
            return None
        here = head
    return None


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; any other token stands for itself."""
    if token.lower_ not in _RELATIVES:
        return token
    here = token
    while here.head != here and here.dep_ != "relcl":
        here = here.head
    if here.dep_ != "relcl":
        return token
    found = here.head
    if found.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
        found = token
        while found.i > 0 and found.pos_ not in ("NOUN", "PROPN"):
            found = found.nbor(-1)
        if found.pos_ not in ("NOUN", "PROPN"):
            return token
    if token.lower_ == "who" and found.ent_type_ in ("GPE", "LOC", "FAC", "ORG"):
        # "Democrats on Capitol Hill, who": places do not speak.
        outer = found
        while outer.dep_ in ("pobj", "prep", "compound") and outer.head != outer:
            outer = outer.head
        if outer.pos_ in ("NOUN", "PROPN"):
            found = outer
    if found.dep_ == "appos":
        found = found.head
    return found


def phrase(
    head: Token, *, before: int | None = None, after: int | None = None, bare: bool = False
) -> tuple[int, int]:
    """The noun phrase of a head word, as token indices `[first, last + 1)`.

    Relative clauses are left out, and what stands in apposition too when it is to be `bare`;
    `before` and `after` are tokens that the phrase may not reach.
    """
    if head.pos_ == "PRON" or head.lower_ in _RELATIVES:
        return head.i, head.i + 1
    low = head.left_edge.i
    high = head.right_edge.i + 1
    for each in head.children:
        begin = each.left_edge.i
        aside = (
            each.dep_ in (("acl", "appos") if bare else ("acl",))
            and begin > 0
            and head.doc[begin - 1].text == ","
        )
        if each.i > head.i and (each.dep_ in _BESIDE or aside):
            high = min(high, begin)
    if before is not None:
        high = min(high, before)
    if after is not None:
        low = max(low, after + 1)
    return trimmed(head.doc, low, high, keep=frozenset(")]"))


def trimmed(doc: Doc, low: int, high: int, *, keep: frozenset[str] = _KEPT_EDGE) -> tuple[int, int]:
    """Token indices without the punctuation, spaces and dangling links at both ends."""
    while low < high and doc[low].pos_ in _EDGE and doc[low].text not in _KEPT_EDGE:
        low += 1
    while high > low and (
        (doc[high - 1].pos_ in _EDGE and doc[high - 1].text not in keep)
        or (doc[high - 1].dep_ == "cc" and doc[high - 1].pos_ == "CCONJ")
    ):
        high -= 1
    return low, high


def runs(indices: Iterable[int], doc: Doc) -> list[tuple[int, int]]:
    """Sets of token indices as contiguous, trimmed stretches; gaps of punctuation are bridged."""
    found: list[list[int]] = []
    for i in sorted(indices):
        if found and all(doc[j].pos_ in _EDGE for j in range(found[-1][1], i)):
            found[-1][1] = i + 1
        else:
            found.append([i, i + 1])
    spans = [trimmed(doc, low, high) for low, high in found]
    return [(low, high) for low, high in spans if any(t.pos_ not in _EDGE for t in doc[low:high])]


def verb_group(verb: Token) -> tuple[int, int]:
    """A verb with the auxiliaries, "not" and adverbs right before it, as token indices."""
    low = verb.i
    doc = verb.doc
    while (
        low > 0
        and doc[low - 1].head == verb
        and doc[low - 1].dep_
        in (
            "aux",
            "auxpass",
            "neg",
            "advmod",
        )
    ):
        low -= 1
    while low < verb.i and doc[low].lower_ in ("to", "when", "where", "why", "how", "as"):
        low += 1
    high = verb.i + 1
    while high < len(doc) and doc[high].head == verb and doc[high].dep_ == "prt":
        high += 1
    return low, high


_AFTERTHOUGHTS = frozenset({"which", "who", "whom", "whose", "where"})
_CONCESSIONS = frozenset({"although", "though", "while", "whereas"})


def without_afterthought(doc: Doc, low: int, high: int) -> tuple[int, int]:
    """A stretch without the writer's own remark at its end: ", which ..." or ", although ..."."""
    for token in reversed(doc[low:high]):
        if token.dep_ not in ("relcl", "advcl"):
            continue
        begin, end = token.left_edge.i, token.right_edge.i + 1
        if begin <= low + 1 or end < high - 1 or doc[begin - 1].text != ",":
            continue
        opening = doc[begin].lower_
        if token.dep_ == "relcl" and opening in _AFTERTHOUGHTS:
            return trimmed(doc, low, begin)
        if token.dep_ == "advcl" and opening in _CONCESSIONS:
            return trimmed(doc, low, begin)
    return low, high


_STOPS = frozenset({",", ";", ":", ".", "!", "?", "(", ")", "—", "–", "--", "―"})


def rest_of_clause(doc: Doc, start: int, stop: int, verbs: Container[str]) -> int:
    """Where a clause ends that goes on at a token: at a mark, a stop, or the next verb of
    speech."""
    here = start
    while here < stop and doc[here].text not in _STOPS:
        token = doc[here]
        if token.lower_ in verbs and token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP"):
            while here > start and doc[here - 1].dep_ in ("cc", "nsubj", "aux", "advmod"):
                here -= 1
            break
        here += 1
    return here
