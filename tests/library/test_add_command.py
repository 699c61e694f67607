"""`dateline add`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dateline.library.catalogue import Library
from dateline.library.command import add


def test_articles_are_added_and_failures_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LIBRARY", str(tmp_path / "library.sqlite3"))
    path = tmp_path / "2024-03-04-quay.txt"
    path.write_text("The quay closes\n\nIt closes for the winter, says the council of the port.\n")
    result = CliRunner().invoke(add, [str(path), str(tmp_path / "none"), "--tag", "port"])
    assert result.exit_code == 1
    assert result.stdout == "The quay closes (2024-03-04)\n"
    assert "There is no file" in result.stderr
    library = Library()
    (entry,) = library.entries()
    assert (entry.title, entry.tags) == ("The quay closes", ("port",))
    assert CliRunner().invoke(add, [str(path)]).exit_code == 0
    assert CliRunner().invoke(add, []).exit_code == 2


def test_standard_input_has_no_address_to_come_back_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LIBRARY", str(tmp_path / "library.sqlite3"))
    result = CliRunner().invoke(add, ["-"], input="Some words to read.\n")
    assert result.exit_code == 1
    assert "no address" in result.stderr
