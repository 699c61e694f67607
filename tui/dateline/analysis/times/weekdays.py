"""Weekdays and the words for days near at hand, with the part of the day they may name."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.analysis.times.calendar import (
    days_of,
    value_around,
    weekday_on_or_after,
    weekday_on_or_before,
)
from dateline.analysis.times.dates import mod_of
from dateline.analysis.times.lexicon import (
    MOD,
    PART,
    WEEKDAY,
    WORDS,
    part_value,
    weekday_number,
)
from dateline.analysis.times.reading import (
    Context,
    Reading,
    Rule,
    day_in_words,
    is_in_a_title,
    reference,
    rule,
)
from dateline.analysis.times.tense import is_told_under_way
from dateline.analysis.times.unwritten_year import is_set_for

if TYPE_CHECKING:
    from spacy.tokens import Token

_OUR_TIMES = frozenset(["world", "youth", "society", "standards", "kids", "generation", "economy"])
_IN_A_NAME = re.compile(
    r"\s+(?:[Ss]chool|Times|Telegraph|Mail|Mirror|Post|Express|Herald|Star|Independent|Tribune"
    r"|Live|Football|Premiere|Business\s+Post|World|Best)\b"
)
_NAMED_NEXT = re.compile(r"\s+(?:(?:[A-Z]\w*|\w+(?=\s+[A-Z]))\s+){0,3}\w+")
"""The noun after "Saturday's", with the names before it."""
_APPOINTED = frozenset(WORDS["nouns_of_appointments"])
NEARBY = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}


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
    if is_set_for(match, ctx):
        direction = 1
    of_something = ctx.text[match.end() : match.end() + 2] == "'s"
    if direction > 0 and of_something and is_told_under_way(ctx.token(match.end() - 1)):
        # "is raising questions about Monday's debate" does not say whether that is over.
        direction = 0
    if direction > 0 and (_is_of_what_was(match, ctx) or _is_said_on(match, ctx)):
        direction = -1
    token = ctx.token(match.end() - 1)
    if token.dep_ == "nsubj" and token.head.lower_ == "is":
        direction = 1
    before = ctx.text[max(0, match.start() - 14) : match.start()]
    begun = _range_begun(before, match, ctx)
    if begun is not None:
        return weekday_on_or_after(begun, weekday)
    if direction == 0 and _IN_TIME.search(before) and not _is_of_what_was(match, ctx):
        direction = 1
    ahead = weekday_on_or_after(published, weekday)
    # A weekday is seldom named for what is nearly a week back.
    appointed = of_something and ctx.token(match.end() - 1).head.lower_ in _APPOINTED
    next_day = (ahead - published).days == 1 and (direction == 0 or appointed)
    if direction > 0 or next_day:
        return ahead
    return weekday_on_or_before(published, weekday)


_IN_TIME = re.compile(
    r"\b(?:by|until|till|before|due|as\s+(?:early|soon|late)\s+as)\s+$", re.IGNORECASE
)
_TO = re.compile(r"(?:\b(?:to|through|thru|till|until)|[-–])\s*$", re.IGNORECASE)


def _range_begun(before: str, match: re.Match[str], ctx: Context) -> date | None:
    """The day that "Monday" of "Monday to Friday" is, where Friday is being read."""
    last = ctx.found[-1] if ctx.found else None
    if last is None or _TO.search(before) is None or match.start() - last.end > len(" through "):
        return None
    if last.silent or last.type not in ("DATE", "TIME"):
        return None
    bounds = days_of(last.value)
    return bounds[0] if bounds and bounds[0] == bounds[1] else None


_SAID_ON = re.compile(
    r"\b(?:said|announced|reported|added|confirmed|warned|told\s+(?:\w+\s+){1,3}?)"
    r"(?:\s*(?:here|late|early))?\s*(?:on\s+)?(?:late\s+|early\s+)?$",
    re.IGNORECASE,
)


def _is_said_on(match: re.Match[str], ctx: Context) -> bool:
    """Whether the weekday stands right after "said", whatever is said to come."""
    return _SAID_ON.search(ctx.text[max(0, match.start() - 40) : match.start()]) is not None


def _noun_dated(match: re.Match[str], ctx: Context) -> Token | None:
    """The noun that a weekday stands before: "crisis" in "her Sunday morning crisis"."""
    token = ctx.token(match.end() - 1)
    before = token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i
    return token.head if before and token.head.pos_ == "NOUN" else None


def _is_of_what_was(match: re.Match[str], ctx: Context) -> bool:
    """Whether "Wednesday's ruling" names what has been, as such words do in a clause of any tense.

    Not "Tuesday's election", which may be to come.
    """
    dated = _noun_dated(match, ctx)
    if dated is not None:
        return dated.lower_ not in _APPOINTED
    if ctx.text[match.end() : match.end() + 2] != "'s":
        return False
    if ctx.token(match.end() - 1).head.lower_ in _APPOINTED:
        return False
    named = _NAMED_NEXT.match(ctx.text, match.end() + 2)
    return named is None or not _APPOINTED & set(named[0].lower().split())


def _weekday(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["weekday"]
    if not word[0].isupper() or _IN_A_NAME.match(ctx.text, match.end()):
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
    some = re.search(r"\b[Aa]\s+(?:recent\s+)?$", ctx.text[max(0, start - 10) : start])
    if some and not match["which"] and _noun_dated(match, ctx) is None:
        # "on a Thursday" is any of them.
        day = None
    mod = mod_of(match)
    value = day.isoformat() if day else f"XXXX-WXX-{weekday + 1}"
    how = day_in_words(day, ctx.published) if day else None
    if not match["part"]:
        return Reading(start, match.end(), "DATE", value, mod, how=how)
    part, part_mod = part_value(match["part"])
    return Reading(start, match.end(), "TIME", value + part, mod or part_mod, how=how)


def on_day(match: re.Match[str], ctx: Context, shift: int, part: str | None) -> Reading:
    """A day so many days from publication, or a part of it."""
    mod = mod_of(match)
    day = ctx.around("D", shift)
    if day is None:
        return Reading(match.start(), match.end(), "DATE", reference(shift), mod, silent=True)
    how = day_in_words(date.fromisoformat(day), ctx.published)
    if part is None:
        return Reading(match.start(), match.end(), "DATE", day, mod, how=how)
    value, part_mod = part_value(part)
    return Reading(match.start(), match.end(), "TIME", day + value, mod or part_mod, how=how)


def _nearby(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["near"].lower()
    token = ctx.token(match.start("near"))
    if match["near"][0].isupper() and (
        token.ent_type_ in ("ORG", "WORK_OF_ART", "FAC") or _follows_a_name(match, ctx)
    ):
        return None
    shift = NEARBY[word]
    if match["after"]:
        shift = 2 if word == "tomorrow" else -2
    part = match["part"] or ("night" if word == "tonight" else None)
    if word == "today" and not part and _is_nowadays(match, ctx):
        return Reading(match.start(), match.end(), "DATE", "PRESENT_REF", silent=True)
    return on_day(match, ctx, shift, part)


def _follows_a_name(match: re.Match[str], ctx: Context) -> bool:
    """Whether "Today" ends a name ("VOA Today")."""
    before = ctx.text[max(0, match.start("near") - 20) : match.start("near")]
    named = re.search(r"\b[A-Z]\w*\s(?:for\s|of\s)?$", before) is not None
    return named and is_in_a_title(match.start("near"), ctx)


def _is_nowadays(match: re.Match[str], ctx: Context) -> bool:
    """Whether "today" means these times: "today's voters", set against a past time."""
    token = ctx.token(match.start("near"))
    after = ctx.text[match.end() : match.end() + 2]
    return after == "'s" and token.head.lower_ in _OUR_TIMES


def _weekend(match: re.Match[str], ctx: Context) -> Reading | None:
    which = (match["which"] or "").lower().split()
    if match["day"] or re.match(r"\s+of\s+the\b", ctx.text[match.end() :][:8]):
        return None
    shift = -1 if (which and which[0] == "last") or "past" in which else 0
    if which and (which[0] == "next"):
        shift = 1
    if which == ["a"] and ctx.token(match.end() - 1).dep_ not in ("compound", "nmod", "amod"):
        return None
    if not which or which in (["the"], ["a"]):
        published = ctx.published
        shift = 0
        ahead = re.search(r"\b(?:ahead\s+of|before|for)\s+$", ctx.text[: match.start()][-10:])
        if published and not ahead:
            direction = ctx.direction(match)
            early, friday = published.weekday() < 4, published.weekday() == 4
            shift = -1 if (early and direction <= 0) or (friday and direction < 0) else 0
    elif which[0] == "this" and len(which) == 1 and ctx.published:
        said = _is_said_on(match, ctx)
        past = ctx.published.weekday() == 0 and (said or ctx.direction(match) < 0)
        shift = -1 if past else 0
    elif which[0] in ("that",):
        if ctx.story.day is None:
            return None
        value = value_around(ctx.story.day, "WE")
        return Reading(match.start(), match.end(), "DATE", value, mod_of(match))
    weekend = ctx.around("WE", shift)
    if weekend is None:
        value = reference(shift) if which and which not in (["the"], ["a"]) else "XXXX-WXX-WE"
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
    rule(
        "unit",
        rf"(?:{MOD})?(?P<which>(?:this|the)\s+(?:past|coming)|last|next|this|that|the|a(?=\s+weekend\s+[a-z]))\s+(?P<day>(?!))?(?:(?:long|holiday|three-day)\s+)?weekend",
        _weekend,
        1,
        words="weekend",
    ),
)
