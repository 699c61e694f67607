"""The library: all articles that were opened, searched by their whole text; pages kept to read."""

from __future__ import annotations

import datetime
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from dateline.article.clean import clean_line, clean_text
from dateline.article.errors import ArticleError
from dateline.library.address import address_of
from dateline.library.database import LibraryDatabase, default_path
from dateline.library.entry import LibraryEntry, LibraryMatch
from dateline.library.errors import LibraryError
from dateline.library.query import fts_query, is_unparted

if TYPE_CHECKING:
    from dateline.article.fetching import FetchedPage
    from dateline.article.model import Article

Order = Literal["opened", "added", "published", "title", "site", "progress"]

_MOST_WORDS = 4_000_000
"""Code points of an article that are searched; the rest of a longer one is not."""
_ENTRY = """
SELECT article.number, address, title, byline, site, published, format, language, characters,
    added, opened, progress, notes, archived,
    (SELECT group_concat(tag, char(31)) FROM tag WHERE tag.number = article.number),
    EXISTS (SELECT 1 FROM page WHERE page.number = article.number)
FROM article
"""
_ORDERS: dict[Order, str] = {
    "opened": "opened DESC",
    "added": "added DESC",
    "published": "published IS NULL, published DESC",
    "title": "title COLLATE NOCASE",
    "site": "site IS NULL, site COLLATE NOCASE, opened DESC",
    "progress": "progress DESC, opened DESC",
}
_OPEN, _CLOSE = "\x02", "\x03"
_EXCERPT = 90


