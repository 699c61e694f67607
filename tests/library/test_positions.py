from __future__ import annotations

import datetime
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.article.model import Article
from dateline.library.positions import JumpList, Positions

ROOT = Path(__file__).parents[2]
TEXT = "".join(f"Sentence number {number} of the long report. " for number in range(200))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "reading.sqlite3"


@pytest.fixture
def article():
    return Article(text=TEXT, title="The report", site="Gazette", source="/articles/report.txt")


def test_reading_goes_on_where_it_was(path, article):
    positions = Positions(path)
    assert positions.opened(article) is None
    positions.save(article, 4000)
    positions.save(article, 1000)
    positions.close()
    place = Positions(path).opened(article)
    assert (place.offset, place.exact) == (1000, True)
    assert place.furthest == pytest.approx(4000 / len(TEXT))


def test_the_place_is_found_again_in_an_edited_text(path, article):
    positions = Positions(path)
    offset = TEXT.index("Sentence number 120")
    positions.save(article, offset)
    positions.mark(article, "a", offset)
    edited = replace(article, text="A correction was made. " * 9 + TEXT)
    place = positions.opened(edited)
    assert not place.exact
    assert edited.text[place.offset :].startswith("Sentence number 120")
    assert edited.text[positions.marks(edited)["a"] :].startswith("Sentence number 120")
    other = replace(article, text="x" * 1000)
    assert positions.opened(other).offset == pytest.approx(1000 * offset / len(TEXT), abs=30)


def test_the_same_text_under_another_path(path, article):
    positions = Positions(path)
    positions.save(article, 500)
    assert positions.opened(replace(article, source="/copy.txt")).offset == 500


def test_marks_and_jumps(path, article):
    positions = Positions(path)
    positions.mark(article, "b", 20)
    positions.mark(article, "a", 10)
    positions.mark(article, "b", 30)
    assert positions.marks(article) == {"a": 10, "b": 30}
    positions.save_jumps(article, [5, 900, 40])
    assert Positions(path).jumps(article) == [5, 900, 40]


def test_recent_articles(path, article):
    positions = Positions(path)
    positions.save(article, len(TEXT) // 2)
    positions.opened(Article(text="Short.", source="https://example.org/a#top"))
    positions.opened(Article(text="Piped.", source="-"))
    first, second = positions.recent()
    assert first.address == "https://example.org/a"
    assert (second.title, second.site) == ("The report", "Gazette")
    assert second.progress == pytest.approx(0.5, abs=0.01)
    positions.forget(first.address)
    assert len(positions.recent()) == 1


def test_two_windows(path, article):
    one, other = Positions(path), Positions(path)
    one.mark(article, "a", 1)
    other.mark(article, "b", 2)
    one.save(article, 100)
    other.save(article, 200)
    assert one.marks(article) == {"a": 1, "b": 2}
    assert one.opened(article).offset == 200


def test_a_folder_that_cannot_be_made(tmp_path, article):
    (tmp_path / "file").write_text("in the way")
    positions = Positions(tmp_path / "file" / "reading.sqlite3")
    assert "cannot be kept" in positions.trouble
    positions.save(article, 7)
    assert positions.opened(article).offset == 7


def test_a_damaged_file_is_renamed(path, article):
    path.parent.mkdir()
    path.write_bytes(b"not a database at all, but long enough to be read as one" * 40)
    positions = Positions(path)
    positions.save(article, 7)
    assert positions.trouble is None
    assert path.with_name("reading.sqlite3.damaged").exists()


def test_jump_list():
    jumps = JumpList()
    assert jumps.back(0) is None
    jumps.leave(10)
    jumps.leave(20)
    assert jumps.back(30) == 20
    assert jumps.back(20) == 10
    assert jumps.back(10) is None
    assert jumps.forward() == 20
    assert jumps.forward() == 30
    assert jumps.forward() is None
    assert jumps.back(30) == 20
    jumps.leave(25)
    assert jumps.forward() is None
    assert jumps.back(99) == 25


def test_the_import_is_light():
    code = (
        "import sys, dateline.library.positions;"
        "heavy = {'textual', 'spacy', 'rapidfuzz', 'platformdirs', 'click'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT / "tui")


def test_the_date_that_the_reader_gave_is_kept(path, article):
    found = replace(article, published=datetime.date(2024, 1, 2), published_from="its file name")
    positions = Positions(path)
    assert positions.dated(found) == found
    positions.set_date(found, datetime.date(2025, 6, 7))
    positions.close()
    positions = Positions(path)
    again = positions.dated(found)
    assert (again.published, again.published_from) == (datetime.date(2025, 6, 7), "set by you")
    elsewhere = positions.dated(replace(found, source="/copies/report.txt"))
    assert elsewhere.published == datetime.date(2025, 6, 7)
    asked = replace(found, published_from="the command line")
    assert positions.dated(asked) == asked
    positions.set_date(found, None)
    assert positions.dated(found) == found
