"""What all parts of the reading screen share: the state, the pane, and ways to move and to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.screen import Screen

from dateline.reader.article_pane.highlights import Highlight, Highlights, Layer
from dateline.reader.article_pane.motions import block_span, grapheme_at
from dateline.spans import Span

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dateline.analysis.model import Analysis
    from dateline.annotations.model import Annotation
    from dateline.article.model import Article, Image
    from dateline.config import Config
    from dateline.reader.article_pane.pane import ArticlePane
    from dateline.reader.keys import Invocation
    from dateline.reader.panels.dock import PanelDock
    from dateline.reader.reading.state import ReadingState

Severity = Literal["information", "warning", "error"]


class ReadingBase(Screen[None]):
    """The reading screen's common ground. Commands are methods `do_<command id>`."""

    config: Config
    state: ReadingState
    pane: ArticlePane
    dock: PanelDock | None

    @property
    def article(self) -> Article:
        """The article at hand."""
        return self.state.article

    @property
    def text(self) -> str:
        """The text that all offsets count in."""
        return self.state.article.text

    @property
    def cursor(self) -> int:
        """The offset of the cursor."""
        return self.pane.cursor

    @property
    def selection(self) -> Span | None:
        """The selected stretch of text."""
        selecting = self.state.selecting
        if selecting is None:
            return None
        if not selecting.whole_paragraphs:
            first = grapheme_at(self.text, selecting.span.start)
            return Span(first.start, grapheme_at(self.text, selecting.span.end - 1).end)
        first = block_span(self.article, selecting.words.start)
        last = block_span(self.article, selecting.words.end - 1)
        return Span(first.start, last.end)

    @property
    def passage(self) -> Span:
        """The selection without white space after it, or else the paragraph under the cursor."""
        selection, selecting = self.selection, self.state.selecting
        if selection is None or selecting is None:
            return block_span(self.article, self.cursor)
        return Span(selection.start, selection.end - selecting.space)

    def link_here(self) -> str | None:
        """The address of the link under the cursor."""
        links = self.article.links
        return next((link.href for link in links if link.start <= self.cursor < link.end), None)

    def picture_here(self) -> Image | None:
        """The picture whose caption is under the cursor."""
        images = self.article.images
        return next((image for image in images if image.start <= self.cursor < image.end), None)

    def show_picture(self, image: Image) -> None:
        """Show a picture on a screen of its own."""
        raise NotImplementedError

    def ask(
        self, sign: str, purpose: str, remembered: str = "", words: tuple[str, ...] = ()
    ) -> None:
        """Open the prompt line; what is typed comes back to `<purpose>_accepted`."""
        raise NotImplementedError

    def show_status(self) -> None:
        """Bring the status line up to date."""
        raise NotImplementedError

    def say(self, message: str, severity: Severity = "information") -> None:
        """Tell the reader something in one line."""
        raise NotImplementedError

    def move_cursor(self, offset: int, *, margin: int = 3, middle: bool = False) -> None:
        """Put the cursor somewhere and show it; a selection in the making follows."""
        raise NotImplementedError

    def jump(self, offset: int) -> None:
        """Go somewhere far: where the reader was is remembered for the way back."""
        self.state.jumps.leave(self.cursor)
        self.move_cursor(offset, middle=True)

    def select(self, span: Span | None) -> None:
        """Select a stretch of text, or nothing."""
        raise NotImplementedError

    def invoke(self, invocation: Invocation) -> None:
        """Carry a command out."""
        raise NotImplementedError

    def things_here(self) -> list[Highlight]:
        """What was found under the cursor, the innermost first, without what is hidden."""
        layers = [layer for layer in Layer if layer not in self.pane.hidden_layers]
        return self.highlights.at(self.cursor, layers)

    def thing_here(self) -> Highlight | None:
        """The thing under the cursor that is meant: the innermost, or what `O` cycled to."""
        things = self.things_here()
        return things[self.state.overlap % len(things)] if things else None

    @property
    def highlights(self) -> Highlights:
        """What is highlighted."""
        return self.pane.highlights

    # What one part of the screen asks of another

    def pointed_at(self, offset: int) -> None:
        """A single click has put the cursor somewhere: the panels show what is there."""
        raise NotImplementedError

    def light_up_here(self) -> None:
        """Light up all that belongs to the thing that is meant."""
        raise NotImplementedError

    def follow_link(self, href: str) -> None:
        """Go where a link leads."""
        raise NotImplementedError

    def date_changed(self) -> None:
        """Everything relative to the date is found again."""
        raise NotImplementedError

    def run_command(self, command: str) -> None:
        """Carry out a command by its id."""
        raise NotImplementedError

    def open_source(self, source: str, annotation_id: str | None = None) -> None:
        """Open another article in the reader, at one of its annotations."""
        raise NotImplementedError

    def tell_of_annotation(self, seen: Annotation, title: str, body: RenderableType) -> None:
        """Show the card of an annotation."""
        raise NotImplementedError

    def show_article(self, article: Article) -> None:
        """Show another text of this article."""
        raise NotImplementedError

    def set_highlights(self, highlights: Highlights) -> None:
        """Show other highlights."""
        raise NotImplementedError

    async def take_findings(self, findings: Analysis) -> None:
        """Show what was found."""
        raise NotImplementedError
