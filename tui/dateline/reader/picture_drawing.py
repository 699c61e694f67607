"""Pictures as the terminal can draw them: decoded within limits, drawn by textual-image.

textual-image and Pillow come with the extra `dateline[pictures]` and are imported when the first
picture is asked for. On its import textual-image asks the terminal what it can draw and reads the
answer from standard input, which Textual reads as well: so the app is suspended for that moment.
"""

from __future__ import annotations

import io
import logging
import warnings
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from dateline.article.errors import ArticleError
from dateline.reader.suspending import while_suspended

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image as Picture
    from textual.app import App
    from textual.widget import Widget

MOST_PIXELS = 60_000_000
"""Larger pictures are not unpacked: a small file can hold a huge picture."""
_SHOWN_PIXELS = (2400, 1800)
"""Width and height to which a picture is brought down before it is drawn."""
HOW_TO_GET = "Pictures need textual-image beside Dateline: pip install textual-image"


def can_draw() -> bool:
    """Whether what draws pictures is installed."""
    return find_spec("textual_image") is not None and find_spec("PIL") is not None


def decode(data: bytes) -> Picture:
    """The first image in a picture's bytes, in RGB, small enough to be drawn fast.

    `ArticleError` says in a sentence why it cannot be shown.
    """
    from PIL import Image, UnidentifiedImageError

    if b"<svg" in data[:2000].lower():
        raise ArticleError("The picture is a drawing (SVG), which cannot be shown here.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
            width, height = picture.size
            if width * height > MOST_PIXELS:
                raise ArticleError(
                    f"The picture has {width:,} × {height:,} points: too many to be shown here."
                )
            picture.draft("RGB", _SHOWN_PIXELS)
            picture.thumbnail(_SHOWN_PIXELS)
            return _on_white(picture)
    except ArticleError:
        raise
    except UnidentifiedImageError:
        raise ArticleError("This is no picture of a kind that can be shown here.") from None
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError):
        raise ArticleError("The picture is damaged.") from None


def _on_white(picture: Picture) -> Picture:
    """A picture that lets light through, on white: most of them are made for paper."""
    from PIL import Image

    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    above = picture.convert("RGBA")
    ground = Image.new("RGBA", above.size, "white")
    return Image.alpha_composite(ground, above).convert("RGB")


def make_ready(app: App[object]) -> None:
    """Import what draws, so that it can ask the terminal; once, and not from a thread."""
    from textual.app import SuspendNotSupported

    try:
        while_suspended(app, _drawing_class)
    except SuspendNotSupported:
        _drawing_class()


def drawing(picture: Picture, columns: int, rows: int) -> Widget:
    """A widget that shows a picture as large as it fits into so many cells."""
    from textual_image._terminal import get_cell_size

    cell = get_cell_size()
    scale = min(columns * cell.width / picture.width, rows * cell.height / picture.height)
    widget: Widget = _drawing_class()(picture)
    widget.styles.width = max(1, round(picture.width * scale / cell.width))
    widget.styles.height = max(1, round(picture.height * scale / cell.height))
    return widget


@cache
def _drawing_class() -> Callable[[Picture], Widget]:
    """The best way to draw that the terminal answers to: kitty's, sixel, else half blocks."""
    # A terminal that does not answer is no fault to be told on the screen.
    logging.getLogger("textual_image").addHandler(logging.NullHandler())
    from textual_image import renderable, widget

    if renderable.Image is renderable.UnicodeImage:
        return widget.HalfcellImage
    return widget.Image
