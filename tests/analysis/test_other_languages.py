"""Articles in languages without a model: nothing fails, and what needs no model is found."""

import pytest

import dateline
from dateline.analysis.language import load_model

TEXTS = {
    "fr": (
        "Paris, le 6 juin 2025. « Nous avons fermé le vieux pont », a déclaré la maire. "
        "Le conseil a voté mardi 12 millions d'euros, soit 45 % du budget de la ville, pour "
        "un nouvel ouvrage. Les habitants de la rive gauche feront un détour de six kilomètres."
    ),
    "de": (
        "„Die Brücke bleibt zu“, sagte die Bürgermeisterin am Dienstag in Lübeck. Für den Neubau "
        "sind 4,5 Millionen Euro nötig, mehr als die Stadt in diesem Jahr ausgeben kann."
    ),
    "ru": "«Мост закрыт», заявила мэр во вторник. На ремонт нужно 12 миллионов рублей, или 45%.",
    "ja": "市長は6月6日、「橋は閉鎖する」と述べた。費用は12億円で、予算の45%にあたる。",
    "ar": "قالت رئيسة البلدية يوم الثلاثاء إن الجسر القديم مغلق، وإن الإصلاح يكلف 12 مليون يورو.",
    "zh": "市长星期二说：“大桥已经关闭。”维修费用为1200万欧元，占预算的45%。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_every_finder_copes(language: str) -> None:
    text = TEXTS[language] + "\n\n" + TEXTS[language]
    found = dateline.analyze(dateline.Article.from_text(text))
    assert found.article.language == language
    assert len(found.remarks) == 1, found.remarks
    assert "No language model" in found.remarks[0]
    for thing in (*found.numbers, *found.times, *found.quotes):
        assert 0 <= thing.start < thing.end <= len(text)


def test_a_language_that_no_tokenizer_knows_is_read_plainly() -> None:
    doc = load_model("yo")("One sentence. Another one.")
    assert [sentence.text for sentence in doc.sents] == ["One sentence.", "Another one."]
    assert not doc.has_annotation("DEP")
