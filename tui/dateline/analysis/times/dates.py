"""Dates by the calendar: days, months, years, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.analysis.times.calendar import days_of, valid_date
from dateline.analysis.times.lexicon import (
    DAY,
    MOD,
    MODS,
    MONTH,
    ORDINAL,
    WEEKDAY,
    WORDS,
    YEAR,
    YEAR_IN_WORDS,
    month_number,
    ordinal_number,
    year_in_words,
)
from dateline.analysis.times.reading import (
    Context,
    Reading,
    Rule,
    day_in_words,
    from_publication,
    rule,
)

_MAKES = frozenset(WORDS["makes_of_cars"])
_SEPTEMBER_11 = re.compile(r",?\s+(?:terror\w*|attacks?|hijack\w*|commission|victims?)\b", re.I)
_LONG_AGO = 315
_NEAR = 12
"""Days around publication in which the nearer of two years wins over the tense."""


def mod_of(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod that the words before a date give it."""
    for group in ("mod", "mid", "edge"):
        word = match.groupdict().get(group)
        if word:
            return MODS[word.lower().split()[0]]
    return None


def _is_name_of_month(words: str) -> bool:
    return words[0].isupper()


def nearest_year(ctx: Context, match: re.Match[str], month: int, day: int | None) -> int | None:
    """The year that a date without one means: the tense decides, or else nearness."""
    published = ctx.published
    if published is None:
        return None
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
    if abs((nearest - published).days) <= _NEAR and day is not None:
        return nearest.year
    direction = 1 if _points_ahead(ctx, match) else ctx.direction(match)
    last = max((c for c in candidates if c <= published), default=nearest)
    coming = min((c for c in candidates if c >= published), default=nearest)
    if direction > 0:
        return coming.year
    # What is nearly a year back is called "last March": without that word it is still to come.
    if (published - last).days > _LONG_AGO:
        return coming.year
    if direction < 0 or (coming - published).days > 120:
        return last.year
    return nearest.year


def _points_ahead(ctx: Context, match: re.Match[str]) -> bool:
    before = ctx.text[max(0, match.start() - 12) : match.start()].lower()
    return before.rstrip().endswith((" by", " until", " due", " till", " effective"))


def _month_day(match: re.Match[str], ctx: Context) -> Iterator[Reading] | None:
    if not _is_name_of_month(match["month"]):
        return None
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if not 1 <= day <= 31:
        return None
    if (month, day) == (9, 11) and not match["year"] and _SEPTEMBER_11.match(ctx.text, match.end()):
        return _days(match, ctx, 2001, month, day)
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, day)
    return _days(match, ctx, year, month, day)


def _days(
    match: re.Match[str], ctx: Context, year: int | None, month: int, day: int
) -> Iterator[Reading] | None:
    if year is not None and valid_date(year, month, day) is None:
        return None
    return _each_day(match, ctx, year, month, day)


def _each_day(
    match: re.Match[str], ctx: Context, year: int | None, month: int, day: int
) -> Iterator[Reading]:
    groups = match.groupdict()
    ends = [("more", int(re.sub(r"\D", "", groups["more"])))] if groups.get("more") else []
    if not ends:
        yield _day(match.start(), match.end(), ctx, year, month, day, mod_of(match))
        return
    yield _day(match.start(), match.end("day"), ctx, year, month, day, mod_of(match))
    for group, number in ends:
        if day < number <= 31:
            yield _day(match.start(group), match.end(), ctx, year, month, number, None)


def _day(
    start: int, end: int, ctx: Context, year: int | None, month: int, day: int, mod: str | None
) -> Reading:
    if year is None:
        return Reading(start, end, "DATE", f"XXXX-{month:02}-{day:02}", mod)
    date_ = valid_date(year, month, day)
    how = day_in_words(date_, ctx.published) if date_ else None
    return Reading(start, end, "DATE", f"{year:04}-{month:02}-{day:02}", mod, how=how)


def _ordinal_day(match: re.Match[str], ctx: Context) -> Iterator[Reading] | None:
    if not _is_name_of_month(match["month"]):
        return None
    month, day = month_number(match["month"]), ordinal_number(match["ordinal"])
    if not 1 <= day <= 31:
        return None
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, day)
    return _days(match, ctx, year, month, day)


