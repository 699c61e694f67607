"""Parts of the day: "this morning", "overnight", "the early hours of Friday", "all night"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.analysis.times.calendar import days_of, valid_date
from dateline.analysis.times.dates import mod_of
from dateline.analysis.times.lexicon import (
    DAY,
    MOD,
    MONTH,
    PART,
    WEEKDAY,
    YEAR,
    month_number,
    part_value,
    weekday_number,
)
from dateline.analysis.times.reading import Context, Reading, Rule, day_in_words, rule
from dateline.analysis.times.unwritten_year import nearest_year
from dateline.analysis.times.weekdays import NEARBY, day_of_weekday, on_day

_WHOLE = {
    "day": "P1D",
    "night": "P1NI",
    "morning": "P1MO",
    "afternoon": "P1AF",
    "evening": "P1EV",
    "week": "P1W",
    "weekend": "P1WE",
    "month": "P1M",
    "year": "P1Y",
    "spring": "P1SP",
    "summer": "P1SU",
    "autumn": "P1FA",
    "fall": "P1FA",
    "winter": "P1WI",
}


def _part_of_date(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the night of 5 June", "the morning of May 3, 2024"."""
    if not match["month"][0].isupper():
        return None
    month, number = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, number)
    value, mod = part_value(match["part"])
    if year is None:
        base = f"XXXX-{month:02}-{number:02}"
        return Reading(match.start(), match.end(), "TIME", base + value, mod, silent=True)
    day = valid_date(year, month, number)
    if day is None:
        return None
    how = day_in_words(day, ctx.published)
    return Reading(match.start(), match.end(), "TIME", day.isoformat() + value, mod, how=how)


def _this_part(match: re.Match[str], ctx: Context) -> Reading | None:
    which = match["which"].lower()
    part = match["part"]
    if which == "last" and part.lower() == "evening":
        return on_day(match, ctx, -1, part)
    if which == "last":
        return on_day(match, ctx, -1, part) if part.lower() == "night" else None
    if which == "this":
        return on_day(match, ctx, 0, part)
    return None


