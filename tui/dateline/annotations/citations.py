"""Quoting a passage with where it is from."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Literal

from dateline.article.clean import clean_line
from dateline.library.address import address_of

if TYPE_CHECKING:
    from dateline.article.model import Article

Style = Literal["plain", "markdown", "apa", "mla", "chicago", "bibtex"]
STYLES: tuple[Style, ...] = ("plain", "markdown", "apa", "mla", "chicago", "bibtex")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_INNER = str.maketrans("“”", "‘’")
_BY = re.compile(r"^\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_TEX = re.compile(r"[{}%#&_$]")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def citation(article: Article, start: int, end: int, style: Style = "plain") -> str:
    """The words `[start, end)` of an article and their source, in one of `STYLES`.

    What is not known of the article (author, site, date, address) is left out.
    """
    quote = passage(article.text[start:end])
    if style == "markdown":
        lines = "\n>\n".join("> " + part for part in quote.split("\n\n"))
        return f"{lines}\n>\n> — {reference(article, style)}\n"
    if style == "bibtex":
        return reference(article, style)
    return (
        f"{in_marks(quote)} {'—' if style == 'plain' else ''} {reference(article, style)}".replace(
            "  ", " "
        )
    )


def passage(text: str) -> str:
    """A passage as it is quoted: lines joined, paragraphs parted by a blank line."""
    parts = (" ".join(part.split()) for part in _PARAGRAPHS.split(text.strip()))
    return "\n\n".join(part for part in parts if part)


def in_marks(quote: str) -> str:
    """A passage in quotation marks, the marks inside it made single."""
    whole = quote.startswith("“") and quote.endswith("”") and quote.count("“") == 1
    return quote if whole else f"“{quote.translate(_INNER)}”"


def reference(article: Article, style: Style = "plain") -> str:
    """Where an article is from, in one of `STYLES`."""
    title = clean_line(article.title or "").strip() or "Untitled"
    site = clean_line(article.site or "").strip()
    names = authors(article.byline)
    date = article.published
    url = address(article)
    if style == "markdown":
        name = title.replace("[", "\\[").replace("]", "\\]")
        linked = f"[{name}](<{url}>)" if url.startswith("http") else f"*{name}*"
        return _joined(", ", *(names and [_listed(names)]), linked, site, _day_first(date))
    if style == "apa":
        return _joined(
            " ",
            _dotted(_listed([_initials(name) for name in names], " & ")),
            f"({_year_first(date)}).",
            _dotted(title),
            _dotted(site),
            url,
        )
    if style == "mla":
        people = _dotted(_listed([_inverted(names[0]), *names[1:]])) if names else ""
        end = _dotted(_joined(", ", site, _day_first(date, short=True), url))
        return _joined(" ", people, f"“{_dotted(title)}”", end)
    if style == "chicago":
        people = _dotted(_listed([_inverted(names[0]), *names[1:]])) if names else ""
        day = f"{_MONTHS[date.month - 1]} {date.day}, {date.year}" if date else ""
        return _joined(
            " ", people, f"“{_dotted(title)}”", _dotted(_joined(", ", site, day)), _dotted(url)
        )
    if style == "bibtex":
        return _bibtex(title, names, site, date, url)
    return _joined(", ", _listed(names), f"“{title}”", site, _day_first(date), url)


def authors(byline: str | None) -> list[str]:
    """The names in a byline."""
    found = _AND.split(_BY.sub("", clean_line(byline or "")))
    return [name for name in (" ".join(part.split()) for part in found) if name]


def address(article: Article) -> str:
    """The address to cite: the page's own, or the one it was opened from; a path is none."""
    found = article.url or address_of(article.source) or ""
    return clean_line(found) if "://" in found else ""


def _joined(glue: str, *parts: str) -> str:
    return glue.join(part for part in parts if part)


def _dotted(text: str) -> str:
    return text if not text or text[-1] in ".?!" else text + "."


def _listed(names: list[str], last: str = " and ") -> str:
    if len(names) < 3:
        return last.join(names)
    return ", ".join(names[:-1]) + f",{last}{names[-1]}"


def _inverted(name: str) -> str:
    first, _, family = name.rpartition(" ")
    return f"{family}, {first}" if first else family


def _initials(name: str) -> str:
    *first, family = name.split()
    letters = " ".join(f"{part[0]}." for part in first)
    return f"{family}, {letters}" if letters else family


def _day_first(date: datetime.date | None, *, short: bool = False) -> str:
    if date is None:
        return ""
    month = _MONTHS[date.month - 1]
    if short and len(month) > 4:
        month = ("Sept" if month == "September" else month[:3]) + "."
    return f"{date.day} {month} {date.year}"


def _year_first(date: datetime.date | None) -> str:
    return f"{date.year}, {_MONTHS[date.month - 1]} {date.day}" if date else "n.d."


def _bibtex(title: str, names: list[str], site: str, date: datetime.date | None, url: str) -> str:
    family = names[0].split()[-1] if names else (site or title).split(maxsplit=1)[0]
    key = "".join(letter for letter in family.lower() if letter.isalnum())
    fields = {
        "author": " and ".join(_inverted(name) for name in names),
        "title": title,
        "journal": site,
        "date": date.isoformat() if date else "",
        "url": url,
    }
    lines = [
        f"  {name} = {{{value if name == 'url' else _TEX.sub(_tex, value)}}},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@article{{{key or 'article'}{date.year if date else ''},", *lines, "}"])


def _tex(match: re.Match[str]) -> str:
    return "\\" + match.group()
