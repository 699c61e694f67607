"""One name, one label: the clear mentions of an article decide its doubtful ones."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.analysis.names.contests import contest_of
from dateline.analysis.names.evidence import Scores, own_words, surroundings
from dateline.analysis.names.geography import ground
from dateline.analysis.names.vocabulary import common_words, weights
from dateline.analysis.names.vocabulary import surnames as surnames_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.analysis.names.contests import Contest
    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

MODEL = 2.6
"""What the model's vote is worth when all mentions agree."""
RELIABILITY = {"FAC": 0.6, "PRODUCT": 0.6, "WORK_OF_ART": 0.6, "LOC": 0.7, "LAW": 0.8, "EVENT": 0.8}
"""What the model's rarer labels are worth, against 1 for the common ones."""
UNLISTED = 0.75
"""What the model's word that it is a place is worth for a name that the gazetteer has not."""
LISTED = 0.9
"""What a name lends to its neighbours in a list ("Apple, Microsoft and Nvidia")."""
REPEATED = 1.0
"""What speaks for a word that the model never marked, but that is written like a name again and
again."""
TELLING = 2.0
"""From here on, what stands beside one mention tells of all ("Duran, 45,")."""
HEADLINE_TRUST = 0.4
"""What a mention in a headline counts, against 1 in a sentence."""
LINKED = 3.5
"""What the full name lends to a surname that stands alone."""
EXPLAINED = 7.0
"""What a long form lends to the initials in brackets behind it."""
LEAST = 1.2
"""What must speak for a name that only capitals show."""


_WITH_ACRONYMS = frozenset(["ORG", "FAC", "EVENT", "LAW"])
_COMPANIES = frozenset(["inc", "corp", "ltd", "plc", "co", "ag", "ab", "sa", "nv", "llc", "group"])
_LISTS = frozenset(["PERSON", "GPE", "ORG", "NORP"])


@dataclass(frozen=True, slots=True)
class Verdict:
    """The label of a surface, and how clearly it was decided."""

    label: str
    score: float
    margin: float


def decide(readings: Sequence[Reading], sightings: Iterable[Sighting]) -> dict[str, Verdict]:
    """The label of each key; keys that too little speaks for are left out."""
    by_key: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_key[sighting.key].append(sighting)
    contest = contest_of(readings)
    scores = {key: _scores(readings, group, contest) for key, group in by_key.items()}
    verdicts = {key: _verdict(s) for key, s in scores.items()}
    _link(readings, scores, by_key, verdicts)
    _list(readings, by_key, scores, verdicts)
    verdicts = {key: _verdict(s) for key, s in scores.items()}
    return {
        key: verdict
        for key, verdict in verdicts.items()
        if verdict.score >= (0.3 if any(s.label for s in by_key[key]) else LEAST)
    }


def _scores(readings: Sequence[Reading], group: list[Sighting], contest: Contest | None) -> Scores:
    votes: defaultdict[str, float] = defaultdict(float)
    beside: defaultdict[str, float] = defaultdict(float)
    strongest: defaultdict[str, float] = defaultdict(float)
    total = 0.0
    for sighting in group:
        reading = readings[sighting.reading]
        trust = 1.0 if reading.style == "sentence" else HEADLINE_TRUST
        total += trust
        if sighting.label:
            votes[sighting.label] += trust
        for label, weight in surroundings(reading, sighting.first, sighting.last, contest).items():
            beside[label] += trust * weight
            strongest[label] = max(strongest[label], trust * weight)
    scores: defaultdict[str, float] = defaultdict(float, own_words(group[0].text))
    if not votes and len(group) > 1 and group[0].last - group[0].first == 1:
        scores["ORG"] += REPEATED
    strength = MODEL * min(1.0, 0.55 + 0.15 * total)
    unlisted = ground(group[0].text) is None
    for label, vote in votes.items():
        worth = UNLISTED if label == "GPE" and unlisted else RELIABILITY.get(label, 1.0)
        scores[label] += strength * worth * vote / total
    share = min(1.5, 0.7 + 0.15 * total)
    for label, weight in beside.items():
        mean = weight / total
        scores[label] += share * mean
        if strongest[label] >= TELLING:
            scores[label] += 0.6 * (strongest[label] - mean)
    return scores


