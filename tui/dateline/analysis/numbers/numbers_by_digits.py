"""Numbers in digits, as each language writes them: no parse and no number words are needed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.model import Number
from dateline.analysis.numbers.currencies import symbols_after, symbols_before
from dateline.analysis.numbers.exclusions import excluded_spans
from dateline.analysis.numbers.number_formats import NumberFormat, number_format
from dateline.analysis.plain_forms import lower_case, plain_digits

if TYPE_CHECKING:
    from dateline.analysis.model import Modifier, NumberKind
    from dateline.analysis.parsed import ParsedArticle

_UNSPACED = frozenset(["ja", "zh", "yue", "wuu", "ko", "th"])
_DURATIONS = frozenset(["second", "minute", "hour", "day", "week", "month", "year", "century"])
_PERCENT = re.compile(r"\s?[%٪﹪％](?!\w)")
_DIGITS = re.compile(
    r"(?<![\w.,٫٬'’])(?P<sign>(?<!\d\s)[-−–])?"
    r"(?P<digits>\d{1,3}(?:[.,'’٬\u00a0\u202f\u2009\u2007 ]\d{2,3})+(?:[.,٫]\d+)?(?!\d)"
    r"|\d+(?:[.,٫]\d+)?)"
)
_UNSPACED_DIGITS = re.compile(_DIGITS.pattern.replace(r"(?<![\w.,٫٬'’])", r"(?<![\d.,A-Za-z_])"))
_GROUPED = re.compile(r"\d{1,3}(?:(?P<mark>\D)\d{3})(?:(?P=mark)\d{3})*|\d{1,2}(?:,\d\d)+,\d{3}")
_MORE_DIGITS = re.compile(r" ?(?P<digits>\d[\d,]*)")
_LIST_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s")
_ORDINAL = re.compile(
    r"(?:º|ª|°(?![CFcf ])|er\b|re\b|e\b|ème\b|eme\b|-?(?:й|я|е|го|му|ой|ая|ый)\b)"
)
_NAME_BEFORE = re.compile(r"(?:[a-zà-žα-ωа-яѐ-ӿ]|[^\W\d_]{2,})[-‑]$")
_GLUED = re.compile(r"[A-Za-zÀ-žΑ-ωА-яЀ-ӿ_]|[-‑][^\W\d_]|[./:]\d")


@dataclass(frozen=True, slots=True)
class _Format:
    """The patterns of a language, over text in lower case with ASCII digits."""

    written: NumberFormat
    spaced: bool
    scale: re.Pattern[str]
    currency: re.Pattern[str]
    unit: re.Pattern[str]
    percent_before: re.Pattern[str]
    between: re.Pattern[str]
    modifier: re.Pattern[str]
    modifier_of: dict[str, Modifier]


@cache
def _format_of(language: str) -> _Format:
    written = number_format(language)
    spaced = language not in _UNSPACED
    stop = r"(?!\w)" if spaced else ""
    joint = rf"\s*(?:{_any(written.of)}\s*)?"
    modifier_of: dict[str, Modifier] = {
        word: modifier  # type: ignore[misc]
        for modifier, words in written.modifiers.items()
        for word in words
    }
    start = r"(?<!\w)" if spaced else ""
    return _Format(
        written,
        spaced,
        re.compile(rf"[\s-]?(?P<word>{_any(written.scales)})\.?{stop}"),
        re.compile(rf"{joint}-?(?P<word>{_any(written.currencies)}){stop}"),
        re.compile(rf"{joint}-?(?P<word>{_any(written.units)}){stop}"),
        re.compile(rf"(?:{start}{_any(written.percent_before)}\s*|%)$"),
        re.compile(rf"\s?[-–—~〜～]\s?|\s*{_any(written.ranges)}\s*"),
        re.compile(rf"{start}(?P<word>{_any(modifier_of)})\s*$"),
        modifier_of,
    )


def _any(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    escaped = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return f"(?:{escaped})" if escaped else "(?!)"


@dataclass(frozen=True, slots=True)
class _Found:
    """A number at a half-open span of the passage."""

    start: int
    end: int
    value: Decimal
    value_to: Decimal | None = None
    kind: NumberKind = "cardinal"
    unit: str | None = None
    modifier: Modifier | None = None
    scaled: bool = False


def find_digits(parsed: ParsedArticle, taken: Sequence[tuple[int, int]]) -> list[Number]:
    """The numbers that an article writes in digits, in the order of the text.

    `taken` are sorted spans of the article in which no number counts: its dates, and names.
    """
    text = parsed.article.text
    form = _format_of(parsed.language)
    numbers: list[Number] = []
    for passage in parsed.passages:
        own = text[passage.start : passage.end]
        low = bisect_left(taken, (passage.start,))
        here = [
            (start - passage.start, end - passage.start)
            for start, end in taken[max(0, low - 1) :]
            if start < passage.end and end > passage.start
        ]
        for found in _joined(own, _numbers_in(own, form, here), form):
            start, end = passage.start + found.start, passage.start + found.end
            numbers.append(
                Number(
                    start=start,
                    end=end,
                    text=text[start:end],
                    value=_tidy(found.value),
                    value_to=None if found.value_to is None else _tidy(found.value_to),
                    kind=found.kind,
                    unit=found.unit,
                    modifier=found.modifier,
                    of=None,
                    aside=passage.aside,
                )
            )
    return numbers


def _numbers_in(text: str, form: _Format, taken: Sequence[tuple[int, int]]) -> list[_Found]:
    lower = lower_case(plain_digits(text))
    excluded = [*excluded_spans(lower), *taken]
    pattern = _DIGITS if form.spaced else _UNSPACED_DIGITS
    found: list[_Found] = []
    done = 0
    while match := pattern.search(lower, done):
        start, end = match.span("digits")
        value, end = _value(lower, text, start, end, form.written)
        done = max(end, match.start() + 1)
        if any(start < high and low < end for low, high in excluded):
            continue
        if not start and _LIST_NUMBER.match(lower):
            continue
        base = _Found(start, end, -value if match["sign"] and not _joins(lower, match) else value)
        if base.value < 0:
            base = replace(base, start=match.start())
        number = _with_unit(text, lower, _with_scales(lower, base, form), form)
        if number is not None:
            found.append(number)
            done = number.end
    return found


def _joins(text: str, match: re.Match[str]) -> bool:
    """Whether a dash stands between two things, and is no minus."""
    return match["sign"] == "–" or (match.start() > 0 and not text[match.start() - 1].isspace())


def _value(
    lower: str, text: str, start: int, end: int, written: NumberFormat
) -> tuple[Decimal, int]:
    """The value of digits by the marks of the language, and where they end.

    Three digits behind a grouping mark are a group; behind any other mark a fraction.
    """
    digits = lower[start:end]
    whole, fraction = digits, ""
    marks = [i for i, char in enumerate(digits) if not char.isdigit()]
    if not marks:
        return Decimal(digits), end
    last = digits[marks[-1]]
    several = len({digits[i] for i in marks}) > 1
    grouped = _GROUPED.fullmatch(digits) is not None
    decimal = several or not grouped or (last == written.decimal and last != written.group)
    if last in ".,٫" and (decimal or last == "٫") and digits.count(last) == 1:
        whole, fraction = digits[: marks[-1]], digits[marks[-1] + 1 :]
    inner = {char for char in whole if not char.isdigit()}
    if inner and (_GROUPED.fullmatch(whole) is None or not _may_group(inner, written)):
        # "12 345" where the language groups by other marks: two numbers.
        first = next(i for i, char in enumerate(digits) if not char.isdigit())
        return Decimal(digits[:first]), start + first
    number = "".join(filter(str.isdigit, whole))
    return Decimal(f"{number}.{fraction}" if fraction else number), end


def _may_group(marks: set[str], written: NumberFormat) -> bool:
    spaced = not written.group.strip()
    return all(char != " " or spaced for char in marks)


def _with_scales(text: str, base: _Found, form: _Format) -> _Found:
    """The number with its multipliers: "4,5 Mio."; several run on as in "1億2000万"."""
    total, current, end = Decimal(0), base.value, base.end
    scaled = False
    while match := form.scale.match(text, end):
        factor = Decimal(form.written.scales[" ".join(match["word"].split())])
        current *= factor
        end, scaled = match.end(), True
        if text[end - 1] == "." and not text[end : end + 2].strip():
            # A stop that ends the sentence is not the abbreviation's alone: leave it out.
            end -= 1
        if form.spaced or not (more := _MORE_DIGITS.match(text, end)):
            continue
        following = form.scale.match(text, more.end())
        part = Decimal(more["digits"].replace(",", ""))
        if part >= factor or (following is None and part >= factor):
            break
        total += current
        current = part
        end = more.end()
    return replace(base, end=end, value=total + current, scaled=scaled)


def _with_unit(text: str, lower: str, base: _Found, form: _Format) -> _Found | None:
    start, end = base.start, base.end
    modifier = form.modifier.search(lower[max(0, start - 24) : start])
    if modifier:
        base = replace(base, modifier=form.modifier_of[" ".join(modifier["word"].split())])
    if percent := _PERCENT.match(lower, end):
        return replace(base, end=percent.end(), kind="percent", unit="%")
    if before := form.percent_before.search(lower[max(0, start - 10) : start]):
        return replace(base, start=start - len(before.group()), kind="percent", unit="%")
    if money := symbols_before(text[max(0, start - 8) : start]):
        return replace(base, start=start - money[1], kind="money", unit=money[0])
    if word := form.currency.match(lower, end):
        code = form.written.currencies[" ".join(word["word"].split())]
        return replace(base, end=word.end(), kind="money", unit=code)
    if sign := symbols_after(text, end):
        return replace(base, end=sign[1], kind="money", unit=sign[0])
    if unit := form.unit.match(lower, end):
        name = form.written.units[" ".join(unit["word"].split())]
        kind: NumberKind = "duration" if name in _DURATIONS else "measure"
        if name in ("%", "percentage point"):
            kind = "percent"
        return replace(base, end=unit.end(), kind=kind, unit=name)
    if form.spaced and not base.scaled:
        if ordinal := _ORDINAL.match(lower, end):
            return replace(base, end=ordinal.end(), kind="ordinal")
        if _GLUED.match(lower, end) or _NAME_BEFORE.search(lower[max(0, start - 16) : start]):
            return None
        if base.value < 100 and re.match(r"\. \w", text[end:]) and text[end + 2].islower():
            return replace(base, end=end + 1, kind="ordinal")
    return base


def _joined(text: str, found: Sequence[_Found], form: _Format) -> Iterator[_Found]:
    """The numbers with the two ends of a range made one."""
    at = 0
    while at < len(found):
        one = found[at]
        two = found[at + 1] if at + 1 < len(found) else None
        if (
            two is not None
            and two.start - one.end < 8
            and form.between.fullmatch(text[one.end : two.start].lower())
            and one.value < two.value
            and (one.unit is None or one.unit == two.unit)
        ):
            at += 1
            one = replace(one, end=two.end, value_to=two.value, kind=two.kind, unit=two.unit)
        at += 1
        yield one


def _tidy(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return value.quantize(Decimal(1)) if value == whole else value.normalize()
