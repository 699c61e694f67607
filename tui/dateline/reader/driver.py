"""The terminal's driver: a key is noticed in the thread that reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.driver import Driver
from textual.events import InputEvent

from dateline.analysis.pace import hold_off

if TYPE_CHECKING:
    from textual.message import Message


class NoticingKeys(Driver):
    """Lets work beside the screen rest as soon as a key has come.

    By the time the event loop hears of the key, that work would have had some more turns.
    """

    def process_message(self, message: Message) -> None:
        """Pass on what was read, in the thread that reads."""
        if isinstance(message, InputEvent):
            hold_off()
        super().process_message(message)


def noticing_keys(driver: type[Driver]) -> type[Driver]:
    """The driver of the platform, as one that notices keys."""
    return type("NoticingDriver", (NoticingKeys, driver), {})
