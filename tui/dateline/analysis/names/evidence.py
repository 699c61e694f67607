"""What speaks for a label: the name's own words, what is known of it, and what stands beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.analysis.names.contests import contest_scores
from dateline.analysis.names.geography import ground
from dateline.analysis.names.vocabulary import (
    common_words,
    given_names,
    known_names,
    surnames,
    weights,
    word_set,
)

if TYPE_CHECKING:
    from dateline.analysis.names.contests import Contest
    from dateline.analysis.names.geography import Ground
    from dateline.analysis.names.readings import Reading

_CAMEL = re.compile(r"(?!Mc|Mac|De|La|Le|Di|O')[A-Z][a-z]+[A-Z]")
_MODEL = re.compile(r"[A-Z]{1,4}-\d{2,4}[A-Z]?")
_INITIAL = re.compile(r"[A-Z]\.")
_AFTER_AGE = frozenset([",", ".", "and", "who", ")"])

_CONTESTANT = 1.2
"""What a contest of people speaks for a name of several words that nothing is known of."""
_SURNAME_ENDING = 0.8
"""What an ending that surnames have speaks for a word that nothing is known of."""

Scores = dict[str, float]
"""Label -> how much speaks for it."""


_GROUND_LABELS = {"demonym": "NORP", "land": "LOC", "site": "FAC", "bloc": "ORG"}
_GROUND_WEIGHTS = {"demonym": 6.0, "land": 5.0, "site": 3.0, "bloc": 4.0}
_CITY_WEIGHTS = ((1_000_000, 3.0), (100_000, 2.2), (15_000, 1.3), (0, 0.5))


def _ground_weights(place: Ground, text: str) -> list[tuple[str, float]]:
    """What the gazetteer says; less of names that people bear as well ("Jordan", "Harvey")."""
    borne = text in surnames() or text in given_names()
    if place.kind == "country":
        return [("GPE", 4.0 if borne else 6.0)]
    if place.kind in _GROUND_LABELS:
        return [(_GROUND_LABELS[place.kind], _GROUND_WEIGHTS[place.kind])]
    weight = next(weight for least, weight in _CITY_WEIGHTS if place.population >= least)
    if borne and place.population < 200_000:
        return [("GPE", 0.4 * weight), ("PERSON", 0.5)]
    return [("GPE", weight)]


@lru_cache(maxsize=20_000)
def _own_words(text: str) -> tuple[tuple[str, float], ...]:
    scores: defaultdict[str, float] = defaultdict(float)
    words = text.split()
    known = known_names().get(text)
    if known:
        return ((known, 8.0),)
    place = ground(text)
    if place:
        for label, weight in _ground_weights(place, text):
            scores[label] += weight
    bare = [word.strip(".,").lower() for word in words]
    if len(words) > 1:
        rest = ground(" ".join(words[1:])) if bare[0] in word_set("directions") else None
        if rest and rest.kind in ("country", "region", "city"):
            scores["GPE"] += 3.0
        for label, weight in weights("last_word").get(bare[-1], ()):
            scores[label] += weight
        for label, weight in weights("first_word").get(bare[0], ()):
            scores[label] += weight
        if words[0] in given_names() and not place and bare[-1] not in weights("last_word"):
            weak = bare[0] in common_words() or ground(words[0]) is not None
            scores["PERSON"] += 1.0 if weak else 2.0
            if words[-1] in surnames():
                scores["PERSON"] += 1.2
            elif bare[-1] not in common_words():
                scores["PERSON"] += 0.7
        people = ground(words[-1])
        if known_names().get(words[-1]) == "NORP" or (people and people.kind == "demonym"):
            scores["NORP"] += 5.0
        if bare[-1] == "city" and not place and _is_city(" ".join(words[:-1])):
            scores["ORG"] += 2.5
        if _INITIAL.fullmatch(words[0]) and bare[-1] not in weights("last_word"):
            scores["PERSON"] += 3.0
        if len(words) < 4 and all(_is_unknown(word) for word in words):
            scores["PERSON"] += 1.1
            if words[-1].lower().endswith(_endings()):
                scores["PERSON"] += _SURNAME_ENDING
        if any(word in ("of", "for", "&") for word in bare[1:-1]):
            scores["ORG"] += 0.8
            scores["PERSON"] -= 1.5
        if any(word in word_set("organisation_heads") for word in bare):
            scores["ORG"] += 1.0
        first_known = known_names().get(words[0])
        if first_known in ("ORG", "EVENT"):
            scores[first_known] += 1.5
    else:
        word = words[0] if words else ""
        if _CAMEL.match(word):
            scores["ORG"] += 2.0
        if _MODEL.fullmatch(word):
            scores["PRODUCT"] += 3.0
        if word.isupper() and 2 <= len(word.replace(".", "")) <= 6 and not place:
            scores["ORG"] += 1.5
        if word in given_names() and not place and bare[0] not in common_words():
            scores["PERSON"] += 0.6
        if word in surnames() and not place and bare[0] not in common_words():
            scores["PERSON"] += 0.6
        elif _is_unknown(word) and word.lower().endswith(_endings()):
            scores["PERSON"] += _SURNAME_ENDING
    return tuple(scores.items())


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    """How surnames end in the languages that mark them so ("-ova", "-sson", "-wicz")."""
    return tuple(word_set("surname_endings"))


def _is_city(text: str) -> bool:
    place = ground(text)
    return place is not None and place.kind == "city"


def _is_unknown(word: str) -> bool:
    """Whether a word of a name is none that is used otherwise."""
    return (
        word[0].isupper()
        and not word.isupper()
        and word.replace("-", "").isalpha()
        and word.lower() not in common_words()
        and word.lower() not in weights("last_word")
        and ground(word) is None
    )


def own_words(text: str) -> Scores:
    """What the words of a name itself say."""
    return dict(_own_words(text))


def surroundings(reading: Reading, first: int, last: int, contest: Contest | None = None) -> Scores:
    """What stands before and after a token range, in an article about a contest or none."""
    lowers, words = reading.lowers, reading.words
    scores: defaultdict[str, float] = defaultdict(float)
    for label, weight in contest_scores(reading, first, last, contest).items():
        scores[label] += weight
    parts = [word for word in words[first:last] if word != "-"]
    if contest == "single" and 1 < len(parts) < 4 and all(map(_is_unknown, parts)):
        scores["PERSON"] += _CONTESTANT
    before = lowers[first - 1] if first else ""
    after = lowers[last] if last < len(lowers) else ""
    single = last - first == 1
    if before == "of" and first > 1 and lowers[first - 2] in ("shares", "stock", "subsidiary"):
        scores["ORG"] += 2.0
    if before == "of" and first > 1 and lowers[first - 2] in word_set("place_nouns"):
        scores["GPE"] += 3.0
    if before in ("the", "a", "an"):
        scores["PERSON"] -= 1.2
        scores["GPE"] -= 0.4
        before = ""
    for label, weight in weights("before").get(before, ()):
        scores[label] += weight
    if after in ("'s", "’s", "'"):
        after = lowers[last + 1] if last + 1 < len(lowers) else ""
        for label, weight in weights("after").get(after, ()):
            if label != "PERSON":
                scores[label] += 0.3 * weight
    else:
        for label, weight in weights("after").get(after, ()):
            scores[label] += weight
    if before in ("'s", "’s") and not single and first > 1:
        owner = ground(words[first - 2])
        if owner and owner.kind == "country":
            scores["PERSON"] += 0.6
    if after == "," and last + 1 < len(lowers):
        following = lowers[last + 1]
        closing = lowers[last + 2] if last + 2 < len(lowers) else ""
        if following.isdigit() and len(following) == 2 and closing in _AFTER_AGE:
            scores["PERSON"] += 2.5
        elif following in ("who", "whose"):
            many = single and following == "who" and _is_plural_verb(reading, last + 2)
            scores["ORG" if many else "PERSON"] += 2.4 if many else 1.2
        elif single and following in weights("before"):
            for label, weight in weights("before")[following]:
                if label == "PERSON":
                    scores[label] += 0.5 * weight
    if after == "(" and last + 2 < len(lowers):
        inner = ground(words[last + 1])
        if inner and inner.kind == "country" and lowers[last + 2] == ")":
            scores["PERSON"] += 1.5 if single else 3.0
        elif lowers[last + 1].isdigit() and len(lowers[last + 1]) == 2:
            scores["PERSON"] += 1.0
    return scores


def _is_plural_verb(reading: Reading, i: int) -> bool:
    """Whether a verb is said of several ("Juventus, who lead the league")."""
    if i >= len(reading.tags) or reading.tags[i] != "VBP":
        return False
    return reading.lowers[i] not in ("'ve", "'re")
