"""What `find_quotes` makes of the ways in which news sets what people say."""

from pathlib import Path

import pytest

from dateline.analysis.language import parse
from dateline.analysis.model import Quote
from dateline.analysis.names import find_entities
from dateline.analysis.pipeline import analyze
from dateline.analysis.quotes import find_quotes
from dateline.analysis.statements import statements_only
from dateline.article.model import Article
from dateline.article.opening import open_article


def quotes(text: str) -> list[Quote]:
    parsed = parse(Article.from_text(text))
    return find_quotes(parsed, find_entities(parsed))


def said(text: str) -> list[tuple[str, str | None]]:
    return [(q.text, q.speaker.text if q.speaker else None) for q in quotes(text)]


def test_a_quote_that_the_cue_splits_is_two() -> None:
    first, second = quotes("“If you go,” Maria Keller told reporters, “you will lose the vote.”")
    assert first.text == "“If you go,”"
    assert second.text == "“you will lose the vote.”"
    assert second.continues == 0
    assert first.speaker == second.speaker


def test_a_quote_runs_on_over_paragraphs() -> None:
    text = "Maria Keller said:\n\n“We began in May.\n\n“We will end in June.”"
    (quote,) = quotes(text)
    assert text[quote.start : quote.end] == "“We began in May.\n\n“We will end in June.”"
    assert quote.speaker is not None
    assert quote.speaker.text == "Maria Keller"


def test_a_report_within_a_report_has_a_speaker_of_its_own() -> None:
    found = said("Maria Keller said the minister told her that the bridge would close.")
    assert ("the minister told her that the bridge would close", "Maria Keller") in found
    assert ("that the bridge would close", "the minister") in found


@pytest.mark.parametrize(
    "marked",
    ["“It is over.”", '"It is over."', "«It is over.»", "„It is over.“", "‘It is over.’"],
)
def test_every_kind_of_mark(marked: str) -> None:
    assert said(f"Maria Keller said: {marked}") == [(marked, "Maria Keller")]


def test_words_set_apart_are_not_speech() -> None:
    assert quotes("The so-called “smart” fridge stood in the hall of the museum.") == []
    assert quotes("She played the lead in “The Winter Garden” for three years.") == []


PLANS_AND_WORDS = (
    "Maria Keller said the bridge would close. The union rejected the offer. "
    "According to the ministry, 40 boats were lost. Fishermen plan to strike. "
    "“We will win,” Keller said."
)


def test_a_statement_is_told_from_a_plan_and_from_what_is_only_spoken_of() -> None:
    found = {quote.text: quote.statement for quote in quotes(PLANS_AND_WORDS)}
    assert found["the bridge would close"]
    assert found["40 boats were lost"]
    assert found["“We will win,”"]
    assert not found["the offer"]
    assert not found["to strike"]


def test_statements_alone_keep_what_points_to_them() -> None:
    whole = analyze(Article.from_text(PLANS_AND_WORDS))
    narrow = statements_only(whole)
    assert [quote.text for quote in narrow.quotes] == [q.text for q in whole.quotes if q.statement]
    (boats,) = [number for number in narrow.numbers if number.text == "40"]
    assert boats.said_by is not None
    assert narrow.quotes[boats.said_by].text == "40 boats were lost"


def test_the_label_of_a_link_to_another_story_says_nothing() -> None:
    story = "The port of Oslo reopened on Monday after the storm sank 12 boats.\n\n"
    link = "Related: What the Storm Sank in the Harbour\n\n"
    assert not quotes(f"Harbour Reopens\n\n{story}{link}{story}")


def test_a_transcript_is_talk_and_a_recipe_is_none() -> None:
    talk = "Q: When did you see it?\n\nA: On Monday.\n\nQ: Who else was there?\n\nA: Nobody.\n"
    assert len(quotes(talk)) == 4
    recipe = "Containers: 1 Green, 1 Red, 1 tsp.\n\nServings: 2\n\nContainers: 1 Purple, 1 Blue\n"
    assert not quotes(f"Meals for the Week\n\n{recipe}\n{recipe}")


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO -",
        "OSLO, 3 May 2024 (NTB) -",
        "Oslo, Norway, May 3 (NTB) --",
        "ST. ANDREWS — ",
        "Oslo (NTB) –",
    ],
)
def test_a_dateline_is_neither_said_nor_a_speaker(dateline: str) -> None:
    assert said(f"{dateline} A bridge fell into the fjord on Sunday, the police said.") == [
        ("A bridge fell into the fjord on Sunday", "the police")
    ]
    assert said(f"{dateline} Anna Roth said that the bridge would be built again.") == [
        ("that the bridge would be built again", "Anna Roth")
    ]
    assert said(f"{dateline} “We will build it again,” said Anna Roth.") == [
        ("“We will build it again,”", "Anna Roth")
    ]


