from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from dateline.annotations.command import export_, import_, notes
from dateline.annotations.store import AnnotationStore
from dateline.article.opening import open_article

TEXT = "A new bridge\n\nThe bridge opened on Monday. It cost 3 million.\n"


@pytest.fixture
def path(tmp_path, monkeypatch):
    """An article with two notes."""
    monkeypatch.setenv("DATELINE_ANNOTATIONS", str(tmp_path / "notes" / "a.sqlite3"))
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT)
    store, article = AnnotationStore(), open_article(str(path))
    start = article.text.index("It cost")
    store.add(article, start, start + 18, note="Check\x1b[2J this", tags=["money"], colour=4)
    store.add(article, 0, 12)
    return path


def run(command, *arguments, **more):
    return CliRunner().invoke(command, [str(argument) for argument in arguments], **more)


def test_notes_are_listed_and_searched(path):
    everything = run(notes)
    assert everything.exit_code == 0
    assert "“It cost 3 million.”" in everything.output
    assert "“A new bridge”" in everything.output
    assert "\x1b" not in everything.output
    assert "“A new" not in run(notes, "tag:money", "mill").output
    assert "Check␛[2J this" in run(notes, "colour:red").output
    nothing = run(notes, "nowhere")
    assert nothing.exit_code == 1


def test_notes_as_json(path):
    lines = run(notes, "--json", "money").output.splitlines()
    (found,) = map(json.loads, lines)
    assert found["quote"] == "It cost 3 million."
    assert found["colour"] == "red"
    assert found["source"] == str(path)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("markdown", "> It cost 3 million."),
        ("text", "“It cost 3 million.”"),
        ("csv", "Highlight,Title,Author,URL,Note,Location,Date"),
        ("jsonld", '"exact": "It cost 3 million."'),
    ],
)
def test_export(path, form, expected):
    result = run(export_, path, "--to", form)
    assert result.exit_code == 0
    assert expected in result.output
    assert expected in run(export_, "--to", form).output


def test_a_file_is_written_whole_or_not_at_all(path, tmp_path):
    output = tmp_path / "notes.jsonld"
    assert run(export_, path, "-o", output).exit_code == 0
    assert json.loads(output.read_text())["type"] == "AnnotationCollection"
    before = output.read_text()
    failed = run(export_, "/nowhere/at/all.txt", "-o", output)
    assert failed.exit_code == 1
    assert output.read_text() == before
    assert run(export_, path, "-o", tmp_path / "no" / "folder.md").exit_code == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bridge.txt", "notes", "notes.jsonld"]


def test_an_article_that_is_gone_is_exported_from_the_notes(path):
    path.unlink()
    result = run(export_, path, "--to", "markdown")
    assert result.exit_code == 0
    assert "> It cost 3 million." in result.output


def test_import_what_was_exported(path, tmp_path, monkeypatch):
    exported = run(export_, "--to", "jsonld").output
    monkeypatch.setenv("DATELINE_ANNOTATIONS", str(tmp_path / "other.sqlite3"))
    assert run(import_, "-", input=exported).output == "2 notes taken on 1 article.\n"
    again = run(import_, "-", input=exported).output
    assert again == "0 notes taken on 1 article, 2 there already.\n"


def test_what_is_no_import_is_refused(path, tmp_path):
    for content in ("not json", "[1, 2]", '{"annotations": 3}', "[" * 100_000):
        result = run(import_, "-", input=content)
        assert result.exit_code == 1
        assert result.output.startswith("Error: Standard input is")
        assert result.output.count("\n") == 1 and "export the notes anew" in result.output
    missing = run(import_, tmp_path / "none.json")
    assert missing.exit_code == 1 and "There is no file" in missing.output
    broken = tmp_path / "broken.json"
    broken.write_text('{"annotations": [\n {"uri": ')
    assert f"{broken} is not JSON" in run(import_, broken).output
    assert run(import_, tmp_path).exit_code == 1
