"""The year that a date without one means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.times.calendar import valid_date
from dateline.analysis.times.lexicon import MONTH, WORDS, YEAR, month_number
from dateline.analysis.times.rescheduling import is_moved
from dateline.analysis.times.tense import is_over_by, is_told_as_set

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.analysis.times.reading import Context

_HAPPENED = re.compile(
    r"\s+(?:\w+\s+)?(?:attacks?|bombings?|shootings?|killings?|massacres?|crash(?:es)?|blasts?|explosions?"
    r"|war|invasion|fighting|clashes|uprising|earthquake|quake|disaster|murders?|coup|collapse|plunge|ruling|arrests?|raids?)\b",
    re.IGNORECASE,
)
"""What never stands before us: the date before it is a past one."""
_APPOINTMENT = re.compile(
    r"(?:\s+(?:of\s+)?[A-Z][\w'’]+){0,3}(?:\s+[a-z]+)?"
    rf"\s+(?:{'|'.join(WORDS['nouns_of_appointments'])})\b"
)
"""What is arranged for the date before it, with its names and an adjective."""
_LAST = re.compile(r"\s+last\b(?!\s+(?:year|month|week))")
"""After "March 17", as the Irish have it."""
_ARRANGED = re.compile(r"\b(?:set|schedul\w+|slated|planned|booked|fixed)\b[^.;,]*\bfor\s+$")
"""What stands before the day that something is set for."""
_LONG_AGO = 315
_CHANGE = frozenset(WORDS["verbs_of_change"])
_JUST_OVER = 31
_SEASON = 120
"""Days in which an appointment stays that is moved."""
_NEAR = 12
"""Days around publication in which the nearer of two years wins over the tense."""


def nearest_year(ctx: Context, match: re.Match[str], month: int, day: int | None) -> int | None:
    """The year that a date without one means: the tense decides, or else nearness."""
    shared = _SHARED_YEAR.match(ctx.text, match.end())
    if shared and shared["month"][0].isupper():
        # "between June and October 2023", "from November to March 2023": the year is for both.
        return int(shared["year"]) - (month_number(shared["month"]) < month)
    published = ctx.published
    if published is None:
        return None
    until = _UNTIL.match(ctx.text, match.end())
    if until and until["month"][0].isupper() and month_number(until["month"]) >= month:
        # In "between Jan. 1 and Sept. 30" the second date says which year is meant.
        month, day = month_number(until["month"]), int(until["day"] or 0) or day
    candidates = [
        candidate
        for year in (published.year - 1, published.year, published.year + 1)
        if (candidate := valid_date(year, month, day or min(28, published.day)))
    ]
    if not candidates:
        return None
    nearest = min(candidates, key=lambda c: abs((c - published).days))
    if day is None and (nearest.year, nearest.month) == (published.year, published.month):
        return nearest.year
    since = ctx.text[max(0, match.start() - 6) : match.start()].lower() == "since "
    if since or _LAST.match(ctx.text, match.end()):
        return max((c for c in candidates if c <= published), default=nearest).year
    if abs((nearest - published).days) <= _NEAR and day is not None:
        return nearest.year
    if is_over_by(ctx.token(match.start())):
        return max((c for c in candidates if c <= published), default=nearest).year
    if abs((nearest - published).days) <= _SEASON and is_moved(ctx.token(match.start())):
        # "moved from May 3 to May 10": the tense is that of the moving.
        return nearest.year
    direction = 1 if _points_ahead(ctx, match) else ctx.direction(match)
    if _HAPPENED.match(ctx.text, match.end()):
        direction = -1
    if direction <= 0 and _of_an_appointment(ctx, match):
        return nearest.year
    last = max((c for c in candidates if c <= published), default=nearest)
    coming = min((c for c in candidates if c >= published), default=nearest)
    just_over = day is not None and (published - last).days <= _JUST_OVER
    if direction > 0 and not (just_over and (coming - published).days > _LONG_AGO):
        return coming.year
    if direction < 0 and day is None and _leads_a_past_clause(ctx, match):
        return last.year
    # What is nearly a year back is called "last March": without that word it is still to come.
    if (published - last).days > _LONG_AGO:
        return coming.year
    if direction == 0 and day is None and is_told_as_set(_month_token(ctx, match)):
        return coming.year
    if direction < 0 or (coming - published).days > 120:
        return last.year
    return nearest.year


def _of_an_appointment(ctx: Context, match: re.Match[str]) -> bool:
    """Whether a date stands before what is arranged for it: "the May 9 general election"."""
    return _APPOINTMENT.match(ctx.text, match.end()) is not None


def _month_token(ctx: Context, match: re.Match[str]) -> Token:
    """The name of the month, or the first word of what is dated by one after it."""
    named = "month" in match.re.groupindex and match["month"] is not None
    return ctx.token(match.start("month") if named else match.start())


def _leads_a_past_clause(ctx: Context, match: re.Match[str]) -> bool:
    """Whether a month stands before what happened in it: "In December, the firm bid"."""
    preposition = _month_token(ctx, match).head
    verb = preposition.head
    return preposition.pos_ == "ADP" and verb.tag_ == "VBD" and preposition.i < verb.i


_UNTIL = re.compile(
    rf"(?:\s+(?:and|to|through|until|till)\s+|\s?[-–]\s?){MONTH}(?:\s+(?P<day>[0-3]?\d)\b)?", re.I
)


_SHARED_YEAR = re.compile(
    rf"(?:\s+(?:and|to|through|until|till)\s+|\s?[-–]\s?){MONTH}"
    rf"(?:\s+[0-3]?\d(?:st|nd|rd|th)?\b)?,?\s+{YEAR}",
    re.IGNORECASE,
)


def is_set_for(match: re.Match[str], ctx: Context) -> bool:
    """Whether the words before say that something is set for the day: "set his sentencing for"."""
    return _ARRANGED.search(ctx.text[: match.start()][-40:]) is not None


def _points_ahead(ctx: Context, match: re.Match[str]) -> bool:
    if re.match(
        r"\s+(?:delivery|contracts?|futures|crude|gold|silver|wheat|corn)\b",
        ctx.text[match.end() :][:14],
    ):
        return True
    before = ctx.text[max(0, match.start() - 12) : match.start()].lower()
    perfect = ctx.token(match.start()).head.head
    if before.endswith(" from ") and re.match(r"\s*[.,;]", ctx.text[match.end() :][:3]):
        # "has offered 6% from September", but not "has fallen from September".
        return perfect.lower_ not in _CHANGE and any(
            c.lower_ in ("has", "have", "will") for c in perfect.children
        )
    if is_set_for(match, ctx):
        return True
    if before.endswith("through ") and ctx.direction(match) == 0:
        return True
    return before.rstrip().endswith((" by", " until", " due", " till", " effective"))
