"""The shapes of dates in a language, as one regular expression made of its calendar's words.

The text that it is run over is in lower case, with ASCII digits, and as long as the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.analysis.times.calendar_words import CalendarWords, calendar_words

UNSPACED = frozenset(["ja", "zh", "yue", "wuu", "th", "km", "lo", "my", "bo"])
"""Languages that write no spaces between words."""
_HAN = frozenset(["ja", "zh", "yue", "wuu"])
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:\s?\.|er\b|º|ª|-?(?:го|е|є|ше|те|му)\b|-?[aа]\b|:?[ae]\b|ste\b|'?nde\b|'?inde\b)?"
_OF = r"(?:\s*[.,]?\s*(?:(?:de|del|di|d|of|de el|dia|m|η|ב)\b['’]?\s*)?)"
_YEAR = r"(?:1\d\d\d|20\d\d|21\d\d|2[45]\d\d)"
_LETTERS = (
    r"\w\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0900-\u0963\u0981-\u09cd\u0a01-\u0dff\u0e31-\u0e4e"
)
"""Letters, with the vowel signs and marks that some scripts write as characters of their own."""
_NOT_IN_NUMBER = r"(?<![\d.,:/-])"
_DASH = r"\s?[-–—]\s?"


@dataclass(frozen=True, slots=True)
class DatePatterns:
    """What finds the dates of a language."""

    language: str
    words: CalendarWords
    sweep: re.Pattern[str]
    """Groups named as `dates_by_words` reads them."""


@cache
def date_patterns(language: str) -> DatePatterns:
    """The patterns for a language by its ISO 639 code."""
    words = calendar_words(language)
    parts = [*_numeric(), *_relative(language, words)]
    if language in _HAN or language == "ko":
        parts += _counted_months(language)
    parts += _worded(language, words)
    parts += [_clock(words), _year_alone(language, words)]
    sweep = "|".join(f"(?:{part})" for part in parts if part)
    return DatePatterns(language, words, re.compile(sweep))


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; one that never matches for none."""
    escaped = [re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=len, reverse=True)]
    return f"(?:{'|'.join(escaped)})" if escaped else r"(?!)"


def _numeric() -> list[str]:
    return [
        rf"(?<![\d-])(?P<iso>{_YEAR}-\d\d-\d\d)(?!\d|-\d)",
        rf"{_NOT_IN_NUMBER}(?P<ymd>{_YEAR}(?P<sep1>[./])\s?\d{{1,2}}(?P=sep1)\s?\d{{1,2}})(?![\d/])",
        rf"{_NOT_IN_NUMBER}(?P<dmy>\d{{1,2}}(?P<sep2>[./-])\s?\d{{1,2}}(?P=sep2)\s?"
        r"(?:\d{4}|\d\d))(?![\d/]|[.,]\d)",
    ]


def _counted_months(language: str) -> list[str]:
    """ "2025年6月5日" and its parts; the era's name may stand before the year."""
    year, month, day = ("년", "월", "일") if language == "ko" else ("年", "月", "[日号號]")
    gap = r"\s*"
    weekday = r"(?:\s*[(（][月火水木金土日월화수목금토일一二三四五六]{1}(?:曜|曜日|요일)?[)）])?"
    eras = r"(?P<era>令和|平成|昭和)?"
    not_a_count = r"(?!\s*(?:전|후|만에|연속|씩)|[간째치정間前後以内]|동안|이상|이내|程度)"
    return [
        rf"{eras}(?P<hyear>\d{{4}}|(?<=[和成])\d{{1,2}}|(?<=和|成)元){gap}{year}"
        rf"(?:{gap}(?P<hmonth>1[0-2]|0?[1-9]){gap}{month}"
        rf"(?:{gap}(?P<hday>{_DAY}){gap}{day}{weekday})?)?(?![間间]|[前後后间])",
        rf"(?<![\d.,])(?P<hmonth2>1[0-2]|0?[1-9]){gap}{month}"
        rf"(?:{gap}(?P<hday2>{_DAY}){gap}{day}{weekday})?(?!\s*동안|[間间])",
        rf"(?<![\d.,억만億万亿])(?P<hday3>{_DAY}){day}{weekday}{not_a_count}",
    ]


