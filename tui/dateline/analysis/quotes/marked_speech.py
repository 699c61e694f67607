"""Quotes by their marks, in languages other than English: no parse is needed.

Words in quotation marks are a quote where a word of speech stands beside them, or where they are
long enough to be speech. The speaker is a name beside the word of speech: one that the language's
model marks, else words with capitals; where there is none, the quote has no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from dateline.analysis.model import Cue, Quote, Speaker
from dateline.analysis.plain_forms import lower_case
from dateline.analysis.quotes.dash_speech import find_dash_speech
from dateline.analysis.quotes.marks import scan
from dateline.analysis.quotes.speech_words import SpeechWords, speech_words
from dateline.analysis.quotes.wording import looks_like_speech, word_count

if TYPE_CHECKING:
    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import ParsedArticle, Passage
    from dateline.analysis.quotes.marks import Quotation

_SAME_MARKS = str.maketrans("「」『』＂﹁﹂﹃﹄״", '“”‘’"“”‘’"')
_INSIDE_WORD = re.compile(r"(?<=[\u0590-\u05ff])[\"״](?=[\u0590-\u05ff])")
_REACH = 90
"""Code points from a quotation within which its word of speech is looked for."""
_STOP = re.compile(r"[.!?;。！？；؟।\n](?:\s|$|(?<=[。！？；؟]))|[\"“”„«»‘]")
_LEAST_CHARS = 12
_SENTENCE_MARK = re.compile(r"[。！？!?]")
_PARTICLES = r"(?:de|del|della|di|da|dos|das|do|van|von|der|den|ten|el|al|bin|ben|la|le|y|e|ter)"
_NAME = regex.compile(
    rf"(?<!\w)\p{{Lu}}[\w’'.-]*(?:\s+(?:{_PARTICLES}\s+){{0,2}}\p{{Lu}}[\w’'-]*){{0,4}}"
)
_VERB_LAST = frozenset(["tr", "az", "hi", "ja", "ko", "kk", "ur", "bn"])
"""Languages in which the speaker stands before the words and the verb behind them."""
_LINKS = {
    "ja": re.compile(r"(?:など)?(?:と|の)"),
    "ko": re.compile(r"이?(?:라|고|며|는|면서)"),
    "zh": re.compile(r"[，,]"),
}
"""What joins a quotation to the word of speech behind it, in scripts without spaces."""
_PEOPLE = frozenset(["PERSON", "ORG", "NORP", "GPE"])


@dataclass(frozen=True, slots=True)
class _Attribution:
    cue: tuple[int, int]
    speaker: Speaker | None
    before: bool


def find_marked_speech(parsed: ParsedArticle, entities: Sequence[Entity]) -> list[Quote]:
    """The direct quotes of an article, in the order of the text.

    `entities` are those that a model of the language found; without a model there are none.
    """
    if not parsed.passages:
        return []
    text = parsed.article.text
    words = speech_words(parsed.language)
    # Only what is read now is looked at: an article comes in many groups of passages.
    begin, end = parsed.passages[0].start, parsed.passages[-1].end
    blank, own = " " * begin, text[begin:end]
    marked = blank + _INSIDE_WORD.sub("x", own).translate(_SAME_MARKS)
    lower = blank + lower_case(own)
    names = sorted(
        (mention.start, mention.end, entity)
        for entity in entities
        if entity.label in _PEOPLE
        for mention in entity.mentions
    )
    starts = [start for start, _, _ in names]
    search = _Search(text, lower, parsed.language, words, names, starts)
    quotes: list[Quote] = []
    spans = [(p.start, p.end) for p in parsed.passages]
    outermost = [q for q in scan(marked, spans) if q.depth == 0]
    by_passage = _by_passage(outermost, parsed.passages)
    for passage in parsed.passages:
        last: _Attribution | None = None
        for quotation in by_passage.get(passage.index, ()):
            found = search.attribution(quotation, passage)
            if not _is_quote(text, quotation, words, told=found is not None):
                continue
            carried = found is None and last is not None
            attribution = last if carried else found
            last = attribution
            speaker = attribution.speaker if attribution else None
            cue = None if carried or attribution is None else attribution.cue
            quotes.append(
                Quote(
                    quotation.start,
                    quotation.end,
                    text[quotation.start : quotation.end],
                    True,
                    speaker,
                    None if cue is None else Cue(*cue, text[cue[0] : cue[1]]),
                    aside=passage.aside,
                )
            )
    taken = [(quote.start, quote.end) for quote in quotes]
    quotes += find_dash_speech(parsed, lower, words, taken, search.speaker_behind)
    return sorted(quotes, key=lambda quote: quote.start)


def _by_passage(
    quotations: Sequence[Quotation], passages: Sequence[Passage]
) -> dict[int, list[Quotation]]:
    found: dict[int, list[Quotation]] = {}
    at = 0
    for quotation in quotations:
        while at < len(passages) and passages[at].end <= quotation.start:
            at += 1
        if at < len(passages):
            found.setdefault(passages[at].index, []).append(quotation)
    return found


def _is_quote(text: str, quotation: Quotation, words: SpeechWords, *, told: bool) -> bool:
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    if words.spaced:
        if told and (word_count(text, quotation) > 1 or inner.endswith((".", "!", "?", ",", "…"))):
            return True
        return looks_like_speech(text, quotation)
    return bool(
        len(inner) >= _LEAST_CHARS or _SENTENCE_MARK.search(inner) or (told and len(inner) > 1)
    )


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for words of speech and names around a quotation."""

    text: str
    lower: str
    language: str
    words: SpeechWords
    names: Sequence[tuple[int, int, Entity]]
    starts: Sequence[int]

    def attribution(self, quotation: Quotation, passage: Passage) -> _Attribution | None:
        """The word of speech right behind a quotation, or else right before it."""
        high = min(passage.end, quotation.end + _REACH)
        behind = self._behind(quotation.end, high, quotation.start, passage.start)
        if behind is not None:
            return behind
        return self._before(max(passage.start, quotation.start - _REACH), quotation.start)

    def _behind(self, low: int, high: int, quotation: int, start: int) -> _Attribution | None:
        if not self._leads_on(low, high):
            return None
        stop = _STOP.search(self.text, low, high)
        high = stop.start() if stop else high
        match = self.words.cue.search(self.lower, low, high)
        if match is None or not self._is_near(low, match.start()):
            return None
        speaker = self.speaker_behind(match.start(), match.end(), low, high)
        if speaker is None and self.language in _VERB_LAST:
            first = max(start, quotation - _REACH)
            for stop in _STOP.finditer(self.text, first, quotation):
                first = stop.end()
            speaker = self._name(first, quotation, last=True)
        return _Attribution(match.span(), speaker, before=False)

    def _leads_on(self, low: int, high: int) -> bool:
        """Whether the sentence of a quotation that ends at `low` may go on behind it."""
        ended = self.text[: low - 1].rstrip()[-1:]
        if not self.words.spaced:
            link = _LINKS.get(self.language)
            joined = link is None or link.match(self.text, low, high) is not None
            return joined or (self.language == "zh" and ended in "，！？")
        follows = self.text[low:high].lstrip()[:1]
        return follows not in ".!?" and not (ended in ".!?…" and follows.isupper())

    def _before(self, low: int, high: int) -> _Attribution | None:
        for stop in _STOP.finditer(self.text, low, high):
            low = stop.end()
        found = list(self.words.cue.finditer(self.lower, low, high))
        if not found:
            return None
        match = found[-1]
        lead = self.text[match.end() : high].rstrip()
        if not lead.endswith((":", ",", "：", "，", "-", "–", "—")) and not (
            len(lead.split()) <= 3 if self.words.spaced else len(lead) <= 3
        ):
            return None
        speaker = self._name(low, match.start(), last=True) or self._name(match.end(), high)
        return _Attribution(match.span(), speaker, before=True)

    def _is_near(self, low: int, start: int) -> bool:
        """Whether a word of speech stands right behind a quotation: a few words at most between."""
        between = self.text[low:start]
        return len(between.split()) <= 6 if self.words.spaced else len(between) <= 24

    def speaker_behind(self, start: int, end: int, low: int, high: int) -> Speaker | None:
        """The name behind a word of speech at `[start, end)`, else the one before it."""
        return self._name(end, high) or self._name(low, start, last=True)

    def _name(self, low: int, high: int, *, last: bool = False) -> Speaker | None:
        if low >= high:
            return None
        if self.names:
            return self._marked_name(low, high, last=last)
        found = [s for s in map(self._speaker, _NAME.finditer(self.text, low, high)) if s]
        return found[-1 if last else 0] if found else None

    def _marked_name(self, low: int, high: int, *, last: bool) -> Speaker | None:
        here = [
            (start, end, entity)
            for start, end, entity in self.names[bisect_left(self.starts, low) :][:20]
            if end <= high
        ]
        people = [each for each in here if each[2].label == "PERSON"] or here
        if not people:
            return None
        start, end, entity = people[-1 if last else 0]
        return Speaker(start, end, entity.name, entity.id)

    def _speaker(self, match: regex.Match[str]) -> Speaker | None:
        """A name-like run of words, without what a sentence or phrase begins with."""
        start, end = match.span()
        words = match.group().split()
        while words and words[0].lower() in self.words.no_names:
            start += len(words[0])
            start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
            words = words[1:]
        name = self.text[start:end].rstrip(".-'’")
        if not words or not name[0].isupper() or len(name) < 2:
            return None
        before = self.text[max(0, start - 16) : start].split()
        if len(words) == 1 and before and before[-1].lower() in self.words.places_after:
            return None
        return Speaker(start, start + len(name), " ".join(name.split()), None)
