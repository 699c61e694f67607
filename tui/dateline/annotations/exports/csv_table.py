"""CSV with the columns that Readwise imports: Highlight, Title, Author, URL, Note, Location, Date.

Tags are written as Readwise reads them, as ".tag" words at the head of the note. A cell that a
spreadsheet would take for a formula begins with an apostrophe (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.annotations.citations import passage

if TYPE_CHECKING:
    from dateline.annotations.exports.sheet import Sheet
    from dateline.annotations.model import Annotation

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r|%]")


def to_csv(sheets: Sequence[Sheet]) -> str:
    """The sheets as CSV (RFC 4180), a row an annotation. Location is the offset in the text."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    for sheet in sheets:
        for annotation in sheet.annotations:
            placed = annotation.state != "lost"
            writer.writerow(
                [
                    guarded(passage(annotation.exact)),
                    guarded(sheet.record.name),
                    guarded(sheet.record.byline),
                    guarded(sheet.iri),
                    guarded(_note(annotation)),
                    annotation.start if placed else annotation.made_start,
                    annotation.created[:19].replace("T", " "),
                ]
            )
    return table.getvalue()


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def _note(annotation: Annotation) -> str:
    tags = " ".join("." + re.sub(r"\s+", "_", tag) for tag in annotation.tags)
    return "\n".join(part for part in (tags, annotation.note) if part)
