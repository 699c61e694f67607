"""The library: what was opened is listed, searched, tagged, put away; pages are kept."""

import datetime
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.article import fetching
from dateline.article.errors import ArticleError
from dateline.article.fetching import FetchedPage
from dateline.article.model import Article
from dateline.library.catalogue import Library
from dateline.library.errors import LibraryError

PAGE = (
    "<html lang=en><head><title>Quay closes for winter</title></head><body><article>"
    "<h1>Quay closes for winter</h1>"
    + "<p>The council voted on Monday to close the quay, as engineers had found cracks. </p>" * 6
    + "</article></body></html>"
).encode()
URL = "https://gazette.example/quay"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data" / "library.sqlite3")


def story(name: str, text: str, **fields: object) -> Article:
    return replace(Article.from_text(text, title=f"On {name}"), source=f"/a/{name}.txt", **fields)


QUAY = story(
    "quay",
    "The northern quay closes for the winter.",
    byline="Mina Okafor",
    site="The Gazette",
    published=datetime.date(2024, 3, 4),
)
FERRY = story("ferry", "The ferry leaves from the southern quay; Zoë is its captain.")


def titles(library: Library, **options: object) -> list[str]:
    return [entry.title for entry in library.entries(**options)]


def test_looking_makes_no_file(library: Library) -> None:
    assert library.entries() == []
    assert library.search("quay") == []
    assert library.tags() == {}
    assert not library.path.parent.exists()


def test_what_was_opened_is_listed_the_latest_first(library: Library) -> None:
    library.record(QUAY, progress=0.25, notes=3)
    library.record(FERRY)
    assert titles(library) == ["On ferry", "On quay"]
    library.record(QUAY)
    entry = library.entries()[0]
    assert (entry.title, entry.byline, entry.site) == ("On quay", "Mina Okafor", "The Gazette")
    assert (entry.published, entry.progress, entry.notes) == (datetime.date(2024, 3, 4), 0.25, 3)
    assert entry.added < entry.opened
    assert titles(library, order="title") == ["On ferry", "On quay"]
    library.set_progress(QUAY.source, 0.5)
    again = library.entry(QUAY.source)
    assert again is not None
    assert (again.progress, again.notes) == (0.5, 3)


def test_texts_without_an_address_are_not_recorded(library: Library) -> None:
    library.record(Article.from_text("Some words."))
    library.record(Article.from_text("Some words.", source="-"))
    assert library.entries() == []


def test_the_whole_text_is_searched(library: Library) -> None:
    library.record(QUAY)
    library.record(FERRY)

    def found(typed: str) -> list[str]:
        return sorted(match.entry.title for match in library.search(typed))

    assert found("quay") == ["On ferry", "On quay"]
    assert found("southern qu") == ["On ferry"]
    assert found('"northern quay"') == ["On quay"]
    assert found("quay -ferry") == ["On quay"]
    assert found("zoe") == ["On ferry"]
    assert found("okafor") == ["On quay"]
    assert found("submarine") == []
    for typed in ("", '"', "-", "AND", "a OR", "quay*", "(", "NEAR(", 'x"y', "^quay:"):
        library.search(typed)


def test_a_match_shows_its_place(library: Library) -> None:
    library.record(FERRY)
    match = library.search("captain")[0]
    assert [match.excerpt[start:end] for start, end in match.hits] == ["captain"]


def test_scripts_without_spaces_are_searched_too(library: Library) -> None:
    library.record(story("tokyo", "今日は東京で大きな会議が開かれました。"))
    match = library.search("東京")[0]
    assert [match.excerpt[start:end] for start, end in match.hits] == ["東京"]


def test_a_changed_text_is_searched_as_it_is_now(library: Library) -> None:
    library.record(QUAY)
    library.record(story("quay", "It opens in spring."))
    assert library.search("northern") == []
    assert len(library.search("spring")) == 1


