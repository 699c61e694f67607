"""Plain text: its structure told by what it shows.

The text itself is never changed but for its line ends, a byte order mark and control characters;
the structure is laid over it as blocks. Only the standard library is needed, for this is on the
way to the first screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dateline.article.asides import mark_asides
from dateline.article.clean import clean_line, clean_text
from dateline.article.gutenberg import GutenbergBook, read_gutenberg, set_licence_apart
from dateline.article.headings import mark_headings
from dateline.article.layout import lay_out
from dateline.article.lines import runs_of_lines
from dateline.article.masthead import Masthead, read_masthead
from dateline.article.published import date_in_name, date_in_text

if TYPE_CHECKING:
    import datetime

    from dateline.article.structure import Block, StyleSpan


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a plain text shows of itself: the fields of an `Article`."""

    text: str
    blocks: tuple[Block, ...]
    styles: tuple[StyleSpan, ...]
    title: str | None
    byline: str | None
    published: datetime.date | None
    published_from: str | None
    source: str
    language: str | None
    remarks: tuple[str, ...]


def read_plain_text(
    text: str,
    *,
    published: datetime.date | None = None,
    title: str | None = None,
    source: str = "",
) -> PlainText:
    """Tell the structure of a plain text (see `Article.from_text`).

    Line ends become LF, a byte order mark is dropped and control characters are replaced one for
    one; nothing else is changed. `title` and `published`, when given, win over what the text
    says of itself.
    """
    remarks: tuple[str, ...] = ()
    text = normalised(text)
    layout = lay_out(text, list(runs_of_lines(text)))
    if layout.divided:
        lines = "A very long line was" if layout.divided == 1 else "Very long lines were"
        remarks = (f"{lines} divided into paragraphs at sentence ends.",)
    book = read_gutenberg(text)
    if book is not None:
        masthead = _read_book(text, layout.blocks, book)
    else:
        masthead = read_masthead(text, layout.blocks)
    starts = {block.start for block in masthead.blocks}
    breaks = [style for style in layout.breaks if style.end not in starts]
    known = book or GutenbergBook(0, len(text), None, None, None)
    date, date_from = _published(text, masthead, source) if published is None else (published, None)
    return PlainText(
        text=text,
        blocks=tuple(mark_asides(text, mark_headings(text, masthead.blocks))),
        styles=tuple(sorted((*masthead.styles, *breaks), key=lambda style: style.start)),
        title=clean_line(title or known.title or masthead.title or "") or None,
        byline=known.author or masthead.byline,
        published=date,
        published_from=date_from,
        source=clean_line(source),
        language=known.language,
        remarks=remarks,
    )


def normalised(text: str) -> str:
    """The text with LF for line ends, no byte order mark, and control characters replaced."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean_text(text)


def _read_book(text: str, blocks: list[Block], book: GutenbergBook) -> Masthead:
    marked, first = set_licence_apart(blocks, book)
    masthead = read_masthead(text, marked[first:], known_title=book.title or "")
    return replace(masthead, blocks=[*marked[:first], *masthead.blocks])


def _published(
    text: str, masthead: Masthead, source: str
) -> tuple[datetime.date | None, str | None]:
    date = date_in_text(text)
    if date is not None:
        return date, "the text"
    date = date_in_name(source) if source else None
    return date, "the name of the file" if date else None
