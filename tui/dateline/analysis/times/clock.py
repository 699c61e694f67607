"""Times by the clock, with their zone."""

from __future__ import annotations

import re
from datetime import date

from dateline.analysis.times.calendar import valid_date
from dateline.analysis.times.lexicon import (
    MONTH,
    NUMBER_WORDS,
    WEEKDAY,
    YEAR,
    count_of,
    month_number,
    weekday_number,
)
from dateline.analysis.times.reading import Context, Reading, Rule, day_in_words, rule
from dateline.analysis.times.unwritten_year import nearest_year
from dateline.analysis.times.weekdays import day_of_weekday

_ZONE_NAMES = (
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|MSK|IST|JST|KST|AES?T|Z"
    r"|(?:Eastern|Central|Mountain|Pacific|local|Moscow|Beijing|London|Paris|Kyiv|Hong\s+Kong|Israel)"
    r"(?:\s+(?:standard|daylight|summer))?(?:\s+time)?)\b"
)
_OFFSETS: dict[str, str] = {
    zone: offset
    for offset, zones in {
        "Z": "gmt utc z",
        "+01:00": "bst cet",
        "+02:00": "cest eet",
        "+03:00": "eest msk moscow",
        "+05:30": "ist",
        "+08:00": "beijing hong-kong",
        "+09:00": "jst kst",
        "+10:00": "aest",
        "+11:00": "aedt",
        "-04:00": "edt eastern-daylight",
        "-05:00": "est cdt eastern-standard central-daylight",
        "-06:00": "cst mdt central-standard mountain-daylight",
        "-07:00": "mst pdt mountain-standard pacific-daylight",
        "-08:00": "pst pacific-standard",
    }.items()
    for zone in zones.split()
}
"""The offset from UTC of a zone. Those that change with the season ("ET") have none."""
_ZONE = rf"(?:\s*(?P<zone>{_ZONE_NAMES})|\s*\((?P<bracketed>{_ZONE_NAMES})\))?"
_ABOUT = {
    "about": "APPROX",
    "around": "APPROX",
    "shortly before": "BEFORE",
    "just before": "BEFORE",
    "shortly after": "AFTER",
    "just after": "AFTER",
    "nearly": "BEFORE",
    "almost": "BEFORE",
}
_HOUR_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_LEAD = r"(?:(?P<about>about|around|(?:shortly|just)\s+(?:before|after)|nearly|almost)\s+)?"
_HALF = r"(?P<half>[ap]\.\s?m\.|[ap]\.?\s?m\b)"
_PART_OF = r"(?:\s+in\s+the\s+(?P<inpart>morning|afternoon|evening)|\s+at\s+(?P<atnight>night))"
_ON_DAY = (
    rf"(?:,?\s+(?:on\s+)?(?:(?P<which>last|next|this)\s+)?{WEEKDAY}(?:\s+(?P<partof>morning|afternoon|evening|night)\b)?"
    rf"(?:,?\s+{MONTH.replace('<month>', '<month3>')}\s+(?P<day3>[0-3]?\d)(?:st|nd|rd|th)?"
    rf"(?:,\s+{YEAR.replace('<year>', '<year3>')})?)?"
    rf"|(?:,?\s+on)?\s+(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s+{MONTH.replace('<month>', '<month2>')}"
    rf"(?:,?\s+{YEAR.replace('<year>', '<year2>')})?"
    rf"|,?\s+(?:on\s+)?(?P<near>today|tomorrow|yesterday|tonight|last\s+night|this(?=\s+(?:m|a|e)))"
    rf"(?:\s+(?P<nearpart>morning|afternoon|evening|night)\b)?|,?(?:\s+on)?\s+{MONTH}\s+(?P<day>[0-3]?\d)(?:,?\s+{YEAR})?)"
)
_SCORE = re.compile(r"\b(?P<other>\d{1,2})[-–]$")
"""What stands before the second number of "won 2-1 in the evening"."""
_UNTIL = re.compile(
    rf"\s?(?:to|and|until|till|[-–])\s?(?P<hour>1?\d)(?:[:.][0-5]\d)?\s?{_HALF}", re.IGNORECASE
)
"""What tells the half of the day of "7:30" in "7:30 to 9:30 p.m."."""
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "this": 0, "last night": -1}
_SPOKEN_MINUTES = r"fifteen|twenty|thirty|forty[\s-]five|ten|forty|fifty"


