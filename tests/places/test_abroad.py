"""Well-known places in languages for which no language model is installed."""

from dataclasses import replace

import pytest

from dateline.analysis.language import parse
from dateline.analysis.places import find_places
from dateline.article.model import Article


def places(language: str, text: str) -> dict[str, str]:
    """The words of each mention, and what the place is called in English."""
    parsed = parse(replace(Article.from_text(text), language=language))
    return {
        text[m.start : m.end]: place.name
        for place in find_places(parsed, [])
        for m in place.mentions
    }


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "fr",
            "La Russie et l'Ukraine se retrouvent à Genève. Londres attend, et le Nord est calme.",
            {"Russie": "Russia", "Ukraine": "Ukraine", "Genève": "Geneva", "Londres": "London"},
        ),
        (
            "ru",
            "Делегация из Германии прибыла в Москву. Президент США Иван Петров летит в Женеву.",
            {
                "Германии": "Germany",
                "Москву": "Moscow",
                "США": "United States",
                "Женеву": "Geneva",
            },
        ),
        (
            "ja",
            "東京でロシアの代表が会談した。日本語を学ぶ人が大阪市にいる。",
            {"東京": "Tokyo", "ロシア": "Russia", "大阪市": "Osaka"},
        ),
        ("zh", "俄罗斯代表访问北京。", {"俄罗斯": "Russia", "北京": "Beijing"}),
        ("ko", "서울에서 미국 대표를 만났다.", {"서울": "Seoul", "미국": "United States"}),
        ("ar", "وصل الوزير إلى باريس ثم لبيروت.", {"باريس": "Paris", "بيروت": "Beirut"}),
        ("he", "הוא טס ללונדון עם שר החוץ של צרפת.", {"לונדון": "London", "צרפת": "France"}),
        ("pl", "Rząd w Warszawie rozmawia z Rosją.", {"Warszawie": "Warsaw", "Rosją": "Russia"}),
        ("tr", "ABD heyeti bugün Ankara'da.", {"ABD": "United States", "Ankara": "Ankara"}),
    ],
)
def test_well_known_places_are_found(language: str, text: str, expected: dict[str, str]) -> None:
    assert places(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La actriz María Lima Santiago habló."),
        ("it", "Ha vinto Sofia Marini."),
        ("de", "Das Essen in der Halle war gut."),
        ("ru", "Он сказал это вчера."),
        ("de", "Dabei war der Saal voll. Das ist dabei egal."),
        ("id", "Kita semua tahu. Urusan ini sulit, kata mereka, dan urusan kita."),
    ],
)
def test_names_of_people_and_common_words_are_no_places(language: str, text: str) -> None:
    assert places(language, text) == {}
