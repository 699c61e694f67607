"""The links between words and rows, both ways, and the commands that open and close panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane.highlights import Highlight, Layer
from dateline.reader.article_pane.motions import block_span
from dateline.reader.article_pane.search import Matches
from dateline.reader.reading.base import ReadingBase
from dateline.spans import Span

if TYPE_CHECKING:
    from textual.timer import Timer

    from dateline.reader.keys import Invocation
    from dateline.reader.panels.panel import Panel

_PANEL_OF = {
    Layer.ENTITY: "names",
    Layer.NUMBER: "numbers",
    Layer.QUOTE: "quotes",
    Layer.DATE: "timeline",
    Layer.REGION: "regions",
    Layer.ANNOTATION: "notes",
}


PANELS_AFTER = 0.03
"""Seconds after which the panels mark the paragraph that the cursor came to."""


class LinkingCommands(ReadingBase):
    """From words to rows and from rows to words."""

    _paragraph_timer: Timer | None = None

    def follow_cursor(self) -> None:
        """Bind selection and paragraph down to the panels.

        The paragraph follows a moment later, so that the article is drawn before the panels.
        """
        if self.dock is None:
            return
        self.dock.selection = self.selection
        if self._paragraph_timer is not None:
            self._paragraph_timer.stop()
            self._paragraph_timer = None
        if self.dock.paragraph != block_span(self.article, self.cursor):
            self._paragraph_timer = self.set_timer(PANELS_AFTER, self._mark_paragraph)

    def _mark_paragraph(self) -> None:
        if self.dock is not None:
            self.dock.paragraph = block_span(self.article, self.cursor)

    def clear_lights(self) -> None:
        """Put out what a panel lit up."""
        self.pane.preview = None
        self.pane.related = ()

    def clear_search(self) -> None:
        """Forget the matches of the last search."""
        self.pane.matches = Matches()
        if self.pane.filtered:
            self.pane.show_only(None)

    def on_panel_previewed(self, message: Panel.Previewed) -> None:
        """A row of a panel is under its cursor: show its passage, all that belongs to it lit."""
        self.pane.preview = message.span
        self.pane.related = message.related
        self.pane.bring_into_view(message.span, middle=True)
        self.show_status()

    def on_panel_renewed(self) -> None:
        """The row under the panel's cursor may be another one."""
        self.show_status()

    def on_panel_chosen(self, message: Panel.Chosen) -> None:
        """A row was chosen: go to its passage."""
        self.state.jumps.leave(self.cursor)
        self.state.selecting = None
        self.pane.preview = message.span
        self.pane.related = message.related
        self.move_cursor(message.span.start, middle=True)
        self.pane.focus()

    def on_panel_left(self, message: Panel.Left) -> None:
        """The reader leaves a panel: back to the article where the cursor is."""
        self.clear_lights()
        self.pane.focus()
        self.move_cursor(self.cursor)

    def on_panel_dock_closed(self) -> None:
        """The panels are closed: back to the article."""
        self.clear_lights()
        self.pane.focus()

    def pointed_at(self, offset: int) -> None:
        """A click on a highlight lights up all that belongs to it and shows its row."""
        self.pane.focus()
        self.light_up_here()
        thing = self.thing_here()
        if thing is not None and self.dock is not None:
            self.dock.reveal(_PANEL_OF[thing.layer], thing.span)

    def light_up_here(self) -> None:
        """Light up all mentions of the thing under the cursor."""
        thing = self.thing_here()
        self.pane.preview = thing.span if thing is not None else None
        self.pane.related = self.related_to(thing) if thing is not None else ()

    def related_to(self, thing: Highlight) -> tuple[Span, ...]:
        """What lights up with a thing: its other mentions, its speaker and cue."""
        findings = self.state.findings
        if findings is None:
            return ()
        if thing.layer in (Layer.ENTITY, Layer.REGION):
            things = findings.entities if thing.layer is Layer.ENTITY else findings.places
            return tuple(Span(m.start, m.end) for m in things[thing.which].mentions)
        if thing.layer is Layer.QUOTE:
            quote = findings.quotes[thing.which]
            parts = (quote.speaker, quote.cue)
            return tuple(Span(part.start, part.end) for part in parts if part is not None)
        if thing.layer is Layer.NUMBER:
            number = findings.numbers[thing.which]
            if number.of_start is not None and number.of_end is not None:
                return (Span(number.of_start, number.of_end),)
        return ()

    def do_enter(self, invocation: Invocation) -> None:
        """Follow a link, else go to the row of the thing here, else show the picture."""
        link = self.link_here()
        thing = self.thing_here()
        if link is not None:
            self.follow_link(link)
        elif thing is None and (image := self.picture_here()) is not None:
            self.show_picture(image)
        elif thing is None:
            self.say("There is nothing here to go to")
        else:
            self.light_up_here()
            self.show_panel(_PANEL_OF[thing.layer], thing.span)

    def show_panel(self, panel_id: str, span: Span | None = None) -> None:
        """Open a panel and give it the focus, its cursor on the row of a span."""
        if self.dock is None:
            return
        self.dock.show(panel_id)
        if span is not None:
            self.dock.reveal(panel_id, span)
        self.dock.focus_panel(panel_id)

    def do_timeline(self, invocation: Invocation) -> None:
        """To the timeline."""
        self.show_panel("timeline")

    def do_quotes(self, invocation: Invocation) -> None:
        """To the quotes."""
        self.show_panel("quotes")

    def do_regions(self, invocation: Invocation) -> None:
        """To the regions."""
        self.show_panel("regions")

    def do_names(self, invocation: Invocation) -> None:
        """To the names."""
        self.show_panel("names")

    def do_numbers(self, invocation: Invocation) -> None:
        """To the numbers."""
        self.show_panel("numbers")

    def do_notes(self, invocation: Invocation) -> None:
        """To the notes."""
        self.show_panel("notes")

    def do_outline(self, invocation: Invocation) -> None:
        """To the outline."""
        self.show_panel("outline")

    def do_panel_next(self, invocation: Invocation) -> None:
        """To the next panel; from the last one back to the article."""
        self._step_panel(1)

    def do_panel_back(self, invocation: Invocation) -> None:
        """To the panel before."""
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        if self.dock is None:
            return
        if not self.dock.is_open:
            self.dock.show(self.dock.current)
        if not self.dock.next_panel(step):
            self.clear_lights()
            self.pane.focus()

    def do_panels_close(self, invocation: Invocation) -> None:
        """Close the panels, or open them again."""
        if self.dock is None:
            return
        if self.dock.is_open:
            self.dock.close_panel()
        else:
            self.dock.show(self.dock.current)

    def do_panels_wider(self, invocation: Invocation) -> None:
        """Give the panels more room."""
        if self.dock is not None:
            self.dock.action_widen(4 * (invocation.count or 1))

    def do_panels_narrower(self, invocation: Invocation) -> None:
        """Give the article more room."""
        if self.dock is not None:
            self.dock.action_widen(-4 * (invocation.count or 1))