def _worded(language: str, words: CalendarWords) -> list[str]:
    if language in _HAN or language == "ko":
        if not words.weekdays:
            return []
        full = one_of(word for word in words.weekdays if len(word) > 1)
        last, following = one_of(words.last), one_of(words.next)
        return [rf"(?:(?P<wlast>{last})|(?P<wnext>{following}))?\s?(?P<weekday>{full})"]
    start, stop = _edges(language, words)
    # Letters may be glued to a month's name, but what they leave of an abbreviation is too little.
    months = words.months if words.endings else {**words.short_months, **words.months}
    month = one_of(months)
    full_month = one_of(words.months)
    weekday = one_of(words.weekdays)
    joins = one_of(words.joins)
    era = r"(?:\s*(?:พ\.ศ\.|ค\.ศ\.))?"
    behind = rf"(?:\s+{one_of(words.behind_year)}(?!\w))?" if words.behind_year else ""
    year = rf"(?:{_OF}{era}\s*(?:năm\s+|tahun\s+)?(?P<%s>{_YEAR}){behind}(?!\d|[.,]\d))"
    day = rf"(?<![\d.,:/])(?P<%s>{_DAY}){_ORDINAL}"
    lead = rf"(?:{start}{weekday}{stop}[\s,(]*(?:\w{{1,3}}\s+)?)?"
    between = rf"(?:{_DASH}|\s*{joins}\s*(?:le\s+|el\s+|il\s+|dem\s+|zum\s+|dnia\s+)?)"
    parts = [
        rf"{lead}(?:{day % 'd1'}{between})?{day % 'd2'}{_OF}"
        rf"{start}(?P<m2>{month}){stop}\.?{year % 'y2'}?"
    ]
    if words.order in ("YMD", "MDY"):
        parts.append(
            rf"(?:(?<!\d)(?P<y3>{_YEAR})[\s.]*(?:m\.|gada|urteko)?\s*)?{start}(?P<m3>{month}){stop}\.?"
            rf"\s+(?P<d3>{_DAY})(?!\d|[.,]\d)(?:\.|-\w{{1,3}}|\s?d\.)?{year % 'y3b'}?"
        )
    before = one_of(words.before)
    parts += [
        rf"{start}(?P<m4>{month}){stop}\.?{year % 'y4'}",
        rf"(?<!\w){before}\s+{start}(?P<m5>{full_month}){stop}{year % 'y5'}?",
        rf"{start}(?P<m6>{one_of(w for w in words.months if len(w) > 4)}){stop}",
    ]
    if words.weekdays:
        last, following = one_of(words.last), one_of(words.next)
        parts.append(
            rf"(?:(?<!\w)(?:(?P<wlast>{last})|(?P<wnext>{following}))\s+)?"
            rf"{start}(?P<weekday>{weekday}){stop}"
            rf"(?:\s+(?:(?P<wlast2>{last})|(?P<wnext2>{following}))(?!\w))?"
        )
    return parts


def _relative(language: str, words: CalendarWords) -> list[str]:
    start, stop = _edges(language, words, endings=False)
    number = rf"(?P<count%d>\d{{1,3}}|{one_of(words.numbers)})"
    units = one_of(words.units)
    parts = [
        rf"{start}(?P<stretch>{one_of(words.stretches)}){stop}",
        rf"{start}(?P<near>{one_of(words.days)}){stop}",
    ]
    framed = []
    for place, frame in enumerate(sorted(words.frames, key=len, reverse=True)):
        pattern = re.escape(frame).replace(r"\ ", r"\s+")
        pattern = pattern.replace(r"\{0\}", number % place)
        pattern = pattern.replace(r"\{1\}", rf"(?P<unit{place}>{units})")
        framed.append(rf"(?P<frame{place}>{start}{pattern}{stop})")
    return [*framed, *parts]


def _edges(language: str, words: CalendarWords, *, endings: bool = True) -> tuple[str, str]:
    """What may stand before and behind a word: nothing of a word, or what may be glued to it."""
    if language in UNSPACED or language == "ko":
        return "", ""
    start = rf"(?<![{_LETTERS}]){words.prefixes}"
    glued = words.endings if endings else ""
    return start, (rf"(?:{glued})?(?!\w)" if glued else rf"(?![{_LETTERS}]|-feira)")


def _clock(words: CalendarWords) -> str:
    hour, minute = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
    hours = one_of(words.hours)
    return (
        rf"(?<![\d.,:])(?P<hour>{hour}):(?P<minute>{minute})(?![\d:%]|[.,]\d)(?:\s+{hours}(?!\w))?"
        rf"|(?<![\d.,:])(?P<hour2>{hour})(?:(?:\.|\s?h\s?)(?P<minute2>{minute}))?\s*{hours}(?!\w)"
        rf"|(?<![\d.,:])(?P<hour4>{hour})h(?P<minute4>{minute})(?!\w)"
        r"|(?P<half>午前|午後|上午|下午|凌晨|晚上|早上|오전|오후|새벽|밤)?\s?(?<![\d.,:])"
        rf"(?P<hour3>{hour})\s?(?:時|时|點|点|시)(?![間间간代])"
        rf"(?:\s?(?P<minute3>[0-5]?\d)\s?(?:分|분)|(?P<halfhour>半|반))?"
    )


def _year_alone(language: str, words: CalendarWords) -> str:
    if language in _HAN or language == "ko":
        return ""
    behind = one_of(words.behind_year)
    glued = r"(?:['’-][^\W\d]{1,5})" if language in ("tr", "az", "hu") else r"(?!)"
    witness = one_of(words.year_before)
    era = r"(?:พ\.ศ\.\s*|ค\.ศ\.\s*)"
    return (
        rf"(?<!\w){one_of(words.before)}\s+{era}?(?P<year>{_YEAR})(?!\d|[.,]\d|\s?[%€$£₽°]|\w)"
        rf"(?:\s+{behind}(?!\w))?"
        rf"|(?<![\d.,:/\w-])(?P<year2>{_YEAR})(?:{glued}(?!\w)|\s+{behind}(?!\w)|(?=\s+{witness}(?!\w)))"
        rf"|(?<=\()(?P<year3>{_YEAR})(?=[),])"
        rf"|(?<![\d.,:/\w-])(?P<year4>(?:19|20)\d\d)(?=[,;:)]|\.\s|\.?$)(?![.,]\d)"
    )
