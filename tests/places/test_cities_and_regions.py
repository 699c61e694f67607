"""A name alone that a great city shares with the region around it."""

import pytest

from dateline.analysis.places import find_places


def kinds(parsed_of, text):
    """The words of every mention with the kind of its place, in the order of the text."""
    found = [(m.start, m.end, p.kind) for p in find_places(parsed_of(text), ()) for m in p.mentions]
    return [(text[start:end], kind) for start, end, kind in sorted(found)]


@pytest.mark.parametrize("city", ["Tokyo", "São Paulo", "Rio de Janeiro", "Buenos Aires", "Kano"])
def test_the_name_alone_is_the_city(parsed_of, city):
    assert kinds(parsed_of, f"The talks were held in {city} on Monday.") == [(city, "city")]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell all over Tokyo prefecture on Monday.",
        "Rain fell all over Tokyo Prefecture on Monday.",
        "The governor of the state of São Paulo spoke on Monday.",
        "The governor of São Paulo state spoke on Monday.",
        "Farmers in the province of Buenos Aires waited for rain.",
    ],
)
def test_what_the_text_calls_a_region_is_one(parsed_of, text):
    assert [kind for _, kind in kinds(parsed_of, text)] == ["region"]


def test_a_list_of_regions_is_one_of_regions(parsed_of):
    text = "Farmers in Bahia, São Paulo and Minas Gerais waited for rain."
    assert {kind for _, kind in kinds(parsed_of, text)} == {"region"}


def test_one_name_can_mean_both(parsed_of):
    text = "Buses stopped in São Paulo. The governor of São Paulo state spoke on Monday."
    assert kinds(parsed_of, text) == [("São Paulo", "city"), ("São Paulo", "region")]


def test_a_small_capital_leaves_the_name_to_its_region(parsed_of):
    assert kinds(parsed_of, "Voters in Quebec went to the polls.") == [("Quebec", "region")]
