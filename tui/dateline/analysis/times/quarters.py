"""Quarters, halves and fiscal years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.analysis.times.calendar import add_months, grain_of, shifted, value_around
from dateline.analysis.times.dates import mod_of
from dateline.analysis.times.lexicon import MOD, MONTH, YEAR, month_number
from dateline.analysis.times.reading import Context, Reading, Rule, reported_on, rule
from dateline.analysis.times.unwritten_year import nearest_year

_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


_UNTIL_MONTH = re.compile(
    rf"\s+(?:ended|ending|to|through)\s+(?:on\s+)?{MONTH}(?:\s+\d\d?\b)?(?:,?\s+{YEAR})?"
)


def the_quarter(match: re.Match[str], ctx: Context, mod: str | None) -> Reading | None:
    """ "the quarter": the one told of, else the last that was whole when the article came out."""
    if ctx.token(match.start("unit")).tag_ == "NNS" or re.match(
        r"\s+(?:mile|century|inch|point|pound|back)", ctx.text[match.end() : match.end() + 12]
    ):
        return None
    if ctx.text.startswith("-to-", match.end()):
        return None
    until = _UNTIL_MONTH.match(ctx.text, match.end())
    told_here = ctx.story.quarter is not None and ctx.story.quarter_place[0] >= ctx.index - 3
    if until and ctx.published and not told_here:
        month = month_number(until["month"])
        year = int(until["year"] or nearest_year(ctx, match, month, None) or ctx.published.year)
        # A quarter that ends in July lies for the most part in the calendar's second.
        ended = value_around(add_months(date(year, month, 1), -1), "Q")
        return Reading(match.start(), match.end(), "DATE", ended, mod)
    value = _quarter_told(ctx)
    how = "the quarter named before it"
    if value is None or grain_of(value) != "Q":
        value = ctx.around("Q", -1)
        how = "the last whole quarter before publication"
    if value is None:
        return Reading(match.start(), match.end(), "DATE", "XXXX-QX", mod, silent=True)
    return Reading(match.start(), match.end(), "DATE", value, mod, how=how)


def _quarter_told(ctx: Context) -> str | None:
    """The quarter reported on: a fiscal one named in the passage, or the latest of the story."""
    named = [
        reading.value
        for reading in ctx.found
        if re.fullmatch(r"\d{4}-[QH]\d", reading.value)
        and "fiscal" in ctx.text[reading.start : reading.end].lower()
    ]
    return named[-1] if named else ctx.story.reported or ctx.story.quarter


def _quarter(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the third quarter", "fiscal 1990's first quarter", "next year's first half"."""
    groups = match.groupdict()
    number = _QUARTERS[match["nth"].lower()]
    half = match["what"].lower().startswith("half")
    if half and number > 2:
        number = 2
    named = (
        groups.get("year") or groups.get("whose") or groups.get("ofyear") or groups.get("before")
    )
    if not named and (match["nth"].lower() == "last" or _is_of_a_game(match, ctx)):
        return None
    if half and not (
        groups.get("year") or groups.get("whose") or groups.get("ofyear") or groups.get("before")
    ):
        return _unyeared_half(match, ctx, number)
    after = ctx.text[match.end() : match.end() + 14].lower()
    if re.match(r"(?:'s)?\s+(?:goal|lead|of\s+the\s+(?:game|match))|-?finals?", after):
        return None
    letter = "H" if half else "Q"
    year = _year_of_quarter(match, ctx, number, half)
    if year is not None and groups["yearago"]:
        year -= 1
    mod = mod_of(match)
    # In "the third-quarter loss" the article belongs to the loss.
    hyphen = ctx.text[match.start("what") - 1] == "-" and match["the"] and mod is None
    start = match.end("the") if hyphen else match.start()
    if year is None:
        return Reading(start, match.end(), "DATE", f"XXXX-{letter}{number}", mod, silent=True)
    return Reading(start, match.end(), "DATE", f"{year}-{letter}{number}", mod)


_GAME = re.compile(
    r"\b(?:touchdowns?|yards?|scor(?:ed?|ing)|quarterback|coach|goals?|halftime|rebounds|kick(?:ed)?"
    r"|minutes? (?:in|later)|striker|midfielder|penalty|points? (?:in|with)|game)\b"
)
_MONEY = re.compile(
    r"[$£€¥]|\b(?:profits?|sales|revenues?|earnings|growth|income|loss(?:es)?|economy|GDP|GNP|shares?"
    r"|percent|results|inflation|fiscal)\b|%"
)


