import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import Gazetteer, gazetteer


def first(name):
    return gazetteer().lookup(name)[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saint-Étienne", "St. Etienne"),
        ("Xi'an", "Xi’an"),
        ("Łódź", "lodz"),
        ("Fort Worth", "Ft. Worth"),
        ("Stratford-upon-Avon", "Stratford upon Avon"),
    ],
)
def test_ways_to_write_a_name_meet_in_one_key(one, other):
    assert fold(one) == fold(other)


@given(st.text(max_size=30))
def test_folding_a_key_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "geonames_id", "kind"),
    [
        ("Ukraine", 690791, "country"),
        ("U.S.", 6252001, "country"),
        ("Burma", 1327865, "country"),
        ("Kiev", 703448, "city"),
        ("Ala.", 4829764, "region"),
        ("Rapides Parish", 4338356, "county"),
        ("Crimea", 703883, "region"),
        ("Europe", 6255148, "continent"),
    ],
)
def test_names_old_and_short_lead_to_the_place(name, geonames_id, kind):
    place = first(name)
    assert (place.geonames_id, place.kind) == (geonames_id, kind)


@pytest.mark.parametrize("name", ["Black Sea", "EU", "NATO", "West Bank", "Mont Blanc"])
def test_places_of_our_own_tables_are_found(name):
    assert first(name).geonames_id is None


def test_a_name_leads_to_all_places_that_bear_it():
    springfields = gazetteer().lookup("Springfield")
    states = {gazetteer().get(place.region).name for place in springfields if place.region}
    assert {"Illinois", "Massachusetts", "Missouri", "Oregon"} <= states
    assert springfields == sorted(springfields, key=lambda place: (-place.people, place.id))


def test_a_place_knows_what_it_lies_in():
    district = next(p for p in gazetteer().lookup("Solomyanskyi") if p.kind == "district")
    assert [place.name for place in gazetteer().chain(district)] == ["Kyiv", "Ukraine"]


def test_the_population_of_a_region_is_not_made_up():
    assert first("Texas").population is None
    assert first("Kyiv").kind == "region" or first("Kyiv").population
    assert gazetteer().country("UA").population > 20_000_000


def test_an_unknown_name_gives_nothing():
    assert gazetteer().lookup("Qwxyzzy Corners") == []
    assert gazetteer().lookup("") == []


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(sqlite3.OperationalError):
        Gazetteer(tmp_path / "none.sqlite")