def _clock(match: re.Match[str], ctx: Context) -> Reading | None:
    groups = match.groupdict()
    hour = int(groups["hour"])
    score = _SCORE.search(ctx.text[max(0, match.start() - 4) : match.start()])
    if score and not groups.get("minute") and int(score["other"]) >= hour:
        return None
    minute = int(groups.get("minute") or 0)
    part = _part_of(groups)
    until = _UNTIL.match(ctx.text, match.end())
    half = (groups.get("half") or (until["half"] if until and not part else "")).lower()
    if until and not groups.get("half") and int(until["hour"]) % 12 < hour % 12:
        half = ""
    if (
        not half
        and not part
        and not groups.get("zone")
        and not groups.get("bracketed")
        and groups.get("oclock") is None
        and not groups.get("weekday")
        and not groups.get("near")
        and _named_date(groups) is None
    ):
        before = ctx.text[max(0, match.start() - 12) : match.start()].lower().split()
        led = before and before[-1] in (
            "at",
            "by",
            "from",
            "until",
            "till",
            "before",
            "after",
            "since",
        )
        if (
            not (led or groups.get("about"))
            or ctx.token(match.start("hour")).ent_type_ == "CARDINAL"
        ):
            return None
    if (half.startswith("p") or part in ("afternoon", "evening", "night")) and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return _on_its_day(match, ctx, f"T{hour:02}:{minute:02}")


def _part_of(groups: dict[str, str | None]) -> str:
    """The part of the day that is named with a time, which tells 4 in the morning from 16."""
    part = groups.get("inpart") or groups.get("atnight") or groups.get("partof")
    near = (groups.get("near") or "").lower()
    return (part or groups.get("nearpart") or ("night" if "night" in near else "")).lower()


