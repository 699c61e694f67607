"""Stretches of time without a count: "recent months", "a long time", "weeklong"."""

from __future__ import annotations

import re
from fractions import Fraction

from dateline.analysis.times.durations import duration_value
from dateline.analysis.times.lexicon import UNIT_PLURAL, unit_of
from dateline.analysis.times.reading import Context, Reading, Rule, rule

_CAN = re.compile(r"\b(?:can|could|may|might|will|would|should|must|to|not|only|n['’]t)\s+$")
"""What stands before the verb "last", and not before "last months"."""


def _bare_plural(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "recent months", "the coming weeks", "for years", "months ago"."""
    unit = unit_of(match["unit"])
    which = " ".join((match["which"] or "").lower().split())
    side = " ".join((match["side"] or "").lower().split())
    value = duration_value(None, unit)
    before = ctx.text[max(0, match.start() - 12) : match.start()].lower()
    published = ctx.published
    if not which and ctx.token(max(0, match.start() - 2)).pos_ == "NUM":
        return None
    if side:
        if side in ("ago", "earlier", "previously", "before") and side == "ago":
            return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)
        if side in ("ahead", "to come", "from now"):
            return Reading(match.start(), match.end(), "DURATION", value, first=published)
        return Reading(match.start(), match.end("unit"), "DURATION", value)
    if which == "last" and _CAN.search(before):
        # "could last months": how long, and not those before.
        return Reading(match.start("unit"), match.end(), "DURATION", value)
    word = which.removeprefix("the ").removeprefix("these ")
    if word in ("last", "past") and re.match(r"\s+of\b", ctx.text[match.end() :][:4]):
        return None
    if word == "recent":
        return Reading(match.start(), match.end(), "DURATION", value, last=published)
    if word in ("coming", "next", "upcoming"):
        return Reading(match.start(), match.end(), "DURATION", value, first=published)
    if word in ("past", "previous", "earlier", "prior", "last"):
        return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)
    if word in ("future", "later", "subsequent"):
        return Reading(match.start(), match.end(), "DATE", "FUTURE_REF", silent=True)
    if re.search(
        r"\b(?:for|in|over|within|after|follow(?:s|ed|ing)|despite|amid|lasted|take|takes|took|through|of|been|last|spent|spend|just|until)\s+(?:the\s+)?$",
        before,
    ) and word in ("", "the"):
        led = re.search(r"\b(?:of|until|just|after|been|in)\s+(?:the\s+)?$", before)
        if led and word == "the":
            return None
        if re.search(r"\bof\s+$", before):
            return None
        after = ctx.text[match.end() : match.end() + 10].lower()
        if re.match(r"\s+(?:of)\b", after) and word == "the":
            return None
        return Reading(match.start(), match.end(), "DURATION", value)
    of_something = ctx.text.startswith(" of ", match.end())
    if not word and of_something and ctx.sentence_start(match.start()) == match.start():
        # "Years of neglect led to the collapse".
        return Reading(match.start(), match.end(), "DURATION", value)
    if word in ("early", "first", "final", "closing", "opening"):
        return Reading(match.start(), match.end(), "DURATION", value)
    return None


def _ahead(match: re.Match[str], ctx: Context) -> Reading:
    """ "the year ahead", "the week to come"."""
    value = duration_value(Fraction(1), unit_of(match["unit"]))
    return Reading(match.start(), match.end(), "DURATION", value, first=ctx.published)


def _long(match: re.Match[str], ctx: Context) -> Reading:
    """ "weeklong", "a year-long study", "decades-long"."""
    word = match["length"].lower()
    count = None if word.endswith("s") else Fraction(1)
    return Reading(match.start(), match.end(), "DURATION", duration_value(count, unit_of(word)))


def _vague(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "a while", "some time", "a long time", "some time ago"."""
    if match["side"]:
        return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)
    return Reading(match.start(), match.end(), "DURATION", "PXX")


RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        rf"(?:(?P<which>(?:the\s+|these\s+)?(?:recent|coming|next|upcoming|past|previous|earlier|prior|last|future|later|subsequent|early|first|final|closing|opening|last\s+few)|the)\s+)?"
        rf"{UNIT_PLURAL}(?:\s+(?P<side>ago|earlier|later|before|after|ahead|since|following|leading\s+up|to\s+come|from\s+now))?",
        _bare_plural,
    ),
    rule(
        "unit",
        r"the\s+(?P<unit>week|month|year|decade)\s+(?:ahead(?!\s+of)|to\s+come)",
        _ahead,
        2,
        words="ahead come",
    ),
    rule(
        "long",
        r"(?P<length>(?:day|week|month|year|decade|hour)s?(?=-?long)|(?:year|decade|centurie)s(?=-old))"
        r"-?(?:long|old)",
        _long,
    ),
    rule(
        "span",
        r"(?:quite\s+)?(?:a\s+(?:(?:little|long|short)\s+)?while|some\s+time|a\s+(?:very\s+|fairly\s+)?(?:long|lengthy|short)\s+(?:time|period))"
        r"(?P<side>\s+ago)?",
        _vague,
        words="while time period",
    ),
)