_FIGURES = re.compile(r"[$£€¥%]|\b(?:profits?|revenues?|earnings)\b")
"""What no match is told of with, whoever loses or gains in it."""


def _is_of_a_game(match: re.Match[str], ctx: Context) -> bool:
    """Whether the passage tells of a game, whose quarters and halves are none of the calendar."""
    sentence = ctx.token(match.start()).sent.text
    if _GAME.search(sentence):
        return _FIGURES.search(sentence) is None
    return _MONEY.search(sentence) is None and _GAME.search(ctx.text) is not None


def _unyeared_half(match: re.Match[str], ctx: Context, number: int) -> Reading | None:
    hyphen = ctx.text[match.start("what") - 1] == "-"
    if not (match["the"] or hyphen) or ctx.published is None:
        return None
    token = ctx.token(match.end() - 1)
    if (
        _MONEY.search(ctx.text) is None
        or _is_of_a_game(match, ctx)
        or (token.ent_type_ != "DATE" and not hyphen)
        or re.match(r"\s+(?:goal|lead|whistle|substitute|break)", ctx.text[match.end() :][:12])
        or ctx.text[match.end() : match.end() + 4] == " of "
    ):
        return None
    year = _year_of_quarter(match, ctx, number, True)
    return Reading(match.start(), match.end(), "DATE", f"{year}-H{number}", mod_of(match))


def _year_of_quarter(match: re.Match[str], ctx: Context, number: int, half: bool) -> int | None:
    groups = match.groupdict()
    for group in ("year", "before"):
        if groups.get(group):
            return int(groups[group])
    published = ctx.published
    if published is None:
        return None
    relative = groups.get("whose") or groups.get("ofyear")
    if relative:
        word = relative.lower().split()[0]
        return published.year + {"last": -1, "next": 1}.get(word, 0)
    months = 6 if half else 3
    current = (published.month - 1) // months + 1
    if number <= current:
        # What is expected of the quarter just past is its report: only an older one is next year's.
        if ctx.direction(match) > 0 and number < current - 1:
            return published.year + 1
        return published.year
    # A quarter still to begin is this year's, unless the clause tells of it as past.
    later = number - current
    if ctx.direction(match) < 0 or (number == 4 and published.month <= 3):
        return published.year if later <= 1 and published.month > 3 else published.year - 1
    return published.year


def _short_quarter(match: re.Match[str], ctx: Context) -> Reading | None:
    year = match["year"] or match["before"]
    if year is None and _MONEY.search(ctx.text) is None:
        # "the H1 chip", "the Q4 wagon".
        return None
    code = f"{match['letter'].upper()}{match['digit']}"
    if match["letter"].upper() == "H" and int(match["digit"]) > 2:
        return None
    if year is None:
        number = int(match["digit"])
        if ctx.published is None:
            return Reading(match.start(), match.end(), "DATE", f"XXXX-{code}", silent=True)
        months = 6 if code[0] == "H" else 3
        current = (ctx.published.month - 1) // months + 1
        late = number > current and ctx.direction(match) < 0
        year = str(ctx.published.year - (1 if late or number > current + 1 else 0))
    elif len(year) == 2:
        year = "20" + year
    return Reading(match.start(), match.end(), "DATE", f"{year}-{code}", mod_of(match))


def _fiscal_year(match: re.Match[str], ctx: Context) -> Reading:
    digits = match["fy"]
    year = int(digits) + (0 if len(digits) == 4 else 2000)
    return Reading(match.start(), match.end(), "DATE", f"{year}", mod_of(match))


def _month_of_report(match: re.Match[str], ctx: Context, which: str, what: str) -> Reading | None:
    """ "the latest week", "the year-earlier month": a month or a week that figures are of."""
    told = ctx.story.value or ""
    same = what == "month" and re.fullmatch(r"\d{4}-\d\d", told) is not None
    if which[0].isdigit():
        return None
    if which.startswith(("latest", "most", "just")):
        value = told if same else ctx.around("M" if what == "month" else "W", -1)
    else:
        value = shifted(told, "Y", -1) if same else ctx.around("Y", -1)
    return Reading(match.start(), match.end(), "DATE", value or "PAST_REF", silent=True)


