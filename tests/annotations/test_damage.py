"""Damaged, read-only and full: what was written is kept, and the reader is told."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from dateline.annotations import schema
from dateline.annotations.carving import rows_in
from dateline.annotations.errors import NotSavedError, StoreError, why_not_saved
from dateline.annotations.history import History
from dateline.annotations.imports.entry import Entry
from dateline.annotations.imports.storing import store_entries
from dateline.annotations.store import AnnotationStore
from dateline.article.model import Article

LONG = "".join(f"Line {number} says something of its own. " for number in range(3000))
ARTICLE = Article(text=LONG, title="Lines", source="/articles/lines.txt")


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """A file with 401 annotations, one with a long note, and nothing left in the log."""
    path = tmp_path_factory.mktemp("original") / "annotations.sqlite3"
    store = AnnotationStore(path)
    store.add(ARTICLE, 5, 9, note="long " * 4000)
    entries = [
        Entry(
            id=str(uuid.UUID(int=number)),
            source=ARTICLE.source,
            exact=LONG[number * 30 : number * 30 + 20],
            start=number * 30,
            end=number * 30 + 20,
            text_hash=ARTICLE.text_hash,
            note=f"note {number}",
        )
        for number in range(400)
    ]
    store_entries(store, entries)
    store.close()
    return path


@pytest.fixture
def full(original, tmp_path):
    """A copy of it, and its article."""
    return shutil.copy(original, tmp_path / original.name), ARTICLE


@contextlib.contextmanager
def as_nobody():
    """Without the superuser's right to write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def open_to_all(folder):
    """Let others look into a temporary folder and those that it is in."""
    while folder.stat().st_uid == os.getuid() and folder != folder.parent:
        folder.chmod(folder.stat().st_mode | 0o055)
        if folder.name.startswith("pytest-of-"):
            break
        folder = folder.parent


def test_pages_are_read_without_sqlite(full):
    path, _ = full
    rows = [row for _, row in rows_in(path) if len(row) == 19]
    assert {row[10] for row in rows} == {f"note {n}" for n in range(400)} | {"long " * 4000}


@pytest.mark.parametrize("pages", [[1], [2], [3, 4, 5], [1, 7, 20, 21]])
def test_a_damaged_file_is_set_aside_and_rescued(full, pages):
    path, article = full
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * 4096 : page * 4096] = random.Random(page).randbytes(4096)
    path.write_bytes(content)
    store = AnnotationStore(path)
    found = store.for_article(article)
    store.add(article, 0, 4, note="after")
    remarks = store.take_remarks()
    if remarks:
        assert "was damaged" in remarks[0]
        (aside,) = path.parent.glob("annotations.damaged-*.sqlite3")
        assert str(aside) in remarks[0]
        assert aside.read_bytes()[4096 * 30 : 4096 * 40] == content[4096 * 30 : 4096 * 40]
    notes = {a.note for a in AnnotationStore(path).for_article(article)}
    assert "after" in notes
    assert len(found) > 300
    if pages == [1]:
        assert len(found) == 401
    assert not store.take_remarks()


def test_a_file_that_is_no_database(tmp_path):
    path = tmp_path / "annotations.sqlite3"
    path.write_bytes(b"something else entirely " * 1000)
    store = AnnotationStore(path)
    assert store.articles() == []
    assert "0 notes were read" in store.take_remarks()[0]
    assert list(tmp_path.glob("annotations.damaged-*"))


def test_the_other_window_goes_over_to_the_new_file(full):
    path, article = full
    other = AnnotationStore(path)
    other.for_article(article)
    content = bytearray(path.read_bytes())
    content[:4096] = bytes(4096)
    path.write_bytes(content)
    store = AnnotationStore(path)
    assert len(store.for_article(article)) == 401
    assert other.has_changed()
    made = other.add(article, 0, 4, note="from the other window")
    assert store.get(made.id).note == "from the other window"
    assert History(other, article).undo() is not None


