"""The library: every article that was opened, found by its words, opened, archived, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from dateline.library.catalogue import Library
from dateline.library.errors import LibraryError
from dateline.reader.screens.chooser import Choice, Chooser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType

    from dateline.library.entry import LibraryEntry


class LibraryScreen(Chooser[str]):
    """Gives back the address of the article that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("f2", "archive", "Archive, or take out of the archive"),
        ("f3", "show_archived", "Show the archived ones too"),
        ("f4", "remove", "Remove from the library"),
    ]

    def __init__(self, library: Library | None = None) -> None:
        self._library = library or Library()
        self._archived = False
        super().__init__(
            "Library",
            self._find(""),
            search=self._find,
            empty="No article in the library has that",
            placeholder="Search titles, people and text",
            help_line="Enter opens · F2 archives · F3 shows archived · F4 removes · Esc leaves",
        )

    def _find(self, typed: str) -> Sequence[Choice[str]]:
        try:
            if typed.strip():
                matches = self._library.search(typed)
                return [_choice(match.entry, match.excerpt) for match in matches]
            entries = self._library.entries(archived=None if self._archived else False)
            return [_choice(entry) for entry in entries]
        except LibraryError as error:
            return [Choice("", str(error))]

    def _change(self, work: Callable[[str], None]) -> None:
        address = self.highlighted
        if address:
            try:
                work(address)
            except LibraryError as error:
                self.notify(str(error), severity="error", markup=False)
            self.list_again()

    def action_archive(self) -> None:
        """Put the article into the archive, or take it out."""

        def work(address: str) -> None:
            entry = self._library.entry(address)
            self._library.archive(address, not (entry is not None and entry.archived))

        self._change(work)

    def action_show_archived(self) -> None:
        """List the archived articles too, or no longer."""
        self._archived = not self._archived
        self.list_again()

    def action_remove(self) -> None:
        """Remove the article from the library; its notes stay."""
        self._change(self._library.remove)


def _choice(entry: LibraryEntry, excerpt: str = "") -> Choice[str]:
    told = [
        "archived" if entry.archived else "",
        entry.site or "",
        entry.published.isoformat() if entry.published else "",
        f"{entry.progress:.0%} read",
        f"{entry.notes} notes" if entry.notes else "",
        " ".join(f"#{tag}" for tag in entry.tags),
        "kept offline" if entry.kept else "",
        excerpt,
    ]
    return Choice(entry.address, entry.title, " · ".join(part for part in told if part))
