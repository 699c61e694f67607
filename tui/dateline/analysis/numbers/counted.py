"""What is counted: the words after a number that name the things ("12,000 civilians")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dateline.analysis.numbers.tables import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_INSIDE = (*_NOUNS, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "AFX", "FW", "POS")
_LONGEST = 6
_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "lives": "life",
    "feet": "foot",
    "police": "police",
    "aircraft": "aircraft",
    "troops": "troop",
}


class Counted(NamedTuple):
    """What is counted: a half-open span of the passage's text, and its key."""

    start: int
    end: int
    key: str


def find_counted(doc: Doc, start: int, end: int, *, linked: bool) -> Counted | None:
    """The things that the number at `[start, end)` counts.

    `linked` asks for an "of", as after a percentage or an amount of money ("40% of voters"); else
    the noun phrase right behind the number counts, with or without "of" ("dozens of homes").
    """
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    i = span.end
    if i < len(doc) and doc[i].lower_ in ("of",):
        i += 1
        while i < len(doc) and (
            doc[i].tag_ in ("DT", "PRP$") or doc[i].lower_ in ("all", "more", "than")
        ):
            i += 1
    elif linked:
        return None
    return _phrase(doc, i, span.end - 1)


def _phrase(doc: Doc, first: int, number: int) -> Counted | None:
    """The noun phrase that begins at token `first`: adjectives and nouns up to the last noun."""
    if first + 1 < len(doc) and doc[first].text in ("-", "‑"):
        word = doc[first + 1]
        return Counted(word.idx, word.idx + len(word.text), singular(word.lower_))
    while first < len(doc) and doc[first].lower_ in (
        "more",
        "other",
        "additional",
        "further",
        "or",
        "so",
    ):
        if (
            doc[first].lower_ in ("or", "so")
            and not (
                doc[first].lower_ == "or"
                and first + 1 < len(doc)
                and doc[first + 1].lower_ in ("so", "more", "fewer", "less")
            )
            and doc[first].lower_ != "so"
        ):
            return None
        if (
            first + 1 < len(doc)
            and doc[first].lower_ in ("more", "so")
            and doc[first + 1].lower_ == "than"
        ):
            return None
        first += 1
    last = first
    head = -1
    while last < len(doc) and last - first < _LONGEST:
        token = doc[last]
        if token.tag_ in _NOUNS or (token.lower_ in ("others", "dead") and last == first):
            head = last
        elif token.tag_ not in _INSIDE or token.lower_ in word_set("stop_after"):
            break
        if (
            token.tag_ in ("VBN", "VBG")
            and last == first
            and token.dep_ not in ("amod", "compound", "nmod")
        ):
            break
        if head >= 0 and last > head and token.tag_ not in (*_NOUNS, "POS", "HYPH"):
            break
        last += 1
    if head < 0:
        return None
    begin, end = doc[first].idx, doc[head].idx + len(doc[head].text)
    return Counted(begin, end, key_of(doc, first, head))


def key_of(doc: Doc, first: int, head: int) -> str:
    """The counted things made comparable: the head noun's singular, and the verb it goes with."""
    noun = singular(doc[head].lower_)
    verb = _verb(doc[head])
    return f"{noun} {verb}" if verb else noun


def _verb(token: Token) -> str | None:
    head = token.head
    if head.pos_ != "VERB" or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return None
    return stem(head.lower_)


def singular(noun: str) -> str:
    """The singular of an English noun, by its ending."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if len(noun) > 4 and noun.endswith("ies"):
        return noun[:-3] + "y"
    if re.search(r"(?:s|x|z|ch|sh)es$", noun):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


def stem(verb: str) -> str:
    """A verb's form without its ending, alike for all regular forms."""
    for ending in ("ing", "ed", "es", "s"):
        if verb.endswith(ending) and len(verb) - len(ending) >= 3:
            verb = verb[: -len(ending)]
            break
    return verb.rstrip("e")
