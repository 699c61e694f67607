"""The floor: a Textual app that shows one screen of text and does nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Static

SCREEN = "The first words\n" + "and some more words to fill the rest of the screen\n" * 30


class BareApp(App[None]):
    """One screen of text."""

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(SCREEN, markup=False)


if __name__ == "__main__":
    BareApp().run()
