"""PDF: the words in reading order, paragraphs put together again from lines."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.article.asides import mark_asides
from dateline.article.clean import clean_line
from dateline.article.composer import Composer
from dateline.article.errors import ArticleError, shown
from dateline.article.headings import mark_headings
from dateline.article.layout import lay_out
from dateline.article.lines import runs_of_lines
from dateline.article.links import with_bare_links
from dateline.article.masthead import read_masthead
from dateline.article.pdf_lines import PdfLine, lines_of_page, without_edges
from dateline.article.published import date_in_name, date_in_text

if TYPE_CHECKING:
    from pypdf import PdfReader

    from dateline.article.model import Article

_MOST_PAGES = 3_000
_HYPHEN = re.compile(r"(\w+)[-\u2010\u00ad]\n\s*([a-zà-öø-ÿ]\w*)")
_NO_TITLE = re.compile(
    r"untitled|^\W*anonymous\W*$|microsoft word|\.(?:docx?|indd|pdf|tex|qxd|pptx?)\b|^\W*$"
    r"|^slide \d",
    re.I,
)
_LARGE = 1.12
_GAP = 1.3
_SHARE_OF_VERSE = 0.75
_MOST_HEADING_LINES = 4
_LONGEST_HEADING = 200


def read_pdf(data: bytes, source: str) -> Article:
    """Make an article of a PDF file; `ArticleError` when it is locked, damaged or has no words."""
    name = shown(source)
    reader = _open(data, name)
    pages = _pages(reader, name)
    if not any(pages):
        raise ArticleError(
            f"“{name}” has no words, only pictures of pages: run it through a program that reads "
            "them, such as ocrmypdf."
        )
    title, author, made = _metadata(reader)
    composer = Composer()
    _compose(composer, _passages(without_edges(pages)))
    article = composer.article(form="pdf", source=source)
    blocks = list(article.blocks)
    if title is None and blocks and blocks[0].kind == "heading":
        title = article.text[blocks[0].start : blocks[0].end]
    masthead = read_masthead(article.text, blocks, known_title=title)
    date = date_in_text(article.text)
    said = "the text" if date else "the file's metadata"
    date = date or date_in_name(made)
    remarks: tuple[str, ...] = ()
    if len(reader.pages) > _MOST_PAGES:
        remarks = (f"Only the first {_MOST_PAGES:,} pages are shown.",)
    return replace(
        with_bare_links(article),
        blocks=tuple(mark_asides(article.text, mark_headings(article.text, masthead.blocks))),
        styles=tuple(sorted((*article.styles, *masthead.styles), key=lambda span: span.start)),
        title=title or masthead.title,
        byline=author or masthead.byline,
        published=date,
        published_from=said if date else None,
        remarks=remarks,
    )


def _open(data: bytes, name: str) -> PdfReader:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(f"“{name}” is locked with a password: unlock it first.")
        len(reader.pages)
    except ArticleError:
        raise
    except PyPdfError as error:
        if "crypt" in str(error).lower():
            raise ArticleError(f"“{name}” is locked in a way that cannot be opened.") from None
        raise ArticleError(f"“{name}” is a damaged PDF file: get it once more.") from None
    except Exception:  # A broken file may break the parser anywhere.
        raise ArticleError(f"“{name}” is a damaged PDF file: get it once more.") from None
    return reader


def _pages(reader: PdfReader, name: str) -> list[list[PdfLine]]:
    pages: list[list[PdfLine]] = []
    failed = 0
    for page in reader.pages[:_MOST_PAGES]:
        try:
            pages.append(lines_of_page(page))
        except Exception:  # One broken page must not take the others away.
            failed += 1
    if failed and not pages:
        raise ArticleError(f"“{name}” is a damaged PDF file: get it once more.")
    return pages


@dataclass(frozen=True, slots=True)
class _Passage:
    """Neighbouring lines of a size; `level` is that of a heading, 0 for the text itself."""

    level: int
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    """The rows of a table, cell by cell, instead of a text."""


def _passages(pages: list[list[PdfLine]]) -> list[_Passage]:
    """The passages of the pages, with a blank line where the space between lines is wider."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0]
    large = sorted({size for size in sizes if size > usual * _LARGE}, reverse=True)
    leading = _leading(pages)
    passages: list[_Passage] = []
    body: list[str] = []
    heading: list[PdfLine] = []
    rows: list[tuple[str, ...]] = []

    def close_table() -> None:
        if rows:
            close_heading()
            if body:
                passages.append(_Passage(0, "\n".join(body)))
                body.clear()
            passages.append(_Passage(0, "", tuple(rows)))
            rows.clear()

    def close_heading() -> None:
        words = " ".join(line.text for line in heading)
        if len(heading) <= _MOST_HEADING_LINES and 1 < len(words) <= _LONGEST_HEADING:
            if body:
                passages.append(_Passage(0, "\n".join(body)))
                body.clear()
            level = min(6, 1 + large.index(heading[0].size))
            passages.append(_Passage(level, words))
        elif heading:
            body.extend(("", *(line.text for line in heading), ""))
        heading.clear()

    for page in pages:
        before: PdfLine | None = None
        for at, line in enumerate(page):
            gap = before.y - line.y if before is not None else 0.0
            if line.cells:
                if rows and len(rows[-1]) != len(line.cells):
                    close_table()
                rows.append(line.cells)
                before = line
                continue
            close_table()
            if heading and (line.size != heading[0].size or gap > 2 * line.size):
                close_heading()
            if line.size in large and any(map(str.isalpha, line.text)):
                heading.append(line)
            else:
                after = page[at + 1] if at + 1 < len(page) else None
                if before is not None and gap > _GAP * leading:
                    body.append("")
                body.append(_margin(before, line, after) + line.text)
            before = line
    close_table()
    close_heading()
    if body:
        passages.append(_Passage(0, "\n".join(body)))
    return passages


