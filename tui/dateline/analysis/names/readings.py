"""How a passage is read for names: its words, and for headlines a second reading in usual case."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dateline.analysis.language import load_model, text_to_read
from dateline.analysis.names.geography import ground
from dateline.analysis.names.lines import row_ends
from dateline.analysis.names.vocabulary import common_words, known_names, word_set
from dateline.analysis.tag_rules import NAME as TAG_RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from dateline.analysis.parsed import ParsedArticle, Passage
    from dateline.article.model import Article

Style = Literal["sentence", "title", "capitals"]
"""How a passage is set: as sentences, With Capitals On Most Words, or IN CAPITALS."""

_NOT_FOR_HEADLINES = ["parser", "attribute_ruler", TAG_RULES]
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_INITIALS = 4
"""The most capitals that are initials without having been explained."""
_DEFINED = re.compile(r"((?:[A-Z][\w'’-]+ (?:(?:of|for|and|the|on|in) )*){2,8})\(([A-Z]{2,8})\)")
_SENTENCE_END = re.compile(r"\.[\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage's words as far as names need them; `doc` may be of the recased copy.

    All lists run parallel to the tokens of `doc`; `starts` and `ends` are offsets in the article.
    """

    passage: Passage
    style: Style
    doc: Doc
    text: str
    """The text of `doc`, which spaCy would put together anew from its tokens."""
    words: list[str]
    lowers: list[str]
    tags: list[str]
    starts: list[int]
    ends: list[int]
    opens: list[bool]
    """Whether a token is the first word of its sentence, or stands after a colon or bullet."""
    capitals: list[bool]
    """Whether a token is written with a capital as names are."""
    rows: list[bool]
    """Whether a token begins a row: the line end before it is no mere wrap."""


def style_of(text: str) -> Style:
    """How a passage is set, told by its words alone."""
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    if not words:
        return "sentence"
    upper = sum(len(word) for word in words if word.isupper())
    if upper > 0.6 * sum(map(len, words)) and len(words) > 1:
        return "capitals"
    long = [word for word in words if len(word) > 3]
    capital = sum(1 for word in long if word[0].isupper())
    closed = _SENTENCE_END.search(text) is not None
    if len(long) >= (7 if closed else 3) and capital >= (0.95 if closed else 0.75) * len(long):
        common = sum(1 for word in long if word[0].isupper() and word.lower() in common_words())
        return "title" if common >= 2 and common * 3 >= len(long) else "sentence"
    return "sentence"


def read(parsed: ParsedArticle) -> list[Reading]:
    """The readings of all passages; headlines are parsed again with usual capitals."""
    passages = parsed.passages
    texts = [
        text_to_read(parsed.article, passage.start, passage.end, parsed.language)
        for passage in passages
    ]
    styles = [style_of(text) for text in texts]
    headlines = [i for i, style in enumerate(styles) if style != "sentence"]
    docs = [passage.doc for passage in passages]
    if headlines:
        known = Casing(
            (doc, text)
            for doc, text, style in zip(docs, texts, styles, strict=True)
            if style == "sentence"
        )
        copies = [known.recased(texts[i], styles[i]) for i in headlines]
        for i, copy in zip(headlines, copies, strict=True):
            texts[i] = copy
        for i, doc in zip(
            headlines,
            load_model(parsed.language).pipe(copies, disable=_NOT_FOR_HEADLINES),
            strict=True,
        ):
            docs[i] = doc
    return [
        _reading(parsed.article, passage, style, doc, text)
        for passage, style, doc, text in zip(passages, styles, docs, texts, strict=True)
    ]


