"""Times that come again: "every Friday", "daily", "twice a week"."""

from __future__ import annotations

import re
from fractions import Fraction

from dateline.analysis.times.durations import duration_value
from dateline.analysis.times.lexicon import (
    DAY_PARTS,
    MONTH,
    NUMBER,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    count_of,
    month_number,
    unit_of,
    weekday_number,
)
from dateline.analysis.times.reading import Context, Reading, Rule, rule

_ADVERBS = {
    "hourly": "PT1H",
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
}


def _each(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "every day", "each of the two years", "every other week", "every three months"."""
    unit = unit_of(match["unit"])
    if match["other"]:
        count: Fraction | None = Fraction(2)
    elif match["number"]:
        try:
            count = count_of(match["number"])
        except (ValueError, ZeroDivisionError):
            return None
    else:
        count = Fraction(1)
    if unit == "E" and count == 1:
        return Reading(match.start(), match.end(), "SET", "P10Y")
    return Reading(match.start(), match.end(), "SET", duration_value(count, unit))


def _each_named(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "every Friday", "each July", "every summer", "every morning"."""
    groups = match.groupdict()
    if groups.get("weekday"):
        value = f"XXXX-WXX-{weekday_number(groups['weekday']) + 1}"
        if groups.get("part"):
            value += DAY_PARTS[groups["part"].lower()]
    elif groups.get("month"):
        value = f"XXXX-{month_number(groups['month']):02}"
    elif groups.get("season"):
        value = f"XXXX-{SEASONS[groups['season'].lower()]}"
    else:
        value = "XXXX-XX-XX" + DAY_PARTS[groups["part"].lower()]
    return Reading(match.start(), match.end(), "SET", value)


def _weekdays(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "Fridays", "on Sunday mornings"."""
    if not match["weekday"][0].isupper():
        return None
    value = f"XXXX-WXX-{weekday_number(match['weekday']) + 1}"
    if match["part"]:
        value += DAY_PARTS[match["part"].lower().removesuffix("s")]
    return Reading(match.start(), match.end(), "SET", value)


def _adverb(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["often"].lower()
    token = ctx.token(match.start("often"))
    if match["often"][0].isupper() and token.pos_ == "PROPN":
        return None
    if ctx.text[: match.start()].endswith("average "):
        return None
    named = re.match(r"\s+(?:newspapers?|papers?|[A-Z])", ctx.text[match.end() :][:12])
    if token.pos_ == "NOUN" or named:
        return None
    # "quarterly dividend" is a kind of dividend; "paid quarterly" says how often.
    if word in ("quarterly", "yearly") and token.dep_ in ("amod", "compound"):
        return None
    return Reading(match.start(), match.end(), "SET", _ADVERBS[word])


_RATE_BEFORE = re.compile(
    r"(?:\d[\d,.]*%?|\b(?:million|billion|trillion|thousand|hundred|dozen|percent|cents?|dollars|euros|pounds|yen|times|once|twice"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|much|many|half|tons?|tonnes|barrels|hours|minutes|days|[a-z]+s))\s+$",
    re.IGNORECASE,
)


_IS_A_PRICE = re.compile(
    r"(?:[$£€¥]\s?[\d,.]+(?:\s?(?:[mb]n|[mbk]|million|billion|trillion))?"
    r"|%|\b(?:percent|per\s+cent|dollars|euros|pounds|yen|cents|miles|kilomet(?:er|re)s|km|knots|feet"
    r"|met(?:er|re)s))\s+$",
    re.IGNORECASE,
)
"""Before "a year" or "an hour": an amount so much a year is a measure, and tells of no time."""


def _rate(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "$3 a year", "twice a week", "60 minutes an hour"."""
    before = ctx.text[max(0, match.start() - 30) : match.start()]
    after = ctx.text[match.end() : match.end() + 9].lower()
    if match["unit"].lower().endswith("s") or re.match(
        r"\s+(?:ago|earl(?:y|ier)|late|later|before|after|of|or\s+two|from|ea|old|sooner)\b|[-']",
        after,
    ):
        return None
    lead = match["lead"].lower()
    if match["times"]:
        return Reading(
            match.start(), match.end(), "SET", duration_value(Fraction(1), unit_of(match["unit"]))
        )
    if _IS_A_PRICE.search(before):
        return None
    if lead != "per":
        if not _RATE_BEFORE.search(before) or re.search(
            r"\b(?:was|is|this|as|has|says|lasts|takes|yes|less|plus|across|towards|years|months|weeks|always|minus)\s+$",
            before.lower(),
        ):
            return None
        token = ctx.token(match.start("unit"))
        if token.dep_ in ("nsubj", "dobj", "pobj", "attr", "nsubjpass"):
            return None
    elif unit_of(match["unit"]) in ("S", "MIN"):
        return None
    unit = unit_of(match["unit"])
    if unit == "S":
        return None
    return Reading(match.start(), match.end(), "SET", duration_value(Fraction(1), unit))


def _weekends(match: re.Match[str], ctx: Context) -> Reading:
    return Reading(match.start("unit"), match.end(), "SET", "XXXX-WXX-WE")


_PARTS = r"(?P<part>morning|afternoon|evening|night)"

RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        rf"(?:each|every)\s+(?:single\s+)?(?:(?P<other>other|second)\s+|{NUMBER}\s+)?{UNIT}",
        _each,
        3,
        words="each every",
    ),
    rule(
        "weekday",
        rf"the\s+(?:first|second|third|fourth|last)\s+{WEEKDAY}\s+(?:of|in)\s+(?:each|every|the)\s+month(?P<part>(?!))?",
        _each_named,
        4,
        words="month",
    ),
    rule(
        "weekday",
        rf"(?:each|every)\s+(?:other\s+)?{WEEKDAY}(?:\s+{_PARTS})?",
        _each_named,
        3,
        words="each every",
    ),
    rule("month", rf"(?:each|every)\s+{MONTH}", _each_named, 3, words="each every"),
    rule("season", rf"(?:each|every)\s+{SEASON}", _each_named, 3, words="each every"),
    rule("part", rf"(?:each|every)\s+{_PARTS}", _each_named, 3, words="each every"),
    rule(
        "weekday",
        r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?:s|\s+(?P<part>mornings|afternoons|evenings|nights))",
        _weekdays,
        3,
    ),
    rule("unit", r"(?:on|at)\s+(?:the\s+)?(?P<unit>weekends)", _weekends, 1, words="weekends"),
    rule("often", rf"(?P<often>{'|'.join(_ADVERBS)})", _adverb),
    rule(
        "unit",
        rf"(?P<times>(?:once|twice|(?:{NUMBER}\s+)times)\s+)?(?P<lead>an?|per|each|every)\s+{UNIT}",
        _rate,
        1,
        words="a per each every",
    ),
)
