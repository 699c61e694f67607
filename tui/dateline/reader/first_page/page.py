"""The first page on the terminal: shown, and handed over to the app or taken back."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.article.model import Article
    from dateline.config import Config

try:
    import termios
except ImportError:
    # A system without them has no first page.
    termios = None  # type: ignore[assignment]

ENTER = "\x1b[?1049h"
"""Switches to the terminal's other screen, and clears it."""
_LEAVE = "\x1b[?1049l\x1b[?25h"
_HIDE_CURSOR = "\x1b[?25l"
_NO_WRAPPING, _WRAPPING = "\x1b[?7l", "\x1b[?7h"
_IN, _OUT = 0, 2
"""Where Textual reads keys and draws: standard input and standard error."""
_LEAST_COLUMNS, _LEAST_LINES = 20, 5


class FirstPage:
    """At most one page, from when it is shown until the app draws over it."""

    def __init__(self) -> None:
        self.is_shown = False
        self.settings: list[Any] | None = None
        """The terminal's settings from before, to be restored at the end."""

    def show(self, article: Article, offset: int, config: Config) -> None:
        """Show the page around an offset, if it is known how the app will draw it.

        What is typed meanwhile is neither shown nor lost: the app reads it when it is there.
        """
        from dateline.reader.first_page.look import colour_system, load_look

        look, colours = load_look(config.theme), colour_system()
        if look is None or colours is None or termios is None:
            return
        from dateline.reader.first_page.drawing import draw_page

        try:
            columns, lines = os.get_terminal_size(_OUT)
            if columns < _LEAST_COLUMNS or lines < _LEAST_LINES:
                return
            page = draw_page(article, offset, columns, lines, config, look, colours)
            self._silence()
        # A page that cannot be drawn is no reason not to read: the app tells what is wrong.
        except Exception:
            return
        self.is_shown = True
        self._write(f"{ENTER}{_HIDE_CURSOR}{_NO_WRAPPING}{page}{_WRAPPING}")

    def take_back(self) -> None:
        """The app never came: back to the screen from before."""
        if self.is_shown:
            self._write(_LEAVE)
            self.is_shown = False
            if self.settings is not None:
                with contextlib.suppress(termios.error):
                    termios.tcsetattr(_IN, termios.TCSANOW, self.settings)

    def _silence(self) -> None:
        """Let the terminal hold what is typed, as it is typed, without showing it."""
        self.settings = termios.tcgetattr(_IN)
        silent = termios.tcgetattr(_IN)
        silent[0] &= ~(termios.ICRNL | termios.IXON)
        silent[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(_IN, termios.TCSANOW, silent)

    @staticmethod
    def _write(text: str) -> None:
        with open(_OUT, "w", encoding="utf-8", closefd=False) as terminal:
            terminal.write(text)
