"""The tables, as numbered steps: a database of any age is brought up to date, row by row kept."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

_SEARCH = "002_search"
STEPS = ("001_annotations", _SEARCH)
"""Names of the SQL files, in order; `PRAGMA user_version` counts how many a database has."""


def is_newer(connection: sqlite3.Connection) -> bool:
    """Whether a later version of the program made the database."""
    return _version(connection) > len(STEPS)


def migrate(connection: sqlite3.Connection, upto: int = len(STEPS)) -> None:
    """Bring a database up to date, in one transaction: all of it or nothing.

    `connection` is in autocommit mode. Two windows that start together do it once.
    """
    if _version(connection) >= upto:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = _version(connection)
        for number, name in enumerate(STEPS[done:upto], start=done + 1):
            for statement in _statements(name):
                connection.execute(statement)
            if name == _SEARCH:
                _index_all(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _index_all(connection: sqlite3.Connection) -> None:
    from dateline.annotations.search_index import index

    for (number,) in connection.execute("SELECT number FROM annotation").fetchall():
        index(connection, number)


def _statements(name: str) -> list[str]:
    script = files(__package__).joinpath(f"{name}.sql").read_text("utf-8")
    return [part.strip() for part in script.split(";\n") if part.strip()]
