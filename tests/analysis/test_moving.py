"""A moved analysis covers the same words further on."""

from __future__ import annotations

from decimal import Decimal

from dateline.analysis.merging import merge_parts
from dateline.analysis.model import (
    Analysis,
    Cue,
    Entity,
    Mention,
    Number,
    Quote,
    Speaker,
)
from dateline.analysis.moving import moved
from dateline.article.dossier import make_dossier
from dateline.article.model import Article

TEXT = "Holm said 12 boats sank."
ARTICLE = Article.from_text(TEXT, source="a.txt")
FOUND = Analysis(
    ARTICLE,
    entities=(Entity("e1", "Holm", "PERSON", (Mention(0, 4),), variants=("Holm",)),),
    numbers=(
        Number(10, 12, "12", Decimal(12), None, "cardinal", None, None, "boats", 0, 13, 18, "boat"),
    ),
    quotes=(Quote(10, 23, "12 boats sank", False, Speaker(0, 4, "Holm", "e1"), Cue(5, 9, "said")),),
)


def test_everything_stands_on_the_same_words() -> None:
    shifted, text = moved(FOUND, 7), "ONE -- " + TEXT
    (number,), (quote,), (entity,) = shifted.numbers, shifted.quotes, shifted.entities
    assert text[number.start : number.end] == "12"
    assert number.of_start is not None and text[number.of_start : number.of_end] == "boats"
    assert text[quote.start : quote.end] == "12 boats sank"
    assert quote.speaker is not None and quote.cue is not None
    assert text[quote.speaker.start : quote.speaker.end] == "Holm"
    assert text[quote.cue.start : quote.cue.end] == "said"
    assert text[entity.mentions[0].start : entity.mentions[0].end] == "Holm"


def test_a_dossier_knows_a_name_once_and_who_said_which_number() -> None:
    dossier = make_dossier([ARTICLE, ARTICLE])
    whole = merge_parts(dossier, [moved(FOUND, part.start) for part in dossier.parts])
    (holm,) = whole.entities
    assert [dossier.text[m.start : m.end] for m in holm.mentions] == ["Holm", "Holm"]
    assert [number.said_by for number in whole.numbers] == [0, 1]
