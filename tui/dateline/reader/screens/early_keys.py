"""Keys that were typed before a screen was ready for them: they go in first, in their order.

Some of them reach the new screen, and some the one under it, which had them in its queue already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.screen import Screen

if TYPE_CHECKING:
    from textual.widget import Widget


class EarlyKeys(Screen[Any]):
    """A screen whose keys are for one field, as soon as there is one."""

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._held: list[events.Key] = []
        self._field: Widget | None = None
        self._waits = 0
        """How many keys are to be looked up anew when their turn comes."""

    @property
    def is_ready(self) -> bool:
        """Whether keys go where they are meant to."""
        return self._field is not None

    def hold(self, event: events.Key) -> None:
        """Take a key that another screen was given, or that came before the field was ready."""
        if self._field is None:
            self._held.append(event)
        else:
            self._pass_on(event, self._field)

    def begin_with(self, field: Widget) -> None:
        """The field is ready: it has the focus, and what was typed already goes in."""
        self.set_focus(field)
        self._field = field
        for event in sorted(self._held, key=lambda event: event.time):
            self._pass_on(event, field)
        self._held.clear()

    def _pass_on(self, event: events.Key, field: Widget) -> None:
        """Give the field a key, behind all that it was given before."""
        if event.is_printable and not self._waits:
            field.post_message(events.Key(event.key, event.character))
        else:
            # Bindings are looked up before a key reaches a widget's queue: this waits in it.
            self._waits += 1
            field.call_later(self._give_back, event)

    def _give_back(self, event: events.Key) -> None:
        self._waits -= 1
        # Made here, in the field's turn: an event made by the screen would not bubble up to it.
        self.app.post_message(events.Key(event.key, event.character))

    def on_key(self, event: events.Key) -> None:
        """Hold what comes too early. Printable keys that the field was given never come here."""
        if self._field is None:
            event.stop()
            event.prevent_default()
            self.hold(event)
        elif event.is_printable and self.focused is not self._field:
            event.stop()
            self._pass_on(event, self._field)
