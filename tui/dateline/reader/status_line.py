"""The line at the foot: what is under the cursor, what is typed, what is going on, what helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from dateline.reader.article_pane.breaking import graphemes, shown_width


@dataclass(frozen=True, slots=True)
class Status:
    """What the status line tells. Parts that find no room are left out, the last ones first."""

    mode: str = ""
    """A word such as SELECT; empty while reading."""
    here: str = ""
    """What is under the cursor, or a message."""
    severity: str = ""
    """"warning" or "error" when `here` is a message that matters."""
    pending: str = ""
    """Keys of a command that is not complete."""
    work: str = ""
    """What is being done in the background."""
    place: str = ""
    """Where in the article the screen is."""
    brief: bool = False
    """Whether what is here leaves most of the line to the hints."""
    hints: tuple[tuple[str, str], ...] = ()
    """Keys and what they do."""


class StatusLine(Widget):
    """One row, drawn by segments: it changes with every key, so it must cost nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--mode",
        "status--key",
        "status--dim",
        "status--warning",
        "status--error",
        "status--pending",
    }
    ALLOW_SELECT = False

    status: reactive[Status] = reactive(Status())

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"status--{name}", partial=True)

    def render_line(self, y: int) -> Strip:
        """Lay the parts out: left what is here, right where and what helps."""
        if y:
            return Strip.blank(self.size.width, self.rich_style)
        status, base, width = self.status, self.rich_style, self.size.width
        left: list[tuple[str, Style]] = []
        if status.mode:
            left.append((f" {status.mode} ", self._style("mode")))
        tone = self._style(status.severity) if status.severity else Style()
        right: list[tuple[str, Style]] = []
        if status.pending:
            right.append((f"{status.pending}  ", self._style("pending")))
        if status.work:
            right.append((f"{status.work}  ", self._style("dim")))
        right.append((f"{status.place} ", Style()))
        used = sum(shown_width(text) for text, _ in (*left, *right))
        room = width - used - 2
        here = _crop(status.here, max(min(room, width // 3) if status.brief else room, 0))
        left.append((f" {here}", tone))
        used += shown_width(here) + 1
        hints: list[tuple[str, Style]] = []
        for key, what in status.hints:
            size = shown_width(key) + shown_width(what) + 3
            if used + size > width - 2:
                break
            used += size
            hints += [(key, self._style("key")), (f" {what}  ", self._style("dim"))]
        gap = max(width - used, 0)
        parts = [*left, (" " * gap, Style()), *hints, *right]
        strip = Strip([Segment(text, base + style) for text, style in parts])
        return strip.adjust_cell_length(width, base)


def _crop(text: str, width: int) -> str:
    """The text, cut with an ellipsis where it is wider."""
    if shown_width(text) <= width:
        return text
    used = 0
    for first, _, size in graphemes(text):
        if used + size > width - 1:
            return text[:first] + "…" if width > 0 else ""
        used += size
    return text