def _leading(pages: list[list[PdfLine]]) -> float:
    """The usual distance of two lines, in points."""
    gaps: Counter[float] = Counter()
    for page in pages:
        for before, line in pairwise(page):
            gap = round(before.y - line.y, 1)
            if 0 < gap < 4 * max(line.size, 1.0):
                gaps[gap] += 1
    return gaps.most_common(1)[0][0] if gaps else 12.0


def _margin(before: PdfLine | None, line: PdfLine, after: PdfLine | None) -> str:
    """White space for a line that is indented as the first of a paragraph is."""
    if before is None or after is None:
        return ""
    indent = line.x - after.x
    level = abs(before.x - after.x) < line.size
    return "    " if level and 0.7 * line.size < indent < 5 * line.size else ""


def _unhyphenated(text: str) -> str:
    """The text with words put together that a line end parts; a hyphen that is theirs stays."""
    words = Counter(re.findall(r"\w+(?:-\w+)*", text.lower()))

    def join(found: re.Match[str]) -> str:
        whole, hyphened = found[1] + found[2], f"{found[1]}-{found[2]}"
        keep = words[hyphened.lower()] > words[whole.lower()]
        return (hyphened if keep else whole) + "\n"

    return _HYPHEN.sub(join, text)


def _compose(composer: Composer, passages: list[_Passage]) -> None:
    for passage in passages:
        if passage.rows:
            composer.begin("table")
            for number, row in enumerate(passage.rows):
                if number:
                    composer.part_cells("\n")
                for place, cell in enumerate(row):
                    if place:
                        composer.part_cells("\t")
                    composer.write(cell)
            composer.end()
        elif passage.level:
            composer.begin("heading", passage.level)
            composer.write(passage.text)
            composer.end()
        else:
            _compose_body(composer, _unhyphenated(passage.text))


def _compose_body(composer: Composer, text: str) -> None:
    """Write a text of lines anew, the lines of a paragraph on one line."""
    layout = lay_out(text, list(runs_of_lines(text)))
    breaks = {style.start for style in layout.breaks}
    for block in layout.blocks:
        composer.begin(block.kind, block.level)
        widest = max(map(len, text[block.start : block.end].split("\n")))
        # Lines that reach far to the right end where the column does, not where they are meant to.
        kept = breaks if widest < _SHARE_OF_VERSE * (layout.wrap or 80) else ()
        if block.kind == "code":
            composer.write(text[block.start : block.end])
            continue
        at = block.start
        while at < block.end:
            end = text.find("\n", at, block.end)
            end = block.end if end < 0 else end
            composer.write(text[at:end])
            if end in kept:
                composer.break_line()
            else:
                composer.write(" ")
            at = end + 1
    composer.end()


def _metadata(reader: PdfReader) -> tuple[str | None, str | None, str]:
    """Title, author and date of making, as the file says; what programs fill in is left out."""
    try:
        about = reader.metadata
        title = clean_line(str(about.title or "")).strip() if about else ""
        author = clean_line(str(about.author or "")).strip() if about else ""
        made = str(about.get("/CreationDate") or "") if about else ""
    except Exception:  # A broken dictionary is no reason not to read the pages.
        return None, None, ""
    if _NO_TITLE.search(title) or len(title) > 300 or len(title) < 4:
        title = ""
    if author.strip("() ").lower() in ("anonymous", "unspecified", "unknown"):
        author = ""
    found = re.match(r"D:(\d{4})(\d\d)(\d\d)", made)
    date = "-".join(found.groups()) if found else ""
    return title or None, author or None, date
