from dataclasses import replace

import pytest

import dateline
from dateline.analysis.language import parse
from dateline.analysis.places import find_places
from dateline.analysis.places.hints import home_country, home_town

TEXT = "A fire broke out in Perth on Friday. Nobody was hurt."


def article(**known):
    return replace(dateline.Article.from_text(TEXT), **known)


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("https://news.example.co.uk/fire", "GB"),
        ("https://example.com.au/fire", "AU"),
        ("https://example.io/fire", None),
        ("https://example.com/fire", None),
        (None, None),
    ],
)
def test_the_address_tells_the_country(address, country):
    assert home_country(article(url=address)) == country


def test_the_country_of_the_paper_decides_between_equals():
    def perth(address):
        places = find_places(parse(article(url=address)), ())
        return next(place.country for place in places if place.mentions)

    assert perth("https://example.co.uk/fire") == "GB"
    assert perth("https://example.com.au/fire") == "AU"


def test_the_papers_name_tells_the_town():
    assert home_town(article(site="The Toledo Herald")).name == "Toledo"
    assert home_town(article(site="Salt Lake Tribune")) is None
    assert home_town(article(site="Example")) is None


def test_the_papers_town_decides_but_is_no_mention():
    near = article(site="Muncie Star")
    near = replace(near, text=near.text.replace("Perth", "New Castle"))
    near = replace(dateline.Article.from_text(near.text), site="Muncie Star")
    places = find_places(parse(near), ())
    named = [place for place in places if place.mentions]
    assert [(place.name, place.admin) for place in named] == [("New Castle", "Indiana")]
