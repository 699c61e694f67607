"""Years, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.analysis.times.clauses import is_happening
from dateline.analysis.times.dates import mod_of
from dateline.analysis.times.lexicon import (
    MOD,
    ORDINAL,
    WORDS,
    YEAR,
    YEAR_IN_WORDS,
    ordinal_number,
    year_in_words,
)
from dateline.analysis.times.reading import (
    Context,
    Reading,
    Rule,
    rule,
)

_FIGURES = frozenset(WORDS["figures_of_a_year"])
_OF_FIGURES = re.compile(rf"\s+(?:{'|'.join(_FIGURES)})\b")
_IN_A_STREET = re.compile(
    r"\s+(?:[A-Z0-9][\w.]*\s+){1,3}(?:St|Street|Ave|Avenue|Drive|Dr|Road|Rd|Lane|Ln|Blvd|Boulevard"
    r"|Court|Ct|Way|Place|Circle|Terrace|Highway|Parkway)\b"
)
"""What stands after the number of a house."""
_MAKES = frozenset(WORDS["makes_of_cars"])


def _year_alone(match: re.Match[str], ctx: Context) -> Reading | None:
    start, end = match.span("year")
    number = int(match["year"])
    text = ctx.text
    before = text[max(0, start - 24) : start]
    after = text[end : end + 40]
    if re.search(
        r"[#$£€¥./:]\s?$|\d[-–]$|\b(?:No|Nos|Rs|flight|route|page|room|highway|channel|section|psalm)\.?\s?$",
        before,
        re.IGNORECASE,
    ):
        return None
    if re.match(
        r"[-.:/]\d|[-]?(?:year|day|hour|foot|mile|meter|metre|pound|member|seat|page|acre|bed|room|square)\b|\s+(?:percent|per|percentage|dollars?|pounds|euros|yen|points?|people|miles|men|women|troops|soldiers|workers|employees|jobs|shares|votes?|feet|meters|metres|kilometers|kilometres|km|kg|tons|tonnes|barrels|hours|days|weeks|months|years|minutes|GMT|hrs?|UTC|EST|EDT|[a-z]+s\s+(?:were|are|have|had))\b|\s?%",
        after,
    ) and not _OF_FIGURES.match(after):
        return None
    if _IN_A_STREET.match(after):
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
    named = counted and (head.lower_ in _FIGURES or is_happening(head))
    counted = counted and not named and word not in ("fiscal", "calendar")
    if counted and token.ent_type_ != "DATE" and word not in ("the", "its", "his", "their"):
        return None
    if token.ent_type_ == "CARDINAL" and not ((strong or named) and not counted):
        return None
    if not (token.ent_type_ == "DATE" or strong or named or (lead and is_date) or start == 0):
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


_BEFORE_SHORT = re.compile(
    r"(?:\b(?:in|of|since|by|until|from|late|early|during|class of)|['’]\d\d\s(?:and|or|to))\s+$"
)


def _short_year(match: re.Match[str], ctx: Context) -> Reading | None:
    before = ctx.text[max(0, match.start() - 8) : match.start()].lower()
    if _BEFORE_SHORT.search(before) is None:
        return None
    number = int(match["short"])
    year = number + (1900 if number > 40 else 2000)
    return Reading(match.start(), match.end(), "DATE", f"{year}")


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


def _spoken_decade(match: re.Match[str], _: Context) -> Reading:
    """ "the nineteen sixties"."""
    century = {"nineteen": 19, "eighteen": 18, "seventeen": 17}[match["hundred"].lower()]
    value = f"{century}{_DECADE_WORDS[match['name'].lower()]}"
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


def _anno_domini(match: re.Match[str], _: Context) -> Reading | None:
    if not match[0].startswith("A"):
        return None
    return Reading(match.start(), match.end(), "DATE", f"{int(match['number']):04}")


RULES: tuple[Rule, ...] = (
    rule(
        "year unit",
        rf"(?:{MOD})?(?:the\s+year\s+|(?:calendar|fiscal)\s+(?:year\s+)?)?{YEAR}(?!s)",
        _year_alone,
    ),
    rule(
        "year",
        rf"{YEAR}\s?[-–—/]\s?(?P<second>\d\d(?:\d\d)?)(?![-/\d])",
        _year_range,
        1,
        words="- – — /",
    ),
    rule(
        "spoken unit",
        YEAR_IN_WORDS,
        _spoken_year,
        1,
        words="nineteen eighteen seventeen twenty thousand",
    ),
    rule("short", r"['’](?P<short>\d\d)(?!['’]?s)", _short_year),
    rule(
        "decade",
        rf"(?P<the>the\s+)?(?:{MOD}(?P<the2>the\s+)?)?(?P<the3>the\s+)?(?:['’]?(?P<decade>(?:1[5-9]|20)\d0|\d0)['’]?s|(?P<name>{'|'.join(_DECADE_WORDS)}))",
        _decade,
        1,
    ),
    rule(
        "decade spoken",
        rf"(?:the\s+)?(?:{MOD}(?:the\s+)?)?(?P<hundred>nineteen|eighteen|seventeen)[\s-]"
        rf"(?P<name>{'|'.join(_DECADE_WORDS)})",
        _spoken_decade,
        2,
        words="ties",
    ),
    rule(
        "unit",
        rf"(?:the\s+)?(?:{MOD}(?:the\s+)?)?{ORDINAL}[\s-]+century(?P<era>\s+B\.?C\.?(?:E\.?)?)?",
        _century,
        2,
        words="centur",
    ),
    rule("era", r"(?P<number>\d{1,4})\s+(?:B\.C\.(?:E\.)?|BCE?)", _before_christ, 2),
    rule("era", r"A(?:\.D\.|D)\s+(?P<number>\d{1,4})", _anno_domini, 2),
)
