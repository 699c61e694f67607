"""Measure the names on a CoNLL-2003 file against the bare language model, in one run.

    python tests/evaluation/evaluate_names.py COLLECTIONS/conllpp_dev.txt

Scores exact spans mapped to CoNLL's four labels. The bare model gets the same mapping and the
same trimming of a leading "the" and a closing possessive, which CoNLL leaves out of a name.
"""

from __future__ import annotations

import argparse
import pickle
import re
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from conll import Document, Name, read_documents

from dateline.analysis.language import load_model, parse
from dateline.analysis.names import find_entities
from dateline.article.model import Article

if TYPE_CHECKING:
    from dateline.analysis.parsed import ParsedArticle

CONLL_LABEL = {
    "PERSON": "PER",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "NORP": "MISC",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "PRODUCT": "MISC",
    "LAW": "MISC",
    "LANGUAGE": "MISC",
}
_LEADING = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)
_CLOSING = re.compile(r"\s*(?:['’]s|['’])$", re.IGNORECASE)


def mapped(text: str, start: int, end: int, label: str) -> Name | None:
    """A found name as CoNLL would have it, or None when its label is not a name's."""
    if label not in CONLL_LABEL:
        return None
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    closing = _CLOSING.search(text[start:end])
    end = start + closing.start() if closing else end
    return Name(start, end, CONLL_LABEL[label]) if start < end else None


def bare_names(parsed: ParsedArticle) -> set[Name]:
    """What the language model alone finds."""
    text = parsed.article.text
    found = (
        mapped(text, p.start + e.start_char, p.start + e.end_char, e.label_)
        for p in parsed.passages
        for e in p.doc.ents
    )
    return {name for name in found if name}


def product_names(parsed: ParsedArticle) -> set[Name]:
    """What Dateline finds."""
    text = parsed.article.text
    found = (
        mapped(text, mention.start, mention.end, entity.label)
        for entity in find_entities(parsed)
        for mention in entity.mentions
    )
    return {name for name in found if name}


class Score:
    """Counts of hits, false alarms and misses."""

    def __init__(self) -> None:
        self.hits = self.false_alarms = self.misses = 0

    def add(self, found: set[Name], gold: set[Name]) -> None:
        """Count one document."""
        self.hits += len(found & gold)
        self.false_alarms += len(found - gold)
        self.misses += len(gold - found)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / (2 * self.hits + self.false_alarms + self.misses or 1)

    @property
    def errors(self) -> int:
        """False alarms and misses together."""
        return self.false_alarms + self.misses

    def line(self, title: str) -> str:
        """One line of the report."""
        precision = self.hits / (self.hits + self.false_alarms or 1)
        recall = self.hits / (self.hits + self.misses or 1)
        return (
            f"{title:22} P {precision:.4f}  R {recall:.4f}  F1 {self.f1:.4f}  errors {self.errors}"
        )


def load(path: Path, cache: Path | None, sentence_end: str) -> list[tuple[Document, ParsedArticle]]:
    """The documents with what the language model makes of them, from the cache when it is there."""
    documents = read_documents(path, sentence_end)
    if cache and cache.exists():
        parsed: Sequence[ParsedArticle] = pickle.loads(cache.read_bytes())
    else:
        load_model()
        started = time.process_time()
        parsed = [parse(Article.from_text(document.text)) for document in documents]
        print(f"language model: {time.process_time() - started:.2f} s of CPU time")
        if cache:
            cache.write_bytes(pickle.dumps(parsed))
    return list(zip(documents, parsed, strict=True))


def report(title: str, rows: Iterable[tuple[set[Name], set[Name], set[Name]]]) -> None:
    """Print the scores of rows of (gold, bare, product)."""
    bare, product = Score(), Score()
    for gold, bare_found, product_found in rows:
        bare.add(bare_found, gold)
        product.add(product_found, gold)
    print(bare.line(f"{title}, bare model"))
    print(product.line(f"{title}, Dateline"))
    print(
        f"{title}: {1 - product.errors / bare.errors:.1%} fewer errors,"
        f" {1 - (1 - product.f1) / (1 - bare.f1):.1%} less of 1 - F1"
    )


def main() -> None:
    """Read the arguments, score both halves and the whole."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("collection", type=Path)
    parser.add_argument("--cache", type=Path, help="keep the parsed articles in this file")
    parser.add_argument("--sentence-end", default="\n", help="what stands between sentences")
    parser.add_argument("--wrong", choices=["first", "second"], help="list what is wrong in a half")
    arguments = parser.parse_args()
    sentence_end = arguments.sentence_end.encode().decode("unicode_escape")
    pairs = load(arguments.collection, arguments.cache, sentence_end)
    started = time.process_time()
    found = [product_names(parsed) for _, parsed in pairs]
    print(f"names: {time.process_time() - started:.2f} s of CPU time")
    rows = [
        (set(document.names), bare_names(parsed), names)
        for (document, parsed), names in zip(pairs, found, strict=True)
    ]
    middle = len(rows) // 2
    report("first half", rows[:middle])
    report("second half", rows[middle:])
    report("all", rows)
    if arguments.wrong:
        half = range(middle) if arguments.wrong == "first" else range(middle, len(rows))
        kinds: Counter[str] = Counter()
        for index in half:
            text = pairs[index][0].text
            gold, _, names = rows[index]
            for name in sorted((gold | names) - (gold & names), key=lambda n: (n.start, n.end)):
                side = "missed" if name in gold else "wrong"
                kinds[f"{side} {name.label}"] += 1
                print(
                    f"{index} {side:6} {name.label:4} {text[name.start : name.end]!r:30}"
                    f" in {text[max(0, name.start - 40) : name.end + 30]!r}"
                )
        print(kinds.most_common())


if __name__ == "__main__":
    main()