def test_tags_archive_and_removal(library: Library) -> None:
    library.record(QUAY)
    library.record(FERRY)
    library.tag(QUAY.source, "port", "#winter", " ")
    library.tag(FERRY.source, "port")
    assert library.tags() == {"port": 2, "winter": 1}
    assert titles(library, tag="winter") == ["On quay"]
    library.untag(QUAY.source, "port")
    assert library.entry(QUAY.source).tags == ("winter",)
    library.archive(FERRY.source)
    assert titles(library) == ["On quay"]
    assert titles(library, archived=True) == ["On ferry"]
    assert len(library.search("ferry")) == 1
    library.archive(FERRY.source, False)
    library.remove(QUAY.source)
    assert titles(library) == ["On ferry"]
    assert library.search("northern") == []
    assert library.tags() == {"port": 1}


def test_a_page_opens_offline_from_its_copy(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "fetch", lambda _: FetchedPage(PAGE, URL, "utf-8"))
    fresh = library.read(URL)
    assert fresh.remarks == ()

    def offline(_: str) -> FetchedPage:
        raise ArticleError("No network.")

    monkeypatch.setattr(fetching, "fetch", offline)
    kept = library.read(URL)
    assert kept.text == fresh.text
    assert "the copy kept on" in kept.remarks[0]
    assert library.entries()[0].kept
    with pytest.raises(ArticleError):
        library.read(URL, again=True)
    assert library.read(URL).text == fresh.text


def test_fetching_again_takes_the_place_of_the_copy(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [PAGE, PAGE.replace(b"Monday", b"Tuesday")]
    monkeypatch.setattr(fetching, "fetch", lambda _: FetchedPage(pages.pop(0), URL, None))
    assert "Monday" in library.read(URL).text
    assert "Tuesday" in library.read(URL, again=True).text
    assert "Tuesday" in library.read(URL).text
    assert len(library.entries()) == 1


def test_a_feed_is_fetched_each_time(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    feed = b"<rss><channel><title>Tides</title><item><title>%s</title></item></channel></rss>"
    pages = [FetchedPage(feed % b"High", URL, None), FetchedPage(feed % b"Low", URL, None)]

    def fetch(_: str) -> FetchedPage:
        if not pages:
            raise ArticleError("There is no network.")
        return pages.pop(0)

    monkeypatch.setattr(fetching, "fetch", fetch)
    assert "High" in library.read(URL).text
    assert "Low" in library.read(URL).text
    offline = library.read(URL)
    assert "Low" in offline.text
    assert offline.remarks == ("There is no network. The copy that was kept is shown.",)


def test_files_are_put_in_as_they_are_read(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("A title\n\nA paragraph of the story, which ends with a full stop.\n")
    library.read(str(path))
    assert [entry.address for entry in library.entries()] == [str(path)]


def test_a_damaged_file_is_set_aside(library: Library) -> None:
    library.path.parent.mkdir()
    library.path.write_bytes(b"This is no database, but it is long enough to look at." * 40)
    library.record(QUAY)
    assert titles(library) == ["On quay"]
    assert "set aside" in library.take_remarks()[0]
    assert library.take_remarks() == []
    assert len(list(library.path.parent.glob("library.damaged-*"))) == 1


def test_a_library_of_a_newer_version_is_left_alone(library: Library) -> None:
    library.path.parent.mkdir()
    with sqlite3.connect(library.path) as link:
        link.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="newer version"):
        library.record(QUAY)


def test_a_place_that_cannot_be_written_does_not_stop_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    library = Library(blocked / "library.sqlite3")
    monkeypatch.setattr(fetching, "fetch", lambda _: FetchedPage(PAGE, URL, None))
    article = library.read(URL)
    assert "cannot be written" in article.remarks[-1]
    assert library.entries() == []
    with pytest.raises(LibraryError, match="cannot be written"):
        library.tag(URL, "x")


def test_a_file_that_cannot_be_written_is_still_read(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.record(QUAY)
    library.close()

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr("dateline.library.database.LibraryDatabase._connect", refuse)
    assert titles(library) == ["On quay"]
    assert len(library.search("quay")) == 1


def test_two_windows_write_at_once(library: Library) -> None:
    troubles: list[Exception] = []

    def write(window: int) -> None:
        own = Library(library.path)
        try:
            for number in range(15):
                own.record(story(f"{window}-{number}", f"Text {number} of window {window}."))
        except LibraryError as error:
            troubles.append(error)
        own.close()

    threads = [threading.Thread(target=write, args=(window,)) for window in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []
    assert len(library.entries()) == 45
    assert len(library.search("window")) == 45
