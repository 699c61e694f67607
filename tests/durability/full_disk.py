"""Write notes until a small disk is full; what was saved stays, and the reader is told.

    mount -t tmpfs -o size=16m tmpfs FOLDER; python tests/durability/full_disk.py FOLDER

Says what the reader sees, and whether every note that was reported as saved is there, before and
after room was made again.
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tui"))

from dateline.annotations.errors import NotSavedError  # noqa: E402
from dateline.annotations.store import AnnotationStore  # noqa: E402
from dateline.article.model import Article  # noqa: E402

ARTICLE = Article(text="A sentence to mark. " * 500, source="/articles/marked.txt")


def main() -> None:
    folder = Path(sys.argv[1])
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(8_000_000))
    store = AnnotationStore(folder / "annotations.sqlite3")
    saved: dict[str, str] = {}
    refusals = 0
    for number in range(3000):
        note = f"note {number} " * 200
        try:
            saved[store.add(ARTICLE, number, number + 9, note=note).id] = note
        except NotSavedError as error:
            if not refusals:
                print(error)
            refusals += 1
            if refusals == 20:
                break
    print(f"{len(saved)} saved, then {refusals} refused; {_missing(store, saved)} missing")
    ballast.unlink()
    for number in range(20):
        note = f"later {number}"
        saved[store.add(ARTICLE, number, number + 9, note=note).id] = note
    store.close()
    store = AnnotationStore(folder / "annotations.sqlite3")
    print(f"after room was made: {len(saved)} saved, {_missing(store, saved)} missing")
    connection = sqlite3.connect(store.path)
    print("integrity:", connection.execute("PRAGMA integrity_check").fetchone()[0])


def _missing(store: AnnotationStore, saved: dict[str, str]) -> int:
    there = {annotation.id: annotation.note for annotation in store.for_article(ARTICLE)}
    return sum(there.get(name) != note for name, note in saved.items())


if __name__ == "__main__":
    main()
