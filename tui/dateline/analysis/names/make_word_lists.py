"""Make the word lists in `data/` from their sources.

    python -m dateline.analysis.names.make_word_lists \\
        --dictionary FILE --dictionary FILE --names FOLDER --faker FOLDER

- `common_words.txt`: words written in lower case, from SCOWL (Debian's wamerican-small and
  wbritish-small; SCOWL's licence allows use and copying with its notice, kept in `LICENCES.md`).
- `given_names.txt`, `surnames.txt`: from the U.S. census of 1990 (public domain, as the PyPI
  package `names` carries it) and from the Latin-script locales of Faker (MIT).
"""

from __future__ import annotations

import argparse
import re
from itertools import pairwise
from pathlib import Path

DATA = Path(__file__).parent / "data"
SURNAMES_OF_THE_CENSUS = 8000
_WORD = re.compile(r"[a-z]{2,}")
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’-]+")
_FIELD = re.compile(r"^    (first_names\w*|last_names\w*|\w*_romanized_\w*)\b", re.MULTILINE)
_QUOTED = re.compile(r"\"([^\"\n]+)\"|'([^'\n]+)'")


def common_words(dictionaries: list[Path]) -> list[str]:
    """The lower-case words of dictionaries with a word a line."""
    words: set[str] = set()
    for path in dictionaries:
        words.update(filter(_WORD.fullmatch, path.read_text(encoding="utf-8").split()))
    return sorted(words)


def census_names(path: Path, limit: int | None = None) -> list[str]:
    """The names of a census file (name, frequency, ...; most frequent first)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split()[0].title() for line in lines[:limit] if line.strip()]


def faker_names(folder: Path, first: bool) -> set[str]:
    """The given names or surnames of all locales that are written in Latin letters."""
    names: set[str] = set()
    for path in sorted(folder.glob("*/__init__.py")):
        source = path.read_text(encoding="utf-8")
        starts = [(m.start(), m[1]) for m in _FIELD.finditer(source)] + [(len(source), "")]
        for (start, field), (end, _) in pairwise(starts):
            if ("first" in field) is first:
                quoted = (a or b for a, b in _QUOTED.findall(source[start:end]))
                names.update(name for name in quoted if _NAME.fullmatch(name))
    return names


def write(name: str, words: list[str]) -> None:
    """Write a list, a word a line."""
    (DATA / name).write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{name}: {len(words)}")


def main() -> None:
    """Make all lists."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dictionary", type=Path, action="append", required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--faker", type=Path, required=True)
    arguments = parser.parse_args()
    write("common_words.txt", common_words(arguments.dictionary))
    given = faker_names(arguments.faker, first=True)
    for file in ("dist.female.first", "dist.male.first"):
        given.update(census_names(arguments.names / file))
    write("given_names.txt", sorted(given))
    surnames = faker_names(arguments.faker, first=False)
    surnames.update(census_names(arguments.names / "dist.all.last", SURNAMES_OF_THE_CENSUS))
    write("surnames.txt", sorted(surnames))


if __name__ == "__main__":
    main()
