"""Dates by the words of the calendar, in languages other than English: no parse is needed.

A date without a year is the one nearest to the article's day, rather in the past; so is a weekday,
unless a word beside it says otherwise. What nothing ties to the calendar stays relative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.analysis.model import Time
from dateline.analysis.passages import plain_text_of
from dateline.analysis.plain_forms import lower_case, plain_digits
from dateline.analysis.times.calendar import days_of, in_reach, moved, valid_date, value_around
from dateline.analysis.times.word_patterns import date_patterns

if TYPE_CHECKING:
    from dateline.analysis.model import TimexType
    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.times.calendar import Unit
    from dateline.analysis.times.word_patterns import DatePatterns

_AHEAD = timedelta(days=92)
"""How far ahead of the article's day a date without a year may lie."""
_DAYS_AHEAD = 7
"""The same for a day of the month alone ("6日")."""
_NEAR = 60
"""Code points between a date and the clock time that belongs to it."""
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
"""The year before the first of a Japanese era."""
_BUDDHIST = 543
_AFTERNOON = frozenset(["午後", "下午", "晚上", "오후", "밤"])
_SENTENCE_START = re.compile(r"(?:^|[.!?:…»\"])\s*[\"«(]?$")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    value: str
    type: TimexType = "DATE"
    how: str | None = None