def _period_of_year(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the 1988 quarter", "the year-ago period", "the latest quarter"."""
    which = " ".join(match["which"].lower().split())
    what = match["what"].lower()
    if what in ("month", "week"):
        return _month_of_report(match, ctx, which, what)
    story = ctx.story
    quarter = _quarter_told(ctx)
    if quarter is None and what == "period" and story.value and grain_of(story.value) == "M":
        quarter = story.value
    if quarter is None and what != "fiscal year" and what != "year":
        quarter = ctx.around("Q", -1)
    if re.fullmatch(r"\d{4}", which):
        of_year = what == "period" and story.fiscal is not None and "-" not in story.fiscal
        told = what == "period" and quarter and story.quarter
        if what == "quarter" or (told and not of_year):
            value = f"{which}-{quarter[5:]}" if quarter and "-" in quarter else f"{which}-QX"
        else:
            value = which
        return Reading(match.start(), match.end(), "DATE", value, silent=True)
    if "year" in what:
        value = ctx.around("Y", 0 if which.endswith("current") else -1) or "PAST_REF"
        if which.endswith("latest") and ctx.published:
            value = str(ctx.published.year)
        return Reading(match.start(), match.end(), "DATE", value, silent=True)
    if quarter is None:
        return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)
    if "latest" in which or "most recent" in which or "reported" in which:
        of_year = story.fiscal is not None and "-" not in story.fiscal
        return Reading(match.start(), match.end(), "DATE", quarter, silent=of_year)
    base = (reported_on(story) if what == "period" else None) or quarter
    value = shifted(base, "Y", -1) or "PAST_REF"
    how = "a year before the period named before it"
    return Reading(match.start(), match.end(), "DATE", value, how=how, silent=True)


_UNITS_OF = {"month": "M", "week": "W", "day": "D"}


def _two_quarters(match: re.Match[str], ctx: Context) -> Iterator[Reading] | None:
    """ "the third and fourth quarters of 1988", "first- and second-quarter sales"."""
    if _is_of_a_game(match, ctx) or ctx.published is None:
        return None
    first, second = (_QUARTERS[match[group].lower()] for group in ("nth", "also"))
    if match["what"].lower().startswith("half") and second > 2:
        return None
    return _each_quarter(match, ctx, first, second)


def _each_quarter(match: re.Match[str], ctx: Context, first: int, second: int) -> Iterator[Reading]:
    half = match["what"].lower().startswith("half")
    letter = "H" if half else "Q"
    # The later of the two says whose year it is; the other is of the same, or of the next.
    later = _year_of_quarter(match, ctx, max(first, second), half)
    years = {second: later, first: later if first <= second or later is None else later - 1}
    for group, number, end in (("nth", first, match.end("nth")), ("also", second, match.end())):
        start = match.start() if group == "nth" else match.start("also")
        yield Reading(start, end, "DATE", f"{years[number]}-{letter}{number}")


