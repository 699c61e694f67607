"""Periods of the calendar named from where the story stands: "last year", "the third quarter"."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.analysis.times.calendar import (
    days_of,
    grain_of,
    is_finer,
    moved,
    shifted,
    value_around,
)
from dateline.analysis.times.dates import mod_of
from dateline.analysis.times.lexicon import (
    MOD,
    MODS,
    UNIT,
    YEAR,
    unit_of,
)
from dateline.analysis.times.quarters import the_quarter
from dateline.analysis.times.reading import (
    Context,
    Reading,
    Rule,
    day_in_words,
    from_publication,
    reference,
    rule,
)

_SHIFTS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "present": 0,
    "the": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "upcoming": 1,
}


_FAR = 31
"""Days from publication beyond which "later in the day" hardly means the day named last."""
_OVER = ("over ", "for ", "during ", "in ", "within ", "of ")


def _named(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "last year", "earlier this month", "the coming week", "the current quarter"."""
    which = " ".join(match["which"].lower().split()).removeprefix("the ").removeprefix("very ")
    unit = unit_of(match["unit"])
    if match["unit"].lower().endswith("s") or unit in ("S", "MIN", "WE"):
        return None
    over = ctx.text[max(0, match.start() - 8) : match.start()].lower().endswith(_OVER)
    if unit in ("E", "C") and (
        which in ("past", "this past")
        or (which == "last" and over and match["which"].lower().startswith("the"))
    ):
        code = "P1DE" if unit == "E" else "P1CE"
        return Reading(match.start(), match.end(), "DURATION", code, last=ctx.published)
    long = unit == "E" or (unit == "C" and over)
    if which == "next" and match["which"].lower().startswith("the") and long:
        code = "P1DE" if unit == "E" else "P1CE"
        return Reading(match.start(), match.end(), "DURATION", code, first=ctx.published)
    if unit == "H":
        return (
            Reading(match.start(), match.end(), "DURATION", "PT1H")
            if which in ("past", "last", "next")
            else None
        )
    if match["unit"].lower() == "night":
        return None
    if unit == "Q" and ctx.token(match.start("unit")).head.lower_ in ("finals", "final"):
        return None
    mod = mod_of(match)
    shift = _SHIFTS.get(which, _SHIFTS[which.split()[-1]])
    if match["which"].lower().startswith("the") and which == "next" and _goes_on(match, ctx):
        return _told(match, ctx)
    if unit == "D" and which not in ("next", "previous"):
        return None
    if unit == "D":
        return None if mod else _next_day(match, ctx, shift)
    value = ctx.around(unit, shift)
    if value is None:
        return Reading(match.start(), match.end(), "DATE", reference(shift), mod, silent=True)
    if unit == "C" and shift > 0 and ctx.published and ctx.published.year % 100 == 0:
        # In 2000 "the coming century" is the one that 2001 begins.
        value = ctx.around(unit, 0) or value
    how = from_publication(unit, shift)
    if which in ("past", "this past") and mod is None and ctx.published and unit in ("W", "M", "Y"):
        first = moved(ctx.published, unit, -1)
        return Reading(
            match.start(), match.end(), "DATE", value, mod, first, ctx.published, how, silent=True
        )
    return Reading(match.start(), match.end(), "DATE", value, mod, how=how)


def _goes_on(match: re.Match[str], ctx: Context) -> bool:
    """Whether "the next year" goes on from a date told of: what it tells of is past."""
    told = ctx.story.value is not None and ctx.story.place[0] >= ctx.index - 1
    return told and unit_of(match["unit"]) in ("W", "M", "Y") and ctx.direction(match) < 0


def _next_day(match: re.Match[str], ctx: Context, shift: int) -> Reading | None:
    day = ctx.story.day
    if day is None:
        return Reading(match.start(), match.end(), "DATE", reference(shift), silent=True)
    value = shifted(day.isoformat(), "D", shift) or reference(shift)
    how = "the day after the date before it" if shift > 0 else "the day before the date before it"
    return Reading(match.start(), match.end(), "DATE", value, how=how)


