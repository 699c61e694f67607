from __future__ import annotations

import csv
import datetime
import io
import json
import operator
import re
import uuid
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from dateline.analysis.model import (
    Analysis,
    Event,
    Place,
    PlaceMention,
    Quote,
    Speaker,
    Time,
)
from dateline.annotations.exports import export
from dateline.annotations.exports.csv_table import guarded
from dateline.annotations.exports.markdown import escaped
from dateline.annotations.exports.sheet import sheet_of, sheets_of
from dateline.annotations.exports.writing import write_whole
from dateline.annotations.imports import read_entries
from dateline.annotations.imports.storing import store_entries
from dateline.annotations.store import AnnotationStore
from dateline.article.model import Article, Block, Link, StyleSpan

TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")
IRI = re.compile(r"^[a-z][a-z0-9+.-]*:\S+$", re.IGNORECASE)


def contents(store):
    """All that a reader wrote, whatever the number of its row."""
    where = operator.attrgetter("id", "exact", "prefix", "suffix", "text_hash", "made_start")
    what = operator.attrgetter("made_end", "colour", "note", "tags", "created", "modified")
    return sorted(
        (*where(a), *what(a), a.target or "", a.origin or "")
        for a in store.search(limit=1000).annotations
    )


def check_annotation(item):
    """The musts of the W3C model that bear on what is exported."""
    assert IRI.match(item["id"])
    assert item["type"] == "Annotation"
    assert item["motivation"] in ("commenting", "highlighting", "tagging")
    assert TIME.match(item["created"])
    assert TIME.match(item["modified"])
    for body in item.get("body", []):
        assert body["type"] == "TextualBody"
        assert isinstance(body["value"], str)
        assert body["purpose"] in ("commenting", "tagging")
        assert body.get("format", "text/plain").count("/") == 1
    target = item["target"]
    assert IRI.match(target["source"])
    assert target["styleClass"] in item["stylesheet"]["value"]
    assert item["stylesheet"]["type"] == "CssStylesheet"
    if "selector" in target:
        quote, position = target["selector"]
        assert quote["type"] == "TextQuoteSelector"
        assert {"exact", "prefix", "suffix"} <= quote.keys()
        assert position["type"] == "TextPositionSelector"
        assert 0 <= position["start"] <= position["end"]
    if "via" in item:
        assert IRI.match(item["via"])


