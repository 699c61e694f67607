"""Which article a text belongs to: by the text itself, or by the address it was opened from."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.annotations.model import ArticleRecord, now
from dateline.article.clean import clean_line
from dateline.library.address import address_of

if TYPE_CHECKING:
    from dateline.article.model import Article

_VERSIONS_KEPT = 3
"""Latest texts of an article that are kept besides those that annotations were made in."""
_LONGEST_KEPT = 8_000_000
"""Code points; a longer text is remembered by its hash alone, and placed by its quotes."""
_SAMPLE = 50_000
"""Code points up to which all of two texts is compared to tell whether they are of one article."""
_KIN = 0.1
"""Share of the shorter one's runs of four words that both must have."""


def addresses_of(article: Article) -> list[str]:
    """Where an article can be found again: its source and its canonical address."""
    found = [address_of(article.source), address_of(article.url or "")]
    return list(dict.fromkeys(address for address in found if address))


def matching(connection: sqlite3.Connection, article: Article) -> list[int]:
    """Numbers of the records of an article, those that know its very text first."""
    by_text = connection.execute(
        "SELECT article FROM text WHERE hash = ? ORDER BY number", (article.text_hash,)
    ).fetchall()
    addresses = addresses_of(article)
    by_address = connection.execute(
        f"SELECT article FROM address WHERE address IN ({', '.join('?' * len(addresses))})"
        " ORDER BY used DESC",
        addresses,
    ).fetchall()
    return list(dict.fromkeys(row[0] for row in (*by_text, *by_address)))


def ensure(connection: sqlite3.Connection, article: Article) -> int:
    """The number of the record that an article's new annotations go to; made when there is none.

    Within a transaction. The record learns the text and the addresses.
    """
    for number in matching(connection, article):
        if _is_same(connection, number, article):
            learn(connection, number, article)
            return number
    number = _new(connection, article)
    learn(connection, number, article)
    return number


def of_article(connection: sqlite3.Connection, article: Article) -> tuple[list[int], list[int]]:
    """Numbers of the records of an article, and of those of others that had its address before."""
    numbers = matching(connection, article)
    same = [number for number in numbers if _is_same(connection, number, article)]
    return same, [number for number in numbers if number not in same]


def counted(connection: sqlite3.Connection, numbers: Iterable[int]) -> int:
    """How many annotations records have."""
    row = connection.execute(
        "SELECT count(*) FROM annotation WHERE deleted IS NULL"
        f" AND article IN ({', '.join(map(str, numbers))})"
    ).fetchone()
    return int(row[0])


def _is_same(connection: sqlite3.Connection, number: int, article: Article) -> bool:
    """Whether a record is of this article, not of one that had its address before."""
    if knows_text(connection, number, article.text_hash):
        return True
    latest = latest_text(connection, number)
    if latest is None:
        return True
    share = max(len(latest[1]), len(article.text)) // _SAMPLE + 1
    before, after = _runs(latest[1], share), _runs(article.text, share)
    return len(before & after) >= _KIN * min(len(before), len(after))


def _runs(text: str, share: int) -> set[tuple[str, ...]]:
    """Runs of four words; of a long text those that begin with one word in `share`."""
    words = text.split()
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    return set(runs) if share == 1 else {run for run in runs if hash(run[0]) % share == 0}


def knows_text(connection: sqlite3.Connection, number: int, text_hash: str) -> bool:
    """Whether a record's article was seen with a text."""
    row = connection.execute(
        "SELECT 1 FROM text WHERE hash = ? AND article = ?", (text_hash, number)
    ).fetchone()
    return row is not None