def _month_quarter(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the September quarter": the one that the month ends."""
    month = month_number(match["month"])
    if month % 3 or not match["month"][0].isupper():
        return None
    year = int(match["year"]) if match["year"] else nearest_year(ctx, match, month, None)
    value = f"{year:04}-Q{month // 3}" if year else f"XXXX-Q{month // 3}"
    return Reading(match.start(), match.end(), "DATE", value)


def _two_of_year(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the first two quarters of 1990"."""
    if ctx.published is None:
        return None
    year = int(match["year"]) if match["year"] else ctx.published.year
    number = 1 if match["end"].lower() == "first" else 2
    return Reading(match.start(), match.end(), "DATE", f"{year:04}-H{number}")


def _same_of_year(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "the same quarter last year", "the corresponding period of 1988"."""
    if ctx.published is None:
        return None
    what = match["what"].lower()
    past = {"next": 1, "this": 0}.get((match["ofyear"] or "last").lower().split()[0], -1)
    year = int(match["year"]) if match["year"] else ctx.published.year + past
    if what in ("quarter", "period"):
        told = ctx.story.fiscal or (ctx.around("Q", -1) if what == "quarter" else None)
    elif what in _UNITS_OF:
        told = ctx.story.value
        if told is None or grain_of(told) != _UNITS_OF[what]:
            told = ctx.around("M", 0) if what == "month" else None
    else:
        told = None
    value = f"{year:04}"
    if told is not None and what not in ("week", "day"):
        back = int(told[:4]) if match["year"] is None and past < 0 else None
        value = (shifted(told, "Y", -1) or value) if back else value + told[4:]
    how = "the same part of another year as the period named before it"
    return Reading(match.start(), match.end(), "DATE", value, how=how, silent=True)


def _year_ago(match: re.Match[str], ctx: Context) -> Reading:
    """ "year-ago", "year-earlier": a year before the period told of."""
    base = reported_on(ctx.story) if ctx.story.quarter_place[0] >= ctx.index - 3 else None
    value = shifted(base, "Y", -1) if base else ctx.around("Y", -1)
    return Reading(match.start(), match.end(), "DATE", value or "PAST_REF", silent=True)


_ORDINAL_QUARTER = r"(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)"
_NAMED_YEAR = r"(?:last|this|next)\s+(?:fiscal\s+)?year"

RULES: tuple[Rule, ...] = (
    rule(
        "unit half year",
        rf"(?:{MOD})?(?P<the>the\s+|a\s+\w+\s+)?(?:(?P<before>(?:19|20)\d\d)(?:'s)?\s+|(?P<whose>{_NAMED_YEAR})'s\s+"
        r"|(?P<yearago>year[\s-](?:ago|earlier|before)|prior[\s-]year)\s+)?"
        rf"(?:fiscal[\s-]+)?{_ORDINAL_QUARTER}[\s-]+(?:fiscal[\s-]+)?(?P<what>quarter|half)"
        r"(?:\s+(?:of|in)\s+(?:(?:the\s+)?fiscal\s+(?:year\s+)?)?"
        rf"(?:{YEAR}|(?P<ofyear>{_NAMED_YEAR}|the\s+year)))?",
        _quarter,
        3,
        words="quarter half",
    ),
    rule(
        "unit half",
        r"(?:the\s+)?(?P<nth>first|second|third|1st|2nd|3rd|fourth)(?:-|\s+quarter)?\s+(?:and|or|to|through)\s+(?:the\s+)?"
        r"(?P<also>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]+(?:fiscal\s+)?(?P<what>quarters?|halves|half)(?P<mod>(?!))?"
        rf"(?:\s+(?:of|in)\s+(?:{YEAR}|(?P<ofyear>{_NAMED_YEAR}|the\s+year)))?",
        _two_quarters,
        4,
        words="quarter half halves",
    ),
    rule(
        "month unit",
        rf"(?:the\s+)?(?:{MONTH})\s+quarter(?:\s+(?:of\s+)?{YEAR})?",
        _month_quarter,
        4,
        words="quarter",
    ),
    rule(
        "unit",
        rf"(?:the\s+)?(?P<end>first|last|final)\s+two\s+quarters\s+of\s+(?:{YEAR}|(?:the|this)\s+year)",
        _two_of_year,
        4,
        words="two",
    ),
    rule(
        "shortq",
        r"(?:(?P<before>(?:19|20)\d\d)\s?)?(?P<letter>[QH])(?P<digit>[1-4])(?:\s?(?:of\s+|FY\s?|')?(?P<year>(?:20)?\d\d)(?!\d))?(?P<mod>(?!))?",
        _short_quarter,
        2,
    ),
    rule("shortq", r"FY\s?'?(?P<fy>(?:20)?\d\d)(?:/\d\d)?", _fiscal_year, 2),
    rule(
        "unit year",
        r"(?:the\s+)?(?:comparable\s+|same\s+|corresponding\s+)?(?P<which>(?:19|20)\d\d|year[\s-]ago|year[\s-]earlier|year[\s-]before|prior[\s-]year|latest|most\s+recent|just[\s-]ended)"
        r"\s+(?:fiscal\s+)?(?P<what>period|quarter|half|month|week|fiscal\s+year|year)",
        _period_of_year,
        2,
        words="period quarter half year month week",
    ),
    rule(
        "unit span",
        r"(?:the\s+)?(?:same|comparable|corresponding|like)\s+(?P<what>(?:fiscal\s+)?(?:period|quarter|month|week|day|time))"
        rf",?\s+(?:of\s+|in\s+)?(?:{YEAR}|(?P<ofyear>last\s+year|next\s+year|a\s+year\s+(?:ago|earlier|before)"
        r"|the\s+(?:previous|prior|preceding)\s+year|the\s+year\s+before))",
        _same_of_year,
        4,
        words="same comparable corresponding like",
    ),
    rule("unit", r"year-(?:ago|earlier)", _year_ago, words="year-ago year-earlier year-before"),
)