def check_collection(data):
    assert data["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert data["type"] == "AnnotationCollection"
    page = data["first"]
    assert page["type"] == "AnnotationPage"
    assert page["partOf"] == data["id"]
    assert data["total"] == len(page["items"])
    for item in page["items"]:
        check_annotation(item)


def test_jsonld_keeps_to_the_model(store, article, mark):
    mark("nine winters", note="**why**", tags=["time", "two words"], colour=6, target="quote:0")
    mark("two boats")
    store.add(article, 0, 0, note="on all of it")
    data = json.loads(export(sheets_of(store), "jsonld"))
    check_collection(data)
    selectors = data["first"]["items"][1]["target"]["selector"]
    assert selectors[0]["exact"] == "nine winters"
    assert article.text[selectors[1]["start"] : selectors[1]["end"]] == "nine winters"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 300),
            st.integers(0, 80),
            st.integers(1, 8),
            st.text(max_size=40),
            st.lists(st.text(max_size=8), max_size=3),
            st.sampled_from([None, "entity:e1", "number:3:9"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_jsonld_goes_round_without_loss(tmp_path_factory, article, made):
    folder = tmp_path_factory.mktemp("round")
    one, other = AnnotationStore(folder / "1.sqlite3"), AnnotationStore(folder / "2.sqlite3")
    for start, length, colour, note, tags, target in made:
        end = min(start + length, len(article.text))
        if start < end:
            one.add(article, start, end, colour=colour, note=note, tags=tags, target=target)
    one.add(article, 0, 0, note="whole")
    text = export(sheets_of(one), "jsonld")
    check_collection(json.loads(text))
    store_entries(other, read_entries(text.encode()))
    once = {row[1:4] + row[8:10] for row in contents(one)}
    if len(once) == len(contents(one)):
        assert contents(other) == contents(one)
    assert store_entries(other, read_entries(text.encode())).added == 0
    assert other.articles()[0].title == one.articles()[0].title
    one.close()
    other.close()


def test_csv_is_what_readwise_imports(store, article, mark):
    mark("nine winters", note="two\nlines", tags=["to read"])
    rows = list(csv.DictReader(io.StringIO(export(sheets_of(store), "csv"))))
    (row,) = rows
    assert row["Highlight"] == "nine winters"
    assert row["Note"] == ".to_read\ntwo\nlines"
    assert row["URL"] == "file:///articles/harbour.txt"
    assert row["Location"] == str(article.text.index("nine winters"))
    datetime.datetime.strptime(row["Date"], "%Y-%m-%d %H:%M:%S")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(cell):
    assert guarded(cell) == "'" + cell
    assert guarded("a" + cell) == "a" + cell


def test_markdown(store, article, mark):
    mark("We have waited nine winters", note="- *Nine!*", tags=["time"], colour=2)
    text = export(sheets_of(store), "markdown")
    assert text.startswith("# The Harbour Wall\n")
    assert "> We have waited nine winters\n" in text
    assert "■ green" in text
    assert "#time" in text
    assert "\n- *Nine!*\n" in text


@pytest.mark.parametrize("text", ["# a", "- b", "1. c", "*d* _e_ `f` [g](h) <i>", "a\n+ b", "a|b"])
def test_quotes_mean_nothing_but_themselves_in_markdown(text):
    from markdown_it import MarkdownIt

    page = html.fromstring("<div>" + MarkdownIt().render(escaped(text)) + "</div>")
    assert page.text_content().strip() == text
    assert {node.tag for node in page.iter()} <= {"div", "p"}


RICH = Article(
    text="Flood & <b>fire</b>\n\nThe town of Ames lost a bridge.\n“It fell,” said Bo.\n\n"
    "a\tb\nc\td",
    blocks=(
        Block("title", 0, 19),
        Block("paragraph", 21, 72),
        Block("table", 74, 81),
    ),
    links=(Link(25, 29, "https://example.org/?a=1&b=2"), Link(33, 37, "javascript:alert(1)")),
    styles=(StyleSpan(33, 44, "strong"),),
    title="Flood & <b>fire</b>",
    byline="By Ann Lee",
    site="Gazette",
    published=datetime.date(2025, 6, 7),
    source="https://example.org/flood",
)


@pytest.fixture
def page(store):
    store.add(RICH, 25, 44, note="<script>alert(1)</script> [x](javascript:y) ![p](http://z/p.png)")
    store.add(RICH, 33, 60, colour=3, tags=["<i>"])
    store.add(RICH, 74, 75, colour=5)
    store.add(RICH, 0, 0, note="on all")
    analysis = Analysis(
        RICH,
        times=(Time(21, 24, "Fri<day", "DATE", "2025-06-06", None, "2025-06-06", "2025-06-06"),),
        timeline=(Event(33, 44, 0, "2025-06-06", "2025-06-06", "bridge <lost>", "before"),),
        quotes=(Quote(53, 62, "“It fell,”", True, Speaker(68, 70, "Bo <x>", None), None),),
        places=(
            Place("p1", "Iowa", "region", "US", None, 0, 0, 1, 1, None, 1, ()),
            Place("p2", "Ames", "city", "US", "Iowa", 0, 0, 2, 1, "p1", 1,
                  (PlaceMention(33, 37, "name"),)),
        ),
    )  # fmt: skip
    return export([sheet_of(store, RICH)], "html", lambda sheet: analysis)


def test_the_page_is_safe_and_whole(page):
    tree = html.document_fromstring(page)
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not tree.xpath("//script | //img | //iframe | //link | //*[@style] | //i")
    assert not [name for node in tree.iter() for name in node.attrib if name.startswith("on")]
    for href in tree.xpath("//a/@href"):
        assert href.startswith(("#", "https://", "http://"))
        if href.startswith("#"):
            assert tree.xpath("//*[@id=$name]", name=href[1:])
    assert tree.xpath("//title")[0].text == "Flood & <b>fire</b>"
    assert "<script>alert(1)</script>" in tree.text_content()


def test_the_page_shows_overlapping_highlights_and_the_words_unchanged(page):
    tree = html.document_fromstring(page)
    both = [m.text_content() for m in tree.xpath("//mark[contains(@class, 'c1')]//mark")]
    assert "".join(both) == RICH.text[33:44]
    for number in tree.xpath("//sup"):
        number.drop_tree()
    assert tree.xpath("//h1")[0].text_content() == "Flood & <b>fire</b>"
    paragraph = tree.xpath("//div[@id='b21']//p")[0].text_content()
    assert paragraph == RICH.text[21:72].replace("\n", " ")
    assert [cell.text_content() for cell in tree.xpath("//td")] == ["a", "b", "c", "d"]


def test_the_page_shows_what_was_found(page):
    text = html.document_fromstring(page).text_content()
    assert "2025-06-06 (“Fri<day”)" in text
    assert "bridge <lost>" in text
    assert "Bo <x>" in text
    (ames,) = html.document_fromstring(page).xpath("//li//li/a")
    assert ames.text == "Ames"


def test_a_page_needs_an_article(store, mark):
    mark("nine winters")
    with pytest.raises(ValueError, match="one article"):
        export(sheets_of(store), "html")


def test_plain_text_wraps(store, article, mark):
    mark("The council voted on Tuesday to rebuild the harbour wall.", note="ok", colour=8)
    text = export(sheets_of(store), "text")
    assert "□ “The council voted" in text
    assert max(map(len, text.splitlines())) <= 76


def test_lost_annotations_are_exported_too(store, article, mark):
    mark("Fishermen welcomed the plan.", note="kept")
    edited = replace(article, text=article.text.replace("Fishermen welcomed the plan. ", ""))
    sheet = sheet_of(store, edited)
    for form in ("markdown", "text", "html", "csv", "jsonld"):
        assert "Fishermen welcomed the plan." in export([sheet], form)


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "notes.md"
    write_whole(path, "one")
    path.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    write_whole(link, "two")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("two", 0o640)
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "three \ud800")
    assert path.read_text() == "two"
    assert len(list(tmp_path.iterdir())) == 2


def test_ids_are_uuids(mark):
    assert uuid.UUID(mark("nine winters").id).version == 4
