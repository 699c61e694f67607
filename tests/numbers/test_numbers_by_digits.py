"""Numbers in digits, as languages without a model write them."""

from decimal import Decimal

import pytest

from dateline.analysis.numbers import find_numbers
from dateline.analysis.parsed import ParsedArticle, Passage
from dateline.analysis.passages import passage_spans
from dateline.article.model import Article


def read(text, language):
    article = Article.from_text(text)
    passages = tuple(
        Passage(index, block, start, end, None)
        for index, (block, start, end) in enumerate(passage_spans(article))
    )
    return find_numbers(ParsedArticle(article, passages, language), [], [])


@pytest.mark.parametrize(
    ("language", "text", "span", "value", "unit"),
    [
        ("de", "Es sind 1.234,5 Tonnen.", "1.234,5 Tonnen", "1234.5", "tonne"),
        ("de", "Es kostet 3 Mio. Euro.", "3 Mio. Euro", "3000000", "EUR"),
        ("de", "Es sind 12.500 Menschen.", "12.500", "12500", None),
        ("fr", "Soit 1 234,5 km.", "1 234,5 km", "1234.5", "kilometre"),
        ("fr", "Il faut 12 millions d’euros.", "12 millions d’euros", "12000000", "EUR"),
        ("es", "Son 3.000 millones de dólares.", "3.000 millones de dólares", "3E9", "USD"),
        ("it", "Il 45 per cento.", "45 per cento", "45", "%"),
        ("pt", "São R$ 4,5 milhões.", "R$ 4,5 milhões", "4500000", "BRL"),
        ("nl", "Het kost € 5.", "€ 5", "5", "EUR"),
        ("pl", "Przyszło 12 500 osób.", "12 500", "12500", None),
        ("ru", "Нужно 5 тыс. руб.", "5 тыс. руб.", "5000", "RUB"),
        ("uk", "Це 45 відсотків.", "45 відсотків", "45", "%"),
        ("tr", "Oran yüzde 45.", "yüzde 45", "45", "%"),
        ("ar", "جاء ١٢٬٥٠٠ شخص", "١٢٬٥٠٠", "12500", None),
        ("he", "זה 4.5 מיליון שקל", "4.5 מיליון שקל", "4500000", "ILS"),
        ("hi", "कुल 12,34,567 लोग", "12,34,567", "1234567", None),
        ("zh", "费用为1亿2000万元。", "1亿2000万元", "120000000", "CNY"),
        ("ja", "費用は12億円だ。", "12億円", "1200000000", "JPY"),
        ("ko", "12억 5000만원이다.", "12억 5000만원", "1250000000", "KRW"),
    ],
)
def test_a_number_with_its_unit(language, text, span, value, unit):
    (number,) = read(text, language)
    assert (number.text, number.value, number.unit) == (span, Decimal(value), unit)


def test_the_ends_of_a_range_are_one_number():
    (number,) = read("Es sind 10 bis 15 Kilometer.", "de")
    assert (number.value, number.value_to, number.unit) == (10, 15, "kilometre")


def test_a_modifier_before_the_number_is_told():
    (number,) = read("Более 12 500 человек.", "ru")
    assert number.modifier == ">"


@pytest.mark.parametrize("text", ["Die A4 und COVID-19.", "Tel. +49 40 123456", "www.a.de/12"])
def test_what_is_no_number(text):
    assert read(text, "de") == []