def _told(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the following year", "the same day", "later that month": from the date told of last."""
    which = match["which"].lower().split()[-1]
    unit = unit_of(match["unit"])
    if match["unit"].lower().endswith(("s", "night")) or unit in ("S", "MIN", "H"):
        return None
    shift = {
        "following": 1,
        "next": 1,
        "subsequent": 1,
        "previous": -1,
        "preceding": -1,
        "prior": -1,
    }.get(which, 0)
    value = ctx.story.value
    told = days_of(value) if value else None
    if told is None or value is None:
        if unit == "D" and shift == 0:
            return None
        if unit == "Q" and ctx.published:
            told = (ctx.published, ctx.published)
        else:
            return Reading(
                match.start(), match.end(), "DATE", reference(shift), mod_of(match), silent=True
            )
    if unit == "D" and ctx.story.day:
        told = (ctx.story.day, ctx.story.day)
    elif unit == "D" and told[0] != told[1] and shift == 0:
        return None
    elif unit == "D" and told[0] != told[1]:
        return Reading(match.start(), match.end(), "DATE", reference(shift), silent=True)
    if value and is_finer(unit, grain_of(value)) and unit not in ("D", "W", "M", "Q"):
        return None
    if unit == "Q" and shift:
        told = days_of(ctx.story.quarter or ctx.around("Q", 0) or "")
    elif value and unit in ("W", "M") and is_finer(unit, grain_of(value)) and shift:
        # A year named before says nothing of "the previous month".
        told = (ctx.published, ctx.published) if ctx.published else None
    if told is None:
        return None
    try:
        found = value_around(told[0], unit, shift)
    except (ValueError, OverflowError):
        return None
    how = "the date named before it" if shift == 0 else "counted from the date named before it"
    return Reading(match.start(), match.end(), "DATE", found, mod_of(match), how=how)


def _one_before(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "in 2012, from $2bn the year before": before the date told of last."""
    unit = unit_of(match["unit"])
    if match["unit"].lower() == "night":
        return _night_before(match, ctx)
    told = days_of(ctx.story.value) if ctx.story.value else None
    if told is None or unit not in ("D", "W", "M", "Q", "Y"):
        return None
    if unit == "D":
        if ctx.story.day is None:
            return None
        told = (ctx.story.day, ctx.story.day)
    try:
        value = value_around(told[0], unit, -1 if match["way"].lower() != "after" else 1)
    except (ValueError, OverflowError):
        return None
    how = f"the {match['unit'].lower()} {match['way'].lower()} the date named before it"
    return Reading(match.start(), match.end(), "DATE", value, how=how, silent=True)


def _night_before(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the night before": before the day told of, or before publication."""
    day = ctx.story.day or ctx.story.news
    if match["way"].lower() == "after" or day is None:
        return None
    night = day - timedelta(days=1)
    how = day_in_words(night, ctx.published)
    return Reading(match.start(), match.end(), "TIME", f"{night.isoformat()}TNI", how=how)


def _bare(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the quarter", "the year", "the week", "the day", with or without an edge before it."""
    unit = unit_of(match["unit"])
    groups = match.groupdict()
    mod = mod_of(match)
    if match["unit"].lower().endswith("s") or unit in ("S", "MIN", "H", "WE"):
        return None
    after = ctx.text[match.end() : match.end() + 30].lower()
    if (
        re.match(
            r"\s+(?:of(?!\s+[$£€\d])|that|when|before|after|ahead|in\s+which|to\s+come)\b|[-']s?\s?(?:old|long)",
            after,
        )
        and not mod
    ):
        return None
    if unit == "Q":
        return the_quarter(match, ctx, mod)
    if unit == "Y" and re.match(r"\s+(?:ended|ending|to(?!\s+date))\b", after) and not mod:
        return Reading(match.start(), match.end(), "DURATION", "P1Y")
    if match["unit"].lower() in ("night",):
        return None
    if unit == "D":
        told = ctx.story.day or ctx.story.news
        if told and ctx.published and abs((told - ctx.published).days) > _FAR:
            told = ctx.story.news or told
        if not mod or told is None or groups.get("edge"):
            return None
        return Reading(match.start("bare"), match.end(), "DATE", told.isoformat(), mod)
    to_date = after.startswith(" to date")
    if not mod and not to_date and not _stands_for_itself(match, ctx):
        return None
    value = ctx.around(unit, 0)
    if value is None:
        return Reading(match.start(), match.end(), "DATE", "PRESENT_REF", mod, silent=True)
    return Reading(match.start(), match.end(), "DATE", value, mod, how=from_publication(unit, 0))


_PART_OF = re.compile(
    r"\b(?:half|halves|quarters?|third|thirds|part|portion|months?|weeks?|most|much|all|rest|remainder"
    r"|balance|start|beginning|middle|end|close|course|first|second|fourth|last|low|lows|high|highs"
    r"|best|worst|biggest|largest|out|total|forecast|estimate)\s+of\s+$"
)
"""What may stand before "of the year": "the manager of the year" is a title, and names no time."""


def _stands_for_itself(match: re.Match[str], ctx: Context) -> bool:
    """Whether "the year" is this one: "for the year", "so far in the week", "the week's"."""
    before = ctx.text[max(0, match.start() - 20) : match.start()].lower()
    after = ctx.text[match.end() : match.end() + 2]
    whole = before.rstrip().endswith(" of") and not _PART_OF.search(before)
    if whole and unit_of(match["unit"]) != "W":
        return False
    led = re.search(r"\b(?:for|of|in|during|through|throughout|over|since|by)\s+$", before)
    return (led is not None and unit_of(match["unit"]) in ("Y", "W", "M")) or after == "'s"


def _year_end(match: re.Match[str], ctx: Context) -> Reading | None:
    unit = unit_of(match["unit"])
    if match["year"]:
        return Reading(match.start(), match.end(), "DATE", f"{match['year']}-12-31")
    if ctx.published is None:
        return Reading(
            match.start(),
            match.end(),
            "DATE",
            "XXXX-12-31" if unit == "Y" else "XXXX-XX",
            "END",
            silent=True,
        )
    shift = -1 if (match["which"] or "").lower() == "last" else 0
    if ctx.direction(match) < 0 or re.search(r"\bsince\s+$", ctx.text[: match.start()][-7:]):
        shift = -1
    value = value_around(ctx.published, unit, shift)
    bounds = days_of(value)
    if unit == "Y" and bounds:
        return Reading(match.start(), match.end(), "DATE", bounds[1].isoformat())
    return Reading(match.start(), match.end(), "DATE", value, "END")


def _middle(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "by midyear", "in mid-week", "mid-century"."""
    unit = unit_of(match["unit"])
    ahead = ctx.direction(match) > 0 or ctx.text[: match.start()].endswith(("by ", "By "))
    # "midcentury furniture" is of the century before this one, "by midcentury" of this one.
    shift = -1 if unit == "C" and not ahead else 0
    value = ctx.around(unit, shift)
    if value is None or unit not in ("W", "M", "Y", "E", "C"):
        return None
    how = from_publication(unit, shift)
    return Reading(match.start(), match.end(), "DATE", value, "MID", how=how)


def _edge_of_named(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the first half of this year", "the rest of the week": a part of a named period."""
    unit = unit_of(match["unit"])
    which = " ".join(match["which"].lower().split())
    shift = _SHIFTS.get(which, 0)
    value = ctx.around(unit, shift)
    edge = match["edge"].lower()
    mod = MODS.get(edge.split()[0], "END" if "half" in edge and "second" in edge else None)
    if value is None:
        return Reading(match.start(), match.end(), "DATE", reference(shift), mod, silent=True)
    return Reading(
        match.start(), match.end(), "DATE", value, mod, how=from_publication(unit, shift)
    )


_KIND = r"(?:(?:fiscal|financial|calendar|academic|school|tax|business)\s+)?"

RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        rf"(?:(?P<sofar>(?!))|{MOD})?(?P<which>(?:the|this)\s+(?:past|coming|next|current|present|previous)|the\s+last(?=\s+(?:decade|century)\b)"
        rf"|last|next|this|current|previous)\s+{_KIND}{UNIT}",
        _named,
        1,
        words="past coming current present previous last next this",
    ),
    rule(
        "unit",
        rf"(?:{MOD})?(?P<which>(?:the\s+)?(?:very\s+)?(?:following|subsequent|preceding|prior|previous|same)|that(?:\s+same)?)"
        rf"\s+{_KIND}{UNIT}",
        _told,
        2,
        words="following subsequent preceding prior previous same that",
    ),
    rule(
        "unit",
        rf"(?:{MOD})?(?P<bare>the\s+(?:(?:full|whole|entire|fiscal|calendar)\s+)?{UNIT})",
        _bare,
        words="the",
    ),
    rule(
        "unit",
        rf"(?:(?:around|about)\s+)?(?:the\s+)?(?:(?P<which>last|this)\s+)?{UNIT}(?:'s)?[\s-]end(?!ed|ing)(?:,?\s+{YEAR})?",
        _year_end,
        1,
        words="end",
    ),
    rule(
        "unit",
        rf"the\s+{UNIT}\s+(?P<way>before|earlier|after)(?=\s*(?:[.,;:)\"]|and\b|but\b|when\b|$))",
        _one_before,
        2,
        words="before earlier after",
    ),
    rule("unit", rf"mid[\s-]?{UNIT}", _middle, 1, words="mid"),
    rule(
        "unit",
        rf"(?:the\s+)?(?P<edge>(?:first|second|last|latter)\s+(?:half|part)|rest|remainder|end|start|beginning|middle|close|course)\s+of\s+"
        rf"(?P<which>this|last|next|the\s+current|the)\s+{_KIND}{UNIT}",
        _edge_of_named,
        1,
        words="half part rest remainder end start beginning middle close course",
    ),
)
