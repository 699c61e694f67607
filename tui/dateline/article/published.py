"""The date of an article, read from its own words or from the name of its file.

Only a date that is set down as the article's own counts: a line that says when it was published,
a line that is hardly more than a date, a byline with a date, or the dateline of a news story.
A date that the story merely tells of does not.
"""

from __future__ import annotations

import datetime
import re

_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept(?:ember|\.)?|sep\.?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_DATES = tuple(
    re.compile(rf"(?<![\w/.-]){pattern}(?![\w/]|[.-]\d)", re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}[-/.](?P<number>[01]?\d)[-/.]{_DAY}(?:[T ]\d\d:\d\d\S*)?",
        rf"{_MONTH}\s+{_DAY}\s*,?\s+{_YEAR}",
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+{_YEAR}",
        rf"(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark){_YEAR}",
        rf"{_YEAR}\s*年\s*(?P<number>[01]?\d)\s*月\s*{_DAY}\s*日",
    )
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?", re.IGNORECASE
)
_CLOCK = re.compile(
    r"\b(?:at\s+)?\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*"
    r"(?:\(?\b(?:[A-Z]{1,4}T|GMT|UTC|Z)\b\)?)?(?:\s*[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:first\s+)?(?:published|posted|issued|released|filed|date|dated|pub(?:lication)?\s+date"
    r"|publication|for\s+(?:immediate\s+)?release|created|written)\b(?:\s+(?:on|at|date))?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s:|,•·(\-–—]*(?:by\s+[\w .'’-]{2,40}[,|]\s*)?")
_UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated|modified|revised|edited|retrieved|accessed|viewed)\b", re.IGNORECASE
)
_DASH = re.compile(r"^[\s)]*(?:\([^)]{2,40}\))?\s*(?:[-–—_:]{1,2}(?:\s|$)|/\w[\w -]+/)")
_PLACE_BEFORE = re.compile(
    r"^[A-Z][\w.'’-]*(?:[ ,./]+(?:[A-Z][\w.'’-]*|de|la|of|the|and))*[\s,.]*"
    r"(?:\([^)]{2,40}\)[\s,]*)?(?:[-–—][\s]*)?(?:\w+day,?\s+)?$"
)
_AGENCY = re.compile(r"\([A-Z][A-Za-z .]{1,30}\)\s*[-–—]?\s*$")
_HEAD_LINES = 14
_FOOT_LINES = 3


def date_in_text(text: str) -> datetime.date | None:
    """The date that the article gives itself, or None.

    `text` is plain text. Looked at are its first lines, then its last ones ("Published: 5 June
    2025", "June 5, 2025", "By Jane Doe | 5 June 2025", "PARIS, June 5, 2025 -", "WASHINGTON (AP)
    06/05/2025"). A date of publication wins over one of an update. In 06/05/2025 the month comes
    first, in 05.06.2025 the day; the order that makes a date wins where only one does.
    """
    lines = [line.strip() for line in text[:20_000].split("\n") if line.strip()]
    head = lines[:_HEAD_LINES]
    foot = [line.strip() for line in text[-2_000:].split("\n") if line.strip()][-_FOOT_LINES:]
    updated = None
    for line in head:
        date, is_update = _date_of_line(line, near_top=True)
        if date is not None and not is_update:
            return date
        updated = updated or date
    if updated is not None:
        return updated
    for line in foot:
        date, _ = _date_of_line(line, near_top=False)
        if date is not None:
            return date
    return None


def _date_of_line(line: str, *, near_top: bool) -> tuple[datetime.date | None, bool]:
    """The date that a line sets down as the article's, and whether it is one of an update."""
    window = line[:400]
    found: list[tuple[int, int, datetime.date]] = []
    for pattern in _DATES:
        for match in pattern.finditer(window):
            date = _date_of(match)
            if date is not None:
                found.append((match.start(), match.end(), date))
    for start, end, date in sorted(found):
        before, after = window[:start], window[end:]
        if _says_when(before):
            return date, False
        if near_top and _is_dateline(before, after):
            return date, False
    if not found or len(line) > 160:
        return None, False
    found.sort()
    update = None
    for start, _, date in found:
        label = window[max(0, start - 40) : start]
        if _UPDATED.search(label):
            update = update or date
    if update is not None:
        return update, True
    return (found[0][2], False) if near_top and _is_date_line(window, found) else (None, False)