def test_of_two_who_speak_together_the_first_is_the_entity() -> None:
    text = (
        "OSLO, 3 May 2024 (NTB) - Prime Minister Anna Roth and Finance Minister Paul Weber said "
        "on Friday that taxes would fall."
    )
    parsed = parse(Article.from_text(text))
    entities = find_entities(parsed)
    (quote,) = find_quotes(parsed, entities)
    assert quote.speaker is not None
    assert quote.speaker.text == "Prime Minister Anna Roth and Finance Minister Paul Weber"
    first = next(each for each in entities if each.name == "Anna Roth")
    assert quote.speaker.entity == first.id


@pytest.mark.parametrize("hour", ["6:40 a.m. local time", "6:40 p.m. Sunday"])
def test_the_stop_of_an_hour_ends_no_sentence(hour: str) -> None:
    clause = f"The boat sank at {hour}, 12 miles (19 km) west of the harbour"
    assert said(f"{clause}, the coast guard said.") == [(clause, "the coast guard")]


def test_an_hour_may_end_a_sentence() -> None:
    found = said("The shop closed at 5 p.m. The mayor said it would open again.")
    assert found == [("it would open again", "The mayor")]


@pytest.mark.parametrize(
    "tail", ["of which nine were lost", "nine of which were lost", "most of which were lost"]
)
def test_what_is_said_goes_on_behind_the_cue(tail: str) -> None:
    first, second = quotes(f"The port sent out 40 boats, the harbour office said, {tail}.")
    assert (first.text, second.text) == ("The port sent out 40 boats", tail)
    assert second.continues == 0
    assert first.speaker == second.speaker


def test_a_relative_clause_of_the_speaker_is_not_said() -> None:
    found = said("He sent ten boats, said Maria Keller, whose brother was a fisherman.")
    assert found == [("He sent ten boats", "Maria Keller")]


def test_a_mail_that_is_answered_is_no_quote() -> None:
    text = "Dear all,\n\nthe port is open.\n\n> On 3 May, Eva Lind wrote:\n> is the port open?"
    assert quotes(text) == []


def test_who_does_something_right_before_a_quotation_speaks() -> None:
    quotation = "“It was a long winter, and we lost many friends.”"
    found = said(f"Maria Keller sat down by the window. She paused. {quotation}")
    assert found == [(quotation, "Maria Keller")]
    assert quotes("The storm had passed. “Never Give Up Again” was painted on the wall.") == []


STORY = """Storm leaves homes dark in Hill County

By Eva Berg and Nora Quist

HILLTOWN (Reuters) - The mayor said the storm had passed on Monday evening.

{between}

She added that nearly 200 homes lost power.
"""


@pytest.mark.parametrize(
    "between",
    [
        "Photo: Anna Lind",
        "(Photograph by Anna Lind/AP)",
        "Anna Lind/Getty Images",
        "Reporting by Anna Lind; editing by Clara Holm",
        "Read More:\n- Anna Lind opens the bridge\n- Clara Holm wins the cup",
    ],
)
def test_a_pronoun_never_means_who_made_the_article_or_is_named_in_an_aside(between: str) -> None:
    story = STORY.format(between=between)
    assert ("that nearly 200 homes lost power", "The mayor") in said(story)


def test_a_pronoun_means_a_person_of_the_story_though_the_byline_names_another() -> None:
    told = "Clara Holm, the mayor, opened the bridge. She said it would last."
    assert said(f"A bridge for Hill County\n\nBy Eva Berg\n\nHILLTOWN - {told}") == [
        ("it would last", "Clara Holm")
    ]


def test_a_role_is_carried_on_only_until_somebody_is_named() -> None:
    told = "The mayor said the storm had passed. Anna Lind met Clara Holm. She said it was cold."
    assert said(told)[-1] != ("it was cold", "The mayor")


def said_in_markdown(text: str, tmp_path: Path) -> list[tuple[str, str | None]]:
    file = tmp_path / "story.md"
    file.write_text(text, encoding="utf-8")
    found = analyze(open_article(str(file))).quotes
    return [(q.text, q.speaker.text if q.speaker else None) for q in found]


def test_marks_and_attribution_within_a_block_quotation_win(tmp_path: Path) -> None:
    text = "The fair went on.\n\n> “The world is safe,” said Anna Lind, 45.\n\nIt rained."
    assert said_in_markdown(text, tmp_path) == [("“The world is safe,”", "Anna Lind")]


def test_a_block_quotation_names_its_author_behind_a_dash(tmp_path: Path) -> None:
    text = "It was over.\n\n> We went to the fair and it was “fun” for us.\n> — Clara Holm\n"
    assert said_in_markdown(text, tmp_path) == [
        ("We went to the fair and it was “fun” for us.", "Clara Holm")
    ]
