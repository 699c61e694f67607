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
    YEAR,
    YEAR_IN_WORDS_AT,
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
from dateline.analysis.times.unwritten_year import nearest_year

_KNOWN_DAYS = {
    (9, 11): (2001, r",?\s+(?:terror\w*|attacks?|hijack\w*|commission|victims?)\b"),
    (7, 7): (2005, r",?\s+(?:London\s+)?(?:bombings?|bombers?)\b"),
    (1, 6): (2021, r",?\s+(?:Capitol\b|insurrection|riot\w*|attack\b|committee|defendants?)"),
    (10, 7): (2023, r",?\s+(?:Hamas|attacks?\b|massacre|assault|terror\w*)"),
}
"""Days that the news names without their year, and what then stands after them."""
_BESIDE_DAYS = 5
"""Days apart at which a day is told of along with the one before it."""
_LIST_GAP = 120
"""Days from a line of a list of dates to the next."""
_TOLD = ("following", "previous")
_BESIDE = {"last": -1, "this": 0, "next": 1}


def mod_of(match: re.Match[str]) -> str | None:
    """The TIMEX3 mod that the words before a date give it."""
    for group in ("mod", "mid", "edge"):
        word = match.groupdict().get(group)
        if word:
            return MODS[word.lower().split()[0]]
    return None


def _is_name_of_month(words: str) -> bool:
    return words[0].isupper()


def _month_day(match: re.Match[str], ctx: Context) -> Iterator[Reading] | None:
    if not _is_name_of_month(match["month"]):
        return None
    month, day = month_number(match["month"]), int(re.sub(r"\D", "", match["day"]))
    if not 1 <= day <= 31:
        return None
    rel = match.groupdict().get("rel")
    if rel and ctx.published:
        return _days(match, ctx, ctx.published.year + _BESIDE[rel.lower()], month, day)
    known = _known_year(match, ctx, month, day)
    if known:
        return _days(match, ctx, known, month, day)
    year = int(match["year"]) if match["year"] else _year_told(match, ctx, month, day)
    return _days(match, ctx, year or nearest_year(ctx, match, month, day), month, day)


def _year_told(match: re.Match[str], ctx: Context, month: int, day: int) -> int | None:
    """The year that the story has told before: of the same day, or of the line above in a list."""
    told, published = ctx.story.years.get((month, day)), ctx.published
    if told and published and abs(told - published.year) <= 1:
        return told
    last = ctx.story.day
    near = last is not None and ctx.story.day_place >= ctx.index - 1
    if last is not None and near and published and not match["weekday"]:
        beside = valid_date(last.year, month, day)
        if beside and abs((beside - last).days) <= _BESIDE_DAYS and last.year != published.year:
            # After Christmas 2008, "Dec. 27" is two days on.
            return last.year
    heads_line = match.start() == 0 or re.match(r"\s*[–—:-]\s", ctx.text[match.end() :][:4])
    if not heads_line or last is None or not near:
        return None
    for year in (last.year, last.year + 1):
        following = valid_date(year, month, day)
        if following and 0 <= (following - last).days <= _LIST_GAP:
            return year
    return None


def _known_year(match: re.Match[str], ctx: Context, month: int, day: int) -> int | None:
    if match["year"] or (month, day) not in _KNOWN_DAYS:
        return None
    year, after = _KNOWN_DAYS[month, day]
    past = ctx.published is None or ctx.published > date(year, month, day)
    return year if past and re.match(after, ctx.text[match.end() :][:30], re.I) else None


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
        yield day_reading(match.start(), match.end(), ctx, year, month, day, mod_of(match))
        return
    yield day_reading(match.start(), match.end("day"), ctx, year, month, day, mod_of(match))
    for group, number in ends:
        if day < number <= 31:
            yield day_reading(match.start(group), match.end(), ctx, year, month, number, None)


def day_reading(
    start: int, end: int, ctx: Context, year: int | None, month: int, day: int, mod: str | None
) -> Reading:
    """A day of the calendar, of no year where that is not known."""
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
    if not given and _IN_A_TITLE.match(ctx.text, match.end()):
        return None
    if not given and _TITLE.search(ctx.text[max(0, match.start() - 6) : match.start()]):
        return None
    if word in ("May", "March") and not given and not which and mod_of(match) is None:
        token = ctx.token(match.start("month"))
        before = ctx.text[max(0, match.start() - 8) : match.start()].lower().split()
        if token.tag_ == "MD" or token.pos_ in ("VERB", "AUX"):
            return None
        if token.ent_type_ not in ("DATE", "") or not (
            token.ent_type_ == "DATE" or (before and before[-1] in ("in", "by", "until", "since"))
        ):
            return None
    elif not given and _is_a_name(match, ctx):
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


