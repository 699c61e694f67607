"""Speech that a dash begins, as French, Spanish, Polish and Russian set dialogue.

    — The bridge is shut, — said the mayor. — For good.

A paragraph counts only where a word of speech stands behind a second dash, or where another
paragraph of the article begins with a dash as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.analysis.model import Cue, Quote, Speaker

if TYPE_CHECKING:
    from dateline.analysis.parsed import ParsedArticle, Passage
    from dateline.analysis.quotes.speech_words import SpeechWords

FindSpeaker = Callable[[int, int, int, int], Speaker | None]
_OPENING = re.compile(r"\s*[—–―]\s?(?=\S)")
_SECOND = re.compile(r"[,.!?…]\s*[—–―]\s*|\s[—–―]\s")
_ENDING = re.compile(r"[.!?…][\"»”]?$")
_LEAST_WORDS = 4
_NEAR = 24


def find_dash_speech(
    parsed: ParsedArticle,
    lower: str,
    words: SpeechWords,
    taken: Sequence[tuple[int, int]],
    speaker_behind: FindSpeaker,
) -> Iterator[Quote]:
    """The quotes that dashes begin, outside `taken`; `speaker_behind` finds the name at a cue.

    `lower` is the article's text in lower case, offset for offset.
    """
    text = parsed.article.text
    opened = [
        (passage, match.end())
        for passage in parsed.passages
        if passage.block.kind in ("paragraph", "item")
        and (match := _OPENING.match(text, passage.start, passage.end))
        and not any(start < passage.end and passage.start < end for start, end in taken)
    ]
    for passage, start in opened:
        stop = start + len(text[start : passage.end].rstrip())
        quote = _told(text, lower, passage, start, stop, words, speaker_behind)
        if quote is not None:
            yield quote
        elif len(opened) > 1 and _is_speech(text[start:stop]):
            yield Quote(start, stop, text[start:stop], True, None, None, aside=passage.aside)


def _is_speech(content: str) -> bool:
    return len(content.split()) >= _LEAST_WORDS and _ENDING.search(content) is not None


def _told(
    text: str,
    lower: str,
    passage: Passage,
    start: int,
    stop: int,
    words: SpeechWords,
    speaker_behind: FindSpeaker,
) -> Quote | None:
    """The speech up to the dash behind which a word of speech stands."""
    for dash in _SECOND.finditer(text, start, stop):
        cue = words.cue.search(lower, dash.end(), min(stop, dash.end() + _NEAR))
        if cue is None:
            continue
        end = dash.start() + (1 if not text[dash.start()].isspace() else 0)
        close = re.compile(r"[.!?—–]").search(text, cue.end(), stop)
        speaker = speaker_behind(
            cue.start(), cue.end(), dash.end(), close.start() if close else stop
        )
        told = Cue(cue.start(), cue.end(), text[cue.start() : cue.end()])
        return Quote(start, end, text[start:end], True, speaker, told, aside=passage.aside)
    return None
