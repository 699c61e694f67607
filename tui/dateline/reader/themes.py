"""The themes: dark and light, and the terminal's own colours.

The highlight colours are variables, so that they hold in every theme; each highlight has a cue
besides its colour (bold, italics, underline or a sign in the gutter).
"""

from __future__ import annotations

from textual.theme import Theme

_DARK_HIGHLIGHTS = {
    "quiet": "#8b93a1",
    "person": "#e8c37a",
    "organisation": "#c3a6e8",
    "place": "#8fce9b",
    "group": "#b7c7a0",
    "thing": "#c8b8a8",
    "number": "#7fc8e8",
    "date": "#f0a58f",
    "speech": "#d7dce6",
    "speech-ground": "#20262f",
    "preview-ground": "#3a3a1f",
    "related-ground": "#2c3a46",
    "match-ground": "#5c5316",
    "match-current-ground": "#e8d44d",
    "match-current-ink": "#15181d",
    "selection-ground": "#2f4a75",
    "cursor-ground": "#d7dce6",
    "cursor-ink": "#15181d",
    "annotation-1": "#5a4f17",
    "annotation-2": "#234d2c",
    "annotation-3": "#1d4759",
    "annotation-4": "#5b2942",
    "annotation-5": "#46316b",
    "annotation-6": "#663a14",
    "annotation-7": "#5f2323",
    "annotation-8": "#3f444d",
}
_LIGHT_HIGHLIGHTS = {
    "quiet": "#656a73",
    "person": "#7a5200",
    "organisation": "#5f34a3",
    "place": "#1d6b32",
    "group": "#4a5f1d",
    "thing": "#6b4f3a",
    "number": "#075f86",
    "date": "#a23a1c",
    "speech": "#23272e",
    "speech-ground": "#eceff3",
    "preview-ground": "#fff1b8",
    "related-ground": "#d8e9f7",
    "match-ground": "#ffe98a",
    "match-current-ground": "#5c4a00",
    "match-current-ink": "#ffffff",
    "selection-ground": "#b8d4ff",
    "cursor-ground": "#23272e",
    "cursor-ink": "#ffffff",
    "annotation-1": "#fff0a6",
    "annotation-2": "#cdeed2",
    "annotation-3": "#c9e8f7",
    "annotation-4": "#fbd3e4",
    "annotation-5": "#e2d6fa",
    "annotation-6": "#ffdcb8",
    "annotation-7": "#fbcfcf",
    "annotation-8": "#dde1e7",
}
_ANSI_HIGHLIGHTS = {
    "quiet": "ansi_bright_black",
    "person": "ansi_yellow",
    "organisation": "ansi_magenta",
    "place": "ansi_green",
    "group": "ansi_green",
    "thing": "ansi_default",
    "number": "ansi_cyan",
    "date": "ansi_red",
    "speech": "ansi_default",
    "speech-ground": "ansi_default",
    "preview-ground": "ansi_default",
    "related-ground": "ansi_default",
    "match-ground": "ansi_default",
    "match-current-ground": "ansi_default",
    "match-current-ink": "ansi_default",
    "selection-ground": "ansi_default",
    "cursor-ground": "ansi_default",
    "cursor-ink": "ansi_default",
    **{f"annotation-{number}": "ansi_default" for number in range(1, 9)},
}

DARK = Theme(
    name="dateline-dark",
    primary="#7fa7d9",
    secondary="#8fce9b",
    accent="#e8c37a",
    warning="#f0c674",
    error="#ef8a80",
    success="#8fce9b",
    foreground="#cdd3dd",
    background="#15181d",
    surface="#191d23",
    panel="#20252d",
    dark=True,
    variables=_DARK_HIGHLIGHTS,
)
LIGHT = Theme(
    name="dateline-light",
    primary="#2f5f9e",
    secondary="#1d6b32",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#b3261e",
    success="#1d6b32",
    foreground="#23272e",
    background="#fbfaf7",
    surface="#f4f2ed",
    panel="#eae7e0",
    dark=False,
    variables=_LIGHT_HIGHLIGHTS,
)
THEMES = (DARK, LIGHT)


def highlight_variables(theme: Theme) -> dict[str, str]:
    """The highlight colours for any theme: its own, or those of the same lightness."""
    if theme.ansi:
        return dict(_ANSI_HIGHLIGHTS)
    return dict(_DARK_HIGHLIGHTS if theme.dark else _LIGHT_HIGHLIGHTS)