def _spoken_hour(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "eight in the morning", "nine o'clock", "half past six in the evening"."""
    hour = NUMBER_WORDS[match["word"].lower()]
    past = (match["past"] or "").lower()
    minute = 0
    if past:
        minute = 30 if past.startswith("half") else 15
        if past.endswith("to"):
            hour, minute = hour - 1, 45
    spoken = match["spoken"]
    minute = int(count_of(spoken) or 0) if spoken else minute
    part = _part_of(match.groupdict())
    if not (part or match["oclock"] or match["zone"] or past):
        return None
    if part in ("afternoon", "evening", "night") and hour < 12:
        hour += 12
    return _on_its_day(match, ctx, f"T{hour:02}:{minute:02}")


def _named_hour(match: re.Match[str], ctx: Context) -> Reading | None:
    word = match["named"].lower()
    if ctx.text[: match.start()].lower().endswith("high "):
        return None
    following = ctx.text[match.end("named") :][:2]
    a_name = match["named"][0].isupper() and following.strip()[:1].isupper()
    if a_name and not (match["zone"] or match["weekday"] or match["month"]):
        return None
    return _on_its_day(match, ctx, "T24:00" if word == "midnight" else "T12:00")


def _military(match: re.Match[str], ctx: Context) -> Reading | None:
    hour, minute = int(match["hhmm"][:2]), int(match["hhmm"][2:])
    if hour > 24 or minute > 59:
        return None
    return _on_its_day(match, ctx, f"T{hour:02}:{minute:02}")


def _on_its_day(match: re.Match[str], ctx: Context, clock: str) -> Reading:
    groups = match.groupdict()
    mod = _ABOUT[" ".join(groups["about"].lower().split())] if groups.get("about") else None
    day = _day_of(match, ctx)
    zone = _zone_in_words(groups.get("zone") or groups.get("bracketed") or "")
    if day is None:
        weekday, named = groups.get("weekday"), _named_date(groups)
        if named:
            base = f"XXXX-{month_number(named[0]):02}-{named[1]:02}"
        elif weekday:
            base = f"XXXX-WXX-{weekday_number(weekday) + 1}"
        else:
            base = "XXXX-XX-XX"
        how = zone or None
        return Reading(match.start(), match.end(), "TIME", base + clock, mod, how=how, silent=True)
    how = day_in_words(day, ctx.published) + (f", {zone}" if zone else "")
    return Reading(match.start(), match.end(), "TIME", day.isoformat() + clock, mod, how=how)


def _zone_in_words(written: str) -> str:
    """A zone as written, with the offset that its name fixes: "EDT (UTC-04:00)".

    The zone has no place in the value: annotators of TIMEX3 write the time by the clock alone.
    """
    zone = " ".join(written.split())
    offset = _OFFSETS.get(zone.lower().removesuffix(" time").replace(" ", "-"))
    if offset is None:
        return f"{zone} time" if zone and not zone.endswith("time") else zone
    return zone if offset == "Z" else f"{zone} (UTC{offset})"


def _named_date(groups: dict[str, str | None]) -> tuple[str, int, str | None] | None:
    """The month, the day and the year that a time is named with ("10 a.m. Friday, Dec. 6")."""
    for which in ("", "2", "3"):
        month, day = groups.get(f"month{which}"), groups.get(f"day{which}")
        if month and day:
            return month, int(day), groups.get(f"year{which}")
    return None


def _day_of(match: re.Match[str], ctx: Context) -> date | None:
    """The day that a time of day belongs to: named with it, named near it, or the news day."""
    groups = match.groupdict()
    if named := _named_date(groups):
        month, number = month_number(named[0]), named[1]
        year = int(named[2]) if named[2] else nearest_year(ctx, match, month, number)
        return valid_date(year, month, number) if year else None
    if groups.get("weekday"):
        which = (groups.get("which") or "").lower()
        return day_of_weekday(match, ctx, weekday_number(groups["weekday"]), which)
    if groups.get("near"):
        day = ctx.around("D", _NEAR[" ".join(groups["near"].lower().split())])
        return date.fromisoformat(day) if day else None
    sentence = ctx.token(match.start()).sent
    follows = re.search(
        rf"(?:\)|,)?\s+(?:on\s+)?{WEEKDAY}",
        ctx.text[match.end() : sentence.end_char],
        re.IGNORECASE,
    )
    if follows and follows.start() < 16 and follows["weekday"][0].isupper():
        return day_of_weekday(match, ctx, weekday_number(follows["weekday"]), "")
    story = ctx.story
    if story.day is not None and story.day_place >= ctx.index - 1:
        return story.day
    return story.news


RULES: tuple[Rule, ...] = (
    rule(
        "clock",
        rf"{_LEAD}(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::\d\d)?)?\s*{_HALF}{_ZONE}(?:{_ON_DAY})?",
        _clock,
        2,
    ),
    rule(
        "clock",
        rf"{_LEAD}(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![:\d]){_PART_OF}?{_ZONE}(?:{_ON_DAY})?",
        _clock,
        1,
    ),
    rule(
        "clock",
        rf"{_LEAD}(?P<hour>1?\d)\s+o['’]\s?clock{_PART_OF}?(?P<oclock>){_ZONE}(?:{_ON_DAY})?",
        _clock,
        2,
    ),
    rule(
        "clock part near",
        rf"{_LEAD}(?:(?P<past>(?:a\s+)?quarter\s+(?:past|to)|half\s+past)\s+)?(?P<word>{_HOUR_WORDS})"
        rf"(?:[\s-](?P<spoken>{_SPOKEN_MINUTES}))?(?P<oclock>\s+o['’]\s?clock)?"
        rf"(?:{_PART_OF})?{_ZONE}(?:{_ON_DAY})?",
        _spoken_hour,
        3,
        words="o' o’ in at this tonight yesterday tomorrow last",
    ),
    rule("part", rf"(?P<hour>1?\d){_PART_OF}(?:{_ON_DAY})?", _clock, 1),
    rule(
        "clock",
        rf"(?P<hhmm>[0-2]\d[0-5]\d)(?=\s*(?:GMT|UTC|hours|hrs|EST|EDT|local)){_ZONE}(?:{_ON_DAY})?",
        _military,
        2,
    ),
    rule(
        "part clock",
        rf"{_LEAD}(?:the\s+stroke\s+of\s+)?(?P<named>noon|midnight|midday){_ZONE}(?:{_ON_DAY})?",
        _named_hour,
        1,
    ),
)
