"""Weekdays and the words for days near at hand, with the part of the day they may name."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.analysis.times.calendar import (
    valid_date,
    value_around,
    weekday_on_or_after,
    weekday_on_or_before,
)
from dateline.analysis.times.dates import mod_of, nearest_year
from dateline.analysis.times.lexicon import (
    DAY,
    DAY_PARTS,
    MOD,
    MONTH,
    PART,
    WEEKDAY,
    YEAR,
    month_number,
    weekday_number,
)
from dateline.analysis.times.reading import Context, Reading, Rule, day_in_words, reference, rule

_OUR_TIMES = frozenset(["world", "youth", "society", "standards", "kids", "generation", "economy"])
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
_NEARBY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


def part_value(words: str) -> tuple[str, str | None]:
    """The time of day that a part of the day has in a TIMEX3 value, and its mod."""
    word = words.lower().replace("-", "")
    mod = "MID" if word.startswith("mid") and word not in ("midday", "midnight") else None
    return DAY_PARTS[word.removeprefix("mid") if mod else word], mod


def day_of_weekday(match: re.Match[str], ctx: Context, weekday: int, which: str) -> date | None:
    """The day that a weekday means: by the word before it, or by the tense of its clause."""
    published = ctx.published
    if published is None:
        return None
    if which in ("last", "this past", "past"):
        return weekday_on_or_before(published - timedelta(days=1), weekday)
    if which in ("previous", "the previous"):
        base = ctx.story.day or published
        return weekday_on_or_before(base - timedelta(days=1), weekday)
    if which in ("following", "the following"):
        base = ctx.story.day or published
        return weekday_on_or_after(base + timedelta(days=1), weekday)
    if which in ("this coming", "coming", "upcoming"):
        return weekday_on_or_after(published + timedelta(days=1), weekday)
    if which == "next":
        following = published + timedelta(days=7 - published.weekday())
        return weekday_on_or_after(following, weekday)
    if which == "this":
        return published - timedelta(days=published.weekday() - weekday)
    direction = ctx.direction(match)
    ahead = weekday_on_or_after(published, weekday)
    # A weekday is seldom named for what is nearly a week back.
    if direction > 0 or (direction == 0 and (ahead - published).days == 1):
        return ahead
    return weekday_on_or_before(published, weekday)


def _weekday(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["weekday"]
    if not word[0].isupper() or re.match(r"\s+[Ss]chool\b", ctx.text[match.end() :][:8]):
        return None
    weekday = weekday_number(word)
    if match["week"]:
        shift = {"last": -1, "next": 1, "this": 0}[match["week"].lower()]
        day = None
        if ctx.published:
            monday = ctx.published - timedelta(days=ctx.published.weekday())
            day = monday + timedelta(days=weekday, weeks=shift)
    else:
        day = day_of_weekday(match, ctx, weekday, " ".join((match["which"] or "").lower().split()))
    start = match.start()
    if match["which"] and match["which"].lower() == "following":
        # "Following Monday's debate" is "after it", not "the following Monday".
        start = match.start("weekday")
        day = day_of_weekday(match, ctx, weekday, "")
    mod = mod_of(match)
    value = day.isoformat() if day else f"XXXX-WXX-{weekday + 1}"
    how = day_in_words(day, ctx.published) if day else None
    if not match["part"]:
        return Reading(start, match.end(), "DATE", value, mod, how=how)
    part, part_mod = part_value(match["part"])
    return Reading(start, match.end(), "TIME", value + part, mod or part_mod, how=how)


def _nearby(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["near"].lower()
    token = ctx.token(match.start("near"))
    if match["near"][0].isupper() and token.ent_type_ in ("ORG", "WORK_OF_ART", "FAC"):
        return None
    shift = _NEARBY[word]
    if match["after"]:
        shift = 2 if word == "tomorrow" else -2
    part = match["part"] or ("night" if word == "tonight" else None)
    if word == "today" and not part and _is_nowadays(match, ctx):
        return Reading(match.start(), match.end(), "DATE", "PRESENT_REF", silent=True)
    return _on_day(match, ctx, shift, part)


def _is_nowadays(match: re.Match[str], ctx: Context) -> bool:
    """Whether "today" means these times: "today's voters", set against a past time."""
    token = ctx.token(match.start("near"))
    after = ctx.text[match.end() : match.end() + 2]
    return after == "'s" and token.head.lower_ in _OUR_TIMES


def _on_day(match: re.Match[str], ctx: Context, shift: int, part: str | None) -> Reading:
    mod = mod_of(match)
    day = ctx.around("D", shift)
    if day is None:
        return Reading(match.start(), match.end(), "DATE", reference(shift), mod, silent=True)
    how = day_in_words(date.fromisoformat(day), ctx.published)
    if part is None:
        return Reading(match.start(), match.end(), "DATE", day, mod, how=how)
    value, part_mod = part_value(part)
    return Reading(match.start(), match.end(), "TIME", day + value, mod or part_mod, how=how)


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
        return _on_day(match, ctx, -1, part)
    if which == "last":
        return _on_day(match, ctx, -1, part) if part.lower() == "night" else None
    if which == "this":
        return _on_day(match, ctx, 0, part)
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
        base = ctx.around("D", _NEARBY[groups["near"].lower()]) or "XXXX-XX-XX"
    elif groups["month"]:
        month, number = month_number(groups["month"]), int(groups["day"])
        year = nearest_year(ctx, match, month, number)
        day = valid_date(year, month, number) if year else None
        base = day.isoformat() if day else f"XXXX-{month:02}-{number:02}"
    else:
        told = _day_at(ctx)
        base = told.isoformat() if told else "XXXX-XX-XX"
    return Reading(match.start(), match.end(), "TIME", base + part, mod)


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


def _weekend(match: re.Match[str], ctx: Context) -> Reading | None:
    which = (match["which"] or "").lower().split()
    if match["day"]:
        return None
    shift = -1 if (which and which[0] == "last") or "past" in which else 0
    if which and (which[0] == "next"):
        shift = 1
    if not which or which == ["the"]:
        published = ctx.published
        shift = 0
        ahead = re.search(r"\b(?:ahead\s+of|before|for)\s+$", ctx.text[: match.start()][-10:])
        if published and not ahead:
            direction = ctx.direction(match)
            early, friday = published.weekday() < 4, published.weekday() == 4
            shift = -1 if (early and direction <= 0) or (friday and direction < 0) else 0
    elif which[0] == "this" and len(which) == 1 and ctx.published:
        past = ctx.published.weekday() == 0 and ctx.direction(match) < 0
        shift = -1 if past else 0
    elif which[0] in ("that",):
        if ctx.story.day is None:
            return None
        value = value_around(ctx.story.day, "WE")
        return Reading(match.start(), match.end(), "DATE", value, mod_of(match))
    weekend = ctx.around("WE", shift)
    if weekend is None:
        value = reference(shift) if which and which != ["the"] else "XXXX-WXX-WE"
        return Reading(match.start(), match.end(), "DATE", value, mod_of(match), silent=True)
    return Reading(match.start(), match.end(), "DATE", weekend, mod_of(match))


_WHICH_DAY = (
    r"(?:(?P<which>this\s+past|this\s+coming|(?:the\s+)?previous|(?:the\s+)?following|last|next|this"
    r"|past|coming|upcoming)\s+)?"
)
_DAYTIME = (
    r"(?P<part>(?:mid-?)?(?:morning|afternoon)|evening|night|dawn|noon|midday|midnight|lunchtime)\b"
)

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
    rule(
        "weekday",
        rf"(?:{MOD})?{_WHICH_DAY}{WEEKDAY}(?:(?:\s+(?:early\s+|late\s+|mid-?)?|,\s+early\s+){PART})?(?P<week>(?!))?",
        _weekday,
    ),
    rule(
        "weekday",
        rf"(?P<which>(?!))?(?P<part>(?!))?(?:{MOD})?(?:{WEEKDAY}\s+(?:of\s+)?(?P<week>last|next|this)\s+week)",
        _weekday,
        1,
    ),
    rule(
        "weekday part",
        rf"(?:(?:the\s+)?{MOD})?(?:the\s+)?{_DAYTIME}(?:\s+on|\s+of|,)?\s+{_WHICH_DAY}{WEEKDAY}(?P<week>(?!))?",
        _weekday,
        1,
    ),
    rule(
        "near",
        rf"(?:{MOD})?(?P<after>the\s+day\s+(?:before|after)\s+)?(?P<near>yesterday|today|tonight|tomorrow)(?:\s+(?:early\s+|late\s+)?{PART})?",
        _nearby,
        1,
    ),
    rule(
        "near part",
        rf"(?:{MOD})?(?P<after>(?!))?{_DAYTIME}\s+(?P<near>yesterday|today|tomorrow)",
        _nearby,
        1,
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
        rf"(?:\s+(?:of|on)\s+(?:{WEEKDAY}(?:\s+morning)?|(?P<near>today|yesterday|tomorrow)|{MONTH}\s+{DAY}))?",
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
    rule(
        "unit",
        rf"(?:{MOD})?(?P<which>(?:this|the)\s+(?:past|coming)|last|next|this|that|the)\s+(?P<day>(?!))?(?:(?:long|holiday|three-day)\s+)?weekend",
        _weekend,
        1,
        words="weekend",
    ),
)
