"""Make `data/given_names.tsv`: given names and whether they are borne by men or by women.

    python -m dateline.analysis.quotes.make_given_names

Needs two packages at build time only: Faker (MIT), whose lists come from the civil registers of
many countries, and names (MIT), which carries the first names of the United States census of 1990
(public domain) with their shares. A name that both men and women bear is kept only where the
census knows it for one of them at least twenty times as often, or no list but one country's
gives it to the other. `data/given_names_added.tsv`, written by hand, adds transliterated names
that news writes.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]+(?:-[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]+)?\Z")
_CLEAR = 20.0


def country_lists() -> tuple[Counter[str], Counter[str]]:
    """How many countries' lists give each name to men, and how many to women."""
    people: Any = importlib.import_module("faker.providers.person")
    men: Counter[str] = Counter()
    women: Counter[str] = Counter()
    for module in pkgutil.iter_modules(people.__path__):
        if module.name == "en":
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, counter in (("first_names_male", men), ("first_names_female", women)):
            listed = getattr(provider, attribute, ())
            counter.update({name for name in listed if _LATIN.match(name)})
    return men, women


def census() -> tuple[dict[str, float], dict[str, float]]:
    """The share of men and of women who bear each name, in percent."""
    folder = files("names")
    shares: list[dict[str, float]] = []
    for part in ("male", "female"):
        rows = folder.joinpath(f"dist.{part}.first").read_text("utf-8").splitlines()
        shares.append({cells[0].title(): float(cells[1]) for cells in map(str.split, rows)})
    return shares[0], shares[1]


def given_names() -> dict[str, str]:
    """Each name that tells, with "m" or "f"."""
    men, women = country_lists()
    census_men, census_women = census()
    found: dict[str, str] = {}
    for name in sorted({*men, *women, *census_men, *census_women}):
        share_m, share_f = census_men.get(name, 0.0), census_women.get(name, 0.0)
        if max(share_m, share_f) >= 0.004:
            if share_m >= _CLEAR * share_f:
                found[name] = "m"
            elif share_f >= _CLEAR * share_m:
                found[name] = "f"
            continue
        lists_m, lists_f = men[name], women[name]
        if lists_m and (not lists_f or (lists_f == 1 and lists_m >= 5)):
            found[name] = "m"
        elif lists_f and (not lists_m or (lists_m == 1 and lists_f >= 5)):
            found[name] = "f"
    return found


def main() -> None:
    """Write the table beside this module."""
    target = Path(__file__).parent / "data" / "given_names.tsv"
    rows = [f"{name}\t{gender}\n" for name, gender in given_names().items()]
    target.write_text(
        "# Given name and m or f. Made by make_given_names.py from Faker (MIT) and the United\n"
        "# States census of 1990 (public domain).\n" + "".join(rows),
        "utf-8",
    )


if __name__ == "__main__":
    main()
