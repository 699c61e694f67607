"""The surface of a name: its key, and the pieces of what the model marked that are names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.names.geography import ground
from dateline.analysis.names.vocabulary import common_words, given_names, known_names, word_set

if TYPE_CHECKING:
    from dateline.analysis.names.readings import Reading

_LABELS = """PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE"""
NAME_LABELS = frozenset(re.findall(r"\S+", _LABELS))
_BREAKS = frozenset('()[]:;,/"|•*') | {"v", "vs", "vs.", "--", "–", "—", "..."}
_POSSESSIVE = frozenset(["'s", "’s", "'", "’", "'S"])
_ARTICLES = frozenset(["the", "a", "an"])
_PREPOSITIONS = frozenset(["of", "and", "for", "on", "in", "to"])
_WITH_NUMBERS = frozenset(["PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "FAC"])
Piece = tuple[int, int, str]


def key_of(text: str) -> str:
    """What makes two ways to write one name the same: case, dots and spaces do not count."""
    return " ".join(text.replace(".", "").replace("’", "'").split()).casefold()


def pieces(reading: Reading, first: int, last: int, label: str) -> list[Piece]:
    """The names in what the model marked as one: half-open token ranges, each with its label.

    Brackets, commas, dashes between spaces and score lines part names; a possessive parts a
    country from its ministry; numbers, articles and lower-case words at the edges are dropped.
    """
    words = reading.words
    found: list[tuple[int, int]] = []
    begin = first
    for i in range(first, last):
        if reading.rows[i] and begin < i:
            found.append((begin, i))
            begin = i
        if _parts(reading, i, first, last, label):
            found.append((begin, i))
            begin = i + 1
    found.append((begin, last))
    ranges: list[Piece] = []
    for one, other in found:
        ranges.extend(_without_people(reading, *trim(reading, one, other, label), label))
    return [p for p in ranges if any(c.isalpha() for c in "".join(words[p[0] : p[1]]))]


def _without_people(reading: Reading, first: int, last: int, label: str) -> list[Piece]:
    """ "American Dennis Mitchell" is two names, a people's and a person's."""
    if (
        last - first > 2
        and label in ("PERSON", "ORG")
        and reading.words[first + 1] in given_names()
    ):
        place = ground(reading.words[first])
        if place and place.kind == "demonym":
            return [(first, first + 1, "NORP"), (first + 1, last, "PERSON")]
    return [(first, last, label)] if first < last else []


def _parts(reading: Reading, i: int, first: int, last: int, label: str) -> bool:
    words = reading.words
    word = words[i]
    if word in _BREAKS:
        if word == "," and label == "ORG" and i + 1 < last:
            return reading.lowers[i + 1].rstrip(".") not in ("inc", "ltd", "llc", "llp", "co")
        return not (label == "WORK_OF_ART" and word in (",", ":"))
    if word == "-":
        return reading.starts[i] > reading.ends[i - 1] if i > first else True
    if word in ("'s", "’s", "'S") and first < i < last - 1:
        offset = reading.passage.start
        owner = reading.text[reading.starts[first] - offset : reading.ends[i - 1] - offset]
        place = ground(owner)
        return label in ("ORG", "GPE", "FAC", "LOC", "PERSON") and bool(
            place and (place.kind == "country" or place.population > 100_000)
        )
    if word[0].isdigit() and label not in _WITH_NUMBERS and not any(c.isalpha() for c in word):
        return i > first
    if label == "PERSON" and ends_given_name(reading, first, i):
        return False
    if word.islower() and word.isalpha() and word not in word_set("particles"):
        return label not in ("WORK_OF_ART", "LAW", "EVENT", "PRODUCT")
    if word == "and" and label == "ORG" and first + 1 < i < last - 2:
        heads = word_set("organisation_heads")
        opening = set(reading.lowers[first : first + 2])
        return reading.lowers[last - 1] in heads and not heads.isdisjoint(opening)
    if reading.lowers[i] == "and" and label in ("PERSON", "GPE", "NORP"):
        whole = " ".join(words[first:last])
        return ground(whole) is None
    return False


def trim(reading: Reading, first: int, last: int, label: str) -> tuple[int, int]:
    """Drop from the edges of a range what is no part of a name."""
    while first < last and _is_no_beginning(reading, first, last, label):
        first += 1
    while first < last and _is_no_end(reading, first, last, label):
        last -= 1
    return first, last


def _is_no_beginning(reading: Reading, first: int, last: int, label: str) -> bool:
    word, lower = reading.words[first], reading.lowers[first]
    following = reading.lowers[first + 1] if first + 1 < last else ""
    if reading.opens[first] and first + 1 < last and lower in word_set("openers"):
        return reading.capitals[first + 1] and label != "WORK_OF_ART"
    plural = lower.endswith("s") and lower in common_words() and reading.opens[first]
    if plural and label == "PERSON" and first + 2 < last:
        return True
    if following == "of" and reading.opens[first] and reading.tags[first] == "NNS":
        return True
    if word == "The" and first + 2 == last:
        place = ground(f"The {reading.words[first + 1]}")
        if place and place.kind == "city" and place.population > 100_000:
            return False
    if lower in _ARTICLES:
        return label != "WORK_OF_ART" or word.islower()
    if _is_mark(word):
        return True
    if word.islower():
        return lower not in word_set("particles") or lower in _PREPOSITIONS
    if word[0].isdigit():
        return label not in _WITH_NUMBERS and not any(c.isalpha() for c in word)
    return label == "PERSON" and lower.rstrip(".") in word_set("titles") and first + 1 < last


def _is_no_end(reading: Reading, first: int, last: int, label: str) -> bool:
    word, lower = reading.words[last - 1], reading.lowers[last - 1]
    if _is_mark(word):
        return word != "!"
    if word[0].isdigit():
        scored = last - 2 > first and reading.words[last - 2] == "-"
        if _opens_score(reading, last - 1):
            return True
        return label not in _WITH_NUMBERS or not word.isdigit() or scored
    if word.islower():
        given = label == "PERSON" and ends_given_name(reading, first, last - 1)
        return label != "WORK_OF_ART" and not given
    following = reading.lowers[last] if last < len(reading.lowers) else ""
    if following in word_set("titles") and lower in common_words() and last - first > 1:
        rest = " ".join(reading.words[first : last - 1])
        part = lower not in word_set("organisation_heads") or rest in known_names()
        return part and label in ("ORG", "GPE", "PERSON")
    return lower in word_set("calendar") and last - first > 1 and label != "EVENT"


def _opens_score(reading: Reading, i: int) -> bool:
    """Whether a number of one or two digits is the first of a score ("4-6")."""
    words = reading.words[i : i + 3]
    numbers = len(words) == 3 and words[1] in ("-", "–")
    return numbers and all(word.isdigit() and len(word) < 3 for word in (words[0], words[2]))


def ends_given_name(reading: Reading, first: int, i: int) -> bool:
    """Whether a small word ends a given name with a hyphen ("Kim Min-seok"), as "led" does not."""
    words, lower = reading.words, reading.lowers[i]
    return (
        i - first > 2
        and words[i - 1] == "-"
        and words[i].islower()
        and reading.starts[i] == reading.ends[i - 2] + 1
        and lower not in ("ish", "esque")
        and (lower in word_set("given_name_ends") or lower not in common_words())
    )


def _is_mark(word: str) -> bool:
    return not word.isalnum() and (word in _POSSESSIVE or not any(map(str.isalnum, word)))
