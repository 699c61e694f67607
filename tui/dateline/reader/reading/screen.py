"""The reading screen: puts the parts together and carries values between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.message import Message

from dateline.annotations.in_order import NO_ANNOTATIONS
from dateline.article.model import SET_BY_COMMAND
from dateline.library.positions import Positions, find_again
from dateline.reader import garbage
from dateline.reader.article_pane.highlights import Highlights, Layer
from dateline.reader.article_pane.motions import block_number_at, grapheme_at
from dateline.reader.article_pane.pane import ArticlePane
from dateline.reader.commands import BY_ID, COMMANDS, PANEL, READING, SELECTING, method_name
from dateline.reader.keys import Invocation, KeyMap, KeyReader, key_name
from dateline.reader.panels.dock_room import dock_mode, dock_width
from dateline.reader.reading.finding import FindingCommands
from dateline.reader.reading.furnishing import Furnishing
from dateline.reader.reading.moving import MovingCommands
from dateline.reader.reading.selecting import SelectingCommands
from dateline.reader.reading.showing import ShowingCommands
from dateline.reader.reading.state import Mode, ReadingState, Selecting
from dateline.reader.status_line import Status, StatusLine
from dateline.reader.status_text import (
    describe_place,
    describe_row,
    describe_things,
    hints_for,
    panel_hints,
)
from dateline.spans import Span

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from dateline.article.model import Article
    from dateline.config import Config
    from dateline.reader.prompt_line import PromptLine
    from dateline.reader.reading.base import Severity

SAYING_LASTS = 4.0
_FIRST_SCREEN = 0.05
"""Seconds that the first screen takes to reach the terminal, at most."""


class ReadingScreen(
    MovingCommands,
    SelectingCommands,
    FindingCommands,
    ShowingCommands,
    Furnishing,
):
    """One article, read closely."""

    @dataclass
    class Left(Message):
        """The reader goes back from this article."""

    def __init__(
        self,
        article: Article,
        config: Config,
        positions: Positions,
        annotation_id: str | None = None,
    ) -> None:
        """Begins where the reader was; `annotation_id` names an annotation to begin at instead."""
        super().__init__(name="reading")
        self.positions = positions
        self._annotation_id = annotation_id
        self.config = config
        article = positions.dated(article)
        self.state = ReadingState(article)
        self.pane = ArticlePane(article, id="article")
        self.dock = None
        self.key_map = KeyMap.build(COMMANDS, config.preset, config.keys)
        self.key_reader = KeyReader(self.key_map)
        self._saying: tuple[str, Severity] | None = None
        self._saying_number = 0
        self._panel_hints: tuple[tuple[str, str], ...] = ()
        self._status = StatusLine()
        self._foot = Vertical(id="foot")
        """The status line, and the prompt over it: only they are drawn anew when it opens."""
        self._prompt: PromptLine | None = None
        self._asked_from: Widget | None = None

    def compose(self) -> ComposeResult:
        """The article and the status line; the panels follow when the first screen is up."""
        self.pane.measure = self.config.measure
        self.pane.hidden_layers = frozenset(
            layer for layer in Layer if layer.value in self.config.hidden_layers
        )
        with Horizontal(id="reading"):
            yield self.pane
            with Horizontal(id="dock-room") as room:
                # The article's first rows stand where they will stand when the panels are there.
                mode = dock_mode(*self.app.size)
                shown = self.config.panels and mode != "slide"
                room.styles.width = dock_width(self.app.size.width, mode) if shown else 0
        with self._foot:
            yield self._status

    def on_mount(self) -> None:
        """Show the article first; everything else comes after the first screen."""
        self.pane.focus()
        if self.article.published_from == SET_BY_COMMAND:
            self.positions.set_date(self.article, self.article.published)
        place = self.positions.opened(self.article)
        if place is not None and place.offset:
            self.pane.begin_at(place.offset)
        self.show_status()
        # Without the pause the panels would be built before the first screen is on its way.
        self.call_after_refresh(self.set_timer, _FIRST_SCREEN, self.furnish)

    async def on_unmount(self) -> None:
        """Save where the reader is; leave no worker behind."""
        self.stop_remembering()
        self.record_progress()
        await self.stop_analysis()
        garbage.look_again()

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Read a key press: in the article all keys, in a panel those that hold everywhere."""
        if self.app.screen is not self:
            # Typed right behind the key that opened another screen: it is meant for that one.
            event.stop()
            self._hand_on(event)
            return
        if isinstance(self.focused, ArticlePane) or self.focused is None:
            context = self.state.mode.value
        else:
            context = PANEL
        if self._prompt is not None and event.key == "escape":
            event.stop()
            self._abandon(self._prompt)
            return
        if self._prompt is not None and self._prompt.take(event):
            event.stop()
            return
        key = key_name(event.key, event.character)
        if self.choose_link(key):
            event.stop()
            return
        if context == PANEL and key.isdecimal():
            return  # No count in a panel: a digit is a key of its rows.
        answer = self.key_reader.read(key, context)
        if answer is False:
            if context != PANEL and len(key) == 1:
                self.say(f"{key} means nothing here; ? shows the keys")
            return
        event.stop()
        event.prevent_default()
        if isinstance(answer, Invocation):
            self.invoke(answer)
        self.show_status()

    def _hand_on(self, event: events.Key) -> None:
        from dateline.reader.screens.early_keys import EarlyKeys

        top = self.app.screen
        if isinstance(top, EarlyKeys):
            top.hold(event)
        else:
            self.app.post_message(type(event)(event.key, event.character))

    def invoke(self, invocation: Invocation) -> None:
        """Carry a command out."""
        self._saying = None
        getattr(self, method_name(invocation.command))(invocation)
        self.show_status()

    def run_command(self, command: str) -> None:
        """Carry out a command that the palette or the mouse asked for."""
        if READING not in BY_ID[command].contexts and SELECTING in BY_ID[command].contexts:
            self.state.selecting = self.state.selecting or Selecting(self.cursor, self.cursor)
        self.invoke(Invocation(command))

    # Moving and selecting

    def move_cursor(self, offset: int, *, margin: int = 3, middle: bool = False) -> None:
        """Put the cursor somewhere and show it; a selection in the making follows."""
        offset = self._into_a_block(max(min(offset, len(self.text) - 1), 0))
        offset = grapheme_at(self.text, offset).start
        if offset != self.pane.cursor:
            self.state.overlap = 0
        if self.state.selecting is not None and self.state.selecting.head != offset:
            self.state.selecting = replace(self.state.selecting, head=offset, space=0)
        self.pane.cursor = offset
        self.pane.selection = self.selection
        self.pane.bring_into_view(Span(offset, offset + 1), margin=margin, middle=middle)
        self.follow_cursor()
        self.show_status()

    def _into_a_block(self, offset: int) -> int:
        """The offset itself, or the nearest that way on which is not between blocks."""
        blocks = self.article.blocks
        if not blocks:
            return 0
        number = block_number_at(self.article, offset)
        block = blocks[number]
        if offset < block.start:
            return block.start
        if offset < block.end:
            return offset
        if offset > self.pane.cursor and number + 1 < len(blocks):
            return blocks[number + 1].start
        return max(block.end - 1, block.start)

    def select(self, span: Span | None) -> None:
        """Select a stretch of text, or nothing."""
        if span is None:
            self.state.selecting = None
            self.pane.selection = None
            self.follow_cursor()
            self.show_status()
        else:
            words = len(self.text[span.start : span.end].rstrip())
            last = max(span.start + words - 1, span.start)
            self.state.selecting = Selecting(span.start, last, space=max(span.end - 1 - last, 0))
            self.move_cursor(last)

    def do_leave(self, invocation: Invocation) -> None:
        """Leave the selection; else clear the search and what is lit up."""
        self.key_reader.clear()
        if self.state.selecting is not None:
            self.select(None)
            return
        self.clear_lights()
        self.clear_search()

    # The prompt line

    def ask(
        self, sign: str, purpose: str, remembered: str = "", words: tuple[str, ...] = ()
    ) -> None:
        """Open the prompt line over the status line."""
        from dateline.reader.prompt_line import PromptLine

        self.close_prompt()
        self._asked_from = self.focused
        self._prompt = PromptLine(sign, purpose, remembered, words)
        self._foot.mount(self._prompt)
        self._foot.add_class("-asking")

    def close_prompt(self) -> None:
        """Close the prompt line, if it is open; what had the keys before has them again."""
        if self._prompt is not None:
            # At once and before the removal, which would give the focus to any panel.
            before = self._asked_from
            self.set_focus(before if before is not None and before.display else self.pane)
            self._prompt.leave()
            self._prompt = None
        self._foot.remove_class("-asking")

    def on_prompt_line_typed(self, message: PromptLine.Typed) -> None:
        """Search while it is typed."""
        if message.purpose == "search" and message.prompt is self._prompt:
            self.search_typed(message)

    def on_prompt_line_accepted(self, message: PromptLine.Accepted) -> None:
        """Do with what was typed what it was asked for, once."""
        if message.prompt is not self._prompt:
            return
        why = self.date_refused(message.value) if message.purpose == "date" else ""
        if why:
            message.prompt.tell(why)
            return
        self.close_prompt()
        getattr(self, f"{message.purpose}_accepted")(message.value)
        self.show_status()

    def on_prompt_line_abandoned(self, message: PromptLine.Abandoned) -> None:
        """Leave without a result; a prompt opened since stays."""
        if message.prompt is self._prompt:
            self._abandon(message.prompt)

    def _abandon(self, prompt: PromptLine) -> None:
        self.close_prompt()
        if prompt.purpose == "search":
            self.search_abandoned()

    # The status line

    def say(self, message: str, severity: Severity = "information") -> None:
        """Tell the reader something in the status line, for a few seconds."""
        self._saying = (message, severity)
        self._saying_number += 1
        number = self._saying_number
        self.set_timer(SAYING_LASTS, lambda: self._fall_silent(number))
        self.show_status()

    def _fall_silent(self, number: int) -> None:
        if number == self._saying_number:
            self._saying = None
            self.show_status()

    def show_status(self) -> None:
        """Bring the status line up to date."""
        saying, severity = self._saying or ("", "information")
        panel = self.dock.panel_with_keys() if self.dock is not None and self.in_panel else None
        here = saying or (
            describe_row(panel) if panel else describe_things(self.state, self.things_here())
        )
        self._status.status = Status(
            mode=self._mode_word(),
            here=here,
            severity="" if severity == "information" else severity,
            pending=self.key_reader.pending,
            work=self.analysis_told(),
            place=describe_place(self.pane, self.cursor),
            brief=panel is not None and not saying,
            hints=hints_for(
                self.key_map, self.state.mode, panel=self._panel_hints if self.in_panel else None
            ),
        )

    def _mode_word(self) -> str:
        if self.state.mode is Mode.READING:
            return "FILTER" if self.pane.filtered else ""
        selecting = self.state.selecting
        return "PARAGRAPHS" if selecting and selecting.whole_paragraphs else "SELECT"

    @property
    def in_panel(self) -> bool:
        """Whether a panel has the focus."""
        return not (self.focused is None or isinstance(self.focused, ArticlePane))

    def on_article_pane_scrolled(self) -> None:
        """Tell where the screen is, and what should be analysed first."""
        self.show_status()
        self.follow_scrolling()

    def on_descendant_focus(self) -> None:
        """The keys that help depend on where the focus is."""
        self._panel_hints = panel_hints(self.active_bindings.values()) if self.in_panel else ()
        self.show_status()

    def set_highlights(self, highlights: Highlights) -> None:
        """Show other highlights, with the annotations over them."""
        self.pane.set_highlights(highlights.with_annotations(self.state.annotations))
        self.show_status()

    # The article and what comes with it

    def show_article(self, article: Article) -> None:
        """Show another text in place of the one before, at the same place in it."""
        near = self.text[self.cursor : self.cursor + 48]
        offset = find_again(article.text, self.cursor, len(self.text), near)
        self.state.article = article
        self.state.findings = None
        self.state.selecting = None
        self.state.annotations = NO_ANNOTATIONS
        self.pane.set_article(article)
        if self.dock is not None:
            self.dock.article = article
            self.dock.findings = None
            self.dock.annotations = NO_ANNOTATIONS
        self.move_cursor(offset, middle=True)
        if self.config.analysis:
            self.start_analysis()
        self.open_annotations()

    def open_source(self, source: str, annotation_id: str | None = None) -> None:
        """Open another article on a screen of its own; `q` comes back here."""
        self.run_worker(self._open_source(source, annotation_id), exclusive=True, group="opening")

    async def _open_source(self, source: str, annotation_id: str | None) -> None:
        from dateline.article.clean import clean_line
        from dateline.reader.opening import open_in_thread

        self.say(f"Opening {clean_line(source)} …")
        article = await open_in_thread(source)
        if isinstance(article, str):
            self.say(article, "error")
        else:
            self.app.push_screen(ReadingScreen(article, self.config, self.positions, annotation_id))

    def do_back(self, invocation: Invocation) -> None:
        """Back to the article before; from the first one, out of the program."""
        self.post_message(self.Left())

    def do_quit(self, invocation: Invocation) -> None:
        """Out of the program."""
        self.app.exit()
