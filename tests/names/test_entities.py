"""What `find_entities` makes of an article's names."""

import pytest

from dateline.analysis.language import parse
from dateline.analysis.model import Entity
from dateline.analysis.names import find_entities
from dateline.article.model import Article


def entities(text: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in find_entities(parse(Article.from_text(text)))}


def mentions(text: str, entity: Entity) -> list[str]:
    return [text[mention.start : mention.end] for mention in entity.mentions]


def test_a_surname_joins_its_full_name() -> None:
    text = (
        "Finance Minister Maria Oliveira resigned on Monday.\n"
        'Oliveira said she was tired. "I need rest," Oliveira told reporters.'
    )
    found = entities(text)
    assert found["Maria Oliveira"].label == "PERSON"
    assert mentions(text, found["Maria Oliveira"]) == ["Maria Oliveira", "Oliveira", "Oliveira"]


def test_two_people_of_one_surname_are_never_joined() -> None:
    text = (
        "Anna Keller and Martin Keller run the firm.\n"
        "Keller said the firm would grow, and Martin Keller agreed."
    )
    found = entities(text)
    assert mentions(text, found["Anna Keller"]) == ["Anna Keller"]
    assert mentions(text, found["Martin Keller"]) == ["Martin Keller", "Martin Keller"]


def test_an_acronym_joins_its_long_form() -> None:
    text = (
        "The International Energy Council (IEC) met in Vienna.\n"
        "The IEC said that demand would fall."
    )
    found = entities(text)
    assert found["International Energy Council"].variants[0] == "IEC"
    assert found["International Energy Council"].label == "ORG"


def test_possessives_and_articles_are_no_part_of_a_mention() -> None:
    text = "The Kremlin's spokesman spoke to the European Commission's president."
    assert {"Kremlin", "European Commission"} <= set(entities(text))


def test_a_headline_in_capitals_names_what_the_story_names() -> None:
    text = (
        "OLIVEIRA QUITS AS FINANCE MINISTER\n"
        "Finance Minister Maria Oliveira resigned on Monday, her office said.\n"
        "Oliveira had been in office for three years."
    )
    found = entities(text)
    assert mentions(text, found["Maria Oliveira"])[0] == "OLIVEIRA"
    assert "QUITS" not in " ".join(found)


@pytest.mark.parametrize("text", ["", "\n\n", "one two three", "“”", "— • —"])
def test_a_text_without_names_has_no_entities(text: str) -> None:
    assert entities(text) == {}


def test_an_alliance_keeps_the_capitals_of_its_initials() -> None:
    assert "NATO" in entities("Sweden joined NATO in March, and NATO welcomed it.")


def test_initialisms_of_common_nouns_are_no_names() -> None:
    assert set(entities("Toyota sold 300 EVs and an SUV with AWD, said its CEO.")) == {"Toyota"}


def test_a_long_name_is_whole_wherever_it_is_repeated() -> None:
    text = (
        "The ship was searched by the U.S. Customs and Border Protection agency.\n\n"
        "Customs and Border Protection weighs what it finds."
    )
    found = entities(text)
    assert "Customs" not in found
    assert "Customs and Border Protection" in found


def test_the_full_stop_of_an_abbreviation_is_part_of_the_name() -> None:
    text = "David McKinley, R-W.Va., visited the border."
    assert "W.Va." in entities(text)


@pytest.mark.parametrize(
    "opener", ["Later", "Meanwhile", "Fellow senator", "Former senator", "Inside"]
)
def test_a_word_that_opens_the_sentence_is_no_part_of_the_name(opener: str) -> None:
    text = f"The vote was close. {opener} Iryna Vereshchuk met reporters."
    assert "Iryna Vereshchuk" in entities(text)


def test_a_given_name_with_a_hyphen_is_whole() -> None:
    text = "President Yoon Suk-yeol met Moon Jae-in. A Joe Biden-led plan failed."
    assert list(entities(text)) == ["Yoon Suk-yeol", "Moon Jae-in", "Joe Biden"]


def test_a_long_form_and_its_initials_are_one_in_a_list_of_people() -> None:
    text = (
        "Five people to watch\n\n"
        "- Ngozi Okonjo-Iweala, director-general of the World Trade Organization (WTO)\n\n"
        "The WTO will meet on Friday in Geneva, she told reporters."
    )
    found = entities(text)
    assert "WTO" in found["World Trade Organization"].variants


def test_initials_that_open_a_line_of_an_interview_are_no_name() -> None:
    text = "Greta Thunberg spoke to us.\n\nTG: I strike every Friday."
    assert list(entities(text)) == ["Greta Thunberg"]


def test_what_a_person_is_of_is_no_part_of_the_name() -> None:
    found = entities("Scott Kirby and Ed Bastian of Delta said so.")
    assert {"Scott Kirby", "Ed Bastian"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trucks waited in Mazar-i-Sharif and Kabul for days.", "Mazar-i-Sharif"),
        ("Actors flew from London to Port-au-Prince on Friday.", "Port-au-Prince"),
        ("Troops left Guinea-Bissau, police said.", "Guinea-Bissau"),
        ("In Rostov-on-Don the shops stayed shut.", "Rostov-on-Don"),
    ],
)
def test_a_place_with_hyphens_is_one_name(text: str, name: str) -> None:
    assert entities(text)[name].label == "GPE"


def test_the_surname_of_a_person_is_no_city_but_behind_in() -> None:
    text = (
        "Naomi Osaka won the match in two sets on Thursday.\n"
        "Osaka said she was glad. She flew to Tokyo and rested in Osaka."
    )
    found = entities(text)
    assert mentions(text, found["Naomi Osaka"]) == ["Naomi Osaka", "Osaka"]
    assert (found["Osaka"].label, len(found["Osaka"].mentions)) == ("GPE", 1)


def test_a_score_is_no_part_of_a_name() -> None:
    found = entities("The champion beat Marta Lindqvist 4-6, 7-6 and 7-5 on Thursday.")
    assert "Marta Lindqvist" in found


def test_months_and_currencies_are_no_names() -> None:
    found = entities("Oslo, Nov. 6 - The dividend is NOK 3.50 a share, or SEK 3.40.")
    assert found.keys() == {"Oslo"}


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    text = "Nordvik Seafood ASA sells salmon. Nordvik Seafood has grown. Shares in Nordvik rose."
    (company,) = entities(text).values()
    assert mentions(text, company) == ["Nordvik Seafood ASA", "Nordvik Seafood", "Nordvik"]


def test_a_body_named_in_full_is_meant_by_its_last_word() -> None:
    text = "The European Commission fined the firm. On Friday the Commission closed the case."
    assert len(entities(text)["European Commission"].mentions) == 2
    two = text + " The Trade Commission had no view."
    assert len(entities(two)["European Commission"].mentions) == 1


ASIDE_WITHIN = (
    "The fair came to Berlin. Berlin had waited long for it.\n\n"
    "Read More:\n- Berlin loses a fair\n- Why Paris sleeps\n\n"
    "All of it will go home by train in the spring.\n"
)


def test_an_asides_mentions_are_not_the_storys_own() -> None:
    berlin, paris = entities(ASIDE_WITHIN).values()
    assert [mention.aside for mention in berlin.mentions] == [False, False, True]
    assert berlin.own_mentions == berlin.mentions[:2]
    assert paris.aside
    assert paris.own_mentions == paris.mentions
