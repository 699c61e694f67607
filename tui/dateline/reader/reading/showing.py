"""Commands that change what is shown: layers, measure, theme, zen, help and palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.article.clean import clean_line
from dateline.config import LEAST_MEASURE, MOST_MEASURE
from dateline.reader.article_pane.highlights import Layer
from dateline.reader.commands import PANEL
from dateline.reader.keys import show_key
from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from dateline.reader.keys import Invocation, KeyMap

_NAMES = {
    Layer.ENTITY: "names",
    Layer.NUMBER: "numbers",
    Layer.QUOTE: "quotes",
    Layer.DATE: "dates",
    Layer.REGION: "places",
    Layer.ANNOTATION: "annotations",
}


class ShowingCommands(ReadingBase):
    """What is shown and how."""

    key_map: KeyMap
    _panels_before_zen = True

    def _toggle(self, layer: Layer) -> None:
        hidden = self.pane.hidden_layers
        self.pane.hidden_layers = hidden - {layer} if layer in hidden else hidden | {layer}
        self.say(f"The {_NAMES[layer]} are {'shown' if layer in hidden else 'hidden'}")

    def do_layer_entity(self, invocation: Invocation) -> None:
        """Show or hide the names."""
        self._toggle(Layer.ENTITY)

    def do_layer_number(self, invocation: Invocation) -> None:
        """Show or hide the numbers."""
        self._toggle(Layer.NUMBER)

    def do_layer_quote(self, invocation: Invocation) -> None:
        """Show or hide the quotes."""
        self._toggle(Layer.QUOTE)

    def do_layer_date(self, invocation: Invocation) -> None:
        """Show or hide the dates."""
        self._toggle(Layer.DATE)

    def do_layer_region(self, invocation: Invocation) -> None:
        """Show or hide the places."""
        self._toggle(Layer.REGION)

    def do_layer_annotation(self, invocation: Invocation) -> None:
        """Show or hide the annotations."""
        self._toggle(Layer.ANNOTATION)

    def do_layer_all(self, invocation: Invocation) -> None:
        """Hide all highlights, or show them all."""
        self.pane.hidden_layers = frozenset() if self.pane.hidden_layers else frozenset(Layer)
        self.say("Highlights are " + ("hidden" if self.pane.hidden_layers else "shown"))

    def _measure(self, change: int) -> None:
        measure = min(self.pane.measure, self.pane.text_width) + change
        self.pane.measure = max(min(measure, MOST_MEASURE), LEAST_MEASURE)
        self.say(f"Measure: {self.pane.measure} columns")

    def do_measure_wider(self, invocation: Invocation) -> None:
        """A wider measure."""
        self._measure(4 * (invocation.count or 1))

    def do_measure_narrower(self, invocation: Invocation) -> None:
        """A narrower measure."""
        self._measure(-4 * (invocation.count or 1))

    def do_zen(self, invocation: Invocation) -> None:
        """Nothing but the article; again: everything that was there before."""
        self.toggle_class("-zen")
        if self.dock is not None:
            if self.has_class("-zen"):
                self._panels_before_zen = self.dock.is_open
                self.dock.is_open = False
            else:
                self.dock.is_open = self._panels_before_zen

    def do_theme(self, invocation: Invocation) -> None:
        """From dark to light and back."""
        dark = self.app.current_theme.dark
        if self.app.current_theme.ansi:
            self.app.theme = "ansi-light" if dark else "ansi-dark"
        else:
            self.app.theme = "dateline-light" if dark else "dateline-dark"

    def do_palette(self, invocation: Invocation) -> None:
        """All commands by name."""
        self.app.action_command_palette()

    def do_help(self, invocation: Invocation) -> None:
        """The keys that mean something where the reader is."""
        from dateline.reader.screens.help import HelpScreen

        if self.dock is not None and self.dock.has_focus_within:
            self.app.push_screen(HelpScreen(self.key_map, PANEL, self._panel_keys()))
        else:
            self.app.push_screen(HelpScreen(self.key_map, self.state.mode.value))

    def _panel_keys(self) -> list[tuple[str, str]]:
        """The keys that mean something in the panel with the focus, and what they do."""
        from dateline.reader.panels.key_map import NO_KEY

        keys: dict[str, list[str]] = {}
        for active in self.active_bindings.values():
            if active.binding.id is not None and active.binding.key != NO_KEY:
                keys.setdefault(active.binding.description, []).append(active.binding.key)
        return [("  ".join(map(show_key, found)), title) for title, found in keys.items()]

    def do_tell(self, invocation: Invocation) -> None:
        """A card with all about the thing under the cursor."""
        from dateline.reader.screens.card import Card
        from dateline.reader.thing_card import all_lines, card_table

        thing, link = self.thing_here(), self.link_here()
        if thing is None and link is not None:
            self.app.push_screen(Card("A link", card_table([("leads to", clean_line(link))])))
            return
        if thing is None:
            self.say("Nothing was found here")
            return
        title, lines = all_lines(
            thing, self.things_here(), self.state.findings, self.state.annotations, link
        )
        if thing.layer is Layer.ANNOTATION:
            seen = self.state.annotations[thing.which]
            self.tell_of_annotation(seen, title, card_table(lines))
            return
        self.app.push_screen(Card(title, card_table(lines)))