class Library:
    """The articles that were opened. Looking makes no file; the first write does.

    Safe to use from several threads and windows. Methods raise `LibraryError` when the library
    cannot be read or written: then nothing was stored, and reading goes on without it.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self._database = LibraryDatabase(self.path)

    def close(self) -> None:
        """Close the file; the next use opens it again."""
        self._database.close()

    def take_remarks(self) -> list[str]:
        """What the reader is to be told of the library itself, a sentence each; each once."""
        remarks, self._database.remarks = self._database.remarks, []
        return remarks

    # Opening

    def read(self, source: str, *, again: bool = False) -> Article:
        """Open an article and put it into the library.

        A page that was fetched before opens from the copy that was kept, unless `again` asks for
        it anew; then its new copy takes the old one's place. A feed is fetched each time, and its
        copy shown where that fails. Raises `ArticleError` when it cannot
        be opened; a library that cannot be written becomes a remark of the article.
        """
        from dateline.article.links import is_url
        from dateline.article.opening import open_article, read_fetched

        if not is_url(source) or source.startswith("file:"):
            return self._recorded(open_article(source), None)
        from dateline.article.fetching import fetch

        kept = None if again else self._kept_or_none(source)
        if kept is not None:
            page, fetched = kept
            article = read_fetched(page, source)
            if article.format != "feed":
                when = f"{fetched.day} {fetched:%B %Y}"
                remark = f"This is the copy kept on {when}; it can be fetched again."
                return self._recorded(replace(article, remarks=(*article.remarks, remark)), None)
            try:  # A feed is opened for what is new; its copy serves offline.
                page = fetch(source)
            except ArticleError as error:
                remarks = (*article.remarks, f"{error} The copy that was kept is shown.")
                return self._recorded(replace(article, remarks=remarks), None)
        else:
            page = fetch(source)
        return self._recorded(read_fetched(page, source), page)

    def _recorded(self, article: Article, page: FetchedPage | None) -> Article:
        try:
            self.record(article, page=page)
        except LibraryError as error:
            return replace(article, remarks=(*article.remarks, str(error)))
        return article

    def _kept_or_none(self, source: str) -> tuple[FetchedPage, datetime.datetime] | None:
        try:
            return self.kept(source)
        except LibraryError:
            return None

    def kept(self, source: str) -> tuple[FetchedPage, datetime.datetime] | None:
        """The copy of a page that is kept, and when it was fetched; None when there is none."""
        from dateline.article.fetching import FetchedPage

        rows = self._database.rows(
            "SELECT packed, url, charset, fetched FROM page JOIN article USING (number)"
            " WHERE address = ?",
            address_of(source),
        )
        if not rows:
            return None
        packed, url, charset, fetched = rows[0]
        try:
            data = zlib.decompress(packed)
        except zlib.error:
            return None
        return FetchedPage(data, url, charset), datetime.datetime.fromisoformat(fetched)

    def record(
        self,
        article: Article,
        *,
        page: FetchedPage | None = None,
        progress: float | None = None,
        notes: int | None = None,
    ) -> None:
        """Note that an article was opened, with its text for searching; `page` is kept.

        What has no address (standard input, a text in memory) is not recorded.
        """
        address = address_of(article.source)
        if address is None:
            return
        about = {
            "address": clean_line(address),
            "title": clean_line(article.title or "") or _first_words(article),
            "byline": article.byline,
            "site": article.site,
            "published": article.published.isoformat() if article.published else None,
            "format": article.format,
            "language": article.language,
            "characters": len(article.text),
            "text_hash": article.text_hash,
            "now": _now(),
            "progress": progress,
            "notes": notes,
        }
        self._database.write(lambda link: _store(link, about, article, page))

    def set_progress(self, source: str, progress: float, notes: int | None = None) -> None:
        """Note how far an article was read (0 to 1), and how many notes there are on it."""
        self._change(
            source,
            "UPDATE article SET progress = ?, notes = coalesce(?, notes) WHERE number = ?",
            min(1.0, max(0.0, progress)),
            notes,
        )

    # Looking

    def entries(
        self,
        *,
        archived: bool | None = False,
        tag: str | None = None,
        order: Order = "opened",
        limit: int = 10_000,
    ) -> list[LibraryEntry]:
        """The articles; `archived` None gives those that are archived and those that are not."""
        rows = self._database.rows(
            f"{_ENTRY} WHERE (?1 IS NULL OR archived = ?1) AND (?2 IS NULL OR EXISTS (SELECT 1"
            " FROM tag WHERE tag.number = article.number AND tag.tag = ?2))"
            f" ORDER BY {_ORDERS[order]} LIMIT ?3",
            None if archived is None else int(archived),
            tag,
            limit,
        )
        return [_entry(row) for row in rows]

    def entry(self, source: str) -> LibraryEntry | None:
        """What the library tells of one article, or None."""
        rows = self._database.rows(f"{_ENTRY} WHERE address = ?", address_of(source))
        return _entry(rows[0]) if rows else None

    def search(self, typed: str, *, limit: int = 100) -> list[LibraryMatch]:
        """The articles, archived ones too, whose title, people or text have the words typed.

        All words must be there; "words in quotes" as they stand, -word not at all, and the last
        word may be only begun. The best match comes first.
        """
        query = fts_query(clean_line(typed))
        if query is None:
            return []
        if is_unparted(typed):
            return self._search_unparted(typed.strip(), limit)
        rows = self._database.rows(
            "SELECT rowid, snippet(words, -1, char(2), char(3), '…', 16) FROM words"
            " WHERE words MATCH ? ORDER BY bm25(words, 8.0, 4.0, 1.0) LIMIT ?",
            query,
            limit,
        )
        return self._matches(rows)

    def _search_unparted(self, typed: str, limit: int) -> list[LibraryMatch]:
        rows = self._database.rows(
            "SELECT rowid, substr(body, max(1, instr(body, ?1) - 30), ?2) FROM words"
            " WHERE instr(body, ?1) OR instr(title, ?1) LIMIT ?3",
            typed,
            _EXCERPT,
            limit,
        )
        marked = [(number, text.replace(typed, f"{_OPEN}{typed}{_CLOSE}")) for number, text in rows]
        return self._matches(marked)

    def _matches(self, rows: Iterable[tuple[Any, ...]]) -> list[LibraryMatch]:
        matches: list[LibraryMatch] = []
        for number, marked in rows:
            found = self._database.rows(f"{_ENTRY} WHERE article.number = ?", number)
            if found:
                matches.append(LibraryMatch(_entry(found[0]), *_hits(marked)))
        return matches

    def tags(self) -> dict[str, int]:
        """All tags with the number of articles that have them, in the order of the alphabet."""
        rows = self._database.rows(
            "SELECT tag, count(*) FROM tag GROUP BY tag ORDER BY tag COLLATE NOCASE"
        )
        return dict(rows)

    # Changing

    def tag(self, source: str, *tags: str) -> None:
        """Give an article tags, beside those it has."""
        names = [name for tag in tags if (name := clean_line(tag).strip().lstrip("#"))]
        for name in names:
            self._change(source, "INSERT OR IGNORE INTO tag (tag, number) VALUES (?, ?)", name)

    def untag(self, source: str, tag: str) -> None:
        """Take a tag from an article."""
        self._change(source, "DELETE FROM tag WHERE tag = ? AND number = ?", tag)

    def archive(self, source: str, archived: bool = True) -> None:
        """Put an article away, or back: it is found by searching but not listed."""
        self._change(source, "UPDATE article SET archived = ? WHERE number = ?", int(archived))

    def remove(self, source: str) -> None:
        """Take an article out, with the copy that is kept; notes on it are not touched."""

        def work(link: sqlite3.Connection) -> None:
            number = _number(link, address_of(source))
            if number is not None:
                link.execute("DELETE FROM words WHERE rowid = ?", (number,))
                link.execute("DELETE FROM article WHERE number = ?", (number,))

        self._database.write(work)

    def _change(self, source: str, statement: str, *values: object) -> None:
        """Do a statement whose last hole is the article's number; nothing for an unknown one."""
        address = address_of(source)
        if address is None:
            return

        def work(link: sqlite3.Connection) -> None:
            number = _number(link, address)
            if number is not None:
                link.execute(statement, (*values, number))

        self._database.write(work)