class _Reader:
    """Reads the matches of one passage; remembers the day that was named last."""

    def __init__(self, patterns: DatePatterns, text: str, published: date | None) -> None:
        self._words = patterns.words
        self._language = patterns.language
        self._text = text
        self._lower = lower_case(plain_digits(text))
        self._published = published
        self._day: str | None = None
        self._day_end = -_NEAR
        self._sweep = patterns.sweep

    def read(self) -> Iterator[_Found]:
        """The dates of the passage, in order."""
        done = 0
        while match := self._sweep.search(self._lower, done):
            done = max(match.end(), match.start() + 1)
            for found in self._readings(match):
                if found.type == "DATE" and re.fullmatch(r"\d{4}-\d\d-\d\d", found.value):
                    self._day, self._day_end = found.value, found.end
                yield found

    def _readings(self, match: re.Match[str]) -> list[_Found]:
        groups = {name: text for name, text in match.groupdict().items() if text is not None}
        try:
            for names, reader in _READERS.items():
                if any(name in groups for name in names):
                    return [found for found in reader(self, match, groups) if found.value]
        except (OverflowError, ValueError):
            # Beyond the calendar of datetime: no date.
            return []
        return self._counted(match, groups)

    def _numeric(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        written = groups.get("iso") or groups.get("ymd") or groups["dmy"]
        one, two, three = (int(part) for part in re.split(r"[./-]\s?", written))
        if "dmy" not in groups:
            found = self._date(one, two, three)
        else:
            year = three if three > 99 else three + (2000 if three < 69 else 1900)
            month_first = self._words.order == "MDY" and one <= 12
            day, month = (two, one) if month_first or (two > 12 >= one) else (one, two)
            found = self._date(year, month, day)
        return [_Found(match.start(), match.end(), found)] if found else []

    def _han(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        start, end = match.span()
        month = int(groups.get("hmonth") or groups.get("hmonth2") or 0)
        day = int(groups.get("hday") or groups.get("hday2") or 0)
        if "hyear" in groups:
            year = 1 if groups["hyear"] == "元" else int(groups["hyear"])
            if year < 100 and "era" not in groups:
                return []
            year += _ERAS.get(groups.get("era", ""), 0)
        elif (near := self._year_of(month, day)) is not None:
            year = near
        else:
            return [_Found(start, end, f"XXXX-{month:02}" + (f"-{day:02}" if day else ""))]
        if not month:
            return [_Found(start, end, f"{year:04}")]
        value = self._date(year, month, day) if day else f"{year:04}-{month:02}"
        return [_Found(start, end, value)]

    def _day_alone(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        number = int(groups["hday3"])
        if self._published is None:
            return [_Found(*match.span(), f"XXXX-XX-{number:02}")]
        latest = self._published + timedelta(days=_DAYS_AHEAD)
        day = latest
        while day.day != number:
            day -= timedelta(days=1)
        return [_Found(*match.span(), day.isoformat(), how=self._distance(day))]

    def _named(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        """A month by its name with what stands beside it."""
        place = next(n for n in "23456" if f"m{n}" in groups)
        word = groups[f"m{place}"]
        month = self._month(word)
        written = groups.get(f"y{place}") or groups.get(f"y{place}b")
        day = int(groups.get(f"d{place}", 0))
        start = match.start(f"m{place}") if place in "56" else match.start()
        end = match.end()
        if not written and self._text[end - 1] == "." and word in self._words.months:
            end -= 1
        if place in "56" and self._is_name(word, start):
            return []
        year = self._written_year(written) if written else self._year_of(month, day)
        if year is None:
            value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
            return [_Found(start, match.end(), value)]
        if not day:
            return [_Found(start, end, f"{year:04}-{month:02}")]
        found = []
        if first := int(groups.get("d1", 0)):
            found.append(_Found(start, match.end("d1"), self._date(year, month, first)))
            start = match.start("d2")
        day_found = self._date(year, month, day)
        how = None if written or not day_found else self._distance(date.fromisoformat(day_found))
        found.append(_Found(start, end, day_found, how=how))
        return found

    def _is_name(self, word: str, start: int) -> bool:
        """Whether a month's word alone is set as a name of its language's other words is not:
        German sets all nouns with a capital, French and Russian no month."""
        if self._language in _CAPITAL_MONTHS:
            return self._text[start].islower() and self._text[start].upper() != self._text[start]
        return self._text[start].isupper() and not _SENTENCE_START.search(self._text[:start])

    def _weekday(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        weekday = self._words.weekdays[self._plain(groups["weekday"])]
        back = "wlast" in groups or "wlast2" in groups
        ahead = "wnext" in groups or "wnext2" in groups
        if self._published is None:
            return [_Found(*match.span(), f"XXXX-WXX-{weekday + 1}")]
        since = (self._published.weekday() - weekday) % 7
        if back and not since:
            since = 7
        day = self._published - timedelta(days=since)
        if ahead:
            day += timedelta(days=7)
        return [_Found(*match.span(), day.isoformat(), how=self._distance(day))]

    def _near_day(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        start, end = match.span()
        capital = self._text[start].isupper() and not _SENTENCE_START.search(self._text[:start])
        if capital or _ARTICLE.search(self._lower[max(0, start - 5) : start]):
            return []
        if self._published is None:
            return [_Found(start, end, "XXXX-XX-XX")]
        day = self._published + timedelta(days=self._words.days[self._plain(groups["near"])])
        return [_Found(start, end, day.isoformat(), how=self._distance(day))]

    def _stretch(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        unit, shift = self._words.stretches[self._plain(groups["stretch"])]
        return self._around(match, unit, shift)

    def _counted(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        """ "3 days ago": the match is of one of the language's frames."""
        place = next(name[5:] for name in groups if name.startswith("frame"))
        frame = sorted(self._words.frames, key=len, reverse=True)[int(place)]
        number = groups[f"count{place}"]
        count = int(number) if number.isdecimal() else self._words.numbers[self._plain(number)]
        unit = self._words.units[self._plain(groups[f"unit{place}"])]
        return self._around(match, unit, count * self._words.frames[frame])

    def _around(self, match: re.Match[str], unit: str, shift: int) -> list[_Found]:
        if self._published is None:
            value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[(shift > 0) - (shift < 0)]
            return [_Found(*match.span(), value)]
        grain: Unit = {"D": "D", "W": "W", "M": "M"}.get(unit, "Y")  # type: ignore[assignment]
        if grain == "W" and abs(shift) > 1:
            grain, shift = "D", 7 * shift
        day = moved(self._published, grain, shift)
        return [_Found(*match.span(), value_around(day, grain))]

    def _clock(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        place = next(n for n in ("", "2", "3", "4") if f"hour{n}" in groups)
        hour = int(groups[f"hour{place}"])
        minute = int(groups.get(f"minute{place}", 30 if "halfhour" in groups else 0))
        if groups.get("half") in _AFTERNOON and hour < 12:
            hour += 12
        if hour > 24 or minute > 59:
            return []
        day = "XXXX-XX-XX"
        if self._day is not None and match.start() - self._day_end < _NEAR:
            day = self._day
        elif self._published is not None:
            day = self._published.isoformat()
        return [_Found(*match.span(), f"{day}T{hour:02}:{minute:02}", "TIME")]

    def _year(self, match: re.Match[str], groups: dict[str, str]) -> list[_Found]:
        name = next(n for n in ("year", "year2", "year3", "year4") if n in groups)
        year = self._written_year(groups[name])
        return [_Found(match.start(name), match.end(), f"{year:04}")]

    def _written_year(self, written: str) -> int:
        year = int(written)
        return year - _BUDDHIST if self._language in ("th", "lo") and year > 2400 else year

    def _year_of(self, month: int, day: int) -> int | None:
        """The year that a date without one means: the last one not far ahead."""
        if self._published is None:
            return None
        latest = self._published + _AHEAD
        for year in (latest.year, latest.year - 1):
            if (year, month, day or 1) <= (latest.year, latest.month, latest.day):
                return year
        return latest.year - 1

    def _date(self, year: int, month: int, day: int) -> str:
        """The TIMEX3 value of a day; empty where the calendar has none."""
        found = valid_date(year, month, day)
        return found.isoformat() if found else ""

    def _month(self, word: str) -> int:
        plain = self._plain(word)
        return self._words.months.get(plain) or self._words.short_months[plain]

    def _plain(self, word: str) -> str:
        return " ".join(word.split())

    def _distance(self, day: date) -> str | None:
        """How a day was found, in words."""
        if self._published is None:
            return None
        away = (day - self._published).days
        if not away:
            return "the day of publication"
        days = "day" if abs(away) == 1 else "days"
        return f"{abs(away)} {days} {'after' if away > 0 else 'before'} publication"


_CAPITAL_MONTHS = frozenset(["de", "lb", "nds", "el", "id", "ms", "tr", "az", "sw", "cy", "fil"])
_ARTICLE = re.compile(r"\b(?:la|am|die|der)\s$")
"""Before "mañana" and the like, which are then a part of the day."""
_READERS = {
    ("iso", "ymd", "dmy"): _Reader._numeric,
    ("hyear", "hmonth2"): _Reader._han,
    ("hday3",): _Reader._day_alone,
    ("m2", "m3", "m4", "m5", "m6"): _Reader._named,
    ("weekday",): _Reader._weekday,
    ("near",): _Reader._near_day,
    ("stretch",): _Reader._stretch,
    ("hour", "hour2", "hour3", "hour4"): _Reader._clock,
    ("year", "year2", "year3", "year4"): _Reader._year,
}
"""By the groups of the sweep that call for them."""


def find_dates(parsed: ParsedArticle) -> list[Time]:
    """The dates of an article in a language other than English, in the order of the text.

    Values are TIMEX3's. Years, months and days, weekdays, relative words, and clock times with
    their day; no durations and no sets.
    """
    published = in_reach(parsed.article.published)
    patterns = date_patterns(parsed.language)
    text = parsed.article.text
    times: list[Time] = []
    for passage in parsed.passages:
        plain = plain_text_of(parsed.article, passage.start, passage.end)
        for found in _Reader(patterns, plain, published).read():
            start, end = passage.start + found.start, passage.start + found.end
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end = start + len(text[start:end].rstrip())
            bounds = days_of(found.value)
            times.append(
                Time(
                    start=start,
                    end=end,
                    text=text[start:end],
                    type=found.type,
                    value=found.value,
                    mod=None,
                    earliest=bounds[0].isoformat() if bounds else None,
                    latest=bounds[1].isoformat() if bounds else None,
                    how=found.how,
                    aside=passage.aside,
                )
            )
    return times
