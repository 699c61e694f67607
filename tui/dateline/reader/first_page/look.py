"""How the app draws an article: the styles that the first page is drawn with.

Textual works them out of theme and style sheets, which takes longer than drawing the page; so what
comes out of it for Dateline's own themes is kept beside this module. `make_looks` makes it.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from dateline.config import automatic_theme

FILE = Path(__file__).with_name("data") / "looks.json"


@dataclass(frozen=True)
class Look:
    """Styles in Rich's notation ("bold #cdd3dd on #15181d")."""

    base: str
    beside: str
    """The ground of the panels."""
    styles: dict[str, str]
    """The styles of the article pane by name, each to be laid over what is below it."""


def load_look(theme: str) -> Look | None:
    """The look of a theme setting; None for a theme that is not Dateline's own."""
    looks = json.loads(FILE.read_bytes())
    found = looks.get(automatic_theme() if theme == "auto" else theme)
    return Look(**found) if found is not None else None


def colour_system() -> str | None:
    """The terminal's colours, told as Rich tells them: "truecolor" or "256"; None for fewer."""
    if "NO_COLOR" in os.environ or os.environ.get("TEXTUAL_COLOR_SYSTEM", "auto") != "auto":
        return None
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return "truecolor"
    colours = os.environ.get("TERM", "").strip().lower().rpartition("-")[2]
    return "256" if colours in ("256color", "kitty") else None
