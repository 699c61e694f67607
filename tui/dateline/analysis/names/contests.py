"""Contests: what stands beside the names of those who play tells people from clubs."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from dateline.analysis.names.geography import ground
from dateline.analysis.names.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.names.evidence import Scores
    from dateline.analysis.names.readings import Reading

Contest = Literal["single", "team"]
"""Who meets: one against another, as in tennis, or teams."""

SPORT_WORDS = 3
DIFFERENT = 2
SPORT_SHARE = 0.012
_COMPETES = 2.8
"""What winning and losing speaks for a person where people meet."""
_TELLING = 1.5
_SETS = re.compile(
    r"\s*(?:\([^()]{1,20}\)\s*)?[0-7]-[0-7](?!\d)(?:\s*\(\d+-\d+\))?[, ]+[0-7]-[0-7](?!\d)"
)
"""Two sets or more, as they stand behind the loser: "7-6 (7-4) 6-3"."""
_HELD = re.compile(r" to an? (?:\d+-\d+|goalless|scoreless) ")
_NICKNAME = 2.0
_OPENING = frozenset(["but", "while", "when", "as", "that"])
_SEVERAL = 2.2
"""What a verb in the plural speaks for a club."""
_LONGEST = 3


@cache
def _table() -> dict[str, Any]:
    text = files(__package__).joinpath("data", "contests.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()["words"][name].split())


@cache
def _phrases(side: str) -> dict[tuple[str, ...], tuple[str, float]]:
    """The phrases that stand before or after a name: words -> label and weight."""
    return {
        tuple(_parted(phrase)): (row["label"], float(row["weight"]))
        for row in _table()[side]
        for phrase in row["phrases"].split("|")
    }


def _parted(phrase: str) -> list[str]:
    return re.findall(r"'s|,|[^\s,']+", phrase)


def is_sport(readings: Sequence[Reading]) -> bool:
    """Whether an article is about matches, told by the share of words such as "innings"."""
    words = [word for reading in readings for word in reading.lowers]
    sport = [word for word in words if word in word_set("sport_words")]
    if len(sport) < SPORT_WORDS or len(sport) < SPORT_SHARE * len(words):
        return False
    # Elections and trials have points, victories and sides as well.
    different = set(sport)
    return len(different) >= DIFFERENT and not word_set("contest_words").issuperset(different)


def contest_of(readings: Sequence[Reading]) -> Contest | None:
    """What kind of contest an article is about; None when it is about none."""
    if not is_sport(readings):
        return None
    words = [word for reading in readings for word in reading.lowers]
    single = sum(word in _words("single") for word in words)
    return "single" if single > sum(word in _words("team") for word in words) else "team"


def contest_scores(reading: Reading, first: int, last: int, contest: Contest | None) -> Scores:
    """What the words beside a token range say of one who plays, in an article about a contest."""
    scores: defaultdict[str, float] = defaultdict(float)
    if contest is None:
        return scores
    lowers = reading.lowers
    for size in range(_LONGEST, 0, -1):
        found = _phrases("before").get(tuple(lowers[max(0, first - size) : first]))
        if found:
            scores[found[0]] += found[1]
            break
    for size in range(_LONGEST, 0, -1):
        found = _phrases("after").get(tuple(_plain(word) for word in lowers[last : last + size]))
        if found and not _is_shared(reading, first, found[0], size):
            scores[found[0]] += found[1]
            break
    if _is_several(reading, first, last) or _is_held(reading, last):
        scores["ORG"] += _SEVERAL
    if contest == "team" and _is_nickname(reading, first, last):
        scores["ORG"] += _NICKNAME
    if last - first == 1 and _competes(reading, first, last, contest):
        scores["PERSON"] += _COMPETES
    return scores


def _is_several(reading: Reading, first: int, last: int) -> bool:
    """Whether a verb in the plural is said of one name ("Everton stay 15th")."""
    if last >= len(reading.tags) or reading.tags[last] != "VBP" or reading.style != "sentence":
        return False
    return reading.opens[first] or reading.lowers[first - 1] in (
        "but",
        "while",
        "when",
        "as",
        "that",
    )


def _is_nickname(reading: Reading, first: int, last: int) -> bool:
    """Whether a name in the plural behind "the" is a team's ("the Bruins")."""
    word = reading.words[first]
    one = last - first == 1 and word.endswith("s") and word.lower() != "united"
    return one and first > 0 and reading.lowers[first - 1] == "the" and ground(word) is None


def _is_held(reading: Reading, last: int) -> bool:
    """Whether a draw is what a name was held to ("held Everton to a 1-1 draw")."""
    return _HELD.match(reading.text, reading.ends[last - 1] - reading.passage.start) is not None


def is_club_here(reading: Reading, first: int, last: int) -> bool:
    """Whether the words beside one name tell that a club is meant ("at home to Luton")."""
    scores = contest_scores(reading, first, last, "team")
    return scores.get("ORG", 0.0) >= _TELLING and "PERSON" not in scores


def _plain(word: str) -> str:
    return "'s" if word == "’s" else word


def _is_shared(reading: Reading, first: int, label: str, size: int) -> bool:
    """Whether a plural verb belongs to several names ("Sinner and Alcaraz are")."""
    return label == "ORG" and size == 1 and first > 0 and reading.lowers[first - 1] in ("and", ",")


def _competes(reading: Reading, first: int, last: int, contest: Contest) -> bool:
    """Whether a name of one word, no country's, wins or loses where people meet."""
    place = ground(reading.words[first])
    if place is not None and (place.nation or place.kind == "demonym"):
        return False
    lowers = reading.lowers
    before = lowers[first - 1] if first else ""
    beaten = before in _words("objects") or lowers[max(0, first - 2) : first] == ["lost", "to"]
    offset = reading.passage.start
    if beaten and _SETS.match(reading.text, reading.ends[last - 1] - offset):
        return True
    if contest != "single":
        return False
    return beaten or (last < len(lowers) and lowers[last] in _words("verbs"))
