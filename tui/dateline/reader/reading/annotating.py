"""Commands that annotate: highlights, notes and tags. What is shown as saved is on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane.highlights import Layer
from dateline.reader.reading.acting import ACTS, ActingOnAnnotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from dateline.annotations.history import History, Reversal
    from dateline.annotations.model import Annotation, ArticleRecord
    from dateline.annotations.store import AnnotationStore
    from dateline.reader.keys import Invocation
    from dateline.spans import Span


class AnnotatingCommands(ActingOnAnnotations):
    """Highlights, notes and tags."""

    def target_of(self, span: Span) -> str | None:
        """What an annotation on a span is about, when it is just one finding."""
        findings = self.state.findings
        for thing in self.highlights.at(span.start):
            if thing.span == span and findings is not None:
                if thing.layer is Layer.ENTITY:
                    return f"entity:{findings.entities[thing.which].name}"
                if thing.layer in (Layer.NUMBER, Layer.QUOTE):
                    return f"{thing.layer.value}:{span.start}:{span.end}"
        return None

    # Highlights

    def do_highlight(self, invocation: Invocation) -> None:
        """Highlight the selection or the paragraph in the colour used last."""
        self._highlight(self.colour)

    def _highlight(self, colour: int) -> None:
        from dateline.annotations.colours import colour_of

        self.colour, span = colour, self.passage
        if span.end <= span.start:
            return
        same = self.state.annotations.at(*span)
        if same:
            problem = self.write(lambda store: store.change(same[0], colour=colour))
        else:
            target = self.target_of(span)
            problem = self.write(
                lambda store: store.add(self.article, *span, colour=colour, target=target)
            )
        if problem is None:
            self.select(None)
        self.written(problem, f"Highlighted in {colour_of(colour).name}")

    def do_colour_1(self, invocation: Invocation) -> None:
        """Highlight in the first colour."""
        self._highlight(1)

    def do_colour_2(self, invocation: Invocation) -> None:
        """Highlight in the second colour."""
        self._highlight(2)

    def do_colour_3(self, invocation: Invocation) -> None:
        """Highlight in the third colour."""
        self._highlight(3)

    def do_colour_4(self, invocation: Invocation) -> None:
        """Highlight in the fourth colour."""
        self._highlight(4)

    def do_colour_5(self, invocation: Invocation) -> None:
        """Highlight in the fifth colour."""
        self._highlight(5)

    def do_colour_6(self, invocation: Invocation) -> None:
        """Highlight in the sixth colour."""
        self._highlight(6)

    def do_colour_7(self, invocation: Invocation) -> None:
        """Highlight in the seventh colour."""
        self._highlight(7)

    def do_colour_8(self, invocation: Invocation) -> None:
        """Highlight in the eighth colour."""
        self._highlight(8)

    def do_annotate_mentions(self, invocation: Invocation) -> None:
        """Highlight all mentions of the name or place under the cursor, as one step."""
        thing = self.thing_here()
        findings = self.state.findings
        if thing is None or findings is None or thing.layer not in (Layer.ENTITY, Layer.REGION):
            self.say("The cursor is on no name", "warning")
            return
        things = findings.entities if thing.layer is Layer.ENTITY else findings.places
        named = things[thing.which]
        spans = [
            (each.start, each.end)
            for each in named.mentions
            if not self.state.annotations.at(each.start, each.end)
        ]

        def work(store: AnnotationStore) -> None:
            with store.together():
                for start, end in spans:
                    store.add(
                        self.article, start, end, colour=self.colour, target=f"entity:{named.name}"
                    )

        mentions = "1 mention" if len(spans) == 1 else f"{len(spans)} mentions"
        self.written(self.write(work), f"Highlighted {mentions} of {named.name}")

    # Notes and tags

    def _annotation_here(self) -> Annotation | None:
        """The annotation under the cursor that is meant; with a selection, none."""
        here = self.annotations_here() if self.selection is None else []
        return here[0] if here else None

    def do_note(self, invocation: Invocation) -> None:
        """Write a note: on the annotation here, or on the selection or paragraph."""
        self.edit_note(self._annotation_here(), self.passage)

    do_note_selection = do_note

    def do_note_article(self, invocation: Invocation) -> None:
        """Write a note on the article as a whole, or go on with the one there is."""
        self.edit_note(next((each for each in self.state.annotations if each.on_article), None))

    def do_tag(self, invocation: Invocation) -> None:
        """Tag the annotation here, or the selection or paragraph."""
        self.ask_for_tags(self._annotation_here())

    def do_delete(self, invocation: Invocation) -> None:
        """Delete the annotation here."""
        here = self.annotations_here()
        if here:
            self.delete_annotation(here[0])
        else:
            self.say("There is no annotation here", "warning")

    def tell_of_annotation(self, seen: Annotation, title: str, body: RenderableType) -> None:
        """A card of an annotation, with the keys that do something to it."""
        from dateline.reader.screens.card import Card

        def chosen(act: str | None) -> None:
            if act is not None:
                self.act_on(act, seen)

        help_line = "a note · t tag · 1-8 colour · x delete · y copy · Esc leaves"
        self.app.push_screen(Card(title, body, ACTS, help_line), chosen)

    def do_reattach(self, invocation: Invocation) -> None:
        """Attach a lost annotation to the selection; without one, confirm the place here."""
        from dateline.reader.screens.chooser import Choice, Chooser

        span = self.selection
        here = [each for each in self.annotations_here() if each.state == "to_check"]
        if span is None and here:
            self.settle_place(here[0])
            return
        doubtful = [each for each in self.state.annotations if each.state != "anchored"]
        if not doubtful:
            self.say("No annotation of this article is lost")
            return
        if span is None:
            self.say(f"{len(doubtful)} to be placed: select where one stands now, then R")
            return

        def chosen(seen: Annotation | None) -> None:
            if seen is not None:
                problem = self.write(lambda store: store.reattach(seen, self.article, *span))
                if problem is None:
                    self.select(None)
                self.written(problem, "Attached here")

        choices = [
            Choice(
                each, " ".join(each.exact.split()), f"{each.state.replace('_', ' ')} {each.note}"
            )
            for each in doubtful
        ]
        self.app.push_screen(Chooser("Which annotation belongs here?", choices), chosen)

    def do_all_notes(self, invocation: Invocation) -> None:
        """The notes on all articles; the one chosen is opened at its passage."""
        from dateline.reader.screens.all_notes import AllNotesScreen

        if self._store is None:
            self.open_annotations()
        if self._store is not None:
            self.app.push_screen(AllNotesScreen(self._store), self._open_note)

    def _open_note(self, found: tuple[Annotation, ArticleRecord] | None) -> None:
        if found is None:
            return
        annotation, record = found
        here = self.state.annotations.with_id(annotation.id)
        if here is not None:
            self.jump(here.start)
        elif record.addresses:
            self.open_source(record.addresses[0], annotation.id)
        else:
            self.say("That article has no path or address to open it from", "warning")

    def go_to_annotation(self, annotation_id: str) -> None:
        """Put the cursor on an annotation."""
        found = self.state.annotations.with_id(annotation_id)
        if found is None:
            self.say("That note is on another article, which was here before", "warning")
        elif found.state == "lost":
            self.say("The passage of that note is no longer in the text; F7 shows it", "warning")
        elif not found.on_article:
            self.jump(found.start)

    # Undo

    def _reverse(self, step: Callable[[History], Reversal | None], nothing: str) -> None:
        from dateline.annotations.errors import StoreError

        if self._history is None:
            self.open_annotations()
        assert self._history is not None
        try:
            reversal = step(self._history)
        except StoreError as error:
            self.say(str(error), "error")
            return
        if reversal is None:
            self.say(nothing)
            return
        self._take_changes()
        self.say(reversal.words)

    def do_undo(self, invocation: Invocation) -> None:
        """Take the last change to the annotations back."""
        self._reverse(lambda history: history.undo(), "There is nothing to undo")

    def do_redo(self, invocation: Invocation) -> None:
        """Do again what was undone."""
        self._reverse(lambda history: history.redo(), "There is nothing to redo")
