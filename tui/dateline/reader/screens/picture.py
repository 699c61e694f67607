"""A picture of the article on a screen of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import events, work
from textual.containers import Middle
from textual.screen import ModalScreen
from textual.widgets import Static

from dateline.article.errors import ArticleError
from dateline.article.pictures import picture_bytes
from dateline.reader.picture_drawing import decode, drawing

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from dateline.article.model import Article, Image

_CAPTION_ROWS = 3


class PictureScreen(ModalScreen[None]):
    """Reads a picture in a thread and shows it as large as the terminal allows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,p,enter", "leave", "Leave"),
        ("n,right,j,down,space", "step(1)", "The next picture"),
        ("N,left,k,up,b", "step(-1)", "The picture before"),
        ("o", "browse", "Open in the browser"),
    ]

    def __init__(self, article: Article, image: Image) -> None:
        super().__init__(classes="picture")
        self._article = article
        self._at = article.images.index(image)
        self._picture: Picture | None = None

    def compose(self) -> ComposeResult:
        """The picture, and under it its caption and the keys."""
        yield Middle(Static(id="picture--words"), id="picture--room")
        yield Static(id="picture--caption")

    def on_mount(self) -> None:
        """Begin to read."""
        self._begin()

    @property
    def _image(self) -> Image:
        return self._article.images[self._at]

    def _begin(self) -> None:
        image = self._image
        words = Text(" ".join(self._article.text[image.start : image.end].split()))
        count = f"{self._at + 1} of {len(self._article.images)} · " if self._several else ""
        keys = "n N step · " if self._several else ""
        words.truncate(max(self.size.width * (_CAPTION_ROWS - 1) - 4, 20), overflow="ellipsis")
        words.append(f"\n{count}{keys}o browser · Esc leaves", style="dim")
        self.query_one("#picture--caption", Static).update(words)
        self._picture = None
        self._say("Reading the picture…")
        self._read(image)

    @property
    def _several(self) -> bool:
        return len(self._article.images) > 1

    @work(thread=True, exclusive=True)
    def _read(self, image: Image) -> None:
        try:
            picture = decode(picture_bytes(self._article, image))
        except ArticleError as error:
            self.app.call_from_thread(self._say, str(error), image)
            return
        self.app.call_from_thread(self._show, picture, image)

    def _say(self, words: str, image: Image | None = None) -> None:
        """Words in the picture's place, unless the reader has gone on to another."""
        if image is not None and image is not self._image:
            return
        self._clear()
        line = self.query_one("#picture--words", Static)
        line.display = True
        line.update(Text(words, justify="center"))

    def _show(self, picture: Picture, image: Image) -> None:
        if image is self._image:
            self._picture = picture
            self._draw()

    def _draw(self) -> None:
        if self._picture is None:
            return
        self._clear()
        room = self.query_one("#picture--room", Middle)
        self.query_one("#picture--words", Static).display = False
        rows = max(self.size.height - _CAPTION_ROWS, 1)
        room.mount(drawing(self._picture, self.size.width, rows))

    def _clear(self) -> None:
        for child in self.query_one("#picture--room", Middle).children:
            if child.id != "picture--words":
                child.remove()

    def on_resize(self, event: events.Resize) -> None:
        """Draw anew in the size that the terminal now has."""
        self._draw()

    def action_step(self, step: int) -> None:
        """To another picture of the article."""
        at = self._at + step
        if 0 <= at < len(self._article.images):
            self._at = at
            self._begin()

    def action_browse(self) -> None:
        """Open the picture in the browser."""
        import webbrowser

        if self._image.src.startswith(("http://", "https://")):
            webbrowser.open(self._image.src)
        else:
            self._say("This picture has no address on the web.")

    def action_leave(self) -> None:
        """Back to the article."""
        self.dismiss()
