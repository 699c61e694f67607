"""Finding annotations by what they quote, say and are tagged with."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from dateline.annotations.colours import colour_named
from dateline.annotations.rows import COLUMNS, annotation_from
from dateline.annotations.search_index import indexed

if TYPE_CHECKING:
    from dateline.annotations.model import Annotation

_TERM = re.compile(r'(?:(?P<key>tag|colour|color|article):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
_WORD = re.compile(r"\w+")
COUNTED = 1000
"""How far the results of a search are counted."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: all of it must hold."""

    phrases: tuple[tuple[str, ...], ...] = ()
    """Words that stand one after the other; the last word of each may go on."""
    tags: tuple[str, ...] = ()
    colours: tuple[int, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A page of results, and how many there are in all."""

    annotations: tuple[Annotation, ...] = field(default=())
    total: int = 0
    """Counted up to `COUNTED`; that many means that many or more."""


def parse_query(typed: str) -> Query:
    """Read what a reader typed: words, "phrases", `tag:name`, `colour:name`, `article:word`."""
    phrases: list[tuple[str, ...]] = []
    tags: list[str] = []
    colours: list[int] = []
    titles: list[str] = []
    for term in _TERM.finditer(typed):
        value = (term["phrase"] if term["phrase"] is not None else term["word"]).strip()
        if not value:
            continue
        colour = colour_named(value)
        if term["key"] == "tag":
            tags.append(value)
        elif term["key"] == "article":
            titles.append(value)
        elif term["key"] and colour is not None:
            colours.append(colour.number)
        else:
            words = tuple(_WORD.findall(indexed(value)))
            if words:
                phrases.append(words)
    return Query(tuple(phrases), tuple(tags), tuple(colours), tuple(titles))


def run(connection: sqlite3.Connection, query: Query, limit: int, offset: int = 0) -> Found:
    """The annotations that a query finds, where they were made.

    With words, the latest made come first, else the latest changed: in either order the first
    ones are read from an index, however many there are.
    """
    tables, conditions, values = _conditions(query)
    where = " AND ".join(conditions)
    order = "search.rowid" if query.phrases else "a.modified"
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM {tables} WHERE {where} ORDER BY {order} DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    ).fetchall()
    total = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {where} LIMIT {COUNTED})", values
    ).fetchone()[0]
    return Found(tuple(annotation_from(row) for row in rows), total)


def _conditions(query: Query) -> tuple[str, list[str], list[Any]]:
    conditions = ["a.deleted IS NULL"]
    values: list[Any] = []
    tables = "annotation a"
    if query.phrases:
        tables = "search JOIN annotation a ON a.number = search.rowid"
        conditions.append("search MATCH ?")
        values.append(" ".join('"' + " ".join(words) + '"*' for words in query.phrases))
    for tag in query.tags:
        conditions.append("a.number IN (SELECT annotation FROM tag WHERE tag = ?)")
        values.append(tag)
    if query.colours:
        conditions.append(f"a.colour IN ({', '.join('?' * len(query.colours))})")
        values.extend(query.colours)
    for title in query.titles:
        conditions.append(
            "a.article IN (SELECT number FROM article WHERE instr(lower(title), lower(?)))"
        )
        values.append(title)
    return tables, conditions, values
