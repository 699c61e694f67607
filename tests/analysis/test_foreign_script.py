"""Text in a foreign script within an English article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.foreign_script import without_foreign_script
from dateline.analysis.pipeline import analyze
from dateline.article.model import Article

SENTENCES = [
    "大臣は月曜日に記者会見を開き、嵐が通過したと述べた。",
    "部长周一表示，风暴已经过去，约有二百户家庭停电。",
    "Министр заявил в понедельник, что буря прошла.",
    "قال الوزير يوم الاثنين إن العاصفة مرت وإن نحو مئتي منزل فقدت الكهرباء.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_foreign_sentence_is_nobodys_name(sentence: str) -> None:
    text = f"The storm had passed, Tom Roe said. {sentence} Mayor Anna Lind said it was cold."
    found = analyze(Article.from_text(text))
    assert {entity.name for entity in found.entities} == {"Tom Roe", "Anna Lind"}
    assert [q.speaker.text for q in found.quotes if q.speaker] == ["Tom Roe", "Anna Lind"]
    spoken = found.quotes[-1].speaker
    assert spoken is not None
    assert text[spoken.start : spoken.end] == "Mayor Anna Lind"


@pytest.mark.parametrize("name", ["Владимир Путин", "東京", "北京市", "القاهرة", "ゼレンスキー"])
def test_a_name_in_its_own_script_is_read(name: str) -> None:
    text = f"They went to see {name} on Monday."
    assert without_foreign_script(text) == text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_quotation_marks_and_digits_stay(sentence: str) -> None:
    blanked = without_foreign_script(f'He wrote: "{sentence} 200 {sentence}" in May.')
    assert blanked.replace(".", "").replace(",", "").split() == [
        *("He", "wrote:", '"', "200", '"', "in", "May")
    ]


@given(st.text())
def test_the_copy_is_as_long_as_the_text(text: str) -> None:
    copy = without_foreign_script(text)
    assert len(copy) == len(text)
    assert all(new in (old, " ") for new, old in zip(copy, text, strict=True))


def test_a_word_that_labels_a_line_is_no_person() -> None:
    text = "Emoji: the fair was fun, she wrote. The city of Oslo paid for it."
    assert [entity.name for entity in analyze(Article.from_text(text)).entities] == ["Oslo"]
