"""Dates counted from another: "three years ago", "two days later", "the day before the vote"."""

from __future__ import annotations

import re
from datetime import timedelta
from fractions import Fraction

from dateline.analysis.times.calendar import (
    Unit,
    day_near,
    days_of,
    grain_of,
    is_finer,
    moved,
    shifted,
    value_around,
    weekday_on_or_after,
    weekday_on_or_before,
)
from dateline.analysis.times.durations import KIND, amount_mod, duration_value
from dateline.analysis.times.lexicon import (
    AMOUNT_MOD,
    COUNT,
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
from dateline.analysis.times.reading import (
    Context,
    Reading,
    Rule,
    day_in_words,
    from_publication,
    reference,
    reported_on,
    rule,
)
from dateline.analysis.times.stems import stem

_OF_A_RANGE = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))(?:\s?[-–]\s?|\s(?:to|or)\s)$",
    re.I,
)
"""What stands before the second number of "60-90 minutes before"."""


def _ago(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "three years ago", "a year earlier", "two days later", "a week from now"."""
    unit = unit_of(match["unit"])
    side = " ".join(match["side"].lower().split())
    if _OF_A_RANGE.search(ctx.text[max(0, match.start() - 8) : match.start()]):
        return None
    try:
        count = count_of(match["count"])
    except (ValueError, ZeroDivisionError):
        return None
    mod = amount_mod(match)
    back = side in ("ago", "earlier", "before", "previously", "prior", "back", "beforehand")
    if unit in ("S", "MIN", "H"):
        value = duration_value(count, unit)
        end = match.end("unit") if side in ("after", "before") else match.end()
        return Reading(match.start(), end, "DURATION", value, mod)
    rest = ctx.text[match.end() :][:12].lower()
    if side == "prior" and rest.startswith(" to "):
        value = duration_value(count, unit)
        return Reading(match.start(), match.end("unit"), "DURATION", value, mod)
    bound = side == "before" and re.match(r"\s*(?:[.,;:)\"]|$)", rest) is None
    if side == "after" or bound or re.match(r"\s+than\b", rest):
        value = duration_value(count, unit)
        return Reading(match.start(), match.end("unit"), "DURATION", value, mod)
    if count is None:
        if side in ("later", "earlier"):
            return Reading(match.start(), match.end(), "DURATION", duration_value(None, unit), mod)
        value = reference(-1 if back else 1)
        return Reading(match.start(), match.end(), "DATE", value, mod, silent=True)
    if match["unit"].lower().startswith("fortnight"):
        count *= 2
    if count.denominator != 1 and unit in ("E", "C"):
        count, unit = count * (10 if unit == "E" else 100), "Y"
    whole = int(count)
    anchored = side not in ("ago", "hence", "from now", "back")
    last = ctx.found[-1] if ctx.found else None
    if side == "later" and last is not None and ctx.text[last.end : match.start()] == ", ":
        # "On Monday, three months later, ...": the day is named, and this says how long it was.
        value = duration_value(count, unit)
        return Reading(match.start(), match.end(), "DURATION", value, mod)
    if side == "later" and ctx.story.value is None and ctx.direction(match) <= 0:
        # Later than what was told of without a date: how long is all that is said.
        value = duration_value(count, unit)
        return Reading(match.start(), match.end(), "DURATION", value, mod)
    base = _base(ctx, unit, anchored, match)
    if base is None:
        value = reference(-1 if back else 1)
        return Reading(match.start(), match.end(), "DATE", value, mod, silent=True)
    steps = -whole if back else whole
    stepped = _stepped(base, unit, steps, count, back)
    if stepped is None and side == "ago":
        # "100 million years ago" lies before the calendar.
        return Reading(match.start(), match.end(), "DATE", "PAST_REF", mod, silent=True)
    if stepped is None:
        return None
    how = (
        from_publication(unit, steps)
        if not anchored and ctx.published
        else f"{match['count']} {match['unit']} from the date named before it"
    )
    silent = grain_of(base) == "Q" or base == ctx.story.fiscal
    return Reading(match.start(), match.end(), "DATE", stepped, mod, how=how, silent=silent)


_SET_AGAINST = re.compile(
    r"\b(?:from|than|with|to|over|versus)\s+(?:(?:an?\s+\w+\s+)?[$£€]?[\d.,]+%?(?:\s+\w+)?,?\s+)?$",
    re.IGNORECASE,
)


def _counts_from_month(match: re.Match[str], ctx: Context, unit: Unit) -> bool:
    """Whether "from a year ago" goes back from a month: "September orders rose from a year ago"."""
    story = ctx.story
    if unit != "Y" or not count_is_one(match["count"]) or story.value is None:
        return False
    in_sentence = story.place[0] == ctx.index and story.place[1] >= ctx.sentence_start(
        match.start()
    )
    if not in_sentence or grain_of(story.value) != "M" or story.place < story.quarter_place:
        return False
    return _SET_AGAINST.search(ctx.text[: match.start()][-40:]) is not None


_QUARTER = re.compile(r"\d{4}-[QH]\d")


def _quarter_here(match: re.Match[str], ctx: Context) -> str | None:
    """The quarter named before in the same sentence, be it one to come."""
    start = ctx.sentence_start(match.start())
    named = [r.value for r in ctx.found if r.start >= start and _QUARTER.fullmatch(r.value)]
    return named[-1] if named else None


def _base(ctx: Context, unit: Unit, anchored: bool, match: re.Match[str]) -> str | None:
    """The value that the count starts from: a period told of, a date told of, or the news day."""
    story = ctx.story
    near_quarter = (
        story.fiscal is not None
        and story.quarter is not None
        and unit == "Y"
        and story.quarter_place[0] >= ctx.index - 3
        and count_is_one(match["count"])
    )
    if _counts_from_month(match, ctx, unit):
        return story.value
    if unit == "Y" and count_is_one(match["count"]) and (here := _quarter_here(match, ctx)):
        return here
    if near_quarter:
        return story.fiscal if anchored else reported_on(story)
    if anchored and story.value is not None:
        coarse = is_finer(unit, grain_of(story.value))
        # A month or a year named since the last day was is where "three weeks later" starts.
        if coarse and story.day is not None and story.day_place == ctx.index:
            return story.day.isoformat()
        return story.value
    if ctx.published is None:
        return None
    return ctx.published.isoformat()


def _whole_count(words: str) -> int | None:
    """A count that is told as a whole number; else None."""
    try:
        count = count_of(words)
    except (ValueError, ZeroDivisionError):
        return None
    return None if count is None or count.denominator != 1 else int(count)


def _ago_to_the(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "thirty years ago today", "a year ago this month", "a week ago Friday"."""
    unit = unit_of(match["unit"])
    published = ctx.published
    count = _whole_count(match["count"])
    if published is None or count is None:
        return None
    grain: Unit = "D"
    base = published
    if match["same"]:
        grain = unit_of(match["same"])
    elif match["month"]:
        grain, base = "M", published.replace(day=1, month=month_number(match["month"]))
    elif match["weekday"]:
        base = weekday_on_or_before(published, weekday_number(match["weekday"]))
    elif match["near"].lower() != "today":
        base += timedelta(days=1 if match["near"].lower() == "tomorrow" else -1)
    try:
        value = value_around(moved(base, unit, -count), grain)
    except (ValueError, OverflowError):
        return None
    how = f"{match['count']} {match['unit']} before {day_in_words(base, None)}"
    return Reading(match.start(), match.end(), "DATE", value, amount_mod(match), how=how)


def _from_day(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "two years from today", "a week from Tuesday"."""
    published = ctx.published
    count = _whole_count(match["count"])
    if published is None or count is None:
        return None
    base = published + timedelta(days=1 if (match["near"] or "").lower() == "tomorrow" else 0)
    if match["weekday"]:
        base = weekday_on_or_after(published, weekday_number(match["weekday"]))
    try:
        day = moved(base, unit_of(match["unit"]), count)
    except (ValueError, OverflowError):
        return None
    how = f"{match['count']} {match['unit']} after {day_in_words(base, None)}"
    return Reading(match.start(), match.end(), "DATE", day.isoformat(), how=how)


def _weekdays_ago(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "two Fridays ago"."""
    count = _whole_count(match["number"])
    if ctx.published is None or count is None or count < 1:
        return None
    weekday = weekday_number(match["weekday"])
    day = weekday_on_or_before(ctx.published - timedelta(days=1), weekday)
    day -= timedelta(weeks=int(count) - 1)
    how = day_in_words(day, ctx.published)
    return Reading(match.start(), match.end(), "DATE", day.isoformat(), how=how)


def count_is_one(words: str) -> bool:
    """Whether a count says one."""
    return words.lower() in ("a", "an", "one")


_SEASON = re.compile(r"-(?:SP|SU|FA|WI)$")


def _stepped(base: str, unit: Unit, steps: int, count: Fraction, back: bool) -> str | None:
    grain = grain_of(base)
    bounds = days_of(base)
    if bounds is None:
        return None
    try:
        if _SEASON.search(base) and unit != "Y":
            middle = day_near((bounds[0].toordinal() + bounds[1].toordinal()) / 2)
            return value_around(moved(middle, unit, steps), "Y" if is_finer("Y", unit) else "M")
        if _SEASON.search(base):
            return f"{bounds[0].year + steps:04}{base[4:]}"
        if grain != "D" and is_finer(unit, grain):
            middle = day_near((bounds[0].toordinal() + bounds[1].toordinal()) / 2)
            return value_around(moved(middle, unit, steps), grain)
        if grain != "D":
            return shifted(base, unit, steps)
        day = bounds[0]
        if count.denominator != 1 and unit == "Y":
            months = int(count * 12)
            return value_around(moved(day, "M", -months if back else months), "M")
        target = moved(day, unit, steps)
    except (ValueError, OverflowError):
        return None
    if unit == "D":
        return target.isoformat()
    if unit == "W" and abs(steps) <= 2:
        return target.isoformat()
    return value_around(target, unit)


def _side_of_named(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the day before the vote", "the week after the crash": from the date of what is named."""
    unit = unit_of(match["unit"])
    if match["unit"].lower().endswith("s") or unit in ("S", "MIN", "H"):
        return None
    day = ctx.story.happenings.get(stem(match["named"].lower()))
    if day is None:
        return None
    steps = -1 if match["side"].lower() == "before" else 1
    try:
        value = value_around(day, unit, steps)
    except (ValueError, OverflowError):
        return None
    how = f"the {match['unit'].lower()} {match['side'].lower()} {day_in_words(day, None)}"
    return Reading(match.start(), match.end(), "DATE", value, how=how)


def _eve_of_named(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the eve of the strike": the day before it, where the story has told when it was."""
    day = ctx.story.happenings.get(stem(match["named"].lower()))
    if day is None:
        return None
    eve = day - timedelta(days=1)
    how = f"the day before {day_in_words(day, None)}"
    return Reading(match.start(), match.end(), "DATE", eve.isoformat(), how=how)


def _seasons_ago(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "two summers ago": in the year so many back."""
    count = _whole_count(match["number"])
    if ctx.published is None or count is None:
        return None
    if count >= ctx.published.year:
        return None
    value = f"{ctx.published.year - count:04}-{SEASONS[match['season'].lower()]}"
    return Reading(match.start(), match.end(), "DATE", value)


RULES: tuple[Rule, ...] = (
    rule("season", rf"{NUMBER}\s+{SEASON}s\s+ago", _seasons_ago, 4, words="ago"),
    rule(
        "unit",
        rf"{AMOUNT_MOD}?{COUNT}\s+{UNIT}\s+(?P<orso>(?!))?ago,?\s+(?:(?P<near>today|yesterday|tomorrow)"
        rf"|(?:on\s+)?{WEEKDAY}(?!,?\s+\d)|this\s+(?:(?P<same>week|month|year)|{MONTH}))",
        _ago_to_the,
        3,
        words="ago",
    ),
    rule(
        "unit",
        rf"{COUNT}\s+{UNIT}\s+from\s+(?:(?P<near>today|tomorrow)|{WEEKDAY})(?!,?\s+\d)",
        _from_day,
        3,
        words="from",
    ),
    rule(
        "eve",
        r"(?:the\s+)?eve\s+of\s+(?:the|his|her|their|its)\s+(?:\w+\s+)?(?P<named>[a-z]+)",
        _eve_of_named,
    ),
    rule("weekday", rf"{NUMBER}\s+{WEEKDAY}s\s+ago", _weekdays_ago, 4, words="ago"),
    rule(
        "unit",
        rf"{AMOUNT_MOD}?{COUNT}[\s-]+{KIND}{UNIT}\s+(?P<orso>or\s+so\s+)?"
        r"(?P<side>ago|earlier|later|before|previously|prior|hence|from\s+now|after\s+that"
        r"|beforehand|afterwards?|back|after)",
        _ago,
        1,
        words="ago earlier later before previously prior hence from after back",
    ),
    rule(
        "unit",
        rf"the\s+(?:very\s+)?{UNIT}\s+(?P<side>before|after)\s+(?:the|his|her|their|its|that|this)"
        r"\s+(?:\w+\s+)?(?P<named>[a-z]+)",
        _side_of_named,
        3,
        words="before after",
    ),
)
