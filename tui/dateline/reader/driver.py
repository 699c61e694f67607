"""The terminal's driver: notices keys in the thread that reads them, and a closed window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import InputEvent

from dateline.analysis.pace import hold_off
from dateline.reader.ending import has_terminal

if TYPE_CHECKING:
    from textual.driver import Driver
    from textual.drivers.linux_driver import LinuxDriver as Platform
    from textual.message import Message
else:
    from textual.driver import Driver as Platform


class NoticingKeys(Platform):
    """Lets work beside the screen rest as soon as a key has come.

    By the time the event loop hears of the key, that work would have had some more turns.
    """

    has_ended = False
    """Whether the terminal is gone: then nothing is drawn any more."""

    def process_message(self, message: Message) -> None:
        """Pass on what was read, in the thread that reads."""
        if isinstance(message, InputEvent):
            hold_off()
        super().process_message(message)

    def write(self, data: str) -> None:
        """Draw; where nothing takes it, it would never be done."""
        if not self.has_ended:
            super().write(data)

    def close(self) -> None:
        """Write what is left, unless there is nothing to write it to."""
        if not self.has_ended:
            super().close()

    def resume_application_mode(self) -> None:
        """Take the terminal again; a window that is closed sends the signal for it too."""
        if has_terminal():
            super().resume_application_mode()
        else:
            self.has_ended = True


def noticing_keys(driver: type[Driver]) -> type[Driver]:
    """The driver of the platform, as one that notices keys."""
    return type("NoticingDriver", (NoticingKeys, driver), {})
