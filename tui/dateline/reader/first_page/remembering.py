"""Keeping how the app draws an article, for the first page of the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.first_page.look import Look, holds_for, save_look

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

    from dateline.reader.article_pane.pane import ArticlePane


def remember_look(app: App[None], pane: ArticlePane, beside: Widget, theme: str) -> None:
    """Keep the styles of the pane and the ground of the panels, where they are colours alone.

    `theme` is the setting. In the terminal's own 16 colours, or without any, what is sent depends
    on more than the styles: then the next start has no first page.
    """
    colours = app.console.color_system
    if app.is_headless or app.no_color or app.current_theme.ansi or colours is None:
        return
    palette = pane.palette
    save_look(
        Look(
            holds_for=holds_for(theme),
            colours=colours,
            base=str(palette.base),
            beside=str(beside.rich_style),
            styles={name: str(style) for name, style in palette.styles.items()},
        )
    )
