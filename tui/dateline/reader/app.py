"""The Textual app: themes, settings and the screens. What a screen does, the screen knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.filter import LineFilter, NoColor

from dateline.article.clean import clean_line
from dateline.config import Config, automatic_theme
from dateline.library.positions import Positions
from dateline.reader import garbage
from dateline.reader.commands import BY_ID
from dateline.reader.driver import NoticingKeys, noticing_keys
from dateline.reader.ending import end_on_signals
from dateline.reader.reading.screen import ReadingScreen
from dateline.reader.themes import THEMES, highlight_variables
from dateline.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.command import Provider
    from textual.driver import Driver

    from dateline.article.model import Article
    from dateline.reader.first_page.page import FirstPage

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
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_command_provider}
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self,
        article: Article | None,
        config: Config | None = None,
        positions: Positions | None = None,
        first_page: FirstPage | None = None,
    ) -> None:
        self.config = config or Config()
        self.positions = positions or Positions()
        self._first_page = first_page
        self._article = article
        super().__init__(css_path=self._stylesheets())
        self._take_panel_keys()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._wanted_theme()

    def _take_panel_keys(self) -> None:
        """Put the panels' commands on the reader's own keys; ids that nothing has are told."""
        changes = {name: keys for name, keys in self.config.keys.items() if name not in BY_ID}
        if changes:
            # Imported only now: the panels are not needed for the first screen.
            from dateline.reader.panels.key_map import panel_key_map

            key_map, problems = panel_key_map(changes)
            self.set_keymap(key_map)
            self.config = replace(self.config, problems=(*self.config.problems, *problems))
        if self.config.keys:
            from dateline.reader.key_names import unknown_keys

            problems = (*self.config.problems, *unknown_keys(self.config.keys))
            self.config = replace(self.config, problems=problems)

    def get_driver_class(self) -> type[Driver]:
        """The driver of the platform; it draws over the first page where there is one."""
        driver = super().get_driver_class()
        if self._first_page is not None and self._first_page.is_shown:
            from dateline.reader.first_page.driver import driver_over

            driver = driver_over(self._first_page, driver)
        return noticing_keys(driver)

    @staticmethod
    def _stylesheets() -> list[str | PurePath]:
        folder = resource_folder("styles")
        return [folder / name for name in STYLESHEETS if (folder / name).is_file()]

    def _wanted_theme(self) -> str:
        if self.config.theme in self.available_themes:
            return self.config.theme
        if self.config.theme != "auto":
            problem = f"theme: there is no theme called {clean_line(self.config.theme)}"
            self.config = replace(self.config, problems=(*self.config.problems, problem))
        return automatic_theme()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The highlight colours, for themes that do not define them."""
        return highlight_variables(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR no colour at all; the greys that Textual would take are colours too."""
        return (NoColor(),) if self.no_color else super().get_line_filters()

    def on_mount(self) -> None:
        """Show the article, or what can be opened."""
        if not self.is_headless:
            end_on_signals(self)
        if self._article is not None:
            self.push_screen(ReadingScreen(self._article, self.config, self.positions))
        else:
            garbage.begin()
            self.choose_article()

    def forget_terminal(self) -> None:
        """Draw no more: the terminal is gone."""
        if isinstance(self._driver, NoticingKeys):
            self._driver.has_ended = True

    def keep_what_is_written(self) -> None:
        """Save a note that is open in its editor: there is nobody left to ask."""
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_written", None)
            if keep is not None:
                keep()

    def action_command_palette(self) -> None:
        """All commands by name."""
        from dateline.reader.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def choose_article(self) -> None:
        """Offer the articles that were read lately and the bundled ones."""
        from dateline.reader.screens.start import StartScreen

        self.push_screen(StartScreen(self.positions.recent()), self._open_chosen)

    def _open_chosen(self, source: str | None) -> None:
        if source is None:
            self.exit()
        else:
            self.run_worker(self._open(source), exclusive=True)

    async def _open(self, source: str) -> None:
        from dateline.reader.opening import open_in_thread

        article = await open_in_thread(source)
        if isinstance(article, str):
            self.notify(article, severity="error", markup=False)
            self.choose_article()
        else:
            self.push_screen(ReadingScreen(article, self.config, self.positions))

    def on_reading_screen_left(self) -> None:
        """Go back to the article before, or to the chooser that it was chosen from, or out."""
        if len(self.screen_stack) > 2:
            self.pop_screen()
        elif self._article is None:
            self.pop_screen()
            self.choose_article()
        else:
            self.exit()
