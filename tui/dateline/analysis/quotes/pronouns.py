"""What a pronoun that speaks stands for, if the article leaves no doubt."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

from dateline.analysis.quotes.grammar import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Span, Token

    from dateline.analysis.quotes.discourse import Discourse, Sighting
    from dateline.analysis.quotes.genders import Gender

SINGULAR: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
PLURAL = frozenset({"they", "them", "their", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "we", "my", "our", "me", "us"})

_ENDS = frozenset({".", "!", "?"})
"""What ends a sentence."""
_SUBORDINATE = frozenset({"relcl", "ccomp", "advcl", "acl"})
_SIGHTINGS = 60
"""How many mentions back a person is looked for."""
_PARAGRAPHS = 5
"""How many paragraphs back a person is looked for."""
_MARGIN = 0.45
"""By how much the best candidate must lead."""
_FLOOR = -4.5


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a pronoun stands: its offset, whether in quotation marks, the spans of what it is said
    to say, who spoke last, and who speaks around it."""

    at: int
    quoted: bool
    said: Sequence[tuple[int, int]]
    last: int | None
    last_place: tuple[int, int]
    """The passage and the sentence in which somebody spoke last."""
    around: int | None


def person(discourse: Discourse, gender: Gender, here: Situation) -> int | None:
    """The person that "he" or "she" means, or None where two would do."""
    passage, sentence = discourse.place_of(here.at)
    scores: dict[int, float] = {}
    seen: dict[int, int] = {}
    for sighting in reversed(discourse.before(here.at, _SIGHTINGS)):
        away = discourse.paragraphs_between(sighting.passage, passage)
        if away > _PARAGRAPHS:
            break
        entity = sighting.entity
        if discourse.entities[entity].label != "PERSON":
            continue
        known = discourse.genders.get(entity)
        if known is not None and known != gender:
            continue
        if sighting.quoted != here.quoted or (here.quoted and away):
            continue
        seen[entity] = seen.get(entity, 0) + 1
        score = _weight(discourse, sighting, away, sentence, here)
        if known is None:
            score -= 0.5
        if entity == here.last:
            score += _speaker_bonus(passage, sentence, here)
        if entity == here.around:
            score += 0.8
        scores[entity] = max(score, scores.get(entity, _FLOOR))
    if not scores:
        return None
    mentions = {entity: discourse.entities[entity].mentions for entity in seen}
    for entity, count in seen.items():
        scores[entity] += min(0.5, 0.1 * count) + min(0.5, 0.1 * log2(len(mentions[entity])))
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    if score <= _FLOOR + 0.6:
        return None
    if len(ranked) > 1 and score - ranked[1][1] < _MARGIN:
        return None
    return best


def _speaker_bonus(passage: int, sentence: int, here: Situation) -> float:
    """What speaks for the last speaker: much right after, little later."""
    spoke_in, spoke_at = here.last_place
    if passage == spoke_in and sentence - spoke_at <= 1:
        return 0.9
    return 0.6 if passage - spoke_in <= 2 else 0.0


def _weight(
    discourse: Discourse, sighting: Sighting, away: int, sentence: int, here: Situation
) -> float:
    if away == 0:
        score = -0.8 * (sentence - sighting.sentence)
    else:
        after = discourse.sentences(sighting.passage) - sighting.sentence
        score = -0.7 * away - 0.3 * (sentence - 1) - 0.3 * min(after, 3)
    if sighting.subject:
        score += 1.0
    if sighting.owner:
        score -= 0.6
    if any(start <= sighting.start < end for start, end in here.said):
        score -= 2.0
    return score


def plural(discourse: Discourse, pronoun: Token, index: int) -> Token | None:
    """The subject in the plural that "they" takes up: the nearest one before it."""
    doc = pronoun.doc
    found = _plural_subject(discourse, doc[: pronoun.i], index)
    if found is None and index > 0:
        earlier = discourse.passages[index - 1]
        if not earlier.headline and not earlier.aside:
            found = _plural_subject(discourse, earlier.doc[:], index - 1)
    return found


def _subjects_back(
    discourse: Discourse, tokens: Span, index: int, most_ends: int
) -> Iterator[tuple[Token, int]]:
    """The nouns that are subjects, the last one first, each with the ends of sentences behind it;
    outside of quotations, and back over so many ends at most."""
    ends = 0
    start = discourse.passages[index].start
    for token in reversed(tokens):
        if discourse.is_inside(start + token.idx):
            continue
        if token.text in _ENDS:
            ends += 1
            if ends > most_ends:
                return
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON":
            yield token, ends


def _plural_subject(discourse: Discourse, tokens: Span, index: int) -> Token | None:
    for token, ends in _subjects_back(discourse, tokens, index, 2):
        if token.head.dep_ in _SUBORDINATE and ends == 0:
            continue
        joined = any(each.dep_ == "conj" for each in token.children)
        if token.tag_ in ("NNS", "NNPS") or joined:
            return token
    return None


def neuter(discourse: Discourse, pronoun: Token, index: int, nouns: frozenset[str]) -> Token | None:
    """The body or document that "it" takes up: the subject of the sentence before, or of the
    same sentence, if that is one that can speak."""
    found = _neuter_subject(discourse, pronoun.doc[: pronoun.i], index, nouns)
    if found is None and index > 0 and pronoun.i < 3:
        earlier = discourse.passages[index - 1]
        if not earlier.headline and not earlier.aside:
            found = _neuter_subject(discourse, earlier.doc[:], index - 1, nouns)
    return found


def _neuter_subject(
    discourse: Discourse, tokens: Span, index: int, nouns: frozenset[str]
) -> Token | None:
    start = discourse.passages[index].start
    closed = len(tokens) > 0 and tokens[-1].text in _ENDS
    for token, ends in _subjects_back(discourse, tokens, index, 3 if closed else 1):
        if token.head.dep_ in _SUBORDINATE and ends:
            continue
        begin = start + token.idx
        entity = discourse.entity_at(begin, begin + len(token))
        if entity is not None and discourse.entities[entity].label == "PERSON":
            continue
        if entity is not None and discourse.entities[entity].label in ("ORG", "GPE", "FAC"):
            return token
        return token if token.lower_ in nouns and token.tag_ == "NN" else None
    return None


def phrase_span(
    discourse: Discourse, head: Token, index: int, *, bare: bool = False
) -> tuple[int, int]:
    """The span of a noun phrase in the article."""
    low, high = phrase(head, bare=bare)
    words = head.doc[low:high]
    start = discourse.passages[index].start
    return start + words.start_char, start + words.end_char
