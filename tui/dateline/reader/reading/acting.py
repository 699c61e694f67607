"""What is done to one annotation that is at hand: from the article, from its row, from its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.reading.held_annotations import HeldAnnotations

if TYPE_CHECKING:
    from dateline.annotations.model import Annotation
    from dateline.annotations.steps import Outcome
    from dateline.annotations.store import AnnotationStore
    from dateline.reader.panels.notes import NotesPanel
    from dateline.spans import Span

ACTS = {"a": "edit", "t": "tag", "x": "delete", "R": "attach", "y": "copy", "Y": "cite"} | {
    str(number): f"colour-{number}" for number in range(1, 9)
}
"""The keys of an annotation's card; the same as those of its row in the panel."""


class ActingOnAnnotations(HeldAnnotations):
    """Note, tags, colour, place and end of an annotation."""

    _tagging: Annotation | None = None

    def act_on(self, act: str, seen: Annotation) -> None:
        """Do one of `ACTS` to an annotation."""
        if act == "edit":
            self.edit_note(seen)
        elif act == "tag":
            self.ask_for_tags(seen)
        elif act == "delete":
            self.delete_annotation(seen)
        elif act == "attach":
            self.settle_place(seen)
        elif act.startswith("colour-"):
            self.colour_annotation(seen, int(act.removeprefix("colour-")))
        else:
            self.copy_annotation(seen, cited=act == "cite")

    def on_notes_panel_act_wanted(self, message: NotesPanel.ActWanted) -> None:
        """Do to the annotation of a row what was asked for."""
        seen = self.state.annotations.with_id(message.annotation_id)
        if seen is not None:
            self.act_on(message.act, seen)

    def edit_note(self, seen: Annotation | None, span: Span | None = None) -> None:
        """Open the editor on an annotation's note, or for a new one on a span of the article."""
        from dateline.reader.screens.note_editor import NoteEditor

        if seen is not None:
            quote, note = seen.exact, seen.note
        else:
            quote, note = self.text[span.start : span.end] if span is not None else "", ""

        def save(written: str) -> str | None:
            if seen is not None:
                return self.write(lambda store: store.change(seen, note=written))
            start, end = span or (0, 0)
            target = self.target_of(span) if span is not None else None
            return self.write(
                lambda store: store.add(
                    self.article, start, end, colour=self.colour, note=written, target=target
                )
            )

        def closed(saved: bool | None) -> None:
            if saved:
                if seen is None:
                    self.select(None)
                self.say("The note is saved")

        self.app.push_screen(NoteEditor(quote or "On the whole article", note, save), closed)

    def ask_for_tags(self, seen: Annotation | None) -> None:
        """Ask for the tags of an annotation, or of a new one on the passage at hand."""
        self._tagging = seen
        self.ask("Tags: ", "tags", " ".join(seen.tags) if seen else "", self.known_tags)

    def tags_accepted(self, value: str) -> None:
        """Set the tags that were typed, parted by spaces or commas."""
        tags = value.replace(",", " ").replace("#", " ").split()
        seen, span = self._tagging, self.passage
        if seen is not None:
            problem = self.write(lambda store: store.change(seen, tags=tags))
        elif tags:
            problem = self.write(
                lambda store: store.add(self.article, *span, colour=self.colour, tags=tags)
            )
        else:
            return
        if problem is None:
            self.known_tags = tuple(dict.fromkeys((*self.known_tags, *tags)))
            if seen is None:
                self.select(None)
        said = "Tagged " + " ".join(f"#{tag}" for tag in tags) if tags else "It has no tags now"
        self.written(problem, said)

    def colour_annotation(self, seen: Annotation, number: int) -> None:
        """Give an annotation another colour."""
        from dateline.annotations.colours import colour_of

        problem = self.write(lambda store: store.change(seen, colour=number))
        self.written(problem, f"Now {colour_of(number).name}")

    def delete_annotation(self, seen: Annotation) -> None:
        """Delete an annotation."""
        self.written(self.write(lambda store: store.delete(seen)), "Deleted; U brings it back")

    def settle_place(self, seen: Annotation) -> None:
        """Attach an annotation to the selection; without one, confirm the place it is shown at."""
        span = self.selection
        if span is None and seen.state != "to_check":
            anchored = "Its place is sure; to move it, select where it belongs, then R"
            lost = "It is lost: select where it stands now, then R"
            self.say(lost if seen.state == "lost" else anchored)
            return
        start, end = span or (seen.start, seen.end)

        def work(store: AnnotationStore) -> Outcome:
            return store.reattach(seen, self.article, start, end)

        problem = self.write(work)
        if problem is None and span is not None:
            self.select(None)
        self.written(problem, "Its place is confirmed" if span is None else "Attached here")

    def copy_annotation(self, seen: Annotation, *, cited: bool) -> None:
        """Copy an annotation's words and its note, on wish with where they come from."""
        from dateline.annotations.citations import citation
        from dateline.reader.clipboard import copy

        words = seen.exact
        if cited and seen.end > seen.start:
            words = citation(self.article, seen.start, seen.end)
        copy(self.app, "\n\n".join(part for part in (words, seen.note) if part))
        self.say("Copied the words and the note" + (" with a citation" if cited else ""))
