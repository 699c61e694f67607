import pytest

from dateline.analysis.model import Analysis
from dateline.analysis.places import apply_corrections, find_places, with_correction

TEXT = "The band played in Paris on Monday. Fans came from Dallas and from Lyon, France."
PARIS_IN_TEXAS = 4717560


@pytest.fixture(scope="module")
def places(parsed_of):
    return tuple(find_places(parsed_of(TEXT), ()))


def named(places, name):
    return next(place for place in places if place.name == name)


def test_the_reader_chooses_a_runner_up(places):
    paris = named(places, "Paris")
    texan = next(c for c in paris.runners_up if c.geonames_id == PARIS_IN_TEXAS)
    corrected = with_correction(places, paris.id, texan)
    changed = next(place for place in corrected if place.id == paris.id)
    assert (changed.country, changed.admin, changed.confidence) == ("US", "Texas", 1.0)
    assert changed.mentions == paris.mentions
    assert changed.runners_up[0].geonames_id == paris.geonames_id
    by_id = {place.id: place for place in corrected}
    assert by_id[changed.parent].name == "Texas"


def test_a_choice_that_is_listed_already_takes_the_mentions(places):
    paris, lyon = named(places, "Paris"), named(places, "Lyon")
    dallas = named(places, "Dallas")
    as_dallas = next(iter(paris.runners_up))
    as_dallas = type(as_dallas)(
        dallas.name,
        dallas.country,
        dallas.admin,
        dallas.lat,
        dallas.lon,
        dallas.geonames_id,
        dallas.population,
        0.1,
    )
    corrected = with_correction(places, paris.id, as_dallas)
    assert len(named(corrected, "Dallas").mentions) == 2
    assert lyon.id in {place.id for place in corrected}
    assert paris.id not in {place.id for place in corrected}


def test_an_unknown_id_is_an_error(places):
    with pytest.raises(KeyError):
        with_correction(places, "p99", named(places, "Paris").runners_up[0])


def test_corrections_are_remembered_by_name(parsed_of, places):
    analysis = Analysis(article=parsed_of(TEXT).article, places=places)
    again = apply_corrections(analysis, {"paris": PARIS_IN_TEXAS, "Nowhere": 1})
    assert named(again.places, "Paris").geonames_id == PARIS_IN_TEXAS
    assert apply_corrections(again, {"paris": PARIS_IN_TEXAS}) == again
