from itertools import pairwise

import pytest

from dateline.analysis.language import parse
from dateline.analysis.places import find_places
from dateline.analysis.places.toponyms import find_toponyms
from dateline.article.model import Article


def found(parsed, kind=None):
    text = parsed.article.text
    return [text[s.start : s.end] for s in find_toponyms(parsed) if kind in (None, s.kind)]


def test_places_are_told_from_people_of_the_same_name(parsed_of):
    parsed = parsed_of(
        "Judge Ellen Washington spoke at the hearing. Mrs. Washington left early. "
        "The family moved from Cleveland, Ohio, to Portland last year."
    )
    assert found(parsed) == ["Cleveland", "Ohio", "Portland"]


def test_demonyms_and_metonyms_are_marked(parsed_of):
    parsed = parsed_of("Ukrainian officials rejected the offer that the Kremlin made on Monday.")
    assert found(parsed, "demonym") == ["Ukrainian"]
    assert found(parsed, "metonym") == ["Kremlin"]


def test_a_place_at_the_head_of_an_institution(parsed_of):
    parsed = parsed_of("The Austin Police Department closed the road near Round Rock.")
    assert found(parsed, "inside") == ["Austin"]
    assert "Round Rock" in found(parsed, "name")


@pytest.mark.parametrize("street", ["Lincoln Street", "Madison Ave.", "Richmond Road"])
def test_a_street_is_not_the_town_it_is_named_after(parsed_of, street):
    parsed = parsed_of(f"A man of 44 {street} was charged with theft.")
    assert [name.rstrip(".") for name in found(parsed, "street")] == [street.rstrip(".")]
    assert found(parsed, "name") == []


def test_a_township_that_no_gazetteer_has(parsed_of):
    parsed = parsed_of("Crews were called to a barn fire in Quillfeather Township on Sunday.")
    assert found(parsed) == ["Quillfeather Township"]


def test_spans_are_in_order_and_apart(parsed_of):
    parsed = parsed_of("LONDON - Flights from Paris, France, to New York City and Washington, D.C.")
    spans = find_toponyms(parsed)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert {"Paris", "France", "New York City"} <= set(found(parsed))


def test_a_newspaper_is_not_its_town(parsed_of):
    parsed = parsed_of("She wrote for the Denver Post before she moved to Boise, Idaho.")
    assert found(parsed) == ["Boise", "Idaho"]


def test_abbreviations_in_compounds_and_behind_commas(parsed_of):
    parsed = parsed_of("The U.S.-led mission ended. A man from Reno, Nev., was hurt in it.")
    assert found(parsed) == ["U.S.", "Reno", "Nev."]


def test_an_abbreviation_that_is_a_word_needs_a_place_before_it(parsed_of):
    assert found(parsed_of("Mass begins at ten. I will be there, or maybe not.")) == []


def test_a_city_of_is_the_city(parsed_of):
    parsed = parsed_of("The City of Norfolk sued. Norfolk officials in Nebraska were pleased.")
    assert found(parsed).count("Norfolk") == 2


@pytest.mark.parametrize(
    "text",
    [
        "The Hill reported on Monday that the vote would be held.",
        "The shop is open Mon to Sat.",
        "The Western District of the court charged him.",
    ],
)
def test_everyday_words_are_no_places(text):
    assert not find_places(parse(Article.from_text(text)), ())
