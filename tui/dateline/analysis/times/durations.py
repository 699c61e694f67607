"""Counted stretches of time, and dates that are counted from another: "three years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from dateline.analysis.times.ages import follows_aged, is_age_of_person
from dateline.analysis.times.calendar import (
    Unit,
    is_finer,
    moved,
)
from dateline.analysis.times.lexicon import (
    AMOUNT_MOD,
    AMOUNT_MODS,
    COUNT,
    NUMBER,
    UNIT,
    YEAR,
    count_of,
    unit_of,
)
from dateline.analysis.times.reading import (
    Context,
    Reading,
    Rule,
    is_in_a_title,
    reference,
    rule,
)

_CODES: dict[Unit, tuple[str, str]] = {
    "S": ("PT", "S"),
    "MIN": ("PT", "M"),
    "H": ("PT", "H"),
    "D": ("P", "D"),
    "WE": ("P", "WE"),
    "W": ("P", "W"),
    "M": ("P", "M"),
    "Q": ("P", "Q"),
    "HALF": ("P", "H"),
    "Y": ("P", "Y"),
    "E": ("P", "DE"),
    "C": ("P", "CE"),
    "MILL": ("P", "MI"),
}
_SMALLER: dict[Unit, tuple[int, Unit]] = {
    "MIN": (60, "S"),
    "H": (60, "MIN"),
    "D": (24, "H"),
    "W": (7, "D"),
    "Y": (12, "M"),
    "E": (10, "Y"),
    "C": (100, "Y"),
}


def duration_value(count: Fraction | None, unit: Unit) -> str:
    """The TIMEX3 value of a duration: "P2Y", "PT5H30M", "P2Y6M", "PXY" for a vague count."""
    lead, code = _CODES[unit]
    if count is None:
        return f"{lead}X{code}"
    if count.denominator == 1:
        return f"{lead}{count}{code}"
    if unit in _SMALLER:
        times, smaller = _SMALLER[unit]
        rest = (count - int(count)) * times
        if rest.denominator == 1:
            inner_lead, inner_code = _CODES[smaller]
            whole = f"{lead}{int(count)}{code}" if count >= 1 else lead
            if lead == inner_lead:
                return f"{whole}{rest}{inner_code}"
            return f"{whole if count >= 1 else 'P'}T{rest}{inner_code}"
    return f"{lead}{_digits(count)}{code}"


def _digits(count: Fraction) -> str:
    return str(count) if count.denominator == 1 else f"{float(count):g}"


def amount_mod(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod of the words before or after a count ("about", "or so")."""
    groups = match.groupdict()
    if groups.get("amount"):
        return AMOUNT_MODS[" ".join(groups["amount"].lower().split())]
    return "APPROX" if groups.get("orso") else None


