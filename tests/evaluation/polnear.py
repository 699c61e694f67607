"""The PolNeAR collection: news with its attributions annotated by people (brat standoff)."""

from __future__ import annotations

import hashlib
import pickle
import time
from dataclasses import dataclass, field
from pathlib import Path

import dateline
from dateline.analysis.language import parse


def half_of(name: str) -> str:
    """The half that a file belongs to, by the hash of its name."""
    return "dev" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 == 0 else "test"


@dataclass
class Gold:
    """An annotated attribution: spans of its parts."""

    content: list[tuple[int, int]] = field(default_factory=list)
    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)


def read_gold(path: Path) -> list[Gold]:
    """The attributions of a brat file."""
    spans, events = {}, []
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T"):
            _, places = cells[1].split(" ", 1)
            spans[cells[0]] = [tuple(map(int, p.split())) for p in places.split(";")]
        elif line.startswith("E"):
            events.append(cells[1].split())
    found = []
    for event in events:
        gold = Gold()
        for part in event:
            role, place = part.split(":")
            role = role.rstrip("0123456789").lower()
            if role in ("content", "source", "cue"):
                getattr(gold, role).extend(spans[place])
        if gold.content:
            found.append(gold)
    return found


def load(folder: Path, half: str, cache: Path | None, clock: list[float]):
    """The parsed articles of a half, with their gold; `clock` takes the seconds of parsing."""
    for path in sorted((folder / "text").glob("*.txt")):
        if half not in ("all", half_of(path.stem)):
            continue
        gold_file = sorted((folder / "attributions").glob(path.stem + "_*.ann"))[0]
        text = path.read_text("utf-8")
        article = dateline.Article.from_text(text)
        if len(article.text) != len(text):
            raise SystemExit(f"{path}: offsets would not hold")
        store = cache / (path.stem + ".pickle") if cache else None
        if store and store.exists():
            parsed = pickle.loads(store.read_bytes())
        else:
            began = time.process_time()
            parsed = parse(article)
            clock.append(time.process_time() - began)
            if store:
                store.write_bytes(pickle.dumps(parsed))
        yield path.stem, parsed, read_gold(gold_file)
