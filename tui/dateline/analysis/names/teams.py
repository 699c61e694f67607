"""Teams: a city's name that stands for its team is an organisation, and no place on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.names.contests import contest_of, is_club_here
from dateline.analysis.names.geography import ground
from dateline.analysis.names.vocabulary import known_names, weights, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.names.labels import Verdict
    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

MANY_TEAMS = 4
"""In an article with so many teams, a city that does not stand as a place is one more."""


def team_labels(
    readings: Sequence[Reading], sightings: Sequence[Sighting], verdicts: dict[str, Verdict]
) -> dict[int, str]:
    """The sightings (by index) that are named apart from their surface's usual label.

    In an article about matches a city is ORG once the article lets it win, lose or score; where
    it stands after "in" or "at", or at the head of the story, it is the city again.
    """
    if contest_of(readings) != "team":
        return {}
    candidates = [
        (number, sighting)
        for number, sighting in enumerate(sightings)
        if sighting.key in verdicts and _may_be_team(sighting, verdicts[sighting.key])
    ]
    teams = {
        sighting.key for _, sighting in candidates if _plays(readings[sighting.reading], sighting)
    }
    labels: dict[int, str] = {}
    for number, sighting in candidates:
        if sighting.key not in teams and len(teams) < MANY_TEAMS:
            continue
        reading = readings[sighting.reading]
        if is_club_here(reading, sighting.first, sighting.last):
            labels[number] = "ORG"
        elif stands_as_place(reading, sighting):
            labels[number] = "GPE"
        else:
            labels[number] = "ORG"
    return labels


def _may_be_team(sighting: Sighting, verdict: Verdict) -> bool:
    if sighting.text in known_names():
        return False
    kinds = weights("last_word").get(sighting.key.rpartition(" ")[2], ())
    if any(label == "LOC" for label, _ in kinds):
        return False
    place = ground(sighting.text)
    if verdict.label == "ORG":
        return place is not None and place.kind in ("city", "region")
    if verdict.label == "PERSON":
        return place is not None and verdict.margin < 2.0 and place.kind in ("city", "region")
    return verdict.label in ("GPE", "LOC", "FAC") and (
        place is None or (place.kind in ("city", "region") and not place.nation)
    )


def _plays(reading: Reading, sighting: Sighting) -> bool:
    lowers = reading.lowers
    before = lowers[sighting.first - 1] if sighting.first else ""
    after = lowers[sighting.last] if sighting.last < len(lowers) else ""
    if after[:1].isdigit() and len(after) < 7 and not _is_year(after):
        return before != "in"
    if is_club_here(reading, sighting.first, sighting.last):
        return True
    if before in word_set("team_before") or after in word_set("team_after"):
        return True
    if reading.style == "sentence" and _is_subject(reading, sighting):
        return True
    if after in ("'s", "’s") and sighting.last + 1 < len(lowers):
        return lowers[sighting.last + 1] in word_set("team_after")
    return reading.style == "capitals" and len(lowers) < 9 and (before == "at" or after == "at")


def _is_subject(reading: Reading, sighting: Sighting) -> bool:
    """Whether a name opens a clause that it is the subject of."""
    if sighting.last >= len(reading.tags):
        return False
    before = reading.lowers[sighting.first - 1] if sighting.first else "."
    return reading.tags[sighting.last] in ("VBD", "VBZ", "VBP", "MD") and (
        reading.opens[sighting.first] or before in ("while", "but", "and", "as", ",", "that")
    )


def stands_as_place(reading: Reading, sighting: Sighting) -> bool:
    """Whether what stands beside a name tells that the city is meant ("in Leeds")."""
    lowers = reading.lowers
    before = lowers[sighting.first - 1] if sighting.first else ""
    after = lowers[sighting.last] if sighting.last < len(lowers) else ""
    if before in word_set("place_before"):
        return not (reading.style == "capitals" and before == "at" and len(lowers) < 9)
    if before == "" and (_is_year(after) or after in (":", "(", "—", "–", "--")):
        return True
    if after == "," and sighting.last + 1 < len(lowers) and reading.style == "sentence":
        beyond = ground(reading.words[sighting.last + 1])
        if beyond and beyond.nation:
            return True
    if before == "," and sighting.first > 1:
        city = ground(reading.words[sighting.first - 2])
        place = ground(sighting.text)
        if city and place and city.kind == "city" and place.kind == "region":
            return True
    if after == "-" and sighting.last + 1 < len(lowers):
        return lowers[sighting.last + 1] in ("based", "born", "bound", "style")
    return before == "" and after == "," and sighting.text.isupper() and len(lowers) < 8


def _is_year(word: str) -> bool:
    return word[:4].isdigit() and word[:2] in ("19", "20") and (len(word) == 4 or "-" in word)