def test_a_read_only_folder(full):
    path, article = full
    path.chmod(0o444)
    path.parent.chmod(0o555)
    open_to_all(path.parent.parent)
    try:
        with as_nobody():
            store = AnnotationStore(path)
            assert len(store.for_article(article)) == 401
            assert store.search("note 399").total == 1
            assert "cannot be written" in store.take_remarks()[0]
            with pytest.raises(NotSavedError, match="cannot be written"):
                store.add(article, 0, 4, note="x")
            store.close()
            empty = AnnotationStore(path.parent / "below" / "annotations.sqlite3")
            assert empty.for_article(article) == []
            with pytest.raises(NotSavedError, match="cannot be written"):
                empty.add(article, 0, 4)
    finally:
        path.parent.chmod(0o755)


def test_notes_that_are_still_in_the_log_are_read_from_a_read_only_folder(tmp_path):
    folder = tmp_path / "data"
    path = folder / "annotations.sqlite3"
    article = Article(text=LONG, source="/a.txt")
    code = (
        "import sys, os; sys.path.insert(0, sys.argv[1]);"
        "from pathlib import Path;"
        "from dateline.annotations.store import AnnotationStore;"
        "from dateline.article.model import Article;"
        "AnnotationStore(Path(sys.argv[2])).add(Article(text='Some text'), 0, 4);"
        "os._exit(9)"
    )
    root = Path(__file__).parents[2] / "tui"
    subprocess.run([sys.executable, "-c", code, root, path], check=False)
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    for part in folder.iterdir():
        part.chmod(0o444)
    folder.chmod(0o555)
    open_to_all(tmp_path)
    try:
        with as_nobody():
            store = AnnotationStore(path)
            assert store.search("some").total == 1
            assert store.for_article(article) == []
    finally:
        folder.chmod(0o755)


def test_a_full_disk(full):
    path, article = full
    store = AnnotationStore(path)
    made = store.add(article, 0, 4, note="before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))
    try:
        with pytest.raises(NotSavedError, match="Not saved"):
            for number in range(2000):
                store.add(article, number, number + 5, note="more " * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert store.get(made.id).note == "before"
    assert store.change(made, note="after").annotation.note == "after"
    whole = sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone()
    assert whole == ("ok",)


def test_no_room_left_as_sqlite_says_it(full):
    path, article = full
    store = AnnotationStore(path)
    store.database.rows("PRAGMA max_page_count = 1")
    with pytest.raises(NotSavedError, match="no space left"):
        store.add(article, 0, 4, note="x" * 200_000)


def test_a_file_of_a_newer_version_is_read_and_left_alone(full):
    path, article = full
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    store = AnnotationStore(path)
    assert len(store.for_article(article)) == 401
    with pytest.raises(StoreError, match="newer version"):
        store.add(article, 0, 4)


def test_an_older_file_is_brought_up_to_date_with_all_its_rows(tmp_path):
    path = tmp_path / "old.sqlite3"
    connection = sqlite3.connect(path, isolation_level=None)
    schema.migrate(connection, upto=1)
    connection.execute(
        "INSERT INTO article VALUES (1, 'T', '', '', '', '', '2020-01-01', '2020-01-01')"
    )
    for number in range(50):
        connection.execute(
            "INSERT INTO annotation VALUES (?, ?, 1, ?, '', '', '', 0, 5, 1, ?, 'old', NULL,"
            " '2020-01-01', '2020-01-01', NULL, 1, NULL, ?)",
            (number, f"id-{number}", "quoted words", f"note {number}", number),
        )
    connection.close()
    store = AnnotationStore(path)
    assert store.search().total == 50
    assert store.search("quoted").total == 50
    assert store.tags() == [("old", 50)]


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path):
    path = tmp_path / "data" / "annotations.sqlite3"
    sentence = why_not_saved(NotADirectoryError(20, "Not a directory", str(path)), path)
    assert sentence.startswith(f"Not saved: the folder {path.parent} cannot be written")
    assert "Errno" not in sentence and sentence.endswith(".")
