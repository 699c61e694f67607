"""Short texts that are not UTF-8: told by the letters that languages have."""

import pytest

from dateline.article.decoding import decode, detect

TEXTS = [
    ("cp1252", "The naïve owner of the café’s kitchen paid €40 for a résumé of the case."),
    ("cp1252", "à Orléans"),
    ("cp1252", "På torsdag øker prisen på smør, sier Bjørn Ærlig."),
    ("cp1252", "Prices rose — “sharply”, she said — to £300 in the town’s market."),
    ("cp1252", "Señor Núñez"),
    ("cp1252", "El niño comió en la montaña. ¿Qué pasó? ¡Nada!"),
    ("cp1252", "Die Straße nach Köln war gesperrt."),
    ("cp1250", "W piątek premier powiedział, że rząd się zgodził."),
    ("cp1250", "Grad Čakovec, Đurđevac i Šibenik"),
    ("cp1250", "Starosta řekl, že přijde zítra."),
    ("cp1250", "Egy nagy őrült"),
    ("iso8859_2", "Žena šla přes Šumavu, kde sněžilo."),
    ("cp1254", "İstanbul’da bugün hava çok güzel, dedi Yıldırım."),
    ("cp1251", "Москва"),
    ("cp1251", "В Киеве прошла встреча."),
    ("koi8_r", "Завтра переговоры продолжатся в столице."),
    ("cp1253", "Η Αθήνα είναι η πρωτεύουσα."),
    ("cp1255", "ראש העיר אמר היום כי השיחות יימשכו מחר."),
    ("gb18030", "市政府今天宣布了一项新计划。"),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS)
def test_a_short_text_is_read_in_its_own_code_page(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    assert data.decode(detect(data)) == text


def test_names_of_many_languages_in_a_western_text() -> None:
    text = "Núñez, Łukasz’s friend Müller, Søren and São Tomé’s François met.".replace("Ł", "L")
    assert decode(text.encode("cp1252")).text == text
