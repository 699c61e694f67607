"""What a label keeps whole: hyphenated words, amounts, and names with all their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from spacy.tokens import Token

_LONGEST_NAME = 8


def size_of(words: Collection[Token]) -> int:
    """How many words a reader counts: an amount is one, signs and hyphens are none."""
    return sum(
        1
        for t in words
        if not (t.is_punct or t.is_currency or t.tag_ == "POS" or t.text == "%")
        and not (t.i > 0 and t.like_num and t.nbor(-1).like_num)
        and not _is_hyphened(t)
    )


def _is_hyphened(token: Token) -> bool:
    """Whether a word is the rest of a compound: "earth" of "rare-earth"."""
    if token.i < 2:
        return False
    hyphen, word = token.nbor(-1), token.nbor(-2)
    return hyphen.text == "-" and not hyphen.whitespace_ and not word.whitespace_


def compound(token: Token) -> set[int]:
    """The indices of the words that hyphens join to a word, and its own."""
    first = last = token
    while _is_hyphened(first):
        first = first.nbor(-2)
    while last.i + 2 < len(last.doc) and _is_hyphened(last.nbor(2)):
        last = last.nbor(2)
    return set(range(first.i, last.i + 1, 2))


def with_hyphens(left: list[Token], noun: Token) -> list[Token]:
    """The words, and the hyphens and the signs of the genitive between them."""
    kept = {t.i for t in left}
    doc = noun.doc
    for token in left:
        after = token.i + 1
        if after < noun.i and doc[after].text in ("-", "–") and after + 1 in kept | {noun.i}:
            kept.add(after)
        if after < noun.i and doc[after].tag_ == "POS":
            kept.add(after)
    return [doc[i] for i in sorted(kept)]


def rest_of_number(noun: Token) -> list[Token]:
    """What follows in "3-2" and "30%"."""
    rest: list[Token] = []
    if noun.like_num and noun.i + 1 < len(noun.doc) and noun.nbor().text == "%":
        return [noun.nbor()]
    if noun.like_num and not noun.whitespace_:
        for token in noun.doc[noun.i + 1 : noun.i + 3]:
            if token.text not in ("-", "–") and not token.like_num:
                break
            rest.append(token)
    return rest if len(rest) == 2 else []


def rest_of_compound(noun: Token) -> list[Token]:
    """What hyphens join to a noun from behind: "-on" of "pile-on"."""
    doc, end = noun.doc, noun.i + 1
    while (
        end + 1 < len(doc)
        and doc[end].text == "-"
        and not (doc[end - 1].whitespace_ or doc[end].whitespace_)
        and doc[end + 1].is_alpha
    ):
        end += 2
    return list(doc[noun.i + 1 : end])


def rest_of_name(noun: Token, timed: Container[int]) -> list[Token]:
    """What follows in "No. 1", "NOK 3.50", "Flight 12" and "Doctors Without Borders"."""
    doc, end = noun.doc, noun.i + 1
    if noun.lower_ in ("no", "nos") and end < len(doc) and doc[end].text == ".":
        end += 1
    numbered = end > noun.i + 1
    while end < len(doc) and doc[end].like_num and end not in timed:
        end += 1
    counted = doc[end - 1]
    if end > noun.i + 1 and counted.like_num and (numbered or counted.head.i == noun.i):
        return list(doc[noun.i + 1 : end])
    end = noun.i + 1
    if noun.pos_ == "PROPN":
        while end < len(doc) and _continues_name(doc[end], noun) and end not in timed:
            end += 1
    return list(doc[noun.i + 1 : end])


def _continues_name(token: Token, noun: Token) -> bool:
    """Whether a word after a name belongs to it ("Without", "Borders"), by its capital."""
    if token.i - noun.i > _LONGEST_NAME or not token.text[0].isupper() or token.is_sent_start:
        return False
    if token.pos_ == "ADP":
        follows = token.i + 1 < len(token.doc) and token.nbor().text[0].isupper()
        return follows and token.head.i <= noun.i
    return token.i > noun.i + 1 and token.pos_ == "PROPN" and token.dep_ in ("pobj", "compound")