def _told_part(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the morning", "that night", "the next morning": on the day that was told of last."""
    which = (match["which"] or "").lower().split()
    day = ctx.story.day
    after = ctx.text[match.end() :][:12]
    if (
        day is None
        or match["part"][0].isupper()
        or re.match(r"\s+(?:shift|sky|before|of)\b", after)
    ):
        return None
    ahead = ctx.published is not None and day > ctx.published
    if which == ["the"] and ahead and ctx.story.news and ctx.direction(match) < 0:
        # What has been told of a day to come does not date what has been.
        day = ctx.story.news
    if any(word in which for word in ("next", "following")):
        day += timedelta(days=1)
    elif any(word in which for word in ("previous", "preceding")):
        day -= timedelta(days=1)
    value, part_mod = part_value(match["part"])
    how = day_in_words(day, ctx.published)
    return Reading(
        match.start(),
        match.end(),
        "TIME",
        day.isoformat() + value,
        mod_of(match) or part_mod,
        how=how,
    )


def _bare_part(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "overnight", "at dawn", "at night": on the day told of, or else on the news day."""
    word = match["part"].lower()
    before = ctx.text[max(0, match.start() - 8) : match.start()].lower().split()
    led = bool(before) and before[-1] in ("at", "by", "before", "after", "around", "until", "as")
    if word != "overnight" and not led:
        return None
    if re.match(
        r"\s+(?:bags?|stays?|guests?|success|train|flights?|shift)\b", ctx.text[match.end() :][:9]
    ):
        return None
    if word == "night" and before[-1] in ("by", "after", "around", "as"):
        return None
    if word in ("night", "evening") and before[-1] == "at":
        return Reading(match.start(), match.end(), "TIME", "XXXX-XX-XXTNI", silent=True)
    part, mod = ("TNI", None) if word == "overnight" else part_value(word)
    day = _day_at(ctx)
    if day is None:
        return Reading(match.start(), match.end(), "TIME", "XXXX-XX-XX" + part, mod)
    last = ctx.found[-1] if ctx.found else None
    if word == "overnight" and last is not None and _is_late(last, ctx, match.start()):
        # "late Monday ... and overnight": the night that follows.
        day += timedelta(days=1)
    if word == "overnight":
        how = f"the night before {day_in_words(day, ctx.published)}"
        first = day - timedelta(days=1)
        value = first.isoformat() + part
        return Reading(match.start(), match.end(), "TIME", value, mod, first, day, how, silent=True)
    how = day_in_words(day, ctx.published)
    return Reading(match.start(), match.end(), "TIME", day.isoformat() + part, mod, how=how)


def _is_late(last: Reading, ctx: Context, offset: int) -> bool:
    """Whether the time named before, in the same sentence, is the end of its day."""
    late = last.mod == "END" or last.value.endswith(("TEV", "TNI"))
    return late and not last.silent and last.start >= ctx.sentence_start(offset)


def _hours_of(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the early hours of Friday", "the small hours": the hours before or after midnight."""
    late = match["hours"].lower() == "late"
    part, mod = ("TNI", "END") if late else ("TMO", "START")
    groups = match.groupdict()
    if groups["weekday"]:
        if not groups["weekday"][0].isupper():
            return None
        weekday = weekday_number(groups["weekday"])
        day = day_of_weekday(match, ctx, weekday, "")
        base = day.isoformat() if day else f"XXXX-WXX-{weekday + 1}"
    elif groups["near"]:
        base = ctx.around("D", NEARBY[groups["near"].lower()]) or "XXXX-XX-XX"
    elif name := groups["month"] or groups["month2"]:
        month = month_number(name)
        number = int(re.sub(r"\D", "", groups["day"] or groups["day2"]))
        year = nearest_year(ctx, match, month, number)
        day = valid_date(year, month, number) if year else None
        base = day.isoformat() if day else f"XXXX-{month:02}-{number:02}"
    else:
        told = _day_at(ctx)
        base = told.isoformat() if told else "XXXX-XX-XX"
    bounds = days_of(base)
    how = day_in_words(bounds[0], ctx.published) if bounds else None
    return Reading(match.start(), match.end(), "TIME", base + part, mod, how=how)


def _all_through(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "all night", "all week long": a stretch, of which "this" one is meant."""
    before = ctx.text[max(0, match.start() - 6) : match.start()].lower()
    if before.endswith(("at ", "of ", "above ", "not ", "nearly ")):
        return None
    return Reading(match.start(), match.end(), "DURATION", _WHOLE[match["whole"].lower()])


def _early_part(match: re.Match[str], ctx: Context) -> Reading:
    """ "early morning", "mid afternoon"."""
    part, part_mod = part_value(match["part"])
    day = _day_at(ctx)
    value = (day.isoformat() if day else "XXXX-XX-XX") + part
    return Reading(match.start(), match.end(), "TIME", value, mod_of(match) or part_mod)


def _day_at(ctx: Context) -> date | None:
    """The day that is being told of: the one named last in this passage, or the news day."""
    story = ctx.story
    if story.day is not None and story.day_place == ctx.index:
        return story.day
    return story.news


RULES: tuple[Rule, ...] = (
    *(
        rule(
            "part month",
            rf"(?:{MOD})?(?:the\s+)?{PART}\s+of\s+(?:{WEEKDAY},?\s+)?{date_}(?:,?\s+{YEAR})?(?!\s?[-–]\s?\d)",
            _part_of_date,
            4,
        )
        for date_ in (rf"{MONTH}\s+{DAY}", rf"{DAY}\s+{MONTH}")
    ),
    rule("part", rf"(?:{MOD})?(?P<which>last|this)\s+{PART}", _this_part, 1),
    rule(
        "part",
        rf"(?:{MOD})?(?P<which>the\s+(?:next|following|previous|preceding|same)|that|that\s+same|the)\s+{PART}",
        _told_part,
        words="the that",
    ),
    rule(
        "part", r"(?P<part>overnight|dawn|dusk|daybreak|nightfall|sunrise|sunset|night)", _bare_part
    ),
    rule("part", rf"(?:the\s+)?{MOD}{PART}", _early_part),
    rule(
        "unit",
        r"(?:the\s+)?(?P<hours>early|small|wee|late)(?:\s+morning)?\s+hours"
        rf"(?:\s+(?:of|on)\s+(?:{WEEKDAY}(?:\s+morning)?|(?P<near>today|yesterday|tomorrow)|{MONTH}\s+{DAY}"
        rf"|{DAY.replace('<day>', '<day2>')}\s+{MONTH.replace('<month>', '<month2>')}))?",
        _hours_of,
        2,
        words="hours",
    ),
    rule(
        "unit part season",
        rf"all(?:\s+|-)(?P<whole>{'|'.join(sorted(_WHOLE, key=len, reverse=True))})(?:\s+long)?",
        _all_through,
        1,
        words="all",
    ),
)
