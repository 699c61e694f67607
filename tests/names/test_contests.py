"""Who plays: people told from clubs by what stands beside their names."""

import pytest

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.analysis.places import find_places
from dateline.article.model import Article

FOOTBALL = """LEEDS, England - Brentwick held Halden to a 1-1 draw on Saturday, with Amadou Drissa \
heading home a late equaliser after Lucho Perin had given the visitors the lead.

Brentwick stay 15th in the league, four points above Luton. Drissa limped off at halftime.

Bayern lost 2-1 at home to Leverkusen, and Karr missed a penalty. Brentwick striker Owen Tarn \
joined Chelsea on loan from Brentford.
"""

TENNIS = """Second seed Petra Dvorkova beat Jana Pelgar 7-5 7-5 on Saturday to win the title.

In the men's draw Osterman beat Drahper 7-6 (7-4) 6-3 in the semi-final and Fritzell defeated \
Tiavoe in five sets in the singles. Alvarez went out in the second round to Popov.

Zhang saved a match point on her serve.
"""


def labels(text: str) -> dict[str, str]:
    return {e.name: e.label for e in find_entities(parse(Article.from_text(text)))}


@pytest.mark.parametrize("club", ["Brentwick", "Bayern", "Leverkusen", "Brentford", "Chelsea"])
def test_clubs_are_organisations(club: str) -> None:
    assert labels(FOOTBALL)[club] == "ORG"


@pytest.mark.parametrize("player", ["Amadou Drissa", "Karr", "Owen Tarn"])
def test_players_are_people(player: str) -> None:
    assert labels(FOOTBALL)[player] == "PERSON"


@pytest.mark.parametrize("player", ["Osterman", "Drahper", "Fritzell", "Tiavoe", "Zhang"])
def test_who_wins_and_loses_a_match_of_two_is_a_person(player: str) -> None:
    assert labels(TENNIS)[player] == "PERSON"


def test_clubs_are_no_places_and_the_dateline_is_one() -> None:
    parsed = parse(Article.from_text(FOOTBALL))
    named = {place.name for place in find_places(parsed, find_entities(parsed)) if place.mentions}
    assert named == {"Leeds", "England"}
