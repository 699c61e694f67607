"""Score the time finder on TimeML files by the definitions of TempEval-3.

    python tests/evaluation/evaluate_times.py FOLDER [--half dev|test|both] [--errors] [--cache DIR]

FOLDER holds `.tml` files (TimeBank, AQUAINT). Only what stands in <TEXT> counts; the document's
creation time is given as the article's date. Spans match relaxed when they overlap, strictly when
they are equal; a value or type counts when its span matches relaxed and it is the same string, and
its F1 is over all gold and all found, as in TempEval-3. Files are halved by the first bit of the
SHA-256 of their name, so that rules can be written on one half and be measured on the other.
"alike" counts a value as right too when it is the annotators' own but for its notation (2000-W7 and
2000-W07, 1998-10-XX and 1998-10, 196X and 196); --sources scores each source of the files apart.
Without --cache the CPU time of times and timeline is set against that of the language model.
"""

from __future__ import annotations

import argparse
import datetime
import hashlib
import html
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import dateline
from dateline.analysis.language import load_model, parse
from dateline.analysis.parsed import ParsedArticle, Passage
from dateline.analysis.passages import passage_spans
from dateline.analysis.times import build_timeline, find_times

LEFT_OUT = "APW20000107.0088"  # the same story as APW20000115.0209, under another date
TIMEX = re.compile(r"<TIMEX3\b([^>]*)>(.*?)</TIMEX3>", re.DOTALL)


@dataclass(frozen=True)
class Gold:
    start: int
    end: int
    type: str
    value: str


def plainly(value: str) -> str:
    """A value in the one of its notations that says the same with the fewest signs."""
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    value = re.sub(r"(?<=^\d{3})X$|(?<=\d)(?:-XX)+$", "", value)
    return re.sub(r"^(P\d+)E$", r"\1DE", value)


def source_of(path: Path) -> str:
    """The news source that a file's name begins with ("AQUAINT NYT", "TimeBank wsj")."""
    name = re.match(r"[A-Za-z]+", path.name)
    return f"{path.parent.name} {name[0] if name else ''}"


def half_of(name: str) -> str:
    return "test" if hashlib.sha256(name.encode()).digest()[0] % 2 else "dev"


def read_timeml(path: Path) -> tuple[str, datetime.date, list[Gold]]:
    """The plain text of a TimeML file, its date, and its time expressions as spans of the text."""
    raw = path.read_text("utf-8")
    created = re.search(r"<DCT>.*?value=\"(\d{4}-\d\d-\d\d)", raw, re.DOTALL)
    body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
    text, gold, opened = "", [], []
    for piece in re.findall(r"<[^>]+>|[^<]+", body):
        if piece.startswith("<TIMEX3"):
            opened.append((len(text), dict(re.findall(r'(\w+)="([^"]*)"', piece))))
        elif piece == "</TIMEX3>":
            start, says = opened.pop()
            gold.append(Gold(start, len(text), says["type"], says["value"]))
        elif not piece.startswith("<"):
            text += html.unescape(piece)
    return text, datetime.date.fromisoformat(created[1]), gold


def parsed_with_cache(article: dateline.Article, cache: Path | None) -> ParsedArticle:
    """The parsed article, its language-model output kept in a file between runs."""
    if cache is None:
        return parse(article)
    from spacy.tokens import DocBin

    spans = list(passage_spans(article))
    key = hashlib.sha256(repr((article.text, spans)).encode()).hexdigest()[:24]
    stored = cache / f"{key}.spacy"
    if stored.exists():
        docs = DocBin().from_disk(stored).get_docs(load_model("en").vocab)
        passages = tuple(
            Passage(index, block, start, end, doc)
            for index, ((block, start, end), doc) in enumerate(zip(spans, docs, strict=True))
        )
        return ParsedArticle(article, passages)
    found = parse(article)
    DocBin(docs=[p.doc for p in found.passages], store_user_data=False).to_disk(stored)
    return found


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def score(paths: list[Path], cache: Path | None, errors: bool) -> None:
    count: Counter[str] = Counter()
    cpu = model_cpu = 0.0
    for path in paths:
        text, created, gold = read_timeml(path)
        article = dateline.Article.from_text(text, published=created)
        started = time.process_time()
        parsed = parsed_with_cache(article, cache)
        model_cpu += time.process_time() - started
        started = time.process_time()
        times = find_times(parsed)
        build_timeline(parsed, times)
        cpu += time.process_time() - started
        # The reader may change the text only one for one: offsets hold.
        count["gold"] += len(gold)
        count["found"] += len(times)
        taken: set[int] = set()
        for g in gold:
            around = text[max(0, g.start - 50) : g.start].replace("\n", " ")
            after = text[g.end : g.end + 30].replace("\n", " ")
            shown = f"{around}[[{text[g.start : g.end]}]]{after}".replace("\n", " ")
            near = [
                i
                for i, t in enumerate(times)
                if t.start < g.end and g.start < t.end and i not in taken
            ]
            if not near:
                count["missed"] += 1
                if errors:
                    print(f"MISS  {path.name[:16]} {g.type} {g.value:12} | {shown}")
                continue
            best = max(near, key=lambda i: min(g.end, times[i].end) - max(g.start, times[i].start))
            taken.add(best)
            t = times[best]
            count["relaxed"] += 1
            count["strict"] += t.start == g.start and t.end == g.end
            count["type"] += t.type == g.type
            count["value"] += t.value == g.value
            count["alike"] += plainly(t.value) == plainly(g.value)
            if errors and t.value != g.value:
                print(f"VALUE {path.name[:16]} {created} gold {g.value} ours {t.value} | {shown}")
            elif errors and (t.start, t.end) != (g.start, g.end):
                print(f"SPAN  {path.name[:16]} ours {t.text!r} | {shown}")
        if errors:
            for i, t in enumerate(times):
                if i not in taken:
                    before, after = text[max(0, t.start - 50) : t.start], text[t.end : t.end + 30]
                    shown = f"{before}[[{t.text}]]{after}"
                    print(
                        f"EXTRA {path.name[:16]} {t.type} {t.value:12} | {shown}".replace("\n", " ")
                    )
    gold_count, found_count = count["gold"], count["found"]
    print(f"{len(paths)} files, {gold_count} gold, {found_count} found, {cpu:.2f} s of CPU time")
    if cache is None:
        print(f"that is {cpu / model_cpu:.1%} of the language model's {model_cpu:.1f} s")
    for name in ("relaxed", "strict", "type", "value", "alike"):
        precision, recall, both = f1(count[name], found_count, gold_count)
        print(f"{name:8} P {precision:6.1%}  R {recall:6.1%}  F1 {both:6.1%}")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--half", choices=["dev", "test", "both"], default="both")
    arguments.add_argument("--errors", action="store_true", help="list what differs")
    arguments.add_argument("--sources", action="store_true", help="score each source apart")
    arguments.add_argument("--cache", type=Path, help="keep the language model's output here")
    options = arguments.parse_args()
    if options.cache:
        options.cache.mkdir(parents=True, exist_ok=True)
    paths = sorted(p for p in options.folder.rglob("*.tml") if LEFT_OUT not in p.name)
    for half in ("dev", "test") if options.half == "both" else (options.half,):
        own = [p for p in paths if half_of(p.name) == half]
        print(f"== {half} half")
        score(own, options.cache, options.errors)
        for source in sorted({source_of(p) for p in own}) if options.sources else ():
            print(f"-- {source}")
            score([p for p in own if source_of(p) == source], options.cache, False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
