"""Holidays and seasons in the text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.analysis.times.calendar import SEASON_MONTHS, days_of, value_of_month
from dateline.analysis.times.dates import mod_of
from dateline.analysis.times.holidays import Holiday, holidays
from dateline.analysis.times.lexicon import MOD, SEASON, SEASONS, YEAR
from dateline.analysis.times.reading import Context, Reading, Rule, day_in_words, rule

_THING = re.compile(
    r"\s+(?:Islands?|Bunny|Rising|eggs?|trees?|cards?|carols?|presents?|gifts?|lights|puddings?|cakes?"
    r"|jumpers?|sweaters?|costumes?|decorations?|ornaments?|songs?|movies?|films?|stockings?|candy)\b"
)
"""What makes a thing of a feast: a Christmas tree is of any day."""
_WEEKS = 20
_SOON = 31
"""Days up to a feast in which the news speaks of it, whatever the tense."""
_ALL = holidays()
_PATTERN = "|".join(
    f"(?P<feast{i}>{h.pattern.replace(' ', chr(92) + 's+')})" for i, h in enumerate(_ALL)
)
HOLIDAY_HEAD = "|".join(f"(?:{h.pattern.replace(' ', chr(92) + 's+')})" for h in _ALL)


def _holiday(match: re.Match[str], ctx: Context) -> Reading | None:
    index = next(i for i in range(len(_ALL)) if match[f"feast{i}"])
    words = match[f"feast{index}"]
    if not words[0].isupper() and not words.lower().startswith("the"):
        return None
    if _THING.match(ctx.text, match.end()):
        return None
    which = (match["which"] or match["ofyear"] or "").lower()
    day = _day(ctx, match, _ALL[index], which)
    if day is None:
        days = _ALL[index].dates(2000)
        fixed = re.fullmatch(r"\d\d-\d\d", _ALL[index].reckoning)
        value = f"XXXX-{days[0].month:02}-{days[0].day:02}" if fixed else "XXXX-XX-XX"
        return Reading(match.start(), match.end(), "DATE", value, silent=True)
    if match["eve"]:
        day -= timedelta(days=1)
        how = day_in_words(day, ctx.published)
        return Reading(match.start(), match.end(), "DATE", day.isoformat(), how=how)
    return _feast_from(match, ctx, _ALL[index], day)


def _feast_from(match: re.Match[str], ctx: Context, holiday: Holiday, day: date) -> Reading:
    """A feast by its first day; one that lasts for weeks has the month that holds most of it."""
    how = day_in_words(day, ctx.published)
    value, last = day.isoformat(), day + timedelta(days=holiday.length - 1)
    if holiday.length > _WEEKS:
        value = value_of_month(day + timedelta(days=holiday.length // 2))
    mod = mod_of(match)
    if holiday.length == 1:
        return Reading(match.start(), match.end(), "DATE", value, mod, how=how)
    how = f"from {how}, for {holiday.length} days"
    return Reading(match.start(), match.end(), "DATE", value, mod, day, last, how)


def _day(ctx: Context, match: re.Match[str], holiday: Holiday, which: str) -> date | None:
    if match["year"]:
        days = holiday.dates(int(match["year"]))
        return days[0] if days else None
    published = ctx.published
    if published is None:
        return None
    years = range(published.year - 1, published.year + 2)
    days = tuple(day for year in years for day in holiday.dates(year))
    if not days:
        return None
    past = [day for day in days if day < published]
    ahead = [day for day in days if day >= published]
    if match["ofyear"]:
        in_year = holiday.dates(published.year + {"last": -1, "next": 1}.get(which, 0))
        return in_year[0] if in_year else None
    if which == "last" and past:
        return past[-1]
    if which == "next" and ahead:
        return ahead[0]
    if which == "this":
        days = holiday.dates(published.year)
        return days[0] if days else None
    direction = ctx.direction(match)
    nearest = min(days, key=lambda day: abs((day - published).days))
    if direction > 0 and ahead and (ahead[0] - published).days < 300:
        return ahead[0]
    if direction < 0 and past and (nearest - published).days > _SOON:
        return past[-1]
    return nearest


def _season(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["season"]
    which = (match["which"] or "").lower().split()
    token = ctx.token(match.start("season"))
    code = SEASONS[word.lower()]
    if match["year"]:
        value = f"{match['year']}-{code}"
        return Reading(match.start(), match.end(), "DATE", value, mod_of(match))
    if token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.tag_ == "NNS":
        return None
    mod = mod_of(match)
    led = re.search(
        r"\b(?:in|by|until|since|during|through|over|for|of|before|after)\s+(?:the\s+)?$",
        ctx.text[max(0, match.start() - 14) : match.start()] + ("the " if which == ["the"] else ""),
        re.IGNORECASE,
    )
    if not which and not mod and not (led and token.ent_type_ == "DATE"):
        return None
    if which in (["the"], ["a"]) and not mod and not (led and word.lower() != "spring"):
        return None
    if word.lower() in ("fall", "spring") and which == ["the"] and token.ent_type_ != "DATE":
        return None
    value = _season_value(match, ctx, code, which)
    return Reading(match.start(), match.end(), "DATE", value, mod)


def _season_value(match: re.Match[str], ctx: Context, code: str, which: list[str]) -> str:
    published = ctx.published
    told = days_of(ctx.story.value) if which == ["that"] and ctx.story.value else None
    if told is not None:
        return f"{told[0].year}-{code}"
    if published is None:
        return f"XXXX-{code}"
    # A season lasts three months: its year is the one in which it begins.
    starts = [
        date(year, SEASON_MONTHS[code], 1) for year in range(published.year - 2, published.year + 2)
    ]
    begun = [start for start in starts if start <= published]
    coming = [start for start in starts if start > published]
    current = begun[-1] if published < begun[-1] + timedelta(days=92) else None
    if "last" in which or "past" in which:
        chosen = begun[-2] if current and "last" in which else begun[-1]
    elif "next" in which or "coming" in which:
        chosen = coming[0]
    elif "this" in which or "current" in which:
        same_year = [start for start in starts if start.year == published.year]
        chosen = current or same_year[0]
    elif current:
        chosen = current
    else:
        direction = ctx.direction(match)
        gone = (published - begun[-1]).days - 92
        nearer = direction == 0 and (coming[0] - published).days < gone
        chosen = coming[0] if direction > 0 or nearer else begun[-1]
    return f"{chosen.year}-{code}"


def _two_seasons(match: re.Match[str], _: Context) -> tuple[Reading, Reading]:
    """ "the spring and summer of 1998": the year is for both."""
    first, second = (SEASONS[match[group].lower()] for group in ("season", "also"))
    year = int(match["year"])
    before = year - (SEASON_MONTHS[second] < SEASON_MONTHS[first])
    return (
        Reading(match.start(), match.end("season"), "DATE", f"{before:04}-{first}"),
        Reading(match.start("second"), match.end(), "DATE", f"{year:04}-{second}"),
    )


RULES: tuple[Rule, ...] = (
    rule(
        "season",
        rf"(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?{SEASON}\s+(?:and|or|to)\s+"
        rf"(?P<second>(?:(?:early|mid|late)[\s-]+)?{SEASON.replace('season', 'also', 1)})"
        rf"(?:\s+of)?\s+{YEAR}",
        _two_seasons,
        2,
    ),
    rule(
        "holiday eve",
        rf"(?P<eve>(?:the\s+)?eve\s+of\s+(?:the\s+)?)?(?:{MOD})?(?:(?P<which>last|next|this)\s+)?(?:{_PATTERN})(?:,?\s+(?:(?:of|in)\s+)?(?:{YEAR}|(?P<ofyear>last|this|next)\s+year))?",
        _holiday,
        3,
    ),
    rule(
        "season",
        rf"(?:(?P<which>(?:the|this)\s+(?:past|coming)|last|next|this|the|a|that|current)\s+)?(?:{MOD})?{SEASON}"
        rf"(?:\s+(?:of\s+)?{YEAR})?(?!\s+(?:water|onion|to|into|training|apart|break|clean|roll|storm|camp|squash|wheat|olympics))",
        _season,
    ),
)
