"""Commands that find: search as you type, and from thing to thing of a kind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dateline.reader.article_pane.highlights import Layer
from dateline.reader.article_pane.motions import word_at
from dateline.reader.article_pane.search import Matches, find_matches, first_match
from dateline.reader.reading.base import ReadingBase
from dateline.reader.status_text import describe_matches
from dateline.spans import Span

if TYPE_CHECKING:
    from textual.timer import Timer

    from dateline.reader.keys import Invocation
    from dateline.reader.prompt_line import PromptLine

COUNT_AFTER = 0.12
"""Seconds of silence after which all matches are counted in a long article."""
AT_ONCE = 300_000
"""Up to so many characters all matches are found on every key."""

_NAMES = {
    Layer.ENTITY: "name",
    Layer.NUMBER: "number",
    Layer.QUOTE: "quote",
    Layer.DATE: "date",
    Layer.REGION: "place",
    Layer.ANNOTATION: "annotation",
}


class FindingCommands(ReadingBase):
    """Finding words and things."""

    _search_from = 0
    _search_selecting = False
    _counting: Timer | None = None

    def do_search(self, invocation: Invocation) -> None:
        """Ask for what to search, and show the first match while it is typed."""
        self._search_from = self.cursor
        self.ask("/", "search", self.pane.matches.query)

    def search_typed(self, message: PromptLine.Typed) -> None:
        """Show the first match of what was typed so far."""
        query = message.value
        try:
            found = first_match(self.text, query, self._search_from)
        except (OverflowError, RecursionError):
            found = None
        if found is None:
            self.pane.matches = Matches(query)
            self.move_cursor(self._search_from)
            message.prompt.tell("no match" if query else "")
            return
        if self._counting is not None:
            self._counting.stop()
            self._counting = None
        if len(self.text) <= AT_ONCE:
            self.pane.matches = find_matches(self.text, query)
        else:
            self.pane.matches = Matches(query, (found,))
            self._counting = self.set_timer(COUNT_AFTER, partial(self._count_all, message.prompt))
        self.move_cursor(found.start, middle=True)
        self._tell_count(message.prompt)

    def _count_all(self, prompt: PromptLine | None = None) -> None:
        self._counting = None
        self.pane.matches = find_matches(self.text, self.pane.matches.query)
        self._tell_count(prompt)

    def _tell_count(self, prompt: PromptLine | None) -> None:
        if prompt is not None and self._counting is None:
            prompt.tell(describe_matches(self.pane.matches, self.cursor))
        self.show_status()

    def search_accepted(self, query: str) -> None:
        """Keep the matches, or take the last search again when nothing was typed."""
        if not query:
            self.search_abandoned()
            return
        if self.pane.matches.query != query or not self.pane.matches.spans:
            self.pane.matches = find_matches(self.text, query)
        if not self.pane.matches.spans:
            self.say(f"Nothing matches “{query}”", "warning")
        elif self.cursor != self._search_from:
            self.state.jumps.leave(self._search_from)

    def search_abandoned(self) -> None:
        """Go back to where the search began."""
        self.pane.matches = Matches()
        self.move_cursor(self._search_from)

    def _step_match(self, invocation: Invocation, forward: bool) -> None:
        if not self.pane.matches.query:
            self.say("Nothing was searched yet: press /")
            return
        if self._counting is not None:
            self._counting.stop()
            self._count_all()
        at = self.cursor
        for _ in range(invocation.count or 1):
            found = self.pane.matches.step(at, forward)
            if found is None:
                self.say(f"Nothing matches “{self.pane.matches.query}”", "warning")
                return
            at = found.start
        if forward == (at <= self.cursor):
            self.say("Round the end of the article" if forward else "Round its start")
        self.move_cursor(at, middle=True)

    def do_search_next(self, invocation: Invocation) -> None:
        """The next match."""
        self._step_match(invocation, forward=True)

    def do_search_back(self, invocation: Invocation) -> None:
        """The match before."""
        self._step_match(invocation, forward=False)

    def do_search_here(self, invocation: Invocation) -> None:
        """Search the name or the word under the cursor; of a name, all that it is called."""
        thing = self.thing_here()
        if thing is not None and thing.layer in (Layer.ENTITY, Layer.REGION):
            spans = self.mentions_of(thing.layer, thing.which)
            self.pane.matches = Matches(self.text[thing.start : thing.end], spans)
        else:
            span = self.selection or word_at(self.text, self.cursor)
            self.pane.matches = find_matches(self.text, self.text[span.start : span.end].strip())
        self._step_match(invocation, forward=True)

    def mentions_of(self, layer: Layer, index: int) -> tuple[Span, ...]:
        """All mentions of an entity or a place."""
        findings = self.state.findings
        if findings is None:
            return ()
        things = findings.entities if layer is Layer.ENTITY else findings.places
        return tuple(Span(mention.start, mention.end) for mention in things[index].mentions)

    def do_only_matching(self, invocation: Invocation) -> None:
        """Show only the blocks that have a match; again: all."""
        if self.pane.filtered:
            self.pane.show_only(None)
            return
        matches = self.pane.matches
        if not matches.spans:
            self.say("Search for something first: press /")
            return
        numbers = [
            number
            for number, block in enumerate(self.article.blocks)
            if matches.overlapping(block.start, block.end)
        ]
        if numbers:
            self.pane.show_only(numbers)
            self.say(f"{len(numbers)} of {len(self.article.blocks)} paragraphs; & shows all again")

    def _step_kind(self, invocation: Invocation, layer: Layer, forward: bool) -> None:
        index = self.highlights.layers[layer]
        offset, found = self.cursor, None
        for _ in range(invocation.count or 1):
            step = index.after(offset) if forward else index.before(offset)
            if step is None:
                break
            found, offset = step, step.start
        if found is None:
            where = "after" if forward else "before"
            self.say(f"No {_NAMES[layer]} {where} here")
            return
        self.move_cursor(found.start)
        things = self.things_here()
        self.state.overlap = things.index(found) if found in things else 0
        self.show_status()

    def do_entity_next(self, invocation: Invocation) -> None:
        """The next name."""
        self._step_kind(invocation, Layer.ENTITY, forward=True)

    def do_entity_back(self, invocation: Invocation) -> None:
        """The name before."""
        self._step_kind(invocation, Layer.ENTITY, forward=False)

    def do_number_next(self, invocation: Invocation) -> None:
        """The next number."""
        self._step_kind(invocation, Layer.NUMBER, forward=True)

    def do_number_back(self, invocation: Invocation) -> None:
        """The number before."""
        self._step_kind(invocation, Layer.NUMBER, forward=False)

    def do_quote_next(self, invocation: Invocation) -> None:
        """The next quote."""
        self._step_kind(invocation, Layer.QUOTE, forward=True)

    def do_quote_back(self, invocation: Invocation) -> None:
        """The quote before."""
        self._step_kind(invocation, Layer.QUOTE, forward=False)

    def do_date_next(self, invocation: Invocation) -> None:
        """The next date."""
        self._step_kind(invocation, Layer.DATE, forward=True)

    def do_date_back(self, invocation: Invocation) -> None:
        """The date before."""
        self._step_kind(invocation, Layer.DATE, forward=False)

    def do_region_next(self, invocation: Invocation) -> None:
        """The next place."""
        self._step_kind(invocation, Layer.REGION, forward=True)

    def do_region_back(self, invocation: Invocation) -> None:
        """The place before."""
        self._step_kind(invocation, Layer.REGION, forward=False)

    def do_annotation_next(self, invocation: Invocation) -> None:
        """The next annotation."""
        self._step_kind(invocation, Layer.ANNOTATION, forward=True)

    def do_annotation_back(self, invocation: Invocation) -> None:
        """The annotation before."""
        self._step_kind(invocation, Layer.ANNOTATION, forward=False)

    def _step_heading(self, invocation: Invocation, forward: bool) -> None:
        starts = [b.start for b in self.article.blocks if b.kind in ("title", "heading")]
        if forward:
            found = [start for start in starts if start > self.cursor]
        else:
            found = [start for start in reversed(starts) if start < self.cursor]
        if not found:
            self.say(f"No heading {'after' if forward else 'before'} here")
        else:
            self.jump(found[min(invocation.count or 1, len(found)) - 1])

    def do_heading_next(self, invocation: Invocation) -> None:
        """The next heading."""
        self._step_heading(invocation, forward=True)

    def do_heading_back(self, invocation: Invocation) -> None:
        """The heading before."""
        self._step_heading(invocation, forward=False)

    def do_overlap_cycle(self, invocation: Invocation) -> None:
        """Mean the next of the things that overlap under the cursor."""
        things = self.things_here()
        if not things:
            self.say("Nothing was found here")
            return
        self.state.overlap = (self.state.overlap + 1) % len(things)
        self.show_status()
        self.light_up_here()
