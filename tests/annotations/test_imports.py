from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.annotations.imports import NotAnImportError, read_entries
from dateline.annotations.imports.storing import from_utf16, store_entries
from dateline.article.model import Article

PAGE = Article(
    text="🌊 High water\n\nThe dyke 🌊 held through the night. Nobody slept, said the mayor.",
    title="High water",
    source="https://example.org/water",
)


def units(text):
    return len(text.encode("utf-16-le")) // 2


def hypothesis_row(exact, **more):
    at = PAGE.text.index(exact)
    return {
        "id": "abc-DEF_123" + exact[:2],
        "created": "2024-05-06T07:08:09.123456+00:00",
        "updated": "2024-05-07T07:08:09.123456+02:00",
        "user": "acct:ann@hypothes.is",
        "uri": "https://example.org/water",
        "text": "see *this*",
        "tags": ["water", "night"],
        "document": {"title": ["High water"]},
        "target": [
            {
                "source": "https://example.org/water",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
                    {
                        "type": "TextPositionSelector",
                        "start": units(PAGE.text[:at]),
                        "end": units(PAGE.text[: at + len(exact)]),
                    },
                    {
                        "type": "TextQuoteSelector",
                        "exact": exact,
                        "prefix": PAGE.text[max(0, at - 32) : at],
                        "suffix": PAGE.text[at + len(exact) : at + len(exact) + 32],
                    },
                ],
            }
        ],
        **more,
    }


def exported(*rows):
    return json.dumps(
        {
            "export_date": "2024-06-01T00:00:00Z",
            "export_userid": "acct:ann@hypothes.is",
            "client_version": "1.1500.0",
            "annotations": rows,
        }
    ).encode()


def test_hypothesis_export(store):
    content = exported(hypothesis_row("🌊 held"), hypothesis_row("Nobody slept"))
    assert store_entries(store, read_entries(content)).added == 2
    first, second = store.for_article(PAGE)
    assert PAGE.text[first.start : first.end] == "🌊 held"
    assert PAGE.text[second.start : second.end] == "Nobody slept"
    assert (first.state, first.note, first.tags) == ("anchored", "see *this*", ("water", "night"))
    assert first.created == "2024-05-06T07:08:09.123456Z"
    assert first.modified == "2024-05-07T05:08:09.123456Z"
    assert first.origin == "https://hypothes.is/a/abc-DEF_123🌊 "
    assert store_entries(store, read_entries(content)).known == 2


def test_offsets_are_utf16_units(store):
    store.add(PAGE, 0, 3)
    (entry,) = read_entries(exported(hypothesis_row("Nobody slept")))
    store_entries(store, [replace(entry, prefix="", suffix="")])
    made = store.for_article(PAGE)[-1]
    assert made.made_start == PAGE.text.index("Nobody slept")
    assert made.text_hash == PAGE.text_hash


def test_replies_and_page_notes(store):
    row = hypothesis_row("Nobody slept", id="one")
    reply = hypothesis_row("Nobody slept", id="two", references=["one"], text="I did.")
    note = {**hypothesis_row("The dyke", id="three"), "target": [{"source": PAGE.source}]}
    store_entries(store, read_entries(exported(row, reply, note)))
    page_note, answered = store.for_article(PAGE)
    assert page_note.on_article
    assert answered.note == "see *this*\n\n**ann**, 2024-05-06: I did."


def test_what_the_search_api_answers(store):
    content = json.dumps({"total": 1, "rows": [hypothesis_row("The dyke")]}).encode()
    assert store_entries(store, read_entries(content)).added == 1


OTHERS = [
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/anno1",
        "type": "Annotation",
        "bodyValue": "a plain body",
        "target": {
            "source": "https://example.org/water",
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "held through",
                "prefix": "🌊 ",
                "suffix": " the night",
            },
        },
    },
    {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": ["Annotation"],
        "id": "urn:uuid:0f2e1d3c-4b5a-6978-8796-a5b4c3d2e1f0",
        "body": ["http://example.org/comment", {"type": "TextualBody", "value": "two"}],
        "target": [
            {
                "source": {"id": "https://example.org/water"},
                "selector": {
                    "type": "FragmentSelector",
                    "value": "p2",
                    "refinedBy": {"type": "TextQuoteSelector", "exact": "Nobody slept"},
                },
            }
        ],
    },
    {"type": "Annotation", "body": "on the page", "target": "https://example.org/water"},
]


