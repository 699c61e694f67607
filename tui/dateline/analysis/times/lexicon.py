"""The words of time and number, and the fragments of regular expressions made of them.

Fragments are meant for `re.IGNORECASE`; a rule that needs a capital looks at the match. Names of
groups in a fragment are the ones that the rules read: month, day, year, weekday, count, unit.
"""

from __future__ import annotations

import json
import re
from fractions import Fraction
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.times.calendar import Unit

WORDS: dict[str, list[str]] = json.loads(
    files("dateline.analysis.times").joinpath("data/words.json").read_text("utf-8")
)
"""The word lists of `data/words.json`, made for Dateline; MIT like the rest."""

MONTHS = WORDS["months"]
WEEKDAYS = WORDS["weekdays"]
MONTH = (
    r"(?P<month>Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?|July?"
    r"|Aug(?:ust|\b\.?)|Sept(?:ember|\b\.?)|Sep\b\.?|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)"
    r"|Dec(?:ember|\b\.?))"
)
WEEKDAY = (
    r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?<!\bthe\s)(?<!\bour\s)(?<!\bits\s)(?<!\ba\s)"
    r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?(?=,?\s+(?:\d{1,2}(?!\d?[.,]\d+\s+\w*illion|%"
    r"|\s+(?:percent|per\s+cent|[mbtr]+illion))|[JFMASOND][a-z]+\.?\s+\d)))"
)
DAY = r"(?P<day>[0-3]?\d(?:st|nd|rd|th)?(?![\d:%,.]\d|%|\d))"
YEAR = r"(?P<year>(?:1[0-9]|20|21)\d\d)(?![\d%]|[,.]\d)"

_SMALL = WORDS["numbers_to_nineteen"]
_TENS = WORDS["tens"]
NUMBER_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_ORDINAL_SMALL = WORDS["ordinals_to_twenty"]
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_SMALL, start=1)},
    "thirtieth": 30,
    **{
        f"{tens}-{word}": base + number
        for tens, base in (("twenty", 20), ("thirty", 30))
        for number, word in enumerate(_ORDINAL_SMALL[:9], start=1)
    },
}
_ORDINAL_WORDS = "|".join(
    word.replace("-", r"[\s-]") for word in sorted(ORDINALS, key=len, reverse=True)
)
ORDINAL = rf"(?P<ordinal>\d+(?:st|nd|rd|th)|{_ORDINAL_WORDS})"

_UNDER_TWENTY = rf"(?:{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_UNDER_HUNDRED = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[\s-]+(?:one|two|three|four|five|six|seven|eight|nine))?"
    rf"|{_UNDER_TWENTY})"
)
_SCALE = r"(?:dozen|hundred|thousand|million|billion)"
_WORD = (
    rf"(?:{_UNDER_HUNDRED}(?:[\s-]+{_SCALE}(?:(?:[\s-]+|\s+and\s+){_UNDER_HUNDRED})?)*"
    rf"|(?:an?\s+)?{_SCALE}(?:(?:[\s-]+|\s+and\s+){_UNDER_HUNDRED})?)"
)
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?:\s+{_SCALE})?"
_NUMBER = (
    rf"(?:{_DIGITS}(?:(?:[\s-]+|\s+and\s+)(?:\d/\d|an?\s+half|one[\s-]half)|\s*[½¼¾])?|[½¼¾]"
    rf"|{_WORD}(?:[\s-]+and[\s-]+(?:an?|one)[\s-]half)?|half\s+an?|an?\s+half)"
)
_VAGUE = (
    r"(?:(?:an?|the)\s+(?:couple|dozen|number|handful)(?:\s+of)?|(?:quite\s+)?an?\s+few|couple(?:\s+of)?"
    r"|few|several|many|some|dozens\s+of|scores\s+of|hundreds\s+of|thousands\s+of|tens\s+of"
    r"\s+thousands\s+of|millions\s+of|multiple|countless|numerous)"
)
COUNT = rf"(?P<count>{_VAGUE}|{_NUMBER}|an?|another)"
NUMBER = rf"(?P<number>{_VAGUE}|{_NUMBER})"

UNITS: dict[str, Unit] = {
    "second": "S",
    "minute": "MIN",
    "min": "MIN",
    "hour": "H",
    "hr": "H",
    "day": "D",
    "night": "D",
    "weekend": "WE",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "semester": "HALF",
    "year": "Y",
    "yr": "Y",
    "decade": "E",
    "century": "C",
    "centurie": "C",
    "millennium": "MILL",
    "millennia": "MILL",
}
UNIT = (
    r"(?P<unit>seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weekends?|weeks?|fortnights?"
    r"|months?|quarters?|semesters?|years?|yrs?|decades?|centur(?:y|ies)|millennium|millennia)\b"
)
UNIT_PLURAL = (
    r"(?P<unit>seconds|minutes|hours|days|nights|weekends|weeks|fortnights|months|quarters|years"
    r"|decades|centuries|millennia)\b"
)

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"

DAY_PARTS = {
    "morning": "TMO",
    "dawn": "TMO",
    "daybreak": "TMO",
    "sunrise": "TMO",
    "midmorning": "TMO",
    "noon": "T12:00",
    "midday": "T12:00",
    "lunchtime": "TMI",
    "afternoon": "TAF",
    "midafternoon": "TAF",
    "evening": "TEV",
    "dusk": "TEV",
    "sunset": "TEV",
    "nightfall": "TNI",
    "night": "TNI",
    "midnight": "T24:00",
    "daytime": "TDT",
}
PART = r"(?P<part>(?:mid-?)?morning|(?:mid-?)?afternoon|evening|night|lunchtime)\b"

