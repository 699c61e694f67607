"""Measure the main text of web pages against pages whose text people marked.

    python tests/evaluation/evaluate_extraction.py FOLDER

FOLDER has `ground-truth.json` ({id: {"articleBody", "url"}}) and `html/ID.html.gz`, as in the
article extraction benchmark of Zyte. Score: the bag of 4-word shingles, precision and recall of a
page, averaged over the pages, and F1 of the averages. trafilatura is measured in the same run.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura

from dateline.article.errors import ArticleError
from dateline.article.web_page import read_web_page

APART = frozenset({"title", "standfirst", "byline", "dateline", "caption", "aside"})


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def score(found: str, true: str) -> tuple[float, float]:
    one, other = shingles(found), shingles(true)
    both = sum((one & other).values())
    return both / max(1, one.total()), both / max(1, other.total())


def story(data: bytes, url: str) -> str:
    """What Dateline takes for the story: all blocks but its head, captions and asides."""
    try:
        article = read_web_page(data, url)
    except ArticleError:
        return ""
    return "\n".join(
        article.text[block.start : block.end] for block in article.blocks if block.kind not in APART
    )


def plain(data: bytes, url: str) -> str:
    return trafilatura.extract(data, url=url) or ""


def precise(data: bytes, url: str) -> str:
    return trafilatura.extract(data, url=url, favor_precision=True, include_comments=False) or ""


def measure(name: str, extract: Callable[[bytes, str], str], folder: Path, worst: int) -> None:
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    rows: list[tuple[float, float, str]] = []
    raised = 0
    begun = time.process_time()
    for key, page in truth.items():
        data = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        try:
            rows.append((*score(extract(data, page["url"]), page["articleBody"]), page["url"]))
        except Exception as error:
            raised += 1
            print(f"  raised {error!r}: {page['url']}")
    spent = (time.process_time() - begun) / len(truth)
    precision = sum(row[0] for row in rows) / len(rows)
    recall = sum(row[1] for row in rows) / len(rows)
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"{name:24} precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}  "
        f"{spent * 1000:4.0f} ms a page  {raised} raised"
    )
    for row in sorted(rows, key=lambda row: row[0] + row[1])[:worst]:
        print(f"  precision {row[0]:.3f}  recall {row[1]:.3f}  {row[2]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="list the pages that score least")
    options = parser.parse_args()
    precise(b"<html><body><p>To load what is loaded once.</p></body></html>", "")
    measure("trafilatura", plain, options.folder, 0)
    measure("trafilatura, precision", precise, options.folder, 0)
    measure("dateline", story, options.folder, options.worst)


if __name__ == "__main__":
    main()
