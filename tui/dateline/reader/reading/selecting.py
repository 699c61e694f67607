"""Commands that select and copy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.reader.article_pane import text_objects
from dateline.reader.article_pane.motions import word_at
from dateline.reader.clipboard import copy
from dateline.reader.reading.base import ReadingBase
from dateline.reader.reading.state import Selecting

if TYPE_CHECKING:
    from dateline.reader.article_pane.mouse import PaneMouse
    from dateline.reader.keys import Invocation
    from dateline.spans import Span


class SelectingCommands(ReadingBase):
    """Selecting by key and by mouse; copying."""

    def do_select(self, invocation: Invocation) -> None:
        """Begin a selection at the cursor, or leave it."""
        selecting = self.state.selecting
        if selecting is None:
            self._take(Selecting(self.cursor, self.cursor))
        elif selecting.whole_paragraphs:
            self._take(replace(selecting, whole_paragraphs=False))
        else:
            self.select(None)

    def do_select_lines(self, invocation: Invocation) -> None:
        """Begin a selection of whole paragraphs, or leave it."""
        selecting = self.state.selecting
        if selecting is not None and selecting.whole_paragraphs:
            self.select(None)
        else:
            start = selecting or Selecting(self.cursor, self.cursor)
            self._take(replace(start, whole_paragraphs=True))

    def do_swap_ends(self, invocation: Invocation) -> None:
        """Put the cursor at the other end of the selection."""
        selecting = self.state.selecting
        if selecting is not None:
            self.state.selecting = replace(selecting, anchor=selecting.head, head=selecting.anchor)
            self.move_cursor(selecting.anchor)

    def _take(self, selecting: Selecting) -> None:
        self.state.selecting = selecting
        self.move_cursor(selecting.head)

    def _object(self, span: Span | None, missing: str = "") -> None:
        if span is None or span.end <= span.start:
            self.say(missing, "warning")
        else:
            self.select(span)

    def do_inner_word(self, invocation: Invocation) -> None:
        """The word under the cursor."""
        self._object(text_objects.word(self.article, self.cursor, around=False))

    def do_around_word(self, invocation: Invocation) -> None:
        """The word under the cursor and its space."""
        self._object(text_objects.word(self.article, self.cursor, around=True))

    def do_inner_sentence(self, invocation: Invocation) -> None:
        """The sentence under the cursor."""
        self._object(text_objects.sentence(self.article, self.cursor, around=False))

    def do_around_sentence(self, invocation: Invocation) -> None:
        """The sentence under the cursor and its space."""
        self._object(text_objects.sentence(self.article, self.cursor, around=True))

    def do_inner_paragraph(self, invocation: Invocation) -> None:
        """The paragraph under the cursor."""
        self._object(text_objects.paragraph(self.article, self.cursor, around=False))

    def do_around_paragraph(self, invocation: Invocation) -> None:
        """The paragraph under the cursor and the space after it."""
        self._object(text_objects.paragraph(self.article, self.cursor, around=True))

    def do_inner_quote(self, invocation: Invocation) -> None:
        """What stands in quotation marks around the cursor."""
        found = text_objects.quotation(self.article, self.cursor, around=False)
        self._object(found, "The cursor is not in a quotation")

    def do_around_quote(self, invocation: Invocation) -> None:
        """The quotation around the cursor, with its marks."""
        found = text_objects.quotation(self.article, self.cursor, around=True)
        self._object(found, "The cursor is not in a quotation")

    def do_inner_entity(self, invocation: Invocation) -> None:
        """The innermost thing found under the cursor."""
        things = self.things_here()
        self._object(things[0].span if things else None, "Nothing was found here")

    def do_around_entity(self, invocation: Invocation) -> None:
        """The widest thing found under the cursor."""
        things = self.things_here()
        self._object(things[-1].span if things else None, "Nothing was found here")

    def do_copy(self, invocation: Invocation) -> None:
        """Copy the selection or the paragraph."""
        span = self.selection or self.passage
        self._copied(span, self.text[span.start : span.end], "")

    def do_copy_citation(self, invocation: Invocation) -> None:
        """Copy the selection or the paragraph with where it comes from."""
        from dateline.annotations.citations import citation

        span = self.passage
        self._copied(span, citation(self.article, *span), " with a citation")

    def _copied(self, span: Span, text: str, how: str) -> None:
        copy(self.app, text)
        words = len(self.text[span.start : span.end].split())
        self.say(f"Copied {words} word{'s' if words != 1 else ''}{how}")
        self.select(None)

    def on_pane_mouse_pointed(self, message: PaneMouse.Pointed) -> None:
        """A click puts the cursor; a double one takes the word, a triple one the paragraph."""
        if message.times == 1:
            self.select(None)
            self.move_cursor(message.offset, margin=0)
            self.pointed_at(message.offset)
        elif message.times == 2:
            self.select(word_at(self.text, message.offset))
        else:
            self.select(text_objects.paragraph(self.article, message.offset, around=False))

    def on_pane_mouse_dragged(self, message: PaneMouse.Dragged) -> None:
        """A drag selects from where it began to where the mouse is."""
        self.state.selecting = Selecting(message.anchor, message.offset)
        self.move_cursor(message.offset, margin=0)