def _reading(article: Article, passage: Passage, style: Style, doc: Doc, text: str) -> Reading:
    table = doc.to_array(["IDX", "LENGTH", "TAG", "SENT_START"]).tolist()
    words = [text[start : start + length] for start, length, _, _ in table]
    starts = [passage.start + start for start, _, _, _ in table]
    opens = [opening == 1 for _, _, _, opening in table]
    if opens:
        opens[0] = True
    names = doc.vocab.strings
    tags = {tag: names[tag] for _, _, tag, _ in table}
    rows = [False] * len(words)
    for offset in row_ends(article, passage.start, passage.end):
        i = bisect_left(starts, offset)
        if i < len(words):
            rows[i] = opens[i] = True
    for i in range(1, len(words)):
        if not opens[i] and (
            words[i - 1] in ':;"•' or (opens[i - 1] and not words[i - 1].isalnum())
        ):
            opens[i] = True
    return Reading(
        passage,
        style,
        doc,
        text,
        words,
        [word.lower() for word in words],
        [tags[tag] for _, _, tag, _ in table],
        starts,
        [start + len(word) for start, word in zip(starts, words, strict=True)],
        opens,
        [_is_capital(word) for word in words],
        rows,
    )


def _is_capital(word: str) -> bool:
    return word[0].isupper() and (len(word) > 1 or word == "Y")


def _is_initials(word: str) -> bool:
    """Whether a word is in capitals because it is initials, as a place in a dateline is not."""
    return 1 < len(word) <= _INITIALS and word.isupper() and ground(word.title()) is None


def _defines(match: re.Match[str]) -> bool:
    """Whether the capitals before a bracket are those of the short form in it: "... (WTO)"."""
    return "".join(filter(str.isupper, match[1])).endswith(match[2])


class Casing:
    """How an article writes its words where capitals mean something."""

    def __init__(self, docs: Iterable[tuple[Doc, str]]) -> None:
        self.names: dict[str, str] = {}
        self.lower: set[str] = set()
        for doc, text in docs:
            for start, length, opening in doc.to_array(["IDX", "LENGTH", "SENT_START"]).tolist():
                word = text[start : start + length]
                if word.islower():
                    self.lower.add(word)
                elif word[0].isupper() and ((opening != 1 and start) or _is_initials(word)):
                    self.names.setdefault(word.lower(), word)

    def recased(self, text: str, style: Style) -> str:
        """A copy of the same length with capitals on names only, as far as is known."""
        kept = [match.span(1) for match in _DEFINED.finditer(text) if _defines(match)]
        tokens = [
            (m.start(), m.group())
            for m in _WORD.finditer(text)
            if style == "capitals" or not any(a <= m.start() < b for a, b in kept)
        ]
        copy = list(text)
        place_until = 0
        for i, (start, word) in enumerate(tokens):
            if start < place_until:
                continue
            if i + 1 < len(tokens):
                following = tokens[i + 1]
                pair = text[start : following[0] + len(following[1])]
                if pair.title() in known_names():
                    place_until = following[0] + len(following[1])
                    _put(copy, start, pair.title())
                    continue
                place = ground(pair) if len(pair) == len(word) + 1 + len(following[1]) else None
                if place and place.population > 200_000:
                    place_until = following[0] + len(following[1])
                    _put(copy, start, pair.title())
                    continue
            _put(copy, start, self._usual(word, style, first=i == 0))
        return "".join(copy)

    def _usual(self, word: str, style: Style, *, first: bool) -> str:
        bare = word.rstrip(".'’-")
        if bare.endswith(("'s", "’s", "'S", "’S")):
            bare = bare[:-2]
        tail = word[len(bare) :].lower()
        lower = bare.lower()
        if len(lower) != len(bare):
            return word
        if style == "title" and (bare.isupper() or not bare[0].isupper()) and len(bare) > 1:
            return word
        if lower in self.names:
            known = self.names[lower]
            return known + tail if not (lower in self.lower and first) else bare.capitalize() + tail
        if "." in bare:
            return word
        if lower in word_set("calendar"):
            return bare.capitalize() + tail
        if lower in self.lower or lower in common_words() or lower in word_set("never"):
            place = ground(bare.title())
            if not (place and place.kind in ("country", "demonym")):
                return (bare.capitalize() if first else lower) + tail
        if style == "title":
            return bare + tail
        if "-" in bare:
            return (
                "-".join(
                    self._usual(part, style, first=False) if part else ""
                    for part in bare.split("-")
                )
                + tail
            )
        return bare.capitalize() + tail


def _put(copy: list[str], start: int, text: str) -> None:
    copy[start : start + len(text)] = text