def _counted(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "three years", "the past 20 months", "a two-year plan", "five hours"."""
    words = match["count"]
    unit = unit_of(match["unit"])
    which = " ".join((match["which"] or "").lower().split())
    singular = not match["unit"].lower().endswith("s")
    hyphen = "-" in ctx.text[match.end("count") : match.start("unit")]
    if (match["old"] and is_age_of_person(match, ctx)) or follows_aged(match.start("count"), ctx):
        return None
    if not match["old"] and _OLD.match(ctx.text, match.end()):
        return None
    if unit == "MIN" and re.match(
        r"\s+(?:past|after|before|to|of)\s+the\s+hour", ctx.text[match.end() :][:22]
    ):
        return None
    if match["unit"][0].isupper() and is_in_a_title(match.start("unit"), ctx):
        return None
    if words.lower() in ("a", "an", "another") and not _is_article_duration(match, ctx, unit):
        return None
    if unit == "WE" and words.lower() == "a" and re.match(r"\s+[a-z]", ctx.text[match.end() :][:2]):
        # "a weekend statement" was made on one, and is read as a date.
        return None
    if re.match(r"\s+of\s+age\b", ctx.text[match.end() :][:8]):
        return None
    if words.lower() in ("some", "many") and singular:
        return None
    if words.lower() == "many" and ctx.text[: match.start("count")].endswith("as "):
        return None
    if words.lower() == "one" and unit == "D" and not hyphen and _is_some_day(match, ctx):
        return None
    if unit == "S" and singular and not hyphen:
        return None
    if unit == "Q" and words.lower() in ("three", "one", "two", "3") and (hyphen or singular):
        return None
    if (
        unit == "Q"
        and words.lower() == "three"
        and not which
        and match.end("count") + 9 == match.end()
    ):
        return None
    if unit == "Q" and (
        singular
        or (re.search(r"\d,?\d*$", words) and int(float(words.replace(",", "").split()[0])) > 40)
    ):
        return None
    try:
        count = count_of(words)
    except (ValueError, ZeroDivisionError):
        return None
    if unit == "WE" or match["unit"].lower().startswith("night"):
        unit = "D" if match["unit"].lower().startswith("night") else unit
    fortnight = match["unit"].lower().startswith("fortnight")
    if fortnight and count is not None:
        count *= 2
    value = duration_value(count, unit)
    first, last = _window(ctx, which, count, unit) or _within_year(match, ctx, which, count, unit)
    if which == "last" and ctx.token(match.start("which")).pos_ == "VERB":
        # "may last two months": how long, and not up to now.
        return Reading(match.start("count"), match.end(), "DURATION", value)
    start, mod = _without_preposition(match, ctx, hyphen or singular)
    how = None
    if first and last and which.split()[-1] not in ("first", "final", "opening"):
        how = (
            f"up to publication, {_plain(first)} to {_plain(last)}"
            if "next" not in which and "coming" not in which
            else f"from publication, {_plain(first)} to {_plain(last)}"
        )
    return Reading(start, match.end(), "DURATION", value, mod, first, last, how)


def _without_preposition(
    match: re.Match[str], ctx: Context, adjective: bool
) -> tuple[int, str | None]:
    """Where the expression begins, and its mod.

    "over the past year" and "within the week" have a preposition before them, "over five years"
    often; "a two-year plan" and "the 30-second spot" an article that belongs to the noun.
    """
    mod = amount_mod(match)
    start = match.start()
    words = (match["amount"] or "").lower()
    if words in ("over", "within", "under", "some"):
        before = ctx.text[max(0, start - 8) : start].lower()
        counted = re.search(r"\b(?:for|in|by|of|is|was|after|than|lasted|a)\s+$", before)
        inside = words == "within" or (words == "over" and not counted)
        if inside and not match["which"]:
            start, mod = match.start("count"), mod if words == "within" else None
        elif match["which"] or match["amount2"]:
            start, mod = match.start("which") if match["which"] else match.start("count"), None
    if adjective and (match["which"] or "").lower() in ("the", "these", "those"):
        start = match.start("count")
    if match["amount2"] and mod is None:
        mod = AMOUNT_MODS[" ".join(match["amount2"].lower().split())]
        start = match.start("which") if match["which"] else match.start("amount2")
    return start, mod


def _is_some_day(match: re.Match[str], ctx: Context) -> bool:
    """Whether "one day" means some day, and not how long."""
    before = ctx.text[max(0, match.start() - 10) : match.start()].lower()
    led = re.search(r"\b(?:for|in|within|after|of|just|only|than|least|lasted)\s+$", before)
    return led is None and not match["which"] and not match["amount"]


def _plain(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _window(
    ctx: Context, which: str, count: Fraction | None, unit: Unit
) -> tuple[date, date] | None:
    published = ctx.published
    if published is None or count is None or unit in ("S", "MIN", "H"):
        return None
    try:
        if "past" in which or which in ("the last", "last"):
            return moved(published, unit, -int(count)), published
        if "next" in which or "coming" in which:
            return published, moved(published, unit, int(count))
    except (ValueError, OverflowError):
        return None
    return None


_OF_YEAR = re.compile(
    rf"\s+of\s+(?:(?P<rel>the|this|last|next)\s+year|{YEAR})(?!\w)", re.IGNORECASE
)


def _within_year(
    match: re.Match[str], ctx: Context, which: str, count: Fraction | None, unit: Unit
) -> tuple[date | None, date | None]:
    """The days of "the first nine months of 1989", "the last two weeks of the year"."""
    of_year = _OF_YEAR.match(ctx.text, match.end())
    word = which.rsplit(maxsplit=1)[-1] if which else ""
    if of_year is None or ctx.published is None or count is None or unit not in ("D", "W", "M"):
        return None, None
    year = ctx.published.year
    if of_year["year"]:
        year = int(of_year["year"])
    else:
        year += {"last": -1, "next": 1}.get(of_year["rel"].lower(), 0)
    start, after = date(year, 1, 1), date(year + 1, 1, 1)
    try:
        if word in ("first", "opening"):
            return start, moved(start, unit, int(count)) - timedelta(days=1)
        if word in ("last", "final"):
            return moved(after, unit, -int(count)), after - timedelta(days=1)
    except (ValueError, OverflowError):
        return None, None
    return None, None


def _is_article_duration(match: re.Match[str], ctx: Context, unit: Unit) -> bool:
    """Whether "a year" lasts a year: not "a year" for "each year", nor "a day" in "one a day"."""
    before = ctx.text[max(0, match.start() - 14) : match.start()].lower()
    after = ctx.text[match.end() : match.end() + 12].lower()
    if match["which"]:
        return True
    hyphen = "-" in ctx.text[match.end("count") : match.start("unit")]
    if hyphen:
        return False
    if re.match(r"\s+old\b", after):
        return False
    led = re.search(
        r"\b(?:for|in|within|after|than|about|almost|nearly|over|only|just|lasted|last|took|take|takes"
        r"|spent|spend|least|half|during|another|single|of)\s+$",
        before,
    )
    if led:
        return unit != "S" and not (led[0].startswith("of") and unit == "D")
    return bool(match["amount"])


def _between(match: re.Match[str], ctx: Context) -> tuple[Reading, ...] | None:
    """ "two to six days", "5-10 minutes", "two or three weeks": one duration, the lower count."""
    unit = unit_of(match["unit"])
    try:
        low, high = count_of(match["number"]), count_of(match["high"])
    except (ValueError, ZeroDivisionError):
        return None
    if low is None or high is None or high <= low:
        return None
    side = (match["side"] or "").lower()
    if side:
        value = reference(-1 if side in ("ago", "earlier") else 1)
        if side == "ago" and ctx.published and unit in ("Y",):
            value = ctx.around("Y", -int(low)) or value
        return (Reading(match.start(), match.end(), "DATE", value, "APPROX", silent=True),)
    return (
        Reading(match.start(), match.end(), "DURATION", duration_value(low, unit), "EQUAL_OR_MORE"),
    )


def _two_lengths(match: re.Match[str], ctx: Context) -> Iterator[Reading] | None:
    """ "three- and six-month bills": two durations of one unit."""
    unit = unit_of(match["unit"])
    try:
        low, high = count_of(match["number"]), count_of(match["high"])
    except (ValueError, ZeroDivisionError):
        return None
    return iter(
        (
            Reading(match.start(), match.end("number"), "DURATION", duration_value(low, unit)),
            Reading(match.start("high"), match.end(), "DURATION", duration_value(high, unit)),
        )
    )


def _and_a_half(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "a year and a half"."""
    try:
        count = count_of(match["count"])
    except (ValueError, ZeroDivisionError):
        return None
    value = duration_value(count + Fraction(1, 2) if count else None, unit_of(match["unit"]))
    return Reading(match.start(), match.end(), "DURATION", value, amount_mod(match))


_OLD = re.compile(r"(?:(?:,|\s+and|,\s+and)\s+\w+\s+\w+){0,2}\s+old\b")


def _and_more(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "five hours and twenty minutes", "two years, three months": one duration of two units."""
    first, second = unit_of(match["unit"]), unit_of(match["unit2"])
    if not is_finer(second, first) or _OLD.match(ctx.text, match.end()):
        return None
    try:
        value, more = (
            duration_value(count_of(match[count]), unit)
            for count, unit in (("count", first), ("count2", second))
        )
    except (ValueError, ZeroDivisionError):
        return None
    lead = "PT" if value.startswith("PT") else "P"
    rest = more.removeprefix(lead) if more.startswith("PT") == (lead == "PT") else more[1:]
    return Reading(match.start(), match.end(), "DURATION", value + rest, amount_mod(match))


KIND = (
    r"(?:(?:more|full|consecutive|straight|additional|long|whole|trading|business|working|fiscal"
    r"|calendar|school|successive|solid|short|extra|other|or\s+more|or\s+so)[\s-]+){0,2}"
)
_WHICH = (
    r"(?P<which>(?:the|this|these|those|its|his|her|their|our)?\s*(?:past|last|next|coming|first|final|previous|preceding|following|latest|opening|recent)"
    r"|the|these|those)\s+"
)


def _quarter_century(match: re.Match[str], _: Context) -> Reading:
    """ "a quarter of a century", "the last half century"."""
    years = {"quarter": "P25Y", "half": "P50Y"}[match["part"].lower()]
    return Reading(match.start(), match.end(), "DURATION", years, amount_mod(match))


RULES: tuple[Rule, ...] = (
    rule(
        "unit half",
        rf"{AMOUNT_MOD}?(?:(?:a|the\s+(?:past|last))\s+)?(?P<part>quarter|half)[\s-]+(?:of\s+)?(?:a\s+)?century"
        r"(?P<orso>(?!))?(?!\s+(?:ago|later|earlier|before|after)|[\s-]+old)",
        _quarter_century,
        4,
        words="century",
    ),
    rule(
        "unit",
        rf"{NUMBER}-\s*(?:,|and|or|to)\s+{NUMBER.replace('number', 'high')}-{UNIT}(?!-old)",
        _two_lengths,
        3,
        words="-",
    ),
    rule(
        "unit long",
        rf"{AMOUNT_MOD}?(?:{_WHICH})?{AMOUNT_MOD.replace('amount', 'amount2')}?"
        rf"{COUNT}[\s-]+{KIND}{UNIT}(?:[\s-](?P<old>old)\b|-long\b)?"
        r"(?P<orso>\s+or\s+(?:so|more|less))?",
        _counted,
    ),
    rule(
        "unit",
        rf"{AMOUNT_MOD}?(?:the\s+(?:last|past|next)\s+)?{NUMBER}(?:\s?[-–]\s?|\s+to\s+|\s+or\s+)"
        rf"{NUMBER.replace('number', 'high')}[\s-]+{KIND}{UNIT}"
        r"(?:\s+(?P<side>ago|earlier|later|from\s+now|hence))?",
        _between,
        2,
        words="- – to or",
    ),
    rule(
        "unit",
        rf"{AMOUNT_MOD}?{COUNT}[\s-]+{UNIT}[\s-]+and[\s-]+an?[\s-]+half",
        _and_a_half,
        2,
        words="half",
    ),
    rule(
        "unit",
        rf"{AMOUNT_MOD}?{COUNT}\s+{UNIT}(?:,?\s+and\s+|,\s+|\s+)"
        rf"{COUNT.replace('<count>', '<count2>')}\s+{UNIT.replace('<unit>', '<unit2>')}"
        r"(?!\s+(?:ago|later|earlier|before|after))",
        _and_more,
        3,
        words="seconds minute hour day week month",
    ),
)
