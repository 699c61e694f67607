"""Quotes in languages without a model, by their marks."""

import pytest

from dateline.analysis.model import Entity, Mention
from dateline.analysis.parsed import ParsedArticle, Passage
from dateline.analysis.passages import passage_spans
from dateline.analysis.quotes import find_quotes
from dateline.article.model import Article


def read(text, language, entities=()):
    article = Article.from_text(text)
    passages = tuple(
        Passage(index, block, start, end, None)
        for index, (block, start, end) in enumerate(passage_spans(article))
    )
    return find_quotes(ParsedArticle(article, passages, language), entities)


@pytest.mark.parametrize(
    ("language", "text", "quote", "speaker"),
    [
        ("de", "„Sie bleibt zu“, sagte Anna Weber am Dienstag.", "„Sie bleibt zu“", "Anna Weber"),
        ("de", "Merkel sagte: „Das ist gut so.“", "„Das ist gut so.“", "Merkel"),
        ("fr", "« C'est fini », a déclaré la maire Anne Duval.", "« C'est fini »", "Anne Duval"),
        ("es", "«Está cerrado», dijo ayer Juan Pérez.", "«Está cerrado»", "Juan Pérez"),
        ("it", "«Resta chiuso», ha detto Maria Rossi.", "«Resta chiuso»", "Maria Rossi"),
        ("pt", "“Está fechada”, disse João Silva.", "“Está fechada”", "João Silva"),
        ("nl", "'Die blijft dicht', zei Jan de Vries.", "'Die blijft dicht'", "Jan de Vries"),
        ("pl", "„Jest zamknięty” – dodał Jan Nowak.", "„Jest zamknięty”", "Jan Nowak"),
        ("ru", "«Мост закрыт», — заявила мэр Анна Иванова.", "«Мост закрыт»", "Анна Иванова"),
        ("uk", "«Міст закрито», — сказала Ганна Коваль.", "«Міст закрито»", "Ганна Коваль"),
        ("tr", 'Ayşe Yılmaz, "Köprü kapalı" dedi.', '"Köprü kapalı"', "Ayşe Yılmaz"),
        ("ar", "وقالت رئيسة البلدية: «الجسر مغلق».", "«الجسر مغلق»", None),
        ("he", '"הגשר סגור", אמרה דוברת צה"ל.', '"הגשר סגור"', None),
        ("hi", 'मेयर ने कहा, "पुल बंद है।"', '"पुल बंद है।"', None),
        ("zh", "市长说：“大桥已经关闭。”", "“大桥已经关闭。”", None),
        ("ja", "市長は「橋は閉鎖する」と述べた。", "「橋は閉鎖する」", None),
        ("ko", "시장은 “다리는 폐쇄됐다”고 말했다.", "“다리는 폐쇄됐다”", None),
    ],
)
def test_a_quote_with_its_speaker(language, text, quote, speaker):
    (found,) = read(text, language)
    assert found.text == quote
    assert (found.speaker.text if found.speaker else None) == speaker
    assert found.cue is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er sprach von einer „Wende“."),
        ("ja", "「はやぶさ」が到着した。"),
        ("zh", "所谓的“专家”没有回应。"),
        ("he", 'דובר צה"ל והמפכ"ל נפגשו.'),
    ],
)
def test_a_word_set_apart_is_no_quote(language, text):
    assert read(text, language) == []


def test_a_name_that_a_model_marks_is_the_speaker():
    text = "「橋は閉鎖する」と山田市長は述べた。"
    at = text.index("山田")
    yamada = Entity("e1", "山田", "PERSON", (Mention(at, at + 2),))
    (found,) = read(text, "ja", [yamada])
    assert (found.speaker.text, found.speaker.entity) == ("山田", "e1")


def test_dashes_begin_speech_where_a_word_of_speech_follows():
    (found,) = read("Все молчали.\n\n— Мы строим новый, — сказал Иванов.\n\nПотом ушли.", "ru")
    assert (found.text, found.speaker.text) == ("Мы строим новый,", "Иванов")


def test_one_dash_without_a_word_of_speech_is_none():
    assert read("Первый абзац.\n\n— Агентство новостей и ещё что-то такое.\n\nТретий.", "ru") == []
