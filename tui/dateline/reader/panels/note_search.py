"""What the cards of the notes are asked: where they stand, and what words they have.

After each change of one note among thousands they are asked again. Where they stand follows from
the order of the text, and the words of the notes that did not change are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.annotations.colours import colour_of
from dateline.reader.panels.row import Row, one_line, row_text
from dateline.reader.panels.row_search import STEP, RowSearch
from dateline.spans import OrderedIndex, Span

if TYPE_CHECKING:
    from dateline.annotations.model import Annotation
    from dateline.reader.panels.note_rows import NoteRows


class NoteWords:
    """The words of notes, casefolded, as long as these stay as they are."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Annotation, str]] = {}

    def of(self, annotation: Annotation) -> str:
        """All words of a note: the passage, the note itself, the tags, the name of its colour."""
        found = self._known.get(annotation.id)
        if found is None or found[0] is not annotation:
            tags = " ".join(f"#{tag}" for tag in annotation.tags)
            colour = colour_of(annotation.colour).name
            words = f"{annotation.exact} {annotation.note} {tags} {colour}"
            found = self._known[annotation.id] = annotation, one_line(words).casefold()
        return found[1]


class NoteSearch(RowSearch):
    """The cards of notes."""

    def __init__(self, rows: NoteRows, words: NoteWords) -> None:
        super().__init__(rows)
        self._notes = rows
        self._words = words
        self._first: dict[str, int] = {}
        self._further: dict[str, list[int]] = {}
        held = rows.annotations
        self._places = OrderedIndex(
            held.starts, held.ends, lambda n: (held.starts[n], held.ends[n], n)
        )

    def learn_passages(self) -> Iterator[None]:
        """Count the cards, and tell the head that each belongs under."""
        heads = [*self._notes.heads, len(self._notes)]
        self._owners = [-1] * heads[0]
        for first, following in pairwise(heads):
            self._owners += [-1, *[first] * (following - first - 1)]
        self.items = len(self._notes) - len(self._notes.heads)
        yield from ()

    def learn_words(self) -> Iterator[None]:
        """Gather the words, step by step."""
        texts: list[str] = []
        for number, entry in enumerate(self._notes.entries):
            if isinstance(entry, Row):
                texts.append(row_text(entry).casefold())
            else:
                texts.append(self._words.of(entry))
            if number % (10 * STEP) == 10 * STEP - 1:
                yield
        self._texts = texts

    def at(self, start: int, end: int) -> list[tuple[Span, int]]:
        """The passages that overlap a stretch of the article, with the indices of their cards."""
        return [
            (Span(first, last), number)
            for first, last, place in self._places.overlapping(start, end)
            for number in self._cards_of(place)
        ]

    def _cards_of(self, place: int) -> list[int]:
        """The indices of the cards of the nth annotation that has a place; several by tag."""
        if self._notes.first_in_text is not None:
            return [self._notes.first_in_text + place]
        if not self._first:
            self._find_cards()
        held = self._notes.annotations
        wanted = held[held.first_placed + place].id
        return [self._first[wanted], *self._further.get(wanted, ())]

    def _find_cards(self) -> None:
        """Find the card of each note, and the further ones of those that have several tags."""
        for number, entry in enumerate(self._notes.entries):
            if isinstance(entry, Row):
                continue
            if self._first.setdefault(entry.id, number) != number:
                self._further.setdefault(entry.id, []).append(number)
