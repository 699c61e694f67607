"""`dateline analyze` and `dateline languages` at the command line."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dateline.analysis.command import analyze
from dateline.analysis.languages import languages


def _run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(analyze, arguments, input=given)


def _write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_one_article_is_one_object(tmp_path: Path) -> None:
    result = _run(_write(tmp_path, "a.txt", "The bridge fell."), "--published", "2025-06-07")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["article"]["text"].startswith("The bridge fell.")
    assert found["article"]["published"] == "2025-06-07"


def test_several_are_one_object_a_line_and_a_missing_one_is_told(tmp_path: Path) -> None:
    first = _write(tmp_path, "a.txt", "The bridge fell.")
    second = _write(tmp_path, "b.txt", "The bridge stood.")
    missing = str(tmp_path / "missing.txt")
    result = _run(first, missing, second)
    assert result.exit_code == 1
    assert [json.loads(line)["article"]["source"] for line in result.stdout.splitlines()] == [
        first,
        second,
    ]
    assert result.stderr.count("\n") == 1
    assert "missing.txt" in result.stderr


def test_json_lines() -> None:
    result = _run("--jsonl", "--processes", "1", given='{"id": 1, "text": "One."}\n{"id": 2}\n')
    assert result.exit_code == 1
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2]
    assert "error" in answers[1]


def test_json_lines_that_all_are_analysed_exit_with_none() -> None:
    given = '{"id": "error", "text": "The word “error”: nothing else."}\n'
    assert _run("--jsonl", "--processes", "1", given=given).exit_code == 0


def test_wrong_use_exits_with_two(tmp_path: Path) -> None:
    assert _run().exit_code == 2
    assert _run("--jsonl", "a.txt").exit_code == 2
    assert _run("a.txt", "--processes", "2").exit_code == 2
    assert _run("a.txt", "--published", "June").exit_code == 2


def test_a_language_without_a_model_is_told(tmp_path: Path) -> None:
    path = _write(tmp_path, "fr.txt", "Le maire a fermé le vieux pont mardi soir, dit-il.")
    result = _run(path)
    assert json.loads(result.stdout)["article"]["language"] == "fr"
    assert "French" in result.stderr


def test_languages_are_listed() -> None:
    result = CliRunner().invoke(languages)
    assert result.exit_code == 0
    assert "English" in result.output
    assert "spacy download" in result.output
