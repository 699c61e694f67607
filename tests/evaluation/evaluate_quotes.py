"""Measure the quotes finder against PolNeAR (sources, cues and contents annotated by people).

    python tests/evaluation/evaluate_quotes.py FOLDER [--half dev|test|all] [--cache FOLDER]
        [--peer PYTHON] [--errors N]

FOLDER holds `text/` and `attributions/` (brat standoff). Files fall into two halves by the hash of
their names, so that rules can be made while looking at one and measured on the other.

What is measured, over words (runs of letters, digits and inner apostrophes):

- content, matched: each attribution is matched with at most one quote (pieces that go on from one
  another count as one quote), greedily by words shared. Precision: shared words of matched pairs
  over all words of quotes; recall: over all words of contents. Words in quotation marks inside a
  reported clause are that clause's, not counted twice.
- content, union: words that stand in any quote against words that stand in any content.
- attributions: a quote is right when at least half of the words of both together are shared.
- direct: stretches in quotation marks inside contents, against direct quotes; words, and spans
  with the same first and last word.
- speaker: of the direct quotes found, those whose content has a source: the words that say so here
  overlap the source, or the resolved name shares a name with it.
- cue: a cue is right when it overlaps an annotated one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from polnear import load
from quote_scores import chains, measure, measure_peer, words_of

from dateline.analysis.language import load_model
from dateline.analysis.names import find_entities
from dateline.analysis.quotes import find_quotes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", default="all")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--peer", help="a Python that has textacy, to run beside this one")
    parser.add_argument("--errors", type=Path, help="write what went wrong to this file")
    options = parser.parse_args()
    count: Counter[str] = Counter()
    by_frame: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    log = options.errors.open("w") if options.errors else None
    peers = {}
    load_model()
    clock: list[float] = []
    articles = list(load(options.folder, options.half, options.cache, clock))
    if options.peer:
        peers = run_peer(options.peer, {stem: p.article.text for stem, p, _ in articles})
    seconds = 0.0
    for stem, parsed, golds in articles:
        text = parsed.article.text
        words = words_of(text)
        entities = find_entities(parsed)
        began = time.process_time()
        quotes = find_quotes(parsed, entities)
        seconds += time.process_time() - began
        found = chains(quotes)
        measure(count, by_frame, text, words, golds, quotes, found, log, stem)
        if stem in peers:
            measure_peer(count, text, words, golds, quotes, peers[stem])
    report(count, len(articles), seconds)
    if len(clock) == len(articles):
        model = sum(clock)
        print(
            f"CPU: model {model:.1f} s, finder {seconds:.2f} s ({seconds / model:.1%} of the model)"
        )
    if log:
        log.write("\n\ncues: right/all\n")
        for cue, (right, total) in sorted(by_frame.items(), key=lambda kv: -kv[1][1]):
            log.write(f"{cue}\t{right}/{total}\n")


def run_peer(python: str, texts: dict[str, str]):
    """textacy's direct quotations of the same texts."""
    script = Path(__file__).with_name("textacy_quotations.py")
    done = subprocess.run(
        [python, str(script)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def ratio(a: float, b: float) -> float:
    return a / b if b else 0.0


def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def report(count, articles: int, seconds: float) -> None:
    print(f"{articles} articles, {count['attributions gold']} attributions; finder {seconds:.2f} s")

    def line(name, right, found, gold):
        p, r = ratio(count[right], count[found]), ratio(count[right], count[gold])
        print(f"{name:34} P {p:.3f}  R {r:.3f}  F1 {f1(p, r):.3f}")

    line("content, matched", "matched shared", "matched found", "matched gold")
    line("content, union", "union shared", "union found", "union gold")
    line(
        "attributions (half shared)",
        "attributions right",
        "attributions found",
        "attributions gold",
    )
    for name in ("direct", "textacy direct"):
        if count[f"{name} words found"]:
            for unit in ("words", "spans"):
                line(
                    f"{name}, {unit}", *(f"{name} {unit} {k}" for k in ("shared", "found", "gold"))
                )
    p = ratio(count["cue right"], count["cue found"])
    r = 1 - ratio(count["cue missed"], count["cue gold"])
    print(f"{'cues':34} P {p:.3f}  R {r:.3f}  F1 {f1(p, r):.3f}")
    for kind in ("direct", "reported"):
        share = ratio(count[f"speaker {kind} right"], count[f"speaker {kind} all"])
        print(f"right speaker, {kind:18} {share:.3f} of {count[f'speaker {kind} all']}")
    if count["textacy speaker direct all"]:
        share = ratio(count["textacy speaker direct right"], count["textacy speaker direct all"])
        total = count["textacy speaker direct all"]
        print(f"right speaker, textacy            {share:.3f} of {total}")


if __name__ == "__main__":
    sys.exit(main())
