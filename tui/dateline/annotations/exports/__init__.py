"""Taking annotations away: one module a format, each a function from sheets to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.annotations.exports.sheet import Sheet

FORMATS = ("jsonld", "markdown", "csv", "html", "text")
"""The names that `--to` takes."""
SUFFIXES = {".jsonld": "jsonld", ".json": "jsonld", ".md": "markdown", ".csv": "csv"} | {
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
}
"""The format that a file's name asks for."""


def export(
    sheets: Sequence[Sheet], to: str, analyze: Callable[[Sheet], Analysis | None] | None = None
) -> str:
    """The sheets in one of `FORMATS`.

    `analyze` gives what was found in an article, for the formats that show it (html).

    Raises:
        ValueError: the format is none of them, or html was asked for other than one article whose
            text is known.
    """
    if to == "jsonld":
        from dateline.annotations.exports.jsonld import to_jsonld

        return to_jsonld(sheets)
    if to == "markdown":
        from dateline.annotations.exports.markdown import to_markdown

        return to_markdown(sheets)
    if to == "csv":
        from dateline.annotations.exports.csv_table import to_csv

        return to_csv(sheets)
    if to == "text":
        from dateline.annotations.exports.plain import to_plain

        return to_plain(sheets)
    if to == "html":
        from dateline.annotations.exports.html_page import to_html

        if len(sheets) != 1 or sheets[0].article is None:
            raise ValueError("A page is made of one article whose text is known.")
        return to_html(sheets[0], analyze(sheets[0]) if analyze else None)
    raise ValueError(f"There is no format {to!r}; there are {', '.join(FORMATS)}.")
