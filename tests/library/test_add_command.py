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


def test_the_articles_of_a_feed_are_added_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_LIBRARY", str(tmp_path / "library.sqlite3"))
    items = ""
    for name in ("one", "two", "three"):
        story = tmp_path / f"{name}.txt"
        story.write_text(f"Story {name}\n\nThe words of the story, which end with a full stop.\n")
        items += f"<item><title>{name}</title><link>{story.as_uri()}</link></item>"
    feed = tmp_path / "feed.xml"
    feed.write_text(f"<rss><channel><title>Tides</title>{items}</channel></rss>")
    result = CliRunner().invoke(add, [str(feed), "--articles", "2"])
    assert result.output == "Tides (Tides)\nStory one\nStory two\n"
