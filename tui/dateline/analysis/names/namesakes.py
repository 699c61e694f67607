"""Namesakes: a city and a person of the article who share a name, told apart at each mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.names.geography import ground
from dateline.analysis.names.teams import stands_as_place
from dateline.analysis.names.vocabulary import known_names
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.names.labels import Verdict
    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

_FULL_NAME = 1.5
"""What must speak for a full name before its surname is taken for the person."""


def namesake_labels(
    readings: Sequence[Reading], sightings: Sequence[Sighting], verdicts: dict[str, Verdict]
) -> dict[int, str]:
    """The labels, by index, of surnames that are a city's name too.

    Where an article names a person in full ("Naomi Osaka"), the surname alone is the person's;
    after "in" or "from" it is the city's, before a colon at the start the speaker's.
    """
    surnames = {
        key.rpartition(" ")[2]
        for key, verdict in verdicts.items()
        if " " in key and verdict.label == "PERSON" and verdict.score >= _FULL_NAME
    }
    labels: dict[int, str] = {}
    for number, sighting in enumerate(sightings):
        if sighting.key in surnames and sighting.key in verdicts and _is_town(sighting.text):
            reading = readings[sighting.reading]
            place = stands_as_place(reading, sighting) and not _is_speaker(reading, sighting)
            labels[number] = "GPE" if place else "PERSON"
    return labels


def _is_speaker(reading: Reading, sighting: Sighting) -> bool:
    """Whether a name is the label of what a person says ("KELLER: We began in May")."""
    return sighting.first == 0 and reading.words[sighting.last : sighting.last + 1] == [":"]


def _is_town(text: str) -> bool:
    """Whether a word is a city's or region's name that does not nearly always mean the place."""
    place = ground(text)
    if place is None or place.kind not in ("city", "region") or text in known_names():
        return False
    return gazetteer().preferred(fold(text)) is None