def _that_month(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "that June": of the year told of; not "said that June was cold"."""
    that = ctx.token(match.start())
    told = days_of(ctx.story.value) if ctx.story.value else None
    if told is None or that.dep_ != "det" or not match["month"][0].isupper():
        return None
    value = f"{told[0].year:04}-{month_number(match['month']):02}"
    return Reading(match.start(), match.end(), "DATE", value, how="of the year named before it")


def _spoken_month(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "October of nineteen eighty-seven", "May third, two thousand and one"."""
    words = YEAR_IN_WORDS_AT.match(ctx.text, match.end("before"))
    year = year_in_words(words[0]) if words else None
    if words is None or year is None or not match["month"][0].isupper():
        return None
    month = month_number(match["month"])
    if match["ordinal"]:
        number = ordinal_number(match["ordinal"])
        if valid_date(year, month, number) is None:
            return None
        return day_reading(match.start(), words.end(), ctx, year, month, number, mod_of(match))
    value = f"{year:04}-{month:02}"
    return Reading(match.start(), words.end(), "DATE", value, mod_of(match))


def _month_of_year(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "June last year", "March of next year"."""
    if not _is_name_of_month(match["month"]):
        return None
    month = month_number(match["month"])
    if ctx.published is None:
        value = f"XXXX-{month:02}"
        return Reading(match.start(), match.end(), "DATE", value, mod_of(match))
    if match["yearago"]:
        nearest = nearest_year(ctx, match, month, None) or ctx.published.year
        year = nearest - 1
    else:
        year = ctx.published.year + _BESIDE[match["rel"].lower()]
    shift = (year - ctx.published.year) * 12 + month - ctx.published.month
    how = from_publication("M", shift)
    value = f"{year:04}-{month:02}"
    return Reading(match.start(), match.end(), "DATE", value, mod_of(match), how=how)


_IN_A_TITLE = re.compile(
    r"\s+(?:for|of)\s+[A-Z][a-z]|\s+(?:said|says|told|added|noted|explained)\b"
)
"""After a word that is no month: "the March of Dimes", "Mr. January", who "said"."""
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord)\.?\s$")


def _is_a_name(match: re.Match[str], ctx: Context) -> bool:
    """Whether a month is somebody's name: "April Jones", "June Smith"."""
    token = ctx.token(match.start("month"))
    if token.ent_type_ == "PERSON" or re.match(r"\s+for\s+[A-Z]", ctx.text[match.end() :][:7]):
        return True
    if token.ent_type_ == "DATE" or token.i + 1 >= len(ctx.doc):
        return False
    following = token.nbor()
    return following.pos_ == "PROPN" and match["month"] in ("April", "June", "August", "May")


def _year_of_month(match: re.Match[str], ctx: Context, month: int, which: list[str]) -> int | None:
    published = ctx.published
    told = days_of(ctx.story.value) if ctx.story.value else None
    if told is not None and which and which[-1] in _TOLD:
        ahead = which[-1] in ("following", "next")
        first = told[1] if ahead else told[0]
        return first.year + (ahead and month <= first.month) - (not ahead and month >= first.month)
    if published is None or not which:
        return nearest_year(ctx, match, month, None)
    if "last" in which or "past" in which:
        # In March, "last February" is hardly the month before.
        return published.year if month < published.month - 1 else published.year - 1
    if "next" in which or "coming" in which or "following" in which:
        return published.year if month > published.month else published.year + 1
    return published.year


def _attacks(match: re.Match[str], ctx: Context) -> Reading:
    how = day_in_words(date(2001, 9, 11), ctx.published)
    return Reading(match.start(), match.end(), "DATE", "2001-09-11", how=how)


_LEAD = rf"(?:{MOD})?(?:{WEEKDAY},?\s+(?:the\s+)?)?"
_TAIL = rf"(?:,?\s+(?:of\s+)?(?:{YEAR}|(?P<rel>last|this|next)\s+year))?"
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
        rf"(?:{MOD})?(?:(?P<which>(?:this|last|next|the)\s+(?:past|coming)|the\s+(?:following|next|previous)|last|next|this|this\s+past)\s+)?{MONTH}",
        _month,
    ),
    rule(
        "month",
        rf"(?:{MOD})?{MONTH},?\s+(?:of\s+)?(?:(?P<rel>last|this|next)\s+year"
        r"|a\s+year\s+(?P<yearago>ago|earlier|before))",
        _month_of_year,
        2,
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
        "month",
        rf"(?P<before>(?:{MOD})?{MONTH}(?:\s+(?:the\s+)?{ORDINAL})?,?\s+(?:of\s+)?)"
        r"(?:nineteen|eighteen|seventeen|twenty|two\s+thousand)(?:[\s-]\w+){1,2}",
        _spoken_month,
        3,
        words="nineteen eighteen seventeen twenty thousand",
    ),
    rule("month", rf"that\s+{MONTH}(?!\s+\d)", _that_month, 1, words="that"),
    rule("numeric", r"9/11", _attacks, 1),
)
