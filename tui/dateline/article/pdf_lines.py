"""The lines of a PDF's pages in the order of its content, with where and how large they stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.article.pdf_rows import arranged
from dateline.article.plain_text import normalised

if TYPE_CHECKING:
    from pypdf import PageObject

_EDGE = 3
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?\Z",
    re.IGNORECASE,
)
_FOOT_WITH_NUMBER = re.compile(
    r"\S.{0,60}[-–—|·•/]\s*page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\Z", re.IGNORECASE
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of a page: its words, and in points where it begins, its baseline and its size."""

    text: str
    x: float
    y: float
    size: float
    cells: tuple[str, ...] = ()
    """The cells of a row of a table; none for a line of text."""


def lines_of_page(page: PageObject) -> list[PdfLine]:
    """The lines of a page that have words; text that does not run level is left out."""
    pieces: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if not text:
            return
        across = abs(tm[0] * cm[0] + tm[1] * cm[2])
        turned = abs(tm[0] * cm[1] + tm[1] * cm[3])
        if turned > across and text.strip():
            return
        height = abs(tm[2] * cm[1] + tm[3] * cm[3]) or 1.0
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        pieces.append((text, x, y, round(abs(size) * height, 1)))

    page.extract_text(visitor_text=visit)
    lines: list[PdfLine] = []
    text, x, y, size = "", 0.0, 0.0, 0.0
    for piece, at_x, at_y, height in pieces:
        for index, part in enumerate(piece.split("\n")):
            if index:
                _add(lines, text, x, y, size)
                text = ""
            if part.strip() and not text.strip():
                x, y, size = at_x, at_y, height
            text += part
    _add(lines, text, x, y, size)
    return arranged(lines)


def _add(lines: list[PdfLine], text: str, x: float, y: float, size: float) -> None:
    words = " ".join(_PRIVATE.sub("•", normalised(text).translate(_LIGATURES)).split())
    if words:
        lines.append(PdfLine(words, x, y, size))


def without_edges(pages: list[list[PdfLine]]) -> list[list[PdfLine]]:
    """The pages without their numbers and without the heads and feet that they share.

    Edges are those of the page, not of the file, which may draw heads and feet first.
    """
    shared: Counter[str] = Counter()
    placed: Counter[tuple[str, int]] = Counter()
    edges = [_edges(page) for page in pages]
    for page, numbers in zip(pages, edges, strict=True):
        shared.update({_key(page[at]) for at in numbers})
        placed.update({(_key(page[at]), round(page[at].y)) for at in numbers})
    often = max(3, len(pages) // 3)
    several = len(pages) > 1
    kept: list[list[PdfLine]] = []
    for page, numbers in zip(pages, edges, strict=True):
        ends = {line.y for line in page}
        top, bottom = max(ends, default=0.0), min(ends, default=0.0)
        last = len(page) - 1
        kept.append(
            [
                line
                for at, line in enumerate(page)
                if not (
                    (
                        several
                        and (at in (0, last) or line.y in (top, bottom))
                        and (_PAGE_NUMBER.match(line.text) or _FOOT_WITH_NUMBER.match(line.text))
                    )
                    or (at in numbers and shared[_key(line)] >= often)
                    or (
                        several
                        and line.y in (top, bottom)
                        and placed[_key(line), round(line.y)] == len(pages)
                    )
                )
            ]
        )
    return kept


def _edges(page: list[PdfLine]) -> set[int]:
    """The first and the last lines of a page, by the file and by where they stand."""
    order = sorted(range(len(page)), key=lambda at: -page[at].y)
    both = (range(len(page)), order)
    return {at for each in both for at in (*each[:_EDGE], *each[-_EDGE:])}


def _key(line: PdfLine) -> str:
    return _DIGITS.sub("#", line.text.lower())