def _store(
    link: sqlite3.Connection, about: dict[str, Any], article: Article, page: FetchedPage | None
) -> None:
    old = link.execute(
        "SELECT number, text_hash FROM article WHERE address = ?", (about["address"],)
    ).fetchone()
    link.execute(
        "INSERT INTO article (address, title, byline, site, published, format, language,"
        " characters, text_hash, added, opened, progress, notes) VALUES (:address, :title, :byline,"
        " :site, :published, :format, :language, :characters, :text_hash, :now, :now,"
        " coalesce(:progress, 0), coalesce(:notes, 0)) ON CONFLICT (address) DO UPDATE SET"
        " title = :title, byline = :byline, site = :site, published = :published,"
        " format = :format, language = :language, characters = :characters,"
        " text_hash = :text_hash, opened = :now, progress = coalesce(:progress, progress),"
        " notes = coalesce(:notes, notes)",
        about,
    )
    number = old[0] if old is not None else _number(link, about["address"])
    if old is None or old[1] != about["text_hash"]:
        link.execute("DELETE FROM words WHERE rowid = ?", (number,))
        people = " ".join(filter(None, (article.byline, article.site)))
        link.execute(
            "INSERT INTO words (rowid, title, people, body) VALUES (?, ?, ?, ?)",
            (number, about["title"], people, article.text[:_MOST_WORDS]),
        )
    if page is not None:
        link.execute(
            "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?, ?)",
            (number, zlib.compress(page.data, 6), page.url, page.charset, about["now"]),
        )


def _number(link: sqlite3.Connection, address: str | None) -> int | None:
    row = link.execute("SELECT number FROM article WHERE address = ?", (address,)).fetchone()
    return int(row[0]) if row is not None else None


def _entry(row: tuple[Any, ...]) -> LibraryEntry:
    tags = sorted(row[14].split("\x1f"), key=str.casefold) if row[14] else []
    return LibraryEntry(
        address=row[1],
        title=row[2],
        byline=row[3],
        site=row[4],
        published=datetime.date.fromisoformat(row[5]) if row[5] else None,
        format=row[6],
        language=row[7],
        characters=row[8],
        added=datetime.datetime.fromisoformat(row[9]),
        opened=datetime.datetime.fromisoformat(row[10]),
        progress=row[11],
        notes=row[12],
        tags=tuple(tags),
        archived=bool(row[13]),
        kept=bool(row[15]),
    )


def _hits(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """An excerpt without FTS5's marks, and the offsets of what they stood around."""
    excerpt = ""
    hits: list[tuple[int, int]] = []
    for at, part in enumerate(" ".join(marked.split(" ")).split(_OPEN)):
        hit, closed, rest = part.partition(_CLOSE)
        if at and closed:
            hits.append((len(excerpt), len(excerpt) + len(hit)))
        excerpt += hit + rest
    return clean_text(excerpt).replace("\n", " ").replace("\t", " "), tuple(hits)


def _first_words(article: Article) -> str:
    """What an article without a title is listed by: its first words."""
    words = " ".join(article.text[:400].split())
    return words if len(words) <= 80 else words[:80].rpartition(" ")[0] + "…"


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="microseconds")
