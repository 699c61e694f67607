"""Measure the numbers against quantulum3 and CQE in one run, where the numbers are known.

    python tests/evaluation/evaluate_numbers.py COLLECTIONS/quantulum3 \\
        tests/numbers/wikinews_sentences.json --quantulum3 PYTHON --cqe PYTHON

A folder holds quantulum3's own test cases, a file sentences in the form of `tests/numbers`. PYTHON
is one that has the program installed (CQE wants an English spaCy pipeline beside it); without them
only Dateline is measured. A case passes when the values and units that are found are those
expected, no more and no fewer; a range counts by its middle, as quantulum3's cases do. Ordinals and
scores, which the programs do not all read, and bare years count for none. Units are compared by the
names in `UNIT`; what is no unit of measure or money ("12 people") counts as none.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.language import parse_many
from dateline.analysis.numbers.tables import currency_rows, number_words, unit_rows
from dateline.analysis.numbers.unit_tables import prefixed_rows
from dateline.analysis.pipeline import analyze_parsed
from dateline.article.model import Article

if TYPE_CHECKING:
    from dateline.analysis.model import Number

Found = tuple[float, str]

UNIT = {
    "GBP": "pound sterling",
    "USD": "dollar",
    "EUR": "euro",
    "JPY": "yen",
    "CAD": "canadian dollar",
    "%": "percentage",
    "celsius": "degree celsius",
    "fahrenheit": "degree fahrenheit",
    "united states dollar": "dollar",
    "us dollar": "dollar",
    "year of age": "year",
    "month of age": "month",
    "day of age": "day",
    "pound": "pound-mass",
    "light-year": "light year",
    "gram per cubic centimeter": "gram per cubic centimetre",
    "metric ton": "tonne",
    "metric ton per day": "ton per day",
    "millilitre": "cubic centimetre",
    "arcminute": "minute of arc",
    "arcsecond": "second of arc",
}
QUANTULUM3 = """
import json, sys, warnings
warnings.filterwarnings("ignore")
from quantulum3 import parser
print(json.dumps([
    [[q.value, q.unit.name, q.surface] for q in parser.parse(case)] for case in json.load(sys.stdin)
]))
"""
CQE = """
import json, locale, logging, sys, warnings
warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)
choose = locale.setlocale
locale.setlocale = lambda category, name=None: choose(category, name and "C.UTF-8")
locale._override_localeconv = {"thousands_sep": ",", "decimal_point": "."}
import spacy
from CQE import CQE
CQE.load_spacy = lambda name: spacy.load(spacy.util.get_installed_models()[0])
parser = CQE.CQE()
rows = []
for case in json.load(sys.stdin):
    try:
        found = parser.parse(case)
    except Exception:
        found = []
    rows.append([])
    for quantity in found:
        value = quantity.value
        ends = (value.lower, value.upper) if hasattr(value, "lower") else (value.value,) * 2
        surface = " ".join(str(token) for token in value.span)
        try:
            middle = (float(ends[0]) + float(ends[1])) / 2
        except (TypeError, ValueError):
            continue
        rows[-1].append([middle, quantity.unit.norm_unit, surface])
print(json.dumps(rows))
"""


def dateline_finds(texts: list[str]) -> list[list[Found]]:
    """What Dateline finds, in the collections' terms."""
    parsed = parse_many([Article.from_text(text) for text in texts])
    return [
        [found for number in analyze_parsed(one).numbers if (found := _found(number))]
        for one in parsed
    ]


def _found(number: Number) -> Found | None:
    if number.value is None or number.kind == "ordinal":
        return None
    upper = number.value if number.value_to is None else number.value_to
    return float((number.value + upper) / Decimal(2)), number.unit or "dimensionless"


