"""Dates in languages without a model, read by the words of the calendar."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.analysis.parsed import ParsedArticle, Passage
from dateline.analysis.passages import passage_spans
from dateline.analysis.times import build_timeline, find_times
from dateline.analysis.times.calendar_words import calendar_words
from dateline.article.model import Article

FRIDAY = datetime.date(2025, 6, 6)


def read(text, language, published=FRIDAY):
    article = Article.from_text(text, published=published)
    passages = tuple(
        Passage(index, block, start, end, None)
        for index, (block, start, end) in enumerate(passage_spans(article))
    )
    return ParsedArticle(article, passages, language)


def values(text, language, published=FRIDAY):
    return [(t.text, t.value) for t in find_times(read(text, language, published))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Am Dienstag, 3. Juni 2025, fiel sie.", ("Dienstag, 3. Juni 2025", "2025-06-03")),
        ("de", "Vor drei Tagen fiel sie.", ("Vor drei Tagen", "2025-06-03")),
        ("fr", "Le pont ferme le 1er juillet.", ("1er juillet", "2025-07-01")),
        ("es", "Cerró el 12 de mayo.", ("12 de mayo", "2025-05-12")),
        ("it", "È chiuso dal 2019.", ("2019", "2019")),
        ("pt", "Fechou na terça-feira.", ("terça-feira", "2025-06-03")),
        ("nl", "De brug viel gisteren.", ("gisteren", "2025-06-05")),
        ("pl", "Zamknięto go w 2019 r.", ("2019 r.", "2019")),
        ("ru", "Мост закрыли на прошлой неделе.", ("на прошлой неделе", "2025-W22")),
        ("uk", "Міст закрили у березні.", ("березні", "2025-03")),
        ("tr", "Köprü 5 Haziran'da açıldı.", ("5 Haziran'da", "2025-06-05")),
        ("ar", "في ٥ حزيران ٢٠٢٥", ("٥ حزيران ٢٠٢٥", "2025-06-05")),
        ("he", "הגשר נסגר ב-5 ביולי", ("5 ביולי", "2025-07-05")),
        ("hi", "पुल ५ जुलाई को बंद हुआ।", ("५ जुलाई", "2025-07-05")),
        ("zh", "大桥于2019年6月5日关闭。", ("2019年6月5日", "2019-06-05")),
        ("ja", "市長は6日、述べた。", ("6日", "2025-06-06")),
        ("ja", "令和7年4月に始まった。", ("令和7年4月", "2025-04")),
        ("ko", "다리는 지난 5일 폐쇄됐다.", ("5일", "2025-06-05")),
        ("hu", "2025. június 3-án szavazott.", ("2025. június 3-án", "2025-06-03")),
        ("th", "3 มิถุนายน พ.ศ. 2568", ("3 มิถุนายน พ.ศ. 2568", "2025-06-03")),
        ("vi", "ngày 3 tháng 6 năm 2025", ("3 tháng 6 năm 2025", "2025-06-03")),
        ("xx", "2025-06-03", ("2025-06-03", "2025-06-03")),
    ],
)
def test_a_date_is_found(language, text, expected):
    assert values(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am Morgen kamen 2024 Menschen."),
        ("es", "Llovió por la mañana."),
        ("ja", "3日間続いた。"),
        ("zh", "会议持续3天。"),
        ("fr", "La planète Mars est loin."),
        ("pt", "A segunda pessoa."),
    ],
)
def test_what_is_no_date(language, text):
    assert values(text, language) == []


def test_without_a_date_of_publication_days_stay_relative():
    times = find_times(read("Sie fiel am Freitag. Am 6. Juni wird gebaut.", "de", None))
    assert [time.value for time in times] == ["XXXX-WXX-5", "XXXX-06-06"]
    assert all(time.earliest is None for time in times)


def test_a_row_of_the_timeline_is_the_clause_around_the_date():
    text = "Le pont, fermé depuis mars 2019, rouvrira bientôt. Hier, la maire a visité le chantier."
    parsed = read(text, "fr")
    events = build_timeline(parsed, find_times(parsed))
    assert [event.label for event in events] == [
        "fermé depuis mars 2019, rouvrira bientôt",
        "Hier, la maire a visité le chantier",
    ]
    assert [event.group for event in events] == ["before", "before"]


def test_a_long_clause_is_cut_at_a_word():
    text = (
        "Gestern " + "kamen viele Leute aus allen Orten der Umgebung und sahen sich um " * 3 + "."
    )
    parsed = read(text, "de")
    (event,) = build_timeline(parsed, find_times(parsed))
    assert event.label.endswith("…")
    assert text.startswith(event.label[:-1] + " ")


@given(st.sampled_from(["de", "ru", "ar", "ja", "ko", "tr"]), st.data())
def test_whatever_the_text_spans_are_in_it_and_in_order(language, data):
    words = [
        *calendar_words(language).months,
        *calendar_words(language).days,
        "5",
        "2025",
        ".",
        "年",
    ]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=12))) or "-"
    times = find_times(read(text, language))
    ends = [0, *(time.end for time in times)]
    assert all(end <= time.start < time.end for end, time in zip(ends, times, strict=False))
    assert all(text[time.start : time.end] == time.text for time in times)
