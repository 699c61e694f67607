"""The palette: every command by name, with its keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import CommandPalette, DiscoveryHit, Hit, Provider

from dateline.reader.commands import COMMANDS, PANEL, READING, Command
from dateline.reader.keys import show_keys
from dateline.reader.screens.dialog_room import DIALOG_BREAKPOINTS

if TYPE_CHECKING:
    from textual.command import Hits


class Palette(CommandPalette):
    """Textual's own, for terminals of any height."""

    VERTICAL_BREAKPOINTS = DIALOG_BREAKPOINTS


class CommandProvider(Provider):
    """Offers the commands of the reading screen."""

    def _offered(self) -> list[tuple[Command, str]]:
        from dateline.reader.reading.screen import ReadingScreen

        screen = self.screen
        if not isinstance(screen, ReadingScreen):
            return []
        found = []
        for command in COMMANDS:
            if READING in command.contexts or PANEL in command.contexts:
                keys = screen.key_map.keys_of(command.id)
                found.append((command, "  ".join(show_keys(sequence) for sequence in keys)))
        return found

    async def discover(self) -> Hits:
        """All commands, as long as nothing is typed."""
        for command, keys in self._offered():
            yield DiscoveryHit(
                command.title, partial(self._run, command.id), help=f"{command.group} · {keys}"
            )

    async def search(self, query: str) -> Hits:
        """The commands that match what is typed."""
        matcher = self.matcher(query)
        for command, keys in self._offered():
            score = max(matcher.match(command.title), matcher.match(command.id))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(command.title),
                    partial(self._run, command.id),
                    help=f"{command.group} · {keys}",
                )

    def _run(self, command: str) -> None:
        from dateline.reader.reading.screen import ReadingScreen

        if isinstance(self.screen, ReadingScreen):
            self.screen.run_command(command)
