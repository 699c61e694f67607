"""How well annotations follow an article through edits.

    python tests/evaluation/anchoring_rates.py [--cases N] [--quote-only] [TEXTS...]

TEXTS: text files, a `ground-truth.json` of extracted pages or an `lgl.xml` of news articles; none:
the bundled articles. Every case is an article, an edit and 12 passages in it. For each passage:

still there   at least 70% of its characters are, together and in order
found         placed so that what is shown and what is there overlap by 70% (of their union)
wrong         called anchored where more than half of what is shown is not the passage's own
guess         the same, but to be checked: proposed to the reader, not attached
gone          at most a tenth of it is left: lost or to be checked is right
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tui"), str(ROOT / "tests" / "annotations")]

from copies import KINDS  # noqa: E402
from edits import EDITS, Draft, Truth, passages, truth, with_near_duplicates  # noqa: E402

from dateline.annotations.anchoring import Anchorer, Placement, describe  # noqa: E402


def texts_of(path: Path) -> Iterator[str]:
    """The articles in a file."""
    if path.suffix == ".json":
        for page in json.loads(path.read_text("utf-8")).values():
            yield page["articleBody"]
    elif path.suffix == ".xml":
        for node in ElementTree.parse(path).iter("text"):
            yield node.text or ""
    else:
        yield path.read_text("utf-8")


def verdict(place: Placement, true: Truth, draft: Draft, span: tuple[int, int]) -> str:
    """What to call the placing of one passage."""
    shared = min(place.end, true.end) - max(place.start, true.start)
    union = max(place.end, true.end) - min(place.start, true.start)
    shown = draft.origin[place.start : place.end]
    own = sum(1 for origin in shown if span[0] <= origin < span[1])
    if own < 0.5 * len(shown) and place.state != "lost":
        return "wrong" if place.state == "anchored" else "wrong guess"
    if true.share <= 0.1:
        return f"gone, {place.state}"
    if true.share >= 0.7 and true.together:
        if place.state == "lost":
            return "missed"
        return f"{'found' if shared >= 0.7 * union else 'displaced'}, {place.state}"
    return f"partly there, {place.state}"


def measure(
    texts: list[str], cases: int, *, quote_only: bool, seed: int = 7, show: int = 0
) -> dict[str, Counter[str]]:
    """Verdicts by kind of edit."""
    dice = random.Random(seed)
    verdicts: dict[str, Counter[str]] = {}
    for case in range(cases):
        first = texts[case % len(texts)]
        edit = EDITS[case % len(EDITS)]
        name = edit.__name__
        if case // len(EDITS) % 2:
            first = with_near_duplicates(first, dice)
            name += ", near-duplicates"
        draft = edit(Draft.first(first), dice)
        if draft.text == first:
            # Two paragraphs that say the same changed their places: nothing has changed.
            draft = Draft.first(first)
        anchorer = Anchorer(draft.text, None if quote_only else first)
        for start, end in passages(first, dice, 12):
            passage = describe(first, start, end)
            place = anchorer.place(passage)
            true = truth(draft, first, start, end)
            found = verdict(place, true, draft, (start, end))
            verdicts.setdefault(name, Counter())[found] += 1
            if show and found == "wrong":
                show -= 1
                print(f"--- {found} ({name}, case {case}) {place} {true}")
                print("   was:", repr(passage.prefix[-20:]), repr(passage.exact[:150]))
                print("   put:", repr(draft.text[place.start : place.end][:150]))
                print("   is :", repr(draft.text[true.start : true.end][:150]))
    return verdicts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--cases", type=int, default=2200)
    parser.add_argument("--longest", type=int, default=12_000)
    parser.add_argument("--quote-only", action="store_true")
    parser.add_argument("--copies", type=int, default=0, help="made-up texts of near-copies")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", type=int, default=0, help="how many wrong ones to print")
    given = parser.parse_args()
    paths = given.texts or (() if given.copies else sorted((ROOT / "seeds").glob("*.txt")))
    texts = [text for path in paths for text in texts_of(path)]
    dice = random.Random(given.seed)
    texts += [KINDS[number % len(KINDS)](dice) for number in range(given.copies)]
    texts = [text[: given.longest] for text in texts if len(text.split()) > 80]
    began = time.process_time()
    verdicts = measure(
        texts, given.cases, quote_only=given.quote_only, seed=given.seed, show=given.show
    )
    total: Counter[str] = Counter()
    for name, counts in sorted(verdicts.items()):
        total += counts
        print(f"{name:42}", _line(counts))
    print(f"{'all':42}", _line(total))
    print(dict(total))
    print(f"{len(texts)} texts, {given.cases} cases, {time.process_time() - began:.0f} s")


def _line(counts: Counter[str]) -> str:
    there = sum(n for name, n in counts.items() if name.split(",")[0] in ("found", "displaced"))
    there += counts["missed"]
    found = counts["found, anchored"] + counts["found, to_check"]
    gone = sum(n for name, n in counts.items() if name.startswith("gone"))
    return (
        f"found {100 * found / max(1, there):6.2f}% of {there:6}"
        f" (to check {100 * counts['found, to_check'] / max(1, there):5.2f}%)"
        f"  wrong {counts['wrong']:4}  guess {counts['wrong guess']:4}  gone {gone:5}"
        f" (to check {counts['gone, to_check']:4})"
    )


if __name__ == "__main__":
    main()