MODS = {
    "early": "START",
    "earlier": "START",
    "beginning": "START",
    "start": "START",
    "opening": "START",
    "turn": "START",
    "dawn": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "later": "END",
    "latter": "END",
    "first": "START",
    "second": "END",
    "last": "END",
    "end": "END",
    "close": "END",
}
MOD = (
    r"(?:(?P<mod>earlier|early|later|late)[\s-]+(?:in\s+|on\s+)?|(?P<mid>mid)(?!night|day)[\s-]*"
    r"|(?:the\s+)?(?:very\s+)?(?P<edge>beginning|start|middle|end|close|turn|dawn"
    r"|(?:early|latter|later|first|second|last)\s+(?:part|half))\s+of\s+)"
)

AMOUNT_MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "an estimated": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "under": "LESS_THAN",
    "just under": "LESS_THAN",
    "more than": "MORE_THAN",
    "over": "MORE_THAN",
    "well over": "MORE_THAN",
    "just over": "MORE_THAN",
    "at least": "EQUAL_OR_MORE",
    "no less than": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS",
    "as little as": "EQUAL_OR_MORE",
    "within": "EQUAL_OR_LESS",
}
AMOUNT_MOD = (
    "(?:(?P<amount>"
    + "|".join(re.sub(" ", r"\\s+", key) for key in sorted(AMOUNT_MODS, key=len, reverse=True))
    + r")\s+)"
)


def month_number(word: str) -> int:
    """1 to 12 for the name of a month, whole or shortened."""
    start = word[:3].lower()
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(start))


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for the name of a weekday, whole or shortened."""
    start = word[:3].lower()
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(start))


def unit_of(word: str) -> Unit:
    """The unit that a word names, singular or plural."""
    word = word.lower()
    return UNITS.get(word) or UNITS[word.removesuffix("s")]


def ordinal_number(word: str) -> int:
    """The number of an ordinal in words or digits ("third", "3rd")."""
    word = re.sub(r"\s+", "-", word.lower())
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))


_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def count_of(words: str) -> Fraction | None:
    """The number that the words say ("5 1/2", "twenty-five", "half a", "a couple of").

    None for a vague one ("several"). Words that are no number at all raise ValueError.
    """
    text = " ".join(words.lower().split())
    if text in ("a", "an", "another"):
        return Fraction(1)
    if re.fullmatch(r"half an?|an? half", text):
        return Fraction(1, 2)
    if re.search(r"\bcouple\b", text):
        return Fraction(2)
    if re.fullmatch(_VAGUE, text) and "dozen" not in text.split():
        return None
    total, group = Fraction(0), Fraction(0)
    for word in re.findall(r"\d+/\d+|[\d,]+(?:\.\d+)?|[½¼¾]|[a-z]+", text):
        if word in ("a", "an", "and", "of"):
            continue
        if word == "half":
            group += Fraction(1, 2)
        elif word in _FRACTIONS:
            group += _FRACTIONS[word]
        elif "/" in word:
            above, below = word.split("/")
            group += Fraction(int(above), int(below) or 1)
        elif word[0].isdigit():
            group += Fraction(word.replace(",", ""))
        elif word in ("dozen", "hundred"):
            group = (group or Fraction(1)) * NUMBER_WORDS[word]
        elif word in ("thousand", "million", "billion"):
            total += (group or Fraction(1)) * NUMBER_WORDS[word]
            group = Fraction(0)
        elif word in NUMBER_WORDS:
            group += NUMBER_WORDS[word]
        else:
            raise ValueError(f"no number: {words!r}")
    return total + group


_YEAR_IN_WORDS = re.compile(
    r"(?:(?:the\s+)?year\s+)?(?P<head>nineteen|eighteen|seventeen|twenty)[\s-]+"
    rf"(?P<tail>(?:oh[\s-]+)?{_UNDER_HUNDRED})"
    rf"|(?:the\s+year\s+)?two\s+thousand(?:\s+and)?(?P<rest>[\s-]+{_UNDER_HUNDRED})?",
    re.IGNORECASE,
)
YEAR_IN_WORDS = _YEAR_IN_WORDS.pattern
YEAR_IN_WORDS_AT = _YEAR_IN_WORDS
"""The same, to be matched at an offset."""


def year_in_words(words: str) -> int | None:
    """The year that words say ("nineteen ninety-one", "the year two thousand"), or None."""
    match = _YEAR_IN_WORDS.fullmatch(words)
    if match is None:
        return None
    if match["head"]:
        tail = count_of(re.sub(r"(?i)^oh[\s-]+", "", match["tail"]))
        if tail is None or not 1 <= tail < 100 or (tail < 10 and "oh" not in match["tail"].lower()):
            return None
        return NUMBER_WORDS[match["head"].lower()] * 100 + int(tail)
    rest = count_of(match["rest"]) if match["rest"] else Fraction(0)
    return 2000 + int(rest) if rest is not None and rest < 100 else None


def part_value(words: str) -> tuple[str, str | None]:
    """The time of day that a part of the day has in a TIMEX3 value, and its mod."""
    word = words.lower().replace("-", "")
    mod = "MID" if word.startswith("mid") and word not in ("midday", "midnight") else None
    return DAY_PARTS[word.removeprefix("mid") if mod else word], mod
