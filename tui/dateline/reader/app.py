"""The Textual app: themes, settings and the screens. What a screen does, the screen knows."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import App

from dateline.config import Config
from dateline.reader.reading.screen import ReadingScreen
from dateline.reader.themes import THEMES, highlight_variables
from dateline.resources import resource_folder

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.command import Provider

    from dateline.article.model import Article

STYLESHEETS = ("reading.tcss", "article.tcss", "panels.tcss", "dialogs.tcss")


def _command_provider() -> type[Provider]:
    """The palette's own provider, imported when the palette opens."""
    from dateline.reader.screens.palette import CommandProvider

    return CommandProvider


class DatelineApp(App[None]):
    """Dateline. Opens on an article, or on the chooser."""

    TITLE = "Dateline"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    COMMANDS = App.COMMANDS | {_command_provider}
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, article: Article | None, config: Config | None = None) -> None:
        self.config = config or Config()
        self._article = article
        super().__init__(css_path=self._stylesheets())
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._wanted_theme()

    @staticmethod
    def _stylesheets() -> list[str | PurePath]:
        folder = resource_folder("styles")
        return [folder / name for name in STYLESHEETS if (folder / name).is_file()]

    def _wanted_theme(self) -> str:
        wanted = self.config.theme
        return wanted if wanted in self.available_themes else "dateline-dark"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The highlight colours, for themes that do not define them."""
        return highlight_variables(self.current_theme)

    def on_mount(self) -> None:
        """Show the article, or what can be opened."""
        if self._article is not None:
            self.push_screen(ReadingScreen(self._article, self.config))