def _verdict(scores: Scores) -> Verdict:
    if not scores:
        return Verdict("ORG", 0.0, 0.0)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return Verdict(ranked[0][0], ranked[0][1], ranked[0][1] - second)


def _list(
    readings: Sequence[Reading],
    by_key: dict[str, list[Sighting]],
    scores: dict[str, Scores],
    verdicts: dict[str, Verdict],
) -> None:
    """Let the clear names of a list speak for the doubtful ones beside them."""
    ordered = sorted(
        (s for group in by_key.values() for s in group), key=lambda s: (s.reading, s.first)
    )
    lent: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one, other in pairwise(ordered):
        if one.reading != other.reading or one.key == other.key:
            continue
        between = readings[one.reading].lowers[one.last : other.first]
        if between in ([","], ["and"], [",", "and"], ["or"]):
            for lender, taker in ((one, other), (other, one)):
                verdict = verdicts[lender.key]
                if verdict.margin > 1.5 and verdict.label in _LISTS:
                    lent[taker.key][verdict.label].append(min(1.0, verdict.margin / 3))
    for key, labels in lent.items():
        for label, shares in labels.items():
            scores[key][label] = scores[key].get(label, 0.0) + LISTED * max(shares)


def _is_surname(text: str) -> bool:
    """Whether a country's name is a usual surname as well ("Jordan", "Chad")."""
    return text in surnames_known() and text.isalpha()


def _link(
    readings: Sequence[Reading],
    scores: dict[str, Scores],
    by_key: dict[str, list[Sighting]],
    verdicts: dict[str, Verdict],
) -> None:
    """Let full names speak for their parts, and long forms for their acronyms."""
    surnames: dict[str, float] = {}
    firsts: set[str] = set()
    acronyms: dict[str, str] = {}
    explained: set[str] = set()
    houses: set[str] = set()
    products: set[str] = set()
    for key, verdict in verdicts.items():
        words = [word for word in key.split() if word not in ("jr", "sr", "ii", "iii")]
        if len(words) < 2 or verdict.score < LEAST:
            continue
        if verdict.label == "PERSON":
            surnames[words[-1]] = max(surnames.get(words[-1], 0.0), verdict.score)
            for cut in range(1, len(words) - 1):
                surnames[" ".join(words[cut:])] = verdict.score
            firsts.add(words[0])
        elif verdict.label == "PRODUCT":
            products.update(word for word in words if word not in common_words())
        elif verdict.label in _WITH_ACRONYMS:
            text = by_key[key][0].text
            initials = "".join(c for c in text if c.isupper())
            acronyms[initials.casefold()] = verdict.label
            if any(
                readings[s.reading].words[s.last : s.last + 2] == ["(", initials]
                for s in by_key[key]
            ):
                explained.add(initials.casefold())
            if verdict.label == "ORG" and verdict.margin > 1.5:
                named = words if words[-1] in _COMPANIES else words[:1]
                houses.update(word for word in named if word not in common_words())
    alone = {
        key
        for key, verdict in verdicts.items()
        if " " not in key and verdict.label == "PERSON" and verdict.margin > 1.0
    }
    for key, own in scores.items():
        last = key.rpartition(" ")[2]
        if last != key and last in alone and last not in weights("last_word"):
            own["PERSON"] = own.get("PERSON", 0.0) + 0.6 * LINKED
        place = ground(by_key[key][0].text)
        country = place is not None and place.kind in ("country", "demonym")
        if key in surnames and (not country or _is_surname(by_key[key][0].text)):
            own["PERSON"] = own.get("PERSON", 0.0) + LINKED
        elif key in firsts and not country:
            own["PERSON"] = own.get("PERSON", 0.0) + 0.4 * LINKED
        known = place is not None and (country or place.population >= 1_000_000)
        small = place is None or (place.population < 100_000 and not country)
        if key in houses and small and key not in surnames:
            own["ORG"] = own.get("ORG", 0.0) + 0.6 * LINKED
        if key in products and not known and key not in surnames:
            own["PRODUCT"] = own.get("PRODUCT", 0.0) + LINKED
        if key in acronyms and len(key) > 1:
            strength = EXPLAINED if key in explained else LINKED
            own[acronyms[key]] = own.get(acronyms[key], 0.0) + strength