def peer_finds(python: Path, code: str, texts: list[str]) -> list[list[Found]]:
    """What another program finds, ordinals left out."""
    done = subprocess.run(
        [python, "-c", code], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [
        [(value, unit) for value, unit, surface in case if not _is_ordinal(surface)]
        for case in json.loads(done.stdout.splitlines()[-1])
    ]


def _is_ordinal(text: str) -> bool:
    words = text.lower().split()
    return bool(words) and (
        re.fullmatch(r"\d+(?:st|nd|rd|th)", words[0]) is not None
        or words[0] in number_words()["ordinals"]
    )


IN_OTHER_TERMS = {
    "dozen": (12, "dimensionless"),
    "baker's dozen": (13, "dimensionless"),
    "gross": (144, "dimensionless"),
    "cent": (0.01, "dollar"),
    "penny": (0.01, "dollar"),
    "dime": (0.1, "dollar"),
    "dollar per hour": (1, "dollar"),
    "dollar per kilogram": (1, "dollar"),
    "count per week": (1, "dimensionless"),
}
"""What the two write differently: Dateline gives money its ISO 4217 unit alone."""


_NAMES = (
    {row.name.lower() for row in unit_rows()}
    | {(prefix + row.name).lower() for prefix, row in prefixed_rows()}
    | {UNIT.get(row.code, row.code).lower() for row in currency_rows()}
    | {name.lower() for row in currency_rows() for name in row.names}
    | {"percentage", *(name.lower() for name in UNIT.values())}
)


_MONEY = frozenset(UNIT.get(row.code, row.code).lower() for row in currency_rows())


def unit_name(name: str) -> str:
    """A unit's name as all programs could write it; "dimensionless" for what is none."""
    name = UNIT.get(name, UNIT.get(name.lower(), name)).lower()
    if name.partition(" per ")[0] in _MONEY:
        return name.partition(" per ")[0]
    parts = re.sub(r"\b(?:square|cubic|inverse) ", "", name).split(" per ")
    known = all(part in _NAMES or UNIT.get(part, part) in _NAMES for part in parts)
    return name if known else "dimensionless"


def shared_terms(found: Iterable[Found]) -> list[Found]:
    """Values and units as both programs could write them; bare years count for neither."""
    rows = []
    for value, unit in found:
        factor, name = IN_OTHER_TERMS.get(unit.lower(), (1, unit_name(unit)))
        if not (name == "dimensionless" and value in range(1900, 2100)):
            rows.append((value * factor, name))
    return rows


def same(found: Iterable[Found], expected: Iterable[Found]) -> bool:
    """Whether two lists of values and units are the same, order aside."""
    return _counted(found) == _counted(expected)


def _counted(rows: Iterable[Found]) -> Counter[tuple[str, str]]:
    return Counter((f"{value:.6g}", unit.lower()) for value, unit in rows)


def scores(found: list[list[Found]], expected: list[list[Found]]) -> str:
    """Cases passed, and F1 of values and of values with units."""
    found, expected = [list(map(shared_terms, rows)) for rows in (found, expected)]
    passed = sum(map(same, found, expected))
    lines = [f"{passed}/{len(expected)} cases ({passed / len(expected):.1%})"]
    for title, width in (("value", 1), ("value with unit", 2)):
        hits = wanted = given = 0
        for one, other in zip(found, expected, strict=True):
            a = Counter(key[:width] for key in _counted(one).elements())
            b = Counter(key[:width] for key in _counted(other).elements())
            hits += (a & b).total()
            given += a.total()
            wanted += b.total()
        lines.append(f"{title} F1 {200 * hits / (given + wanted):.1f}")
    return ", ".join(lines)


def cases_of(path: Path) -> dict[str, list[tuple[str, list[Found]]]]:
    """The cases of a folder or file: texts with the values and units expected, by title."""
    titled: defaultdict[str, list[tuple[str, list[Found]]]] = defaultdict(list)
    if path.is_dir():
        for name in ("quantities.json", "quantities.ambiguity.json"):
            for case in json.loads((path / name).read_text(encoding="utf-8")):
                rows = [(row["value"], row["unit"]) for row in case["res"]]
                titled[name].append((case["req"], rows))
        return titled
    for sentence in json.loads(path.read_text(encoding="utf-8")):
        rows = [
            (float((Decimal(value) + Decimal(upper or value)) / 2), unit or "dimensionless")
            for text, value, upper, unit, _ in sentence["numbers"]
            if value and not _is_ordinal(text)
        ]
        titled[f"{path.name} {sentence.get('part', '')}"].append((sentence["text"], rows))
    return titled


def main() -> None:
    """Score every program on every set of cases."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--quantulum3", type=Path, help="a Python with quantulum3")
    parser.add_argument("--cqe", type=Path, help="a Python with CQE")
    parser.add_argument("--wrong", action="store_true", help="list Dateline's failed cases")
    arguments = parser.parse_args()
    programs: dict[str, Callable[[list[str]], list[list[Found]]]] = {"Dateline": dateline_finds}
    for name, python, code in (
        ("quantulum3", arguments.quantulum3, QUANTULUM3),
        ("CQE", arguments.cqe, CQE),
    ):
        if python:
            programs[name] = partial(peer_finds, python, code)
    for title, cases in [pair for path in arguments.paths for pair in cases_of(path).items()]:
        texts, expected = [text for text, _ in cases], [rows for _, rows in cases]
        for name, finds in programs.items():
            found = finds(texts)
            print(f"{title}: {name:10} {scores(found, expected)}")
            if name == "Dateline" and arguments.wrong:
                for text, rows, wanted in zip(texts, found, expected, strict=True):
                    if not same(shared_terms(rows), shared_terms(wanted)):
                        print(f"  {text!r}\n    found    {rows}\n    expected {wanted}")


if __name__ == "__main__":
    main()
