"""One name, one label, also where the language model is unsure."""

from itertools import pairwise

import pytest

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.article.model import Article


def labels(text: str) -> dict[str, str]:
    return {e.name: e.label for e in find_entities(parse(Article.from_text(text)))}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The gazetteer knows Poltava and Kharkiv.", "Poltava", "GPE"),
        ("They sailed across the Black Sea at night.", "Black Sea", "LOC"),
        ("He spoke to Portuguese sailors.", "Portuguese", "NORP"),
        ("The rocket was built by SkyForge near Perth.", "SkyForge", "ORG"),
        (
            "On Sunday the rider Marta van der Linden won the long race in the hills.",
            "Marta van der Linden",
            "PERSON",
        ),
        ("She joined the National Bank of Norway in May.", "National Bank of Norway", "ORG"),
        ("They met at Larkspur Stadium on Sunday.", "Larkspur Stadium", "FAC"),
        ("The committee cited the Clean Harbours Act.", "Clean Harbours Act", "LAW"),
        ("Shares of Brellow Corp. fell. Brellow said it was calm.", "Brellow", "ORG"),
        ("They live in the town of Qastrel near the border.", "Qastrel", "GPE"),
    ],
)
def test_label(text: str, name: str, label: str) -> None:
    found = labels(text)
    assert found.get(name) == label or any(
        name in full.split() and kind == label for full, kind in found.items()
    ), found


def test_a_city_that_plays_is_a_team_and_a_city_after_in() -> None:
    text = (
        "Leipzig beat Augsburg 2-1 on Saturday after two late goals in a league match.\n"
        "Leipzig striker Jan Holm scored both goals of the game.\n"
        "The next match of the season will be played in Leipzig."
    )
    found = find_entities(parse(Article.from_text(text)))
    mentions = {
        entity.label: [text[m.start : m.end + 8] for m in entity.mentions]
        for entity in found
        if entity.name == "Leipzig"
    }
    assert len(mentions["ORG"]) == 2
    assert len(mentions["GPE"]) == 1


def test_a_headline_in_title_case_names_no_everyday_words() -> None:
    text = (
        "Minister Quits After Row Over Lost Harbour Funds in Norway\n\n"
        "Norway's finance minister resigned on Monday after a row over lost funds."
    )
    assert set(labels(text)) == {"Norway"}


def test_mentions_stand_in_the_text_and_do_not_overlap() -> None:
    text = (
        "OSLO — Finance Minister Ingrid Dahl said the European Union (EU) and Norway's Labour\n"
        "Party would meet in Bergen. Dahl, 51, told Reuters that “the EU is ready”.\n"
        "- Ingrid Dahl\n- Lars Holm\n- University of Bergen"
    )
    found = find_entities(parse(Article.from_text(text)))
    assert [entity.id for entity in found] == [f"e{n}" for n in range(1, len(found) + 1)]
    spans = sorted((m.start, m.end) for entity in found for m in entity.mentions)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_a_state_in_an_election_is_no_team() -> None:
    found = labels(
        "Polls in Pennsylvania and Virginia show her lead of 5 points. Virginia led to her victory "
        "four years ago. She won by 3 points, and her side expects to win by 7 points."
    )
    assert found["Virginia"] == "GPE"


def test_two_countries_at_a_hyphen_are_two_names() -> None:
    found = labels("A judge blocked the rule at the U.S.-Mexico border, and U.S.-led talks ended.")
    assert found == {"U.S.": "GPE", "Mexico": "GPE"}


def test_a_product_is_meant_by_the_name_in_its_name() -> None:
    text = (
        "The James Webb Space Telescope was launched in 2021. Webb sees farther than any other."
        " Webb found water on a planet."
    )
    assert labels(text)["Webb"] == "PRODUCT"


def test_a_plural_verb_tells_of_many() -> None:
    assert labels("They wrote to Vexholm, who have 300 workers in Leeds.")["Vexholm"] == "ORG"


def test_a_day_of_the_year_is_no_name() -> None:
    assert labels("He spoke days before September 11 and again on Nov. 3 in Leeds.") == {
        "Leeds": "GPE"
    }
