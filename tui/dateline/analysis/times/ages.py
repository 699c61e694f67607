"""Telling the age of somebody, which is a number, from the age of a thing, which is a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.times.lexicon import WORDS

if TYPE_CHECKING:
    from dateline.analysis.times.reading import Context

_PERSONS = frozenset(WORDS["persons"])


_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "ess", "eer", "ee")


_FALSE_PERSONS = frozenset(WORDS["things_that_end_like_persons"])


_AGED = re.compile(
    r"\baged?\s+(?:of\s+)?(?:between\s+)?(?:\w+\s+(?:to|and|or)\s+)?$", re.IGNORECASE
)


def follows_aged(start: int, ctx: Context) -> bool:
    """Whether "aged", "aged between five and" stands before a count of years."""
    return _AGED.search(ctx.text[max(0, start - 24) : start]) is not None


def is_age_of_person(match: re.Match[str], ctx: Context) -> bool:
    """Whether "-old" gives the age of somebody, which is a number and no time of the story."""
    after = ctx.text[match.end() : match.end() + 1]
    if after not in (" ", "-"):
        return True
    token = ctx.token(match.end() + 1)
    if token.i + 1 >= len(ctx.doc) and token.is_punct:
        return True
    head = token
    for _ in range(4):
        if head.pos_ in ("NOUN", "PROPN") and head.dep_ != "compound":
            break
        if head.i + 1 >= len(ctx.doc) or head.tag_ not in (
            *("NN", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "NNS"),
        ):
            return True
        head = ctx.doc[head.i + 1]
    return head.pos_ != "NOUN" or is_person(head.lower_)


def is_person(word: str) -> bool:
    """Whether a noun, in small letters, names a person ("teacher", "woman")."""
    if word in _PERSONS or word.removesuffix("s") in _PERSONS:
        return True
    word = word.removesuffix("s")
    return word.endswith(_PERSON_ENDINGS) and word not in _FALSE_PERSONS