def _says_when(before: str) -> bool:
    """Whether the words before a date end in "Published on", "Posted:" and the like."""
    label = _WEEKDAY.sub("", before[-60:])
    label = _CLOCK.sub("", label)
    labels = list(_PUBLISHED.finditer(label))
    if not labels or len(before) > 90:
        return False
    last = labels[-1]
    if _BETWEEN.fullmatch(label[last.end() :]) is None:
        return False
    lead = label[: last.start()].strip(" |•·,-–—([")
    return not re.search(r"\b(?:was|were|is|are|been|being|be|to)$", lead)


def _is_dateline(before: str, after: str) -> bool:
    """Whether a date stands in the dateline of a story: "PARIS, June 5, 2025 (AFP) - ..."."""
    if len(before) > 70 or _PLACE_BEFORE.match(before) is None:
        return False
    place = re.match(r"[A-Z][A-Z.'’-]{2,}", before) is not None
    if _DASH.match(after):
        return True
    return place and (_AGENCY.search(before) is not None or not after.strip())


def _is_date_line(line: str, found: list[tuple[int, int, datetime.date]]) -> bool:
    """Whether a short line is hardly more than a date, a time of day, a place or an author."""
    rest = line
    for start, end, _ in reversed(found):
        rest = rest[:start] + " " + rest[end:]
    rest = _CLOCK.sub(" ", _WEEKDAY.sub(" ", rest))
    rest = re.sub(r"\b\d+\s+min(?:ute)?s?(?:\s+read)?\b", " ", rest, flags=re.IGNORECASE)
    words = re.findall(r"[^\W\d_]+", rest)
    if not words:
        return True
    if re.match(r"\s*by\b", rest, re.IGNORECASE):
        return len(words) <= 9 and not rest.rstrip().endswith((".", "?", "!"))
    if not re.search(r"[|•·]|[-–—,]\s*$|^\s*[-–—,|]", rest.strip(" ")) and len(words) > 2:
        return False
    return len(words) <= 8 and all(word[0].isupper() for word in words)


def _date_of(match: re.Match[str]) -> datetime.date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if parts.get("first"):
        first, second = int(parts["first"]), int(parts["second"])
        orders = [(first, second), (second, first)]
        if parts["mark"] == ".":
            orders.reverse()
        return _valid(year, *orders[0]) or _valid(year, *orders[1])
    month = _MONTHS[parts["month"][:3].lower()] if parts.get("month") else int(parts["number"])
    return _valid(year, month, int(parts["day"]))


def _valid(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


_NAME_DATES = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_./ ]?)(?P<number>[01]\d)(?P=mark)"
        r"(?P<day>[0-3]\d)(?!\d(?!\d{3}(?:\d\d)?(?!\d)))"
    ),
    re.compile(
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)[-_./ ]{_MONTH}[-_./ ](?P<day>[0-3]?\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?<![^\W_]){_MONTH}[-_. ,]+{_DAY}[-_. ,]+{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d){_DAY}[-_. ]?{_MONTH}[-_. ,]?{_YEAR}(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<first>[0-3]?\d)(?P<mark>[-_.])(?P<second>[0-3]?\d)(?P=mark)" + _YEAR),
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_/])(?P<number>1?\d)(?P=mark)(?P<day>[0-3]?\d)"
        r"(?!\d)"
    ),
)


def date_in_name(name: str) -> datetime.date | None:
    """The date in a file's name or in the path of an address, or None.

    "2025-06-05-story.txt", "story_20250605.html", "/2025/jun/05/story", "june-5-2025.md". Only a
    whole date counts, so a year alone or a number of a document gives None.
    """
    for pattern in _NAME_DATES:
        for match in pattern.finditer(name):
            date = _date_of(match)
            if date is not None:
                return date
    return None