def test_annotations_of_other_programs(store):
    assert store_entries(store, read_entries(json.dumps(OTHERS).encode())).added == 3
    on_page, quoted, refined = store.for_article(PAGE)
    assert on_page.on_article
    assert quoted.exact == "held through"
    assert quoted.note == "a plain body"
    assert quoted.origin == "http://example.org/anno1"
    assert refined.note == "http://example.org/comment\n\ntwo"
    assert refined.id == "0f2e1d3c-4b5a-6978-8796-a5b4c3d2e1f0"
    assert store_entries(store, read_entries(json.dumps(OTHERS).encode())).added == 0


def test_one_that_says_something_else_is_kept_beside(store):
    store_entries(store, read_entries(json.dumps(OTHERS[0]).encode()))
    changed = {**OTHERS[0], "bodyValue": "another body"}
    assert store_entries(store, read_entries(json.dumps(changed).encode())).added == 1
    assert store_entries(store, read_entries(json.dumps(changed).encode())).added == 0
    notes = {annotation.note for annotation in store.for_article(PAGE)}
    assert notes == {"a plain body", "another body"}


def test_a_deleted_one_comes_back(store):
    content = json.dumps(OTHERS[0]).encode()
    store_entries(store, read_entries(content))
    store.delete(store.for_article(PAGE)[0])
    assert store_entries(store, read_entries(content)).added == 1
    assert len(store.for_article(PAGE)) == 1


def test_a_false_place_is_found_out(store):
    item = {
        "type": "Annotation",
        "target": {
            "source": PAGE.source,
            "dateline:textHash": PAGE.text_hash,
            "selector": [
                {"type": "TextQuoteSelector", "exact": "Nobody slept"},
                {"type": "TextPositionSelector", "start": 10**30, "end": 10**31},
            ],
        },
    }
    store_entries(store, read_entries(json.dumps(item).encode()))
    (found,) = store.for_article(PAGE)
    assert found.start <= found.end <= len(PAGE.text)


def test_control_characters_do_not_come_in(store):
    item = {**OTHERS[0], "bodyValue": "\x1b]52;c;x\x07", "id": "http://x/\x1b[2J"}
    store_entries(store, read_entries(json.dumps(item).encode()))
    (found,) = store.for_article(PAGE)
    assert "\x1b" not in found.note + (found.origin or "")


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"{}", b"[]", b"3", b'{"annotations": {}}', b'{"type": "Other"}'],
)
def test_other_files_are_refused(content):
    with pytest.raises(NotAnImportError):
        read_entries(content)


KEYS = [
    *("type", "id", "target", "selector", "body", "value", "purpose", "source", "items", "first"),
    *("annotations", "rows", "uri", "references", "tags", "exact", "start"),
]
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "type",
                    "id",
                    "target",
                    "selector",
                    "body",
                    "value",
                    "purpose",
                    "source",
                    "items",
                    "annotations",
                    "rows",
                    "uri",
                    "references",
                    "tags",
                    "exact",
                    "start",
                    "first",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=300)
@given(json_values)
def test_nothing_in_a_file_breaks_the_reading(value):
    for wrapped in (
        {"type": "Annotation", "target": value, "body": value},
        {"annotations": [{"uri": "u", "target": value, "references": value}, value]},
        value,
    ):
        try:
            entries = read_entries(json.dumps(wrapped).encode())
        except NotAnImportError:
            continue
        assert all(isinstance(entry.exact, str) for entry in entries)


@given(st.text(max_size=30), st.data())
def test_utf16_offsets(text, data):
    at = data.draw(st.integers(0, len(text)))
    assert from_utf16(text, units(text[:at])) == at