def _iso(match: re.Match[str], ctx: Context) -> Reading | None:
    day = valid_date(int(match["year"]), int(match["number"]), int(match["day"]))
    if day is None:
        return None
    clock = match["clock"]
    value = f"{day.isoformat()}T{clock}" if clock else day.isoformat()
    how = day_in_words(day, ctx.published)
    return Reading(match.start(), match.end(), "TIME" if clock else "DATE", value, how=how)


def _numeric(match: re.Match[str], ctx: Context) -> Reading | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["yyyy"])
    if len(match["yyyy"]) == 2:
        year += 1900 if year > 68 else 2000
    orders = [(first, second), (second, first)]
    if match["mark"] == ".":
        orders.reverse()
    for month, day in orders:
        if found := valid_date(year, month, day):
            how = day_in_words(found, ctx.published)
            return Reading(match.start(), match.end(), "DATE", found.isoformat(), how=how)
    return None


def _month(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["month"]
    groups = match.groupdict()
    given = groups.get("year")
    if not _is_name_of_month(word) or (len(word.rstrip(".")) < 4 and word != "May" and not given):
        return None
    which = (groups.get("which") or "").lower().split()
    if word in ("May", "March") and not given and not which and mod_of(match) is None:
        token = ctx.token(match.start("month"))
        before = ctx.text[max(0, match.start() - 8) : match.start()].lower().split()
        if token.tag_ == "MD" or token.pos_ in ("VERB", "AUX"):
            return None
        if token.ent_type_ not in ("DATE", "") or not (
            token.ent_type_ == "DATE" or (before and before[-1] in ("in", "by", "until", "since"))
        ):
            return None
    elif not given and ctx.token(match.start("month")).ent_type_ in ("PERSON",):
        return None
    month = month_number(word)
    if given:
        return Reading(
            match.start(), match.end(), "DATE", f"{int(given):04}-{month:02}", mod_of(match)
        )
    year = _year_of_month(match, ctx, month, which)
    if year is None:
        return Reading(match.start(), match.end(), "DATE", f"XXXX-{month:02}", mod_of(match))
    how = None
    if ctx.published:
        shift = (year - ctx.published.year) * 12 + month - ctx.published.month
        how = from_publication("M", shift)
    return Reading(
        match.start(), match.end(), "DATE", f"{year:04}-{month:02}", mod_of(match), how=how
    )


def _year_of_month(match: re.Match[str], ctx: Context, month: int, which: list[str]) -> int | None:
    published = ctx.published
    if published is None or not which:
        return nearest_year(ctx, match, month, None)
    if "last" in which or "past" in which:
        # In March, "last February" is hardly the month before.
        return published.year if month < published.month - 1 else published.year - 1
    if "next" in which or "coming" in which:
        return published.year if month > published.month else published.year + 1
    return published.year


def _year_alone(match: re.Match[str], ctx: Context) -> Reading | None:
    start, end = match.span("year")
    number = int(match["year"])
    text = ctx.text
    before = text[max(0, start - 24) : start]
    after = text[end : end + 24]
    if re.search(
        r"[#$£€¥./:]\s?$|\d[-–]$|\b(?:No|Nos|Rs|flight|route|page|room|highway|channel|section|psalm)\.?\s?$",
        before,
        re.IGNORECASE,
    ):
        return None
    if re.match(
        r"[-.:/]\d|[-]?(?:year|day|hour|foot|mile|meter|metre|pound|member|seat|page|acre|bed|room|square)\b|\s+(?:percent|per|percentage|dollars?|pounds|euros|yen|points?|people|miles|men|women|troops|soldiers|workers|employees|jobs|shares|votes?|feet|meters|metres|kilometers|kilometres|km|kg|tons|tonnes|barrels|hours|days|weeks|months|years|minutes|GMT|hrs?|UTC|EST|EDT|[a-z]+s\s+(?:were|are|have|had))\b|\s?%",
        after,
    ):
        return None
    token = ctx.token(start)
    lead = re.search(
        r"\b(in|of|since|by|until|till|from|to|through|during|before|after|between|and|or|for|around"
        r"|about|circa|early|late|mid|year|fiscal|calendar|over|than|the|its|his|her|their|our|a|into"
        r"|spring|summer|autumn|fall|winter|season|vs\.?|versus|with|that)[\s-]+$|[(\"',–—-]\s?$",
        before,
        re.IGNORECASE,
    )
    is_date = token.ent_type_ in ("DATE", "EVENT", "LAW") or (
        token.ent_type_ in ("", "WORK_OF_ART", "ORG", "FAC")
    )
    if token.ent_type_ in ("MONEY", "QUANTITY", "PERCENT", "TIME"):
        return None
    word = (lead[1] or "").lower() if lead else ""
    strong = word in ("in", "since", "by", "until", "till", "during", "fiscal", "calendar", "year")
    head = token.head
    counted = token.dep_ == "nummod" and head.i > token.i and head.tag_ in ("NNS", "NNPS")
    if counted and token.ent_type_ != "DATE" and word not in ("the", "its", "his", "their"):
        return None
    if token.ent_type_ == "CARDINAL" and not (strong and not counted):
        return None
    if not (token.ent_type_ == "DATE" or strong or (lead and is_date) or start == 0):
        return None
    following = ctx.text[match.end() :][:16].split()
    if following and following[0].lower() in _MAKES:
        return None
    if number < 1500 and not (strong or word in ("of", "from", "to", "and", "between", "around")):
        return None
    if number > 2100:
        return None
    return Reading(match.start(), match.end(), "DATE", f"{number:04}", mod_of(match))


def _year_range(match: re.Match[str], ctx: Context) -> Iterator[Reading] | None:
    first, second = match["year"], match["second"]
    last = int(first[: 4 - len(second)] + second)
    if last <= int(first) or last > 2100 or int(first) < 1000:
        return None
    return iter(
        (
            Reading(match.start(), match.end("year"), "DATE", first),
            Reading(match.start("second"), match.end(), "DATE", f"{last:04}"),
        )
    )


def _spoken_year(match: re.Match[str], _: Context) -> Reading | None:
    year = year_in_words(match[0])
    return Reading(match.start(), match.end(), "DATE", f"{year:04}") if year else None


def _short_year(match: re.Match[str], ctx: Context) -> Reading | None:
    before = ctx.text[max(0, match.start() - 8) : match.start()].lower()
    if re.search(r"\b(?:in|of|since|by|until|from|late|early|during|class of)\s+$", before) is None:
        return None
    number = int(match["short"])
    year = number + (1900 if number > 40 else 2000)
    return Reading(match.start(), match.end(), "DATE", f"{year}")


def _nth_day(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "on the 15th": of the month that was told of last."""
    before = ctx.text[max(0, match.start() - 10) : match.start()].lower()
    told = days_of(ctx.story.value) if ctx.story.value else None
    led = re.search(r"\b(?:on|by|until|before|since|from)\s+$", before)
    if led is None or told is None or ctx.token(match.start("nth")).ent_type_ not in ("DATE", ""):
        return None
    number = int(re.sub(r"\D", "", match["nth"]))
    day = valid_date(told[0].year, told[0].month, number)
    return _day(match.start(), match.end(), ctx, day.year, day.month, number, None) if day else None


_DECADE_WORDS = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def _decade(match: re.Match[str], ctx: Context) -> Reading | None:
    before = ctx.text[max(0, match.start() - 10) : match.start()].lower()
    led = match["the"] or match["the2"] or match["the3"]
    if re.search(r"\b(?:his|her|their|my|your|our|its|temperatures)\s+(?:in\s+)?$", before):
        return None
    # Ages, banknotes and temperatures come in such numbers too: the article marks the decade.
    if not led and (match["name"] or len(match["decade"]) == 2) and match[0][0] not in "'’":
        return None
    digits = match["decade"]
    if match["name"]:
        value = f"19{_DECADE_WORDS[match['name'].lower()]}"
    elif len(digits) == 4:
        # "the 1800s" is a century; "the 2000s" the decade.
        value = digits[:2] if digits[2:] == "00" and digits < "2000" else digits[:3]
    else:
        value = ("20" if digits < "20" else "19") + digits[0]
    return Reading(match.start(), match.end(), "DATE", value, mod_of(match))


def _century(match: re.Match[str], _: Context) -> Reading | None:
    number = ordinal_number(match["ordinal"])
    if not 1 <= number <= 30:
        return None
    value = f"{number - 1:02}"
    if match["era"]:
        value = f"BC{number:02}"
    return Reading(match.start(), match.end(), "DATE", value, mod_of(match))


def _before_christ(match: re.Match[str], _: Context) -> Reading:
    return Reading(match.start(), match.end(), "DATE", f"BC{int(match['number']):04}")


def _attacks(match: re.Match[str], ctx: Context) -> Reading:
    how = day_in_words(date(2001, 9, 11), ctx.published)
    return Reading(match.start(), match.end(), "DATE", "2001-09-11", how=how)


_LEAD = rf"(?:{MOD})?(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_TAIL = rf"(?:,?\s+(?:of\s+)?{YEAR})?"
_MORE = (
    r"(?:\s?(?:[-–—/]|\band\b|\bto\b|\bor\b|\bthrough\b|&)\s?(?:the\s+)?"
    r"(?P<more>[0-3]?\d(?:st|nd|rd|th)?)(?![\w:%]|[,.]\d))?"
)

RULES: tuple[Rule, ...] = (
    rule("month weekday", rf"{_LEAD}{MONTH}\s+(?:the\s+)?{DAY}{_MORE}{_TAIL}", _month_day, 2),
    rule(
        "month weekday",
        rf"{_LEAD}(?:the\s+)?{DAY}{_MORE}(?:\s+of)?[\s-]+{MONTH}(?:[\s,-]+{YEAR})?",
        _month_day,
        2,
    ),
    rule("month weekday", rf"{_LEAD}(?:the\s+)?{ORDINAL}\s+of\s+{MONTH}{_TAIL}", _ordinal_day, 2),
    rule("month weekday", rf"{_LEAD}{MONTH}\s+(?:the\s+)?{ORDINAL}{_TAIL}", _ordinal_day, 1),
    rule(
        "month",
        rf"(?:(?:the\s+month\s+of\s+)|{MOD})?{MONTH},?\s+(?:of\s+)?(?:fiscal\s+)?{YEAR}",
        _month,
        1,
    ),
    rule(
        "month",
        rf"(?:{MOD})?(?:(?P<which>(?:this|last|next|the)\s+(?:past|coming)|last|next|this|this\s+past)\s+)?{MONTH}",
        _month,
    ),
    rule(
        "numeric",
        rf"{YEAR}(?P<mark>[-/])(?P<number>[01]\d)(?P=mark)(?P<day>[0-3]\d)(?:[T\s](?P<clock>[0-2]\d:\d\d(?::\d\d)?)Z?)?",
        _iso,
        3,
    ),
    rule(
        "numeric",
        r"(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)(?P<yyyy>(?:1[89]|20)\d\d|\d\d)",
        _numeric,
        2,
    ),
    rule(
        "year unit",
        rf"(?:{MOD})?(?:the\s+year\s+|(?:calendar|fiscal)\s+(?:year\s+)?)?{YEAR}(?!s)",
        _year_alone,
    ),
    rule("year", rf"{YEAR}\s?[-–—/]\s?(?P<second>\d\d(?:\d\d)?)(?![-/\d])", _year_range, 1),
    rule("short", r"['’](?P<short>\d\d)(?!['’]?s)", _short_year),
    rule(
        "nth",
        r"the\s+(?P<nth>[1-3]?\d(?:st|nd|rd|th))(?=\s*(?:[.,;]|and\b|but\b|when\b|$))",
        _nth_day,
    ),
    rule("spoken unit", YEAR_IN_WORDS, _spoken_year, 1),
    rule(
        "decade",
        rf"(?P<the>the\s+)?(?:{MOD}(?P<the2>the\s+)?)?(?P<the3>the\s+)?(?:['’]?(?P<decade>(?:1[5-9]|20)\d0|\d0)['’]?s|(?P<name>{'|'.join(_DECADE_WORDS)}))",
        _decade,
        1,
    ),
    rule(
        "unit",
        rf"(?:the\s+)?(?:{MOD}(?:the\s+)?)?{ORDINAL}[\s-]+century(?P<era>\s+B\.?C\.?(?:E\.?)?)?",
        _century,
        2,
    ),
    rule("era", r"(?P<number>\d{1,4})\s+B\.?C\.?(?:E\.?)?", _before_christ, 2),
    rule("numeric", r"9/11", _attacks, 1),
)
