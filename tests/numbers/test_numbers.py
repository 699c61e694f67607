"""Numbers of an article: value, unit, modifier and what is counted."""

from decimal import Decimal

import pytest
from reading import numbers


def test_what_is_counted_and_where_it_stands() -> None:
    text = "The ministry said more than 4,300 fishing boats had been lost."
    (number,) = numbers(text)
    assert (number.text, number.value, number.modifier) == ("4,300", Decimal(4300), ">")
    assert number.of == "fishing boats"
    assert text[number.of_start : number.of_end] == "fishing boats"
    assert number.of_key is not None
    assert number.of_key.startswith("boat")


def test_spans_count_in_the_article_with_its_line_ends() -> None:
    text = "The storm cut power to\ntwo hundred\nand six villages, and to\n“30” farms."
    found = numbers(text)
    assert [n.text for n in found] == [text[n.start : n.end] for n in found]


@pytest.mark.parametrize(
    "text",
    [
        "It was one of the most violent storms of the century.",
        "Call the office on +44 20 7946 0123 or 555-867-5309.",
        "He won in 1998 and left on March 5, 2004.",
        "The train leaves at 9:30 and returns at 6.15pm.",
        "No one was hurt, and nobody knew which one it was.",
        "The Boeing 737 landed with COVID-19 tests aboard.",
    ],
)
def test_what_is_no_number(text: str) -> None:
    assert numbers(text) == []


def test_in_other_languages_only_digits_are_read() -> None:
    text = (
        "Bei den Protesten in der Hauptstadt wurden nach Angaben der Polizei mehr als"
        " 1.500 Menschen festgenommen, darunter auch 12 Journalisten aus dem Ausland."
    )
    assert [(n.text, n.value) for n in numbers(text)] == [
        ("1.500", Decimal(1500)),
        ("12", Decimal(12)),
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Officials in the Philippines said repairs would cost 3 billion pesos.", "PHP"),
        ("Officials in Mexico said repairs would cost 3 billion pesos.", "MXN"),
        ("Officials in Mexico said repairs would cost 3 billion Chilean pesos.", "CLP"),
        ("In Pakistan a litre now costs 300 rupees.", "PKR"),
    ],
)
def test_the_country_tells_which_pesos_are_meant(text: str, unit: str) -> None:
    assert numbers(text)[-1].unit == unit


@pytest.mark.parametrize(
    ("text", "written", "value", "kind"),
    [
        ("Its shares gained a third, and its debt lost a fifth.", "a third", 1 / 3, "cardinal"),
        ("Sales fell by a third to 200 crowns.", "a third", 1 / 3, "cardinal"),
        ("The party gained a third seat.", "third", 3, "ordinal"),
        ("She lost a third match.", "third", 3, "ordinal"),
        ("The firm lost 5 million euros in one quarter.", "one", 1, "cardinal"),
        ("One quarter of the voters stayed at home.", "One quarter", 0.25, "cardinal"),
        ("The Japanese, 28, won by a stroke.", "28", 28, "age"),
        ("He beat the Norwegian (31) in the final.", "31", 31, "age"),
    ],
)
def test_parts_places_and_ages(text: str, written: str, value: float, kind: str) -> None:
    found = {number.text: number for number in numbers(text)}
    assert float(found[written].value) == pytest.approx(value)
    assert found[written].kind == kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("OSLO - The fund earned 3 billion kroner, its head said.", "NOK"),
        ("The Norwegian government takes 300 kroner out of it.", "NOK"),
        ("Denmark paid 300 kroner for each.", "DKK"),
        ("They paid 300 kroner for each.", "krone"),
    ],
)
def test_the_country_tells_whose_krone_is_meant(text: str, unit: str) -> None:
    assert unit in [number.unit for number in numbers(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The airline bought 787-9 Dreamliner jets.",
        "The module has (1) crew quarters, (2) a galley and (3) a workshop.",
    ],
)
def test_models_and_the_items_of_a_list_are_no_numbers(text: str) -> None:
    assert numbers(text) == []
