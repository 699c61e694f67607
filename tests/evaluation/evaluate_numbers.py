"""Measure the numbers on quantulum3's own test cases, against quantulum3 in the same run.

    python tests/evaluation/evaluate_numbers.py COLLECTIONS/quantulum3 --peer PEER_PYTHON

PEER_PYTHON is a Python that has quantulum3 installed; without it only Dateline is measured. A case
passes when the values and units that are found are those expected, no more and no fewer; a range
counts by its middle, as that collection does. Units are compared by the names in `UNIT`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.analysis.numbers import find_numbers
from dateline.article.model import Article

Found = tuple[float, str]

UNIT = {
    "GBP": "pound sterling",
    "USD": "dollar",
    "EUR": "euro",
    "JPY": "yen",
    "%": "percentage",
    "pound": "pound-mass",
    "metric ton per day": "ton per day",
    "british thermal unit": "british thermal unit",
    "degree fahrenheit": "degree fahrenheit",
    "millilitre": "cubic centimetre",
    "arcminute": "minute of arc",
    "arcsecond": "second of arc",
}
PEER = """
import json, sys, warnings
warnings.filterwarnings("ignore")
from quantulum3 import parser
cases = json.load(sys.stdin)
print(json.dumps([
    [[q.value, q.unit.name, q.surface] for q in parser.parse(case)] for case in cases
]))
"""


def dateline_finds(text: str) -> list[Found]:
    """What Dateline finds, in the collection's terms."""
    parsed = parse(Article.from_text(text))
    found = []
    for number in find_numbers(parsed, find_entities(parsed), []):
        if number.value is None or number.kind == "ordinal":
            continue
        value = number.value
        if number.value_to is not None:
            value = (value + number.value_to) / Decimal(2)
        unit = number.unit or "dimensionless"
        found.append((float(value), UNIT.get(unit, UNIT.get(unit.lower(), unit))))
    return found


def peer_finds(python: Path, texts: list[str]) -> list[list[Found]]:
    """What quantulum3 finds."""
    done = subprocess.run(
        [python, "-c", PEER], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [[(value, unit) for value, unit, _ in case] for case in json.loads(done.stdout)]


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


def shared_terms(found: Iterable[Found]) -> list[Found]:
    """Values and units as both programs could write them; bare years count for neither."""
    rows = []
    for value, unit in found:
        factor, name = IN_OTHER_TERMS.get(unit.lower(), (1, unit))
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


def main() -> None:
    """Score both on every file of cases."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection", type=Path)
    parser.add_argument("--peer", type=Path, help="a Python with quantulum3")
    parser.add_argument("--wrong", action="store_true", help="list Dateline's failed cases")
    arguments = parser.parse_args()
    for name in ("quantities.json", "quantities.ambiguity.json"):
        cases = json.loads((arguments.collection / name).read_text(encoding="utf-8"))
        texts = [case["req"] for case in cases]
        expected = [[(row["value"], row["unit"]) for row in case["res"]] for case in cases]
        ours = [dateline_finds(text) for text in texts]
        print(f"{name}: Dateline   {scores(ours, expected)}")
        if arguments.peer:
            theirs = peer_finds(arguments.peer, texts)
            print(f"{name}: quantulum3 {scores(theirs, expected)}")
        if arguments.wrong:
            for text, found, wanted in zip(texts, ours, expected, strict=True):
                if not same(shared_terms(found), shared_terms(wanted)):
                    print(f"  {text!r}\n    found    {found}\n    expected {wanted}")


if __name__ == "__main__":
    main()
