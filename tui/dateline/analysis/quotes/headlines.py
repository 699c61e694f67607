"""Headlines: "Smith: Country must answer", "Country must answer: Smith", "Smith Says It Must"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import read_table, verb_cues
from dateline.analysis.quotes.findings import Finding, Source
from dateline.analysis.quotes.grammar import trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import Passage

_LONGEST = 30
"""Words of a headline."""
_SPEAKER = 6
"""Words of the name before or after a colon."""
_AUXILIARIES = frozenset(
    {"am", "are", "can", "could", "has", "have", "is", "may", "must", "should", "was", "were"}
    | {"will", "won't", "would", "i", "i'm", "we", "we're", "don't", "not", "never"}
)
_PLACES = frozenset({"GPE", "NORP"})
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find_headline(passage: Passage, entities: Sequence[Entity]) -> Finding | None:
    """What a headline says that somebody says, when it is set with a colon: name and words."""
    doc = passage.doc
    if len(doc) > _LONGEST:
        return None
    colon = next((t.i for t in doc if t.text == ":"), None)
    if colon is None or colon + 1 >= len(doc) or not colon > 0:
        return None
    if colon <= _SPEAKER + 2:
        stop = next((i for i in range(1, colon) if doc[i].lower_ in ("on", "to", "in")), colon)
        if _names_somebody(passage, 0, stop, entities) and _states(doc[colon + 1 :]):
            return _finding(passage, (0, stop), (stop, colon + 1), (colon + 1, len(doc)))
    low, high = trimmed(doc, colon + 1, len(doc))
    if doc[0].is_quote and doc[colon - 1].is_quote:
        verb = next((i for i in range(low, high) if doc[i].pos_ in ("VERB", "AUX")), high)
        nouns = [i for i in range(low, verb) if doc[i].pos_ in ("NOUN", "PROPN")]
        if nouns and _names_somebody(passage, low, nouns[0] + 1, entities):
            return _finding(passage, (low, verb), (colon, colon + 1), (0, colon))
    short = high - low <= _SPEAKER
    if short and _names_somebody(passage, low, high, entities) and _states(doc[:colon]):
        return _finding(passage, (low, high), (colon, colon + 1), (0, colon))
    return None


def _states(words: Span) -> bool:
    """Whether words say something, as a verb or quotation marks show, and are not only a topic."""
    return any(
        token.tag_ in ("VBZ", "VBP", "MD", "VBD") or token.is_quote or token.lower_ in _AUXILIARIES
        for token in words
    )


def find_headline_verb(passage: Passage) -> Finding | None:
    """What a headline in Title Case says after a verb of speech, which the parse takes for a
    name."""
    doc = passage.doc
    if len(doc) > _LONGEST:
        return None
    table = verb_cues()
    for token in doc[1:-2]:
        cues = table.get(token.lower_)
        if cues is None or (token.pos_ == "VERB" and not token.is_title):
            continue
        if token.lower_.endswith(("ed", "ing")) or not all(
            t.text[:1].isupper() or t.is_punct or t.lower_ in ("of", "the", "'s")
            for t in doc[: token.i]
        ):
            continue
        cue = cues[-1]
        if cue.kind != "speech" or not cue.frames & {"c", "o", "n", "as"}:
            continue
        following = doc[token.i + 1]
        if following.is_punct and following.text not in "\"'":
            continue
        return _finding(
            passage, (0, token.i), (token.i, token.i + 1), (token.i + 1, len(doc)), direct=False
        )
    return None


def _names_somebody(passage: Passage, low: int, high: int, entities: Sequence[Entity]) -> bool:
    """Whether words are a name that can speak, or one of the words for unnamed speakers."""
    doc = passage.doc
    low, high = trimmed(doc, low, high)
    if low >= high:
        return False
    if doc[high - 1].lower_ in _speaking_nouns():
        return True
    begin = passage.start + doc[low].idx
    end = passage.start + doc[high - 1].idx + len(doc[high - 1])
    words = {t.lower_ for t in doc[low:high]}
    for entity in entities:
        if entity.label not in _SPEAKING:
            continue
        if any(begin <= m.start and m.end == end for m in entity.mentions):
            return entity.label not in _PLACES or _urges(doc)
        if words <= {word.lower() for word in entity.name.split()} and len(entity.mentions) > 1:
            return True
    return False


def _urges(doc: Doc) -> bool:
    """Whether a headline says what should or will be: then the place before its colon speaks."""
    return any(token.tag_ == "MD" or token.lower_ in ("must", "we", "our") for token in doc)


@cache
def _speaking_nouns() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("speaking_nouns.tsv"))


def _finding(
    passage: Passage,
    source: tuple[int, int],
    cue: tuple[int, int],
    content: tuple[int, int],
    *,
    direct: bool = True,
) -> Finding | None:
    doc: Doc = passage.doc
    source = trimmed(doc, *source)
    low, high = trimmed(doc, *content)
    if low >= high or source[0] >= source[1]:
        return None
    head = doc[source[1] - 1]
    return Finding(
        (_span(passage, low, high),),
        direct,
        Source(passage, *_span(passage, *source), head),
        _span(passage, *trimmed(doc, *cue)) if not direct else _span(passage, *cue),
    )


def _span(passage: Passage, low: int, high: int) -> tuple[int, int]:
    words = passage.doc[low:high]
    return passage.start + words.start_char, passage.start + words.end_char
