"""Names: the entities of an article, each with one label, one name and all its mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.model import Entity, Mention
from dateline.analysis.names.compounds import join_compounds
from dateline.analysis.names.joining import best_name, join
from dateline.analysis.names.labels import decide
from dateline.analysis.names.namesakes import namesake_labels
from dateline.analysis.names.readings import read
from dateline.analysis.names.revision import revise
from dateline.analysis.names.roles import role_of
from dateline.analysis.names.sightings import (
    as_marked,
    capital_sightings,
    model_sightings,
    without_labels,
)
from dateline.analysis.names.teams import team_labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting
    from dateline.analysis.parsed import ParsedArticle


def find_entities(parsed: ParsedArticle) -> list[Entity]:
    """Find the entities of an article, in the order of their first mention.

    Labels are OntoNotes 5's for names. Mentions leave out articles, honorifics and possessives;
    an entity that only asides name has `aside` set. In languages other than English, names are
    what the language model marks, where it marks any.
    """
    if parsed.language != "en":
        return _entities(as_marked(parsed), [], set())
    readings = read(parsed)
    sightings: list[Sighting] = []
    for index, reading in enumerate(readings):
        marked = join_compounds(index, reading, list(model_sightings(index, reading)))
        taken = [False] * len(reading.words)
        for sighting in marked:
            taken[sighting.first : sighting.last] = [True] * (sighting.last - sighting.first)
        sightings.extend(marked)
        sightings.extend(capital_sightings(index, reading, taken))
    sightings = without_labels(readings, sightings)
    sightings = revise(readings, sightings, decide(readings, sightings))
    verdicts = decide(readings, sightings)
    teams = team_labels(readings, sightings, verdicts)
    clubs = {
        (sightings[number].reading, sightings[number].first)
        for number, label in teams.items()
        if label == "ORG"
    }
    told = teams | namesake_labels(readings, sightings, verdicts)
    named = [
        (sighting, told.get(number, verdicts[sighting.key].label))
        for number, sighting in enumerate(sightings)
        if sighting.key in verdicts
    ]
    return _entities(named, readings, clubs)


def _entities(
    named: Sequence[tuple[Sighting, str]],
    readings: Sequence[Reading],
    clubs: set[tuple[int, int]],
) -> list[Entity]:
    """The names that are joined; `clubs` are the readings and first tokens where clubs play."""
    entities: list[Entity] = []
    for number, (label, group) in enumerate(join(named), start=1):
        name, variants = best_name(group)
        entities.append(
            Entity(
                id=f"e{number}",
                name=name,
                label=label,
                mentions=tuple(Mention(s.start, s.end, s.aside) for s in group),
                role=role_of(readings, group) if readings and label == "PERSON" else None,
                variants=variants,
                aside=all(s.aside for s in group),
                club=any((s.reading, s.first) in clubs for s in group),
            )
        )
    return entities
