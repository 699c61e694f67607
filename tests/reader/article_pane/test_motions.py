"""Motions and text objects, told by small texts with the cursor at a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.model import Article
from dateline.reader.article_pane import motions, text_objects
from dateline.spans import Span

TEXT = (
    "Mr. Ito met the U.S. envoy. “We will wait,” he said. They left at 4.30 p.m. on Friday.\n\n"
    "The talks—so far—failed. Nobody’s plan worked."
)
ARTICLE = Article.from_text(TEXT)


def at(words: str) -> int:
    return TEXT.index(words)


def test_words() -> None:
    assert TEXT[motions.next_word(TEXT, at("Ito")) :].startswith("met")
    assert motions.word_end(TEXT, at("envoy")) == at("envoy") + 4
    assert motions.word_before(TEXT, at("met")) == at("Ito")
    assert TEXT[slice(*motions.word_at(TEXT, at("Nobody’s") + 7))] == "Nobody’s"


def test_sentences_do_not_end_at_an_abbreviation() -> None:
    first = motions.sentence_at(ARTICLE, at("met"))
    assert TEXT[slice(*first)] == "Mr. Ito met the U.S. envoy."
    assert motions.sentence_start(ARTICLE, at("met"), 1) == at("“We will")
    assert motions.sentence_start(ARTICLE, at("They"), -1) == at("“We will")


def test_going_back_from_the_first_sentence_of_a_paragraph_leads_to_the_last_before_it() -> None:
    assert motions.sentence_start(ARTICLE, at("The talks"), -1) == at("They left")


def test_paragraphs() -> None:
    assert motions.paragraph_start(ARTICLE, at("met"), 1) == at("The talks")
    assert motions.paragraph_start(ARTICLE, at("failed"), -1) == at("The talks")
    assert motions.paragraph_start(ARTICLE, at("The talks"), -1) == 0


def test_a_quotation_with_and_without_its_marks() -> None:
    inner = text_objects.quotation(ARTICLE, at("will wait"), around=False)
    outer = text_objects.quotation(ARTICLE, at("will wait"), around=True)
    assert inner is not None and TEXT[slice(*inner)] == "We will wait,"
    assert outer is not None and TEXT[slice(*outer)] == "“We will wait,”"
    assert text_objects.quotation(ARTICLE, at("Friday"), around=True) is None


def test_around_takes_the_space_along() -> None:
    assert TEXT[slice(*text_objects.word(ARTICLE, at("met"), around=True))] == "met "
    sentence = text_objects.sentence(ARTICLE, at("Nobody"), around=True)
    assert TEXT[slice(*sentence)] == " Nobody’s plan worked."


@pytest.mark.parametrize("sign", ["e\u0301", "👩\u200d🔬", "🇳🇴", "क्षि", "1\ufe0f\u20e3", "각"])
def test_the_cursor_steps_over_whole_graphemes(sign: str) -> None:
    text = f"a{sign}b {sign}{sign} c"
    for offset in range(1, 1 + len(sign)):
        assert motions.grapheme_at(text, offset) == Span(1, 1 + len(sign))
    assert motions.character_right(text, 1) == 1 + len(sign)
    assert motions.character_left(text, 1 + len(sign)) == 1
    steps, offset = [0], 0
    while offset < len(text) - 1:
        offset = motions.character_right(text, offset)
        steps.append(offset)
    back = [offset]
    while offset:
        offset = motions.character_left(text, offset)
        back.append(offset)
    assert back == steps[::-1]
    assert len(steps) == 8


@given(st.text(max_size=40), st.data())
def test_a_grapheme_holds_its_offset(text: str, data: st.DataObject) -> None:
    if text:
        offset = data.draw(st.integers(0, len(text) - 1))
        found = motions.grapheme_at(text, offset)
        assert found.start <= offset < found.end <= len(text)
