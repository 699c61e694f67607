"""The library: every article that was opened, found by its words, opened, archived, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.library.catalogue import Library
from dateline.library.errors import LibraryError
from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.screens.chooser import Choice, Chooser
from dateline.reader.screens.line import LineScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dateline.library.entry import LibraryEntry


LIBRARY_COMMANDS = (
    PanelCommand("library.archive", "f2", "archive", "Archive, or take out of the archive"),
    PanelCommand("library.show_archived", "f3", "show_archived", "Show the archived ones too"),
    PanelCommand("library.remove", "f4", "remove", "Remove from the library; asks first"),
    PanelCommand("library.tag", "f5", "tag", "Tag the article"),
)
_HELP = "Enter opens · F2 archives · F3 shows archived · F4 removes · F5 tags"
_TITLE_SHOWN = 24
"""Characters of a title in the question whether it is to be removed."""


class LibraryScreen(Chooser[str]):
    """Gives back the address of the article that was chosen."""

    BINDINGS = key_bindings(LIBRARY_COMMANDS)

    def __init__(self, library: Library | None = None) -> None:
        self._library = library or Library()
        self._archived = False
        super().__init__(
            "Library",
            self._find(""),
            search=self._find,
            empty="No article in the library has that",
            placeholder="Search titles, people and text; #tag",
            help_line=_HELP,
        )
        self._doomed: str | None = None
        """The address of the article that F4 was pressed on once."""

    def _find(self, typed: str) -> Sequence[Choice[str]]:
        try:
            if typed.startswith("#"):
                tag = typed[1:].strip().casefold()
                entries = self._library.entries(archived=None)
                return [_choice(each) for each in entries if _has_tag(each, tag)]
            if typed.strip():
                matches = self._library.search(typed)
                return [_choice(match.entry, match.excerpt) for match in matches]
            entries = self._library.entries(archived=None if self._archived else False)
            return [_choice(entry) for entry in entries]
        except LibraryError as error:
            return [Choice("", str(error))]

    def _change(self, work: Callable[[str], None], address: str | None = None) -> None:
        address = address or self.highlighted
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
        """Remove the article from the library, at the second time; its notes stay."""
        address = self.highlighted
        if not address:
            return
        if address != self._doomed:
            self._ask_about(address)
            return
        self._ask_about(None)
        self._change(self._library.remove)

    def _ask_about(self, address: str | None) -> None:
        """Ask in the frame whether an article is to go, or ask no longer."""
        self._doomed = address
        entry = self._library.entry(address) if address else None
        title = entry.title if entry is not None else address
        if title and len(title) > _TITLE_SHOWN:
            title = f"{title[: _TITLE_SHOWN - 1]}…"
        question = f"F4 again removes “{title}”; its notes stay"
        self.set_help(question if address else _HELP)

    def list_again(self) -> None:
        """Another list: nothing is about to be removed any more."""
        self._ask_about(None)
        super().list_again()

    def action_step(self, step: int) -> None:
        """To another article: the one before is not about to be removed any more."""
        self._ask_about(None)
        super().action_step(step)

    def action_tag(self) -> None:
        """Ask for the tags of the article."""
        address = self.highlighted
        entry = self._library.entry(address) if address else None
        if entry is None:
            return

        def typed(value: str | None) -> None:
            if value is not None:
                self._change(lambda address: self._set_tags(address, value), entry.address)

        try:
            words = sorted(self._library.tags(), key=str.casefold)
        except LibraryError:
            words = []
        self.app.push_screen(LineScreen("Tags", " ".join(entry.tags), words), typed)

    def _set_tags(self, address: str, typed: str) -> None:
        wanted = typed.replace(",", " ").replace("#", " ").split()
        entry = self._library.entry(address)
        for tag in entry.tags if entry is not None else ():
            if tag not in wanted:
                self._library.untag(address, tag)
        self._library.tag(address, *wanted)


def _has_tag(entry: LibraryEntry, begun: str) -> bool:
    return any(tag.casefold().startswith(begun) for tag in entry.tags)


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
