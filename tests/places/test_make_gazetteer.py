import pytest

from dateline.analysis.places.make_gazetteer import Row, is_usable, place_regions


@pytest.mark.parametrize("name", ["Kiev", "Saint-Étienne", "Xi’an", "New York"])
def test_names_that_an_english_text_may_use(name):
    assert is_usable(name)


@pytest.mark.parametrize("name", ["rosanzerusu", "LAX", "Москва", "東京", "LA"])
def test_codes_and_other_scripts_are_left_out(name):
    assert not is_usable(name)


def test_a_name_keeps_its_best_rank():
    row = Row(1, "Kyiv", "city", "UA", None, None, 1)
    row.call("Kiev", 2)
    row.call("KIEV", 1)
    row.call("Kiev", 2)
    assert row.names == {"kiev": 1}


def test_a_region_stands_in_the_middle_of_its_places():
    region = Row(1, "Shire", "region", "GB", None, 9, 0)
    towns = [
        Row(n, f"Town {n}", "city", "GB", 1, 1, 1000 * n, lat, lon)
        for n, lat, lon in [(2, 50.0, -1.0), (3, 52.0, 1.0), (4, 50.0, 0.5)]
    ]
    place_regions([region], towns, {}, {})
    assert (region.lat, region.lon, region.population) == (51.0, 0.0, 9000)


def test_the_parts_of_a_region_that_is_one_city_are_its_districts():
    region = Row(1, "Bigtown", "region", "XX", None, 9, 0)
    region.call("Bigtown", 0)
    city = Row(2, "Bigtown", "city", "XX", 1, 1, 2_000_000, 10.0, 10.0)
    part = Row(3, "Oldmarket", "city", "XX", 1, 1, 90_000, 10.1, 10.1)
    place_regions([region], [city, part], {}, {})
    assert (part.kind, part.parent, city.parent) == ("district", 2, 9)
