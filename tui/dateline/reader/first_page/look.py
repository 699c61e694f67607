"""How the app drew an article the last time: the styles that the first page is drawn with.

Textual works them out of theme and style sheets, which takes longer than drawing the page; so the
app keeps what came out of it in a small file of the cache folder. A look holds only for the same
version, settings and kind of terminal.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from dateline import __version__

_TERMINAL = ("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "FORCE_COLOR", "TEXTUAL_COLOR_SYSTEM")
"""What of the environment decides the colours."""


@dataclass(frozen=True)
class Look:
    """Styles in Rich's notation ("bold #cdd3dd on #15181d")."""

    holds_for: list[str | None]
    colours: str
    """The terminal's colour system, as Rich calls it: "truecolor" or "256"."""
    base: str
    beside: str
    """The ground of the panels."""
    styles: dict[str, str]
    """The styles of the article pane by name, each to be laid over what is below it."""


def holds_for(theme: str) -> list[str | None]:
    """What a look depends on; `theme` is the setting."""
    return [__version__, theme, *map(os.environ.get, _TERMINAL)]


def look_path() -> Path:
    """Where the look is kept."""
    return user_cache_path("dateline") / "first-page.json"


def load_look(theme: str) -> Look | None:
    """The look of the last time, if it still holds."""
    try:
        look = Look(**json.loads(look_path().read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
    return look if look.holds_for == holds_for(theme) else None


def save_look(look: Look) -> None:
    """Keep a look for the next time; a cache folder that cannot be written is no matter."""
    path = look_path()
    content = json.dumps(look.__dict__, indent=1)
    with contextlib.suppress(OSError):
        if path.exists() and path.read_text("utf-8") == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(f".{os.getpid()}")
        made.write_text(content, "utf-8")
        made.replace(path)
