"""What every panel shares: the values bound down to it and the messages it sends up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.binding import BindingType

    from dateline.analysis.model import Analysis
    from dateline.spans import Span


class Panel(Widget):
    """A side panel. The reader screen sets its attributes; it answers by messages alone."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = []

    panel_id: ClassVar[str] = ""
    """What the commands and the settings call it: "timeline", "quotes", ..."""
    panel_sign: ClassVar[str] = ""
    """One character that stands for it where there is no room for its title."""
    panel_title: ClassVar[str] = ""

    findings: reactive[Analysis | None] = reactive(None, always_update=True)
    """What was found so far; None while nothing was."""
    selection: reactive[Span | None] = reactive(None)
    """The reader's selection: only what overlaps it is listed, with a count ("3 of 19")."""
    paragraph: reactive[Span | None] = reactive(None)
    """The block under the article's cursor: its rows are marked, nothing is hidden."""

    @dataclass
    class Previewed(Message):
        """The panel's cursor moved to a row: show its passage, keep the focus where it is."""

        panel: Panel
        span: Span
        related: tuple[Span, ...] = ()
        """All that should light up with it: the other mentions, the speaker, the cue."""

    @dataclass
    class Chosen(Message):
        """A row was chosen (Enter or click): go to its passage in the article."""

        panel: Panel
        span: Span
        related: tuple[Span, ...] = ()

    @dataclass
    class Left(Message):
        """The reader leaves the panel (Escape or q): the focus goes back to the article."""

        panel: Panel

    @dataclass
    class Renewed(Message):
        """Other rows are listed than before in a panel that has the focus."""

        panel: Panel

    def focus_rows(self) -> None:
        """Take the keys."""
        raise NotImplementedError

    def reveal(self, span: Span) -> bool:
        """Put the panel's cursor on the row that the span belongs to; False if there is none."""
        raise NotImplementedError
