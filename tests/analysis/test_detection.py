"""Which language an article is in."""

from dataclasses import replace

import pytest

import dateline
from dateline.analysis.detection import language_of

FRENCH = (
    "Le conseil municipal a voté mardi soir la fermeture du vieux pont, jugé dangereux depuis "
    "l'hiver dernier. Les habitants de la rive gauche devront faire un détour de six kilomètres, "
    "ce que plusieurs commerçants ont vivement critiqué pendant la séance publique."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor of the town said that the bridge was closed by the council.", "en"),
        ("Volodymyr Zelenskyy", "en"),
        ("Hello there.", "en"),
        ("", "en"),
        ("12 345", "en"),
        (FRENCH, "fr"),
        ("Der Hund ist im Garten.", "de"),
        ("Мэр закрыл старый мост во вторник вечером.", "ru"),
        ("市長は火曜日に橋を閉鎖した。", "ja"),
    ],
)
def test_the_text_tells(text: str, language: str) -> None:
    assert language_of(dateline.Article.from_text(text)) == language


def test_what_the_source_declares_is_believed() -> None:
    article = replace(dateline.Article.from_text("Nobel 2024"), language="sv-SE")
    assert language_of(article) == "sv"


def test_unless_the_text_plainly_says_otherwise() -> None:
    assert language_of(replace(dateline.Article.from_text(FRENCH), language="en")) == "fr"
