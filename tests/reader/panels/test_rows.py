"""Rows are plain data: what each panel says of the story, without a terminal."""

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from story import ANNOTATIONS, FINDINGS, TEXT, span

from dateline.analysis.model import Analysis
from dateline.annotations.in_order import InOrder
from dateline.reader.panels.name_rows import name_rows
from dateline.reader.panels.note_rows import NOTE_ORDERS, note_rows
from dateline.reader.panels.note_search import NoteSearch, NoteWords
from dateline.reader.panels.number_rows import number_rows
from dateline.reader.panels.number_text import shown_value
from dateline.reader.panels.outline import outline_rows
from dateline.reader.panels.quote_rows import quote_rows
from dateline.reader.panels.region_rows import region_rows
from dateline.reader.panels.row import head, row_text
from dateline.reader.panels.row_search import RowSearch
from dateline.reader.panels.rows import Rows, with_owners
from dateline.reader.panels.timeline_rows import NO_DATE, timeline_rows


def texts(rows):
    return [row_text(row) for row in rows]


def items(rows):
    return [row for row in rows if row.kind == "item"]


def test_timeline_is_grouped_with_dates_as_resolved_and_as_written():
    rows = timeline_rows(FINDINGS)
    assert [row_text(row) for row in rows if row.kind == "head"] == [
        "Before 1", "The day itself 1", "Ongoing 1", "To come 1", "Without a date 1",
    ]  # fmt: skip
    assert texts(items(rows))[:3] == [
        "1934 The wall was finished",
        "Fri 6 Jun A storm tore down the old harbour wall · Friday",
        "since Mar The city has spent 4.5 million euros on repairs · Since March",
    ]


def test_a_timeline_row_lights_up_its_date():
    row = items(timeline_rows(FINDINGS))[1]
    assert row.related == (span("Friday"),)


def test_timeline_says_when_the_article_has_no_date():
    undated = replace(FINDINGS, article=replace(FINDINGS.article, published=None))
    assert row_text(timeline_rows(undated)[0]) == NO_DATE


def test_timeline_tells_how_a_date_was_resolved_when_asked():
    row = items(timeline_rows(FINDINGS))[1]
    explained = items(timeline_rows(FINDINGS, {row.key}))[1]
    assert "Friday, the day before publication" in row_text(explained)


def test_quotes_keep_the_order_of_the_text_and_join_what_a_cue_splits():
    rows = quote_rows(FINDINGS)
    assert [row.spans[0].start for row in rows] == sorted(row.spans[0].start for row in rows)
    split = rows[1]
    assert len(split.spans) == 2
    assert "not the city,” … “and we will build it again.”" in row_text(split)


def test_direct_and_reported_quotes_differ_by_glyph():
    rows = quote_rows(FINDINGS)
    assert (rows[0].lead.text, rows[1].lead.text) == ("↳", "❝")


def test_a_resolved_pronoun_is_shown_beside_the_name():
    assert "Ana Duarte (she)" in row_text(quote_rows(FINDINGS)[1])


def test_quotes_by_speaker_put_the_most_quoted_first():
    rows = quote_rows(FINDINGS, by_speaker=True)
    assert row_text(rows[0]) == "Ana Duarte 2"
    assert len(items(rows)) == len(quote_rows(FINDINGS))


def test_speaker_and_cue_light_up_with_a_quote():
    related = quote_rows(FINDINGS)[0].related
    assert span("Mayor Ana Duarte") in related
    assert span("said") in related


def test_names_are_ordered_by_count_and_asides_stand_apart():
    rows = name_rows(FINDINGS)
    assert row_text(rows[0]).startswith("Lisbon place   3")
    assert [row_text(row) for row in rows][-2:] == [
        "In asides only 1",
        "Naples place   1",
    ]


def test_names_by_kind_stand_under_heads():
    assert row_text(name_rows(FINDINGS, "kind")[0]) == "People 2"


def test_a_name_row_stands_for_all_mentions():
    lisbon = name_rows(FINDINGS)[0]
    assert [TEXT[start:end] for start, end in lisbon.spans] == ["Lisbon"] * 3


def test_numbers_of_one_thing_stand_together_with_bars_to_scale():
    rows = number_rows(FINDINGS)
    assert row_text(rows[0]) == "People 2"
    twelve, nine = rows[1], rows[2]
    assert twelve.right.text == "━━━━━━━━"
    assert nine.right.text.rstrip() == "━━━━━━"
    assert "Ana Duarte" in row_text(twelve)


def test_numbers_show_sign_and_unit():
    shown = [row.lead.text.strip() for row in items(number_rows(FINDINGS, "text"))]
    assert shown == ["2,300", "12", "9", "4.5 m EUR", "≈ 200", "≈ 40%", "> 7 metres"]


def test_regions_are_a_tree_with_counts():
    rows = region_rows(FINDINGS)
    assert [(row.level, row_text(row)) for row in rows[:4]] == [
        (0, "◆ Portugal country 2 +6"),
        (1, "● Lisbon city 3"),
        (1, "● Porto city 1"),
        (1, "● Gaia ? city 1"),
    ]


def test_mentions_in_an_aside_do_not_count_as_the_storys_own():
    lisbon = FINDINGS.entities[0]
    apart = replace(lisbon.mentions[-1], aside=True)
    entity = replace(lisbon, mentions=(*lisbon.mentions[:-1], apart))
    row = next(iter(name_rows(Analysis(FINDINGS.article, entities=(entity,)))))
    assert row.right.text.split() == ["place", "2"]
    assert "".join(piece.text for piece in row.body) == "Lisbon and 1 in asides"
    assert len(row.spans) == 3


