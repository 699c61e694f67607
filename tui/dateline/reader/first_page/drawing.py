"""The first page as what the terminal is sent: the very rows that the article pane draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style

from dateline.reader.article_pane.drawing import Palette
from dateline.reader.article_pane.highlights import Highlights
from dateline.reader.article_pane.row_map import RowMap
from dateline.reader.article_pane.row_painting import (
    Markup,
    View,
    gutter_start,
    paint_row,
    text_room,
)
from dateline.reader.article_pane.search import Matches
from dateline.reader.panels.dock_room import dock_mode, dock_width

if TYPE_CHECKING:
    from dateline.article.model import Article
    from dateline.config import Config
    from dateline.reader.first_page.look import Look

_COLOURS = {"truecolor": ColorSystem.TRUECOLOR, "256": ColorSystem.EIGHT_BIT}


def draw_page(
    article: Article,
    offset: int,
    columns: int,
    lines: int,
    config: Config,
    look: Look,
    colours: str,
) -> str:
    """The page of an article that begins with the row of an offset, in a terminal of a size.

    `colours` is "truecolor" or "256". The line at the foot is left to the status line.
    """
    system = _COLOURS[colours]
    mode = dock_mode(columns, lines)
    beside = dock_width(columns, mode) if config.panels and mode != "slide" else 0
    width = columns - beside
    measure = text_room(config.measure, width)
    rows = RowMap(article, measure)
    top = rows.layout.row_at(offset) if offset else 0
    rows.layout.extend(rows=top + lines)
    top = max(min(top, len(rows.layout) - (lines - 1)), 0)
    view = View(
        palette=Palette(
            {name: Style.parse(style) for name, style in look.styles.items()},
            Style.parse(look.base),
        ),
        width=width,
        left=gutter_start(measure, width),
        text_width=measure,
        highlights=Highlights.none(),
        hidden=frozenset(),
        markup=Markup.of(article),
        matches=Matches(),
        related=(),
        preview=None,
        selection=None,
        cursor=offset,
        focused=True,
        labels=(),
    )
    ground = Segment(" " * beside, Style.parse(look.beside))
    drawn: list[str] = []
    for line in range(lines - 1):
        drawn.append(f"\x1b[{line + 1};1H")
        for text, style, _ in (*paint_row(view, rows, top + line), ground):
            drawn.append(style.render(text, color_system=system) if style else text)
    return "".join(drawn)
