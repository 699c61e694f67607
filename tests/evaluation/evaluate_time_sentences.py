"""Check the time finder on sentences written for it, in the styles of several decades of news.

    python tests/evaluation/evaluate_time_sentences.py [--errors]

`time_sentences.tsv` beside this script has a date of publication and a sentence a line, its time
expressions in brackets with their TIMEX3 values: "[last week|1998-W32]". They were written before
the finder had seen them and mended on since: what is printed says what still goes wrong in them,
and nothing of unseen text.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

import dateline
from dateline.analysis.language import parse
from dateline.analysis.times import find_times

MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--errors", action="store_true", help="list what differs")
    options = arguments.parse_args()
    lines = Path(__file__).with_name("time_sentences.tsv").read_text("utf-8").splitlines()
    gold_count = found_count = right = 0
    for line in lines:
        published, marked = line.split("\t")
        gold = [(words, value) for words, value in MARKED.findall(marked)]
        text = MARKED.sub(r"\1", marked)
        day = datetime.date.fromisoformat(published)
        article = dateline.Article.from_text(text, published=day)
        found = [(time.text, time.value) for time in find_times(parse(article))]
        gold_count, found_count = gold_count + len(gold), found_count + len(found)
        right += sum(1 for pair in gold if pair in found)
        if options.errors and gold != found:
            print(published, marked)
            print("     ", ", ".join(f"{words}|{value}" for words, value in found))
    print(f"{len(lines)} sentences, {gold_count} times, {found_count} found")
    print(f"{right} of them with the words and the value that stand in the file")
    return 0


if __name__ == "__main__":
    sys.exit(main())
