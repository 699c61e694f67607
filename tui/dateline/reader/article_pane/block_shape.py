"""How each kind of block is set: its indents, its bar or bullet, the blank rows around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from dateline.article.model import Block

_TEXT_MARKER = re.compile(r"[-*+•‣–—·▪◦]\s+|\(?\d{1,3}[.)]\s+|\(?[a-zA-Z][.)]\s+")
_TIGHT = {("item", "item"), ("aside", "aside"), ("code", "code")}
_STACKED = {("footnote", "footnote"), ("byline", "dateline"), ("dateline", "byline")}


@dataclass(frozen=True, slots=True)
class BlockShape:
    """Cells before the first row and before the others, and what is drawn in them."""

    first_indent: int
    indent: int
    bar: str = ""
    """Drawn at the left of every row (quotations, asides)."""
    marker: str = ""
    """Drawn before the first row (a bullet that is not in the text)."""
    verbatim: bool = False
    """Whether line ends are kept (code, tables)."""


def shape_of(block: Block, text: str) -> BlockShape:
    """The shape in which a block is set."""
    match block.kind:
        case "item":
            base = 2 * max(block.level - 1, 0)
            if block.marker:
                hang = base + cell_len(block.marker) + 1
                return BlockShape(hang, hang, marker=block.marker)
            return BlockShape(base, base + _own_marker(block, text))
        case "aside":
            return BlockShape(2, 2 + _own_marker(block, text), bar="┊")
        case "quote":
            indent = 2 * max(block.level, 1)
            return BlockShape(indent, indent, bar="▎")
        case "code":
            return BlockShape(2, 2, verbatim=True)
        case "table":
            return BlockShape(0, 0, verbatim=True)
        case "caption" | "footnote":
            return BlockShape(2, 2)
    return BlockShape(0, 0)


def _own_marker(block: Block, text: str) -> int:
    """Cells of a bullet or number that stands in the text itself."""
    match = _TEXT_MARKER.match(text, block.start, min(block.end, block.start + 8))
    return cell_len(match.group()) if match else 0


def blank_rows_between(above: Block, below: Block) -> int:
    """Blank rows between two blocks that follow each other."""
    pair = (above.kind, below.kind)
    if pair in _TIGHT or pair in _STACKED:
        return 0
    if above.kind == "item" and below.kind == "item":
        return 0
    if below.kind == "heading" and below.level <= 2 and above.kind not in ("title", "heading"):
        return 2
    return 1