def test_places_in_an_aside_do_not_count_as_the_storys_own():
    place = next(place for place in FINDINGS.places if len(place.mentions) > 1)
    apart = replace(place.mentions[-1], aside=True)
    place = replace(place, mentions=(*place.mentions[:-1], apart), parent=None)
    row = next(iter(region_rows(Analysis(FINDINGS.article, places=(place,)))))
    assert row.right.text == str(len(place.mentions) - 1)


def test_places_in_asides_come_last():
    assert texts(region_rows(FINDINGS))[-2:] == ["In asides only 1", "● Naples city, IT 1"]


def test_a_place_that_is_its_own_ancestor_is_listed_once():
    first, second = FINDINGS.places[:2]
    circle = (replace(first, parent="p2"), replace(second, parent="p1"))
    assert len(region_rows(replace(FINDINGS, places=circle))) == 2


def test_outline_of_an_article_without_headings_lists_its_paragraphs():
    rows = outline_rows(FINDINGS.article)
    assert row_text(rows[0]).startswith("Harbour Wall Gives Way")
    assert all(a.spans[0].end == b.spans[0].start for a, b in itertools.pairwise(rows))


def test_no_row_holds_a_line_feed_from_the_article():
    for make in (timeline_rows, quote_rows, name_rows, number_rows, region_rows):
        for row in make(FINDINGS):
            assert all(piece.text == "\n" or "\n" not in piece.text for piece in row.body)


def test_rows_are_shown_with_what_they_belong_under():
    rows = region_rows(FINDINGS)
    galicia = next(i for i, row in enumerate(rows) if "Galicia" in row_text(row))
    shown = with_owners([galicia], list(rows.owners()))
    assert [row_text(rows[i]) for i in shown] == [
        "◆ Spain country 1 +1",
        "◇ Galicia region 1",
    ]
    heads = [head("a", "A"), *items(rows)[:1], head("b", "B", level=1), *items(rows)[1:2]]
    assert list(Rows(heads).owners()) == [-1, 0, 0, 2]


def test_notes_stand_in_the_order_of_the_text_and_lost_ones_at_the_end():
    rows = note_rows(InOrder(ANNOTATIONS))
    assert [row.key[-1] for row in rows] == ["a2", "a1", "lost", "a3"]
    assert rows[-1].spans == ()


def test_a_note_is_a_card_with_the_note_first():
    assert row_text(note_rows(InOrder(ANNOTATIONS))[0]) == (
        "◆ The mayor says 12: ask both. 9 people were hurt #check"
    )


def test_notes_by_tag_stand_under_each_of_their_tags():
    rows = note_rows(InOrder(ANNOTATIONS), "tag")
    assert [row_text(row) for row in rows if row.kind == "head"][:3] == [
        "#check 1", "#history 1", "#wall 1",
    ]  # fmt: skip


@pytest.mark.parametrize("order", NOTE_ORDERS)
def test_the_cards_of_notes_are_found_as_any_rows_are(order):
    rows = note_rows(InOrder(ANNOTATIONS), order)
    quick, plain = NoteSearch(rows, NoteWords()), RowSearch.learned(rows)
    for _ in quick.learn_passages():
        pass
    everywhere = 0, max(each.end for each in ANNOTATIONS) + 1
    assert sorted(quick.at(*everywhere)) == sorted(plain.at(*everywhere))
    numbers = [number for number in range(len(rows)) if rows.is_item(number)]
    assert quick.items == plain.items == len(numbers)
    for number in numbers:
        assert quick.with_owners([number]) == plain.with_owners([number])
    assert quick.kept(None, "both") == plain.kept(None, "both") != []


def test_a_changed_note_has_other_words():
    rows, words = note_rows(InOrder(ANNOTATIONS)), NoteWords()
    assert NoteSearch(rows, words).kept(None, "nobody") == []
    changed = [replace(each, note="Nobody knows") for each in ANNOTATIONS]
    assert len(NoteSearch(note_rows(InOrder(changed)), words).kept(None, "nobody") or ()) == 3


def test_notes_by_time_put_the_newest_first():
    assert [row.key[-1] for row in note_rows(InOrder(ANNOTATIONS), "time")][:2] == ["a1", "a2"]


def test_ranges_and_parts_are_shown_short():
    (damage,) = [n for n in FINDINGS.numbers if n.unit == "EUR"]
    (homes,) = [n for n in FINDINGS.numbers if n.of == "homes"]
    assert shown_value(replace(damage, value_to=Decimal(6_000_000))) == "4.5–6 m EUR"
    assert shown_value(replace(homes, value=Decimal(2) / 3, text="two in three")) == "2/3"


def test_numbers_are_shown_in_other_units_when_asked():
    rows = number_rows(FINDINGS, "text", "imperial")
    waves = items(rows)[-1]
    assert waves.lead.text.strip() == "> 23 feet"
    assert "> 7 metres · waves" in row_text(waves)


def test_numbers_that_contradict_each_other_are_marked():
    people = tuple(
        replace(number, of_key="people hurt") if number.of == "people" else number
        for number in FINDINGS.numbers
    )
    rows = number_rows(replace(FINDINGS, numbers=people))
    assert row_text(rows[0]) == "People  ≠ sources differ 2"
    assert all(row_text(row).split()[1] == "≠" for row in rows[1:3])
    assert "≠" not in row_text(rows[4])


def test_people_hurt_and_people_rescued_are_people():
    verbs = iter(("hurt", "rescued"))
    people = tuple(
        replace(number, of_key=f"person {next(verbs)}") if number.of == "people" else number
        for number in FINDINGS.numbers
    )
    rows = number_rows(replace(FINDINGS, numbers=people))
    assert row_text(rows[0]) == "People 2"
