"""Finding the time expressions of an article: one sweep for head words, rules only around them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.analysis.model import Time
from dateline.analysis.passages import plain_text_of
from dateline.analysis.times import (
    anchored,
    clock,
    dates,
    day_parts,
    durations,
    feasts,
    nth_days,
    periods,
    quarters,
    references,
    sets,
    stretches,
    weekdays,
    weeks_of_months,
    years,
)
from dateline.analysis.times.calendar import days_of, in_reach
from dateline.analysis.times.news_day import news_day
from dateline.analysis.times.reading import Context, Reading, Rule, Story
from dateline.analysis.times.settling import settled

if TYPE_CHECKING:
    from dateline.analysis.parsed import ParsedArticle, Passage

_RULES: tuple[Rule, ...] = (
    *dates.RULES,
    *years.RULES,
    *weekdays.RULES,
    *day_parts.RULES,
    *clock.RULES,
    *nth_days.RULES,
    *feasts.RULES,
    *periods.RULES,
    *weeks_of_months.RULES,
    *quarters.RULES,
    *durations.RULES,
    *stretches.RULES,
    *anchored.RULES,
    *sets.RULES,
    *references.RULES,
)
_HEADS = {
    "numeric": r"\d{4}[-/]\d\d[-/]\d\d|\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d\d)\b|9/11\b",
    "clock": (
        r"\d{1,2}:\d\d|\d{1,2}(?:\.\d\d)?\s*[ap]\.?\s?m\b|o['’]\s?clock"
        r"|\d{4}(?=\s*(?:GMT|UTC|hours|hrs|EST|EDT|local))"
    ),
    "decade": (
        r"(?:1[5-9]|20)\d0['’]?s\b|['’]\d0s\b|\b\d0s\b"
        r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b"
    ),
    "shortq": r"[QH][1-4]\b|FY\s?'?\d",
    "era": r"\d{1,4}\s+B\.?C\b|A\.?D\.?\s+\d{1,4}\b",
    "nth": r"[1-3]?\d(?:st|nd|rd|th)\b",
    "short": r"['’]\d\d\b",
    "year": r"(?:1[0-9]|20|21)\d\d\b",
    "spoken": (
        r"(?:nineteen|eighteen|seventeen|twenty)[\s-](?=oh|ten|eleven|twelve|\w+teen|\w+ty)"
        r"|two\s+thousand"
    ),
    "holiday": feasts.HOLIDAY_HEAD,
    "month": (
        r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
        r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
    ),
    "weekday": (
        r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
        r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?=[.,]?\s+(?:\d|[JFMASOND])))\b"
    ),
    "near": r"(?:yesterday|today|tonight|tomorrow)\b",
    "part": (
        r"(?:(?:mid-?)?(?:morning|afternoon)s?|evenings?|overnight|nights?|dawn|dusk|noon|midnight"
        r"|midday|daybreak|nightfall|sunrise|sunset|lunchtime)\b"
    ),
    "season": r"(?:spring|summer|autumn|fall|winter)s?\b",
    "half": r"half\b(?!-)",
    "long": r"(?:(?:day|week|month|year|decade|hour)s?-?long|(?:year|decade|centurie)s-old)\b",
    "unit": (
        r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weekends?|weeks?|fortnights?|months?|quarters?"
        r"|semesters?|years?|yrs?|decades?|centur(?:y|ies)|millenni(?:um|a)|period"
        r"|mid(?:year|week|month|century|decade))\b"
    ),
    "eve": r"eve\b",
    "often": (
        r"(?:hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually)\b"
    ),
    "span": r"while\b|time\b|period\b",
    "word": (
        r"(?:now|current(?:ly)?|present(?:ly)?|nowadays|moment|these\s+days|this\s+(?:moment|time)|recent(?:ly)?|lately"
        r"|of\s+late|future|(?:near|short|long|medium)[\s-]term|soon|shortly|past|then|long\s+ago)\b"
    ),
}
_CASED = {"month", "weekday", "shortq", "holiday"}
_SWEEP = re.compile(
    r"(?<![\w])(?:"
    + "|".join(
        f"(?P<{name}>{pattern})" if name in _CASED else f"(?P<{name}>(?i:{pattern}))"
        for name, pattern in _HEADS.items()
    )
    + ")"
)
_BY_HEAD: dict[str, tuple[Rule, ...]] = {
    name: tuple(rule for rule in _RULES if name in rule.heads) for name in _HEADS
}
# "period" and "night" are heads of two classes each; the sweep gives only one.
_BY_HEAD["unit"] = (*_BY_HEAD["unit"], *_BY_HEAD["span"], *_BY_HEAD["part"])
_BY_HEAD["part"] = (*_BY_HEAD["part"], *_BY_HEAD["unit"])
_BY_HEAD["clock"] = (*_BY_HEAD["clock"], *_BY_HEAD["year"])
_LOOK_BACK, _LOOK_AHEAD = 60, 70


def find_times(parsed: ParsedArticle) -> list[Time]:
    """Find the time expressions of an article, in the order of the text, none overlapping.

    Each has a TIMEX3 type and value (TimeML 1.2.1). Relative ones are resolved against
    `article.published`; without it they stay relative and their bounds are None.
    """
    published = in_reach(parsed.article.published)
    text = parsed.article.text
    story = Story(published, news=news_day(published, text) if published else None)
    found = [
        (passage, plain, list(_readings_of_passage(passage, story, plain)))
        for passage in parsed.passages
        for plain in [plain_text_of(parsed.article, passage.start, passage.end)]
    ]
    return [
        _time_of(reading, passage, text)
        for passage, plain, readings in found
        for reading in settled(readings, plain, story.happenings)
    ]


def _readings_of_passage(passage: Passage, story: Story, text: str) -> Iterable[Reading]:
    context: Context | None = None
    done = 0
    for head in _SWEEP.finditer(text):
        if head.start() < done:
            continue
        if context is None:
            context = Context(passage.index, passage.doc, text, story)
        for reading in _read(head, context, done):
            done = max(done, reading.end)
            context.note(reading)
            yield reading


def _read(head: re.Match[str], context: Context, done: int) -> list[Reading]:
    """The best reading of the words around a head: the longest match that its rule accepts."""
    kind = head.lastgroup or ""
    low, high = max(done, head.start() - _LOOK_BACK), head.end() + _LOOK_AHEAD
    candidates: list[tuple[int, int, Rule, re.Match[str]]] = []
    near = context.text[low:high].lower()
    for rule in _BY_HEAD[kind]:
        if rule.words and not any(word in near for word in rule.words):
            continue
        for match in rule.pattern.finditer(context.text, low, high):
            if match.start() >= head.end():
                break
            if match.end() > head.start():
                length = match.end() - match.start()
                candidates.append((length, rule.weight, rule, match))
    candidates.sort(key=lambda candidate: candidate[:2], reverse=True)
    for _, _, rule, match in candidates:
        try:
            found = rule.read(match, context)
            readings = [] if found is None else _as_list(found)
        except (OverflowError, ValueError):
            # "99999999999 years ago" lies outside the calendar of datetime: it is no date.
            continue
        if readings:
            return readings
    return []


def _as_list(found: Reading | Iterable[Reading]) -> list[Reading]:
    return [found] if isinstance(found, Reading) else list(found)


def _time_of(reading: Reading, passage: Passage, article_text: str) -> Time:
    start, end = passage.start + reading.start, passage.start + reading.end
    bounds = days_of(reading.value) if reading.type in ("DATE", "TIME") else None
    first, last = reading.first, reading.last
    if bounds is not None and first is None and last is None:
        first, last = bounds
    return Time(
        start=start,
        end=end,
        text=article_text[start:end],
        type=reading.type,
        value=reading.value,
        mod=reading.mod,
        earliest=first.isoformat() if first else None,
        latest=last.isoformat() if last else None,
        how=reading.how,
        aside=passage.aside,
    )
