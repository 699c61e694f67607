"""Measure the places on the Local-Global Lexicon (588 local news articles, toponyms with points).

    python tests/evaluation/evaluate_places.py LGL.XML [--half tuning|held-out]

Articles are parted into two halves by a hash of their number: weights were set with an eye on
the tuning half alone. The whole pipeline runs (`analyze_parsed`); the newspaper's address and
name in the collection are not used. Reported for each half:

- toponyms: precision, recall and F1 of spans that overlap, demonyms left out on both sides
  (a gold toponym is a demonym if `demonyms.tsv` has its words), beside the bare language model's
  GPE and LOC;
- resolution: of the gold toponyms that have a point and were found, the share within 161 km
  (100 miles), beside the most populous place of the name in the same gazetteer;
- time: the CPU time of the places beside that of the language model.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

import dateline
from dateline.analysis.language import load_model, parse
from dateline.analysis.names import find_entities
from dateline.analysis.places import find_places, gazetteer
from dateline.analysis.places.tables import demonyms

NEAR_ENOUGH = 161.0


@dataclass
class Gold:
    start: int
    end: int
    words: str
    point: tuple[float, float] | None

    @property
    def demonym(self):
        return self.words in demonyms() or self.words.title() in demonyms()


@dataclass
class Spans:
    """Counts for spans: found and gold, found and not gold, gold and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found, gold):
        names = [each for each in gold if not each.demonym]
        seen = set()
        for start, end in found:
            hits = [i for i, each in enumerate(names) if each.start < end and start < each.end]
            if hits:
                self.right += 1
                seen.update(hits)
            elif not any(e.demonym and e.start < end and start < e.end for e in gold):
                self.wrong += 1
        self.missed += len(names) - len(seen)

    def line(self, name):
        precision = self.right / max(self.right + self.wrong, 1)
        recall = self.right / max(self.right + self.missed, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"  {name:<28} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


@dataclass
class Half:
    articles: int = 0
    bare: Spans = field(default_factory=Spans)
    ours: Spans = field(default_factory=Spans)
    points: int = 0
    near: int = 0
    near_populous: int = 0
    model_time: float = 0.0
    places_time: float = 0.0


def read_collection(path):
    for article in ElementTree.parse(path).getroot():
        gold = []
        for toponym in article.find("toponyms"):
            tag = toponym.find("gaztag")
            point = None
            if tag is not None:
                point = float(tag.findtext("lat")), float(tag.findtext("lon"))
            gold.append(
                Gold(
                    int(toponym.findtext("start")),
                    int(toponym.findtext("end")),
                    toponym.findtext("phrase"),
                    point,
                )
            )
        yield article.get("docid"), article.findtext("text"), gold


def half_of(number):
    even = int(hashlib.sha256(number.encode()).hexdigest(), 16) % 2 == 0
    return "tuning" if even else "held-out"


def kilometres(one, other):
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    cosine = math.sin(lat1) * math.sin(lat2)
    cosine += math.cos(lat1) * math.cos(lat2) * math.cos(lon1 - lon2)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine)))


def near(point, gold):
    return None not in point and kilometres(point, gold) <= NEAR_ENOUGH


def most_populous(words):
    return max(gazetteer().lookup(words), key=lambda place: place.people, default=None)


def measure(text, gold, half):
    article = dateline.Article.from_text(text)
    began = time.process_time()
    parsed = parse(article)
    half.model_time += time.process_time() - began
    entities = find_entities(parsed)
    began = time.process_time()
    places = find_places(parsed, entities)
    half.places_time += time.process_time() - began
    half.articles += 1
    half.bare.add(
        [
            (passage.start + entity.start_char, passage.start + entity.end_char)
            for passage in parsed.passages
            for entity in passage.doc.ents
            if entity.label_ in ("GPE", "LOC")
        ],
        gold,
    )
    found = [(m.start, m.end, place, m.form) for place in places for m in place.mentions]
    half.ours.add([(start, end) for start, end, _, form in found if form != "demonym"], gold)
    for each in gold:
        hits = [
            (min(end, each.end) - max(start, each.start), -number)
            for number, (start, end, _, _) in enumerate(found)
            if each.start < end and start < each.end
        ]
        if each.point is None or each.demonym or not hits:
            continue
        start, end, place, _ = found[-max(hits)[1]]
        half.points += 1
        half.near += near((place.lat, place.lon), each.point)
        populous = most_populous(article.text[start:end])
        if populous:
            half.near_populous += near((populous.lat, populous.lon), each.point)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("collection", type=Path)
    options.add_argument("--half", choices=["tuning", "held-out"])
    chosen = options.parse_args()
    load_model()
    halves = {name: Half() for name in ("tuning", "held-out") if chosen.half in (None, name)}
    for number, text, gold in read_collection(chosen.collection):
        if half_of(number) in halves:
            measure(text, gold, halves[half_of(number)])
    for name, half in halves.items():
        print(f"{name} half: {half.articles} articles")
        print(half.bare.line("bare model (GPE, LOC)"))
        print(half.ours.line("dateline"))
        print(f"  of {half.points} toponyms found, within {NEAR_ENOUGH:.0f} km:")
        print(f"    most populous {half.near_populous / half.points:.3f}")
        print(f"    dateline      {half.near / half.points:.3f}")
        ratio = half.places_time / half.model_time
        print(f"  places took {ratio:.1%} of the language model's CPU time")


if __name__ == "__main__":
    main()
