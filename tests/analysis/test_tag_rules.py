"""The memory in the place of the attribute ruler gives the ruler's own answers."""

import spacy
from spacy.tokens import Doc

from dateline.analysis.language import load_model
from dateline.analysis.tag_rules import NAME

TEXTS = [
    "There is a bridge, and there's\ta ferry. It had been closed;  I don't know why.",
    "The mayor, who does not like it, did what she'd said: they're going to let's say 12.",
    "Ain't that what y'all wanted? You got to give it to me, or to them.",
    "THE BRIDGE THAT FELL: “That's all,” he says — and it gets worse!",
    "\n",
    "",
] * 2


def _told(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.head.i, t.ent_type_, t.is_sent_start)
        for t in doc
    ]


def test_the_answers_are_those_of_the_ruler() -> None:
    remembering = load_model()
    assert NAME in remembering.pipe_names
    plain = spacy.load(remembering.path, exclude=["lemmatizer"])
    for ours, theirs in zip(remembering.pipe(TEXTS), plain.pipe(TEXTS), strict=True):
        assert _told(ours) == _told(theirs)