def learn(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """Note that an article was seen with this text, at these addresses; in a transaction."""
    moment = now()
    for address in addresses_of(article):
        connection.execute(
            "INSERT INTO address (address, article, used) VALUES (?, ?, ?)"
            " ON CONFLICT (address, article) DO UPDATE SET used = excluded.used",
            (clean_line(address), number, moment),
        )
    connection.execute(
        "UPDATE article SET last_opened = ?, title = ?, byline = ?, site = ?, published = ?,"
        " url = CASE WHEN ? = '' THEN url ELSE ? END WHERE number = ?",
        (moment, *_facts(article), article.url or "", article.url or "", number),
    )
    if knows_text(connection, number, article.text_hash):
        connection.execute(
            "UPDATE text SET seen = ? WHERE hash = ? AND article = ?",
            (moment, article.text_hash, number),
        )
        return
    body = None
    if len(article.text) <= _LONGEST_KEPT:
        body = zlib.compress(article.text.encode("utf-8", "surrogatepass"), 1)
    connection.execute(
        "INSERT INTO text (hash, article, seen, body) VALUES (?, ?, ?, ?)",
        (article.text_hash, number, moment, body),
    )
    _forget_old_texts(connection, number)


def text_of(connection: sqlite3.Connection, text_hash: str) -> str | None:
    """A text that was seen before, if it was kept."""
    row = connection.execute(
        "SELECT body FROM text WHERE hash = ? AND body IS NOT NULL LIMIT 1", (text_hash,)
    ).fetchone()
    return None if row is None else zlib.decompress(row[0]).decode("utf-8", "surrogatepass")


def latest_text(connection: sqlite3.Connection, number: int) -> tuple[str, str] | None:
    """Hash and text of the version of an article that was seen last, if it was kept."""
    row = connection.execute(
        "SELECT hash, body FROM text WHERE article = ? AND body IS NOT NULL"
        " ORDER BY seen DESC LIMIT 1",
        (number,),
    ).fetchone()
    if row is None:
        return None
    return row[0], zlib.decompress(row[1]).decode("utf-8", "surrogatepass")


def records(
    connection: sqlite3.Connection, numbers: Iterable[int] | None = None
) -> list[ArticleRecord]:
    """The records of these numbers, or all; the last opened first."""
    chosen = "" if numbers is None else f"WHERE number IN ({', '.join(map(str, numbers))})"
    rows = connection.execute(
        "SELECT number, title, byline, site, url, published, first_opened, last_opened"
        f" FROM article {chosen} ORDER BY last_opened DESC"
    ).fetchall()
    found = []
    for number, title, byline, site, url, published, first, last in rows:
        addresses = connection.execute(
            "SELECT address FROM address WHERE article = ? ORDER BY used DESC", (number,)
        ).fetchall()
        text = connection.execute(
            "SELECT hash FROM text WHERE article = ? ORDER BY seen DESC LIMIT 1", (number,)
        ).fetchone()
        found.append(
            ArticleRecord(
                number, title, byline, site, url, published,
                tuple(address for (address,) in addresses),
                text[0] if text else "", first, last,
            )
        )  # fmt: skip
    return found


def _new(connection: sqlite3.Connection, article: Article) -> int:
    moment = now()
    cursor = connection.execute(
        "INSERT INTO article (title, byline, site, published, url, first_opened, last_opened)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*_facts(article), article.url or "", moment, moment),
    )
    return int(cursor.lastrowid or 0)


def _facts(article: Article) -> tuple[str, str, str, str]:
    return (
        clean_line(article.title or ""),
        clean_line(article.byline or ""),
        clean_line(article.site or ""),
        article.published.isoformat() if article.published else "",
    )


def _forget_old_texts(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "DELETE FROM text WHERE article = :article"
        " AND hash NOT IN (SELECT text_hash FROM annotation WHERE article = :article)"
        " AND number NOT IN (SELECT number FROM text WHERE article = :article"
        " ORDER BY seen DESC LIMIT :kept)",
        {"article": number, "kept": _VERSIONS_KEPT},
    )
    connection.execute(
        "DELETE FROM placing WHERE annotation IN"
        " (SELECT number FROM annotation WHERE article = ?)"
        " AND text_hash NOT IN (SELECT hash FROM text)",
        (number,),
    )


def knows(connection: sqlite3.Connection, number: int, article: Article) -> bool:
    """Whether a record has the article's text and its addresses already."""
    addresses = connection.execute(
        "SELECT address FROM address WHERE article = ?", (number,)
    ).fetchall()
    known = {row[0] for row in addresses}
    return knows_text(connection, number, article.text_hash) and known.issuperset(
        addresses_of(article)
    )
