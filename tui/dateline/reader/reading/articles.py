"""Commands about the article as a whole: its date, its source, links, other articles."""

from __future__ import annotations

import asyncio
import datetime
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.article.clean import clean_line
from dateline.article.links import target_of
from dateline.article.model import SET_BY_READER
from dateline.reader.link_labels import labels_for
from dateline.reader.reading.base import ReadingBase
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.article.model import Image
    from dateline.library.positions import Positions
    from dateline.reader.keys import Invocation

SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
"""What an address begins with that is no path; a single letter may be a drive."""


class ArticleCommands(ReadingBase):
    """The article and its source."""

    positions: Positions
    _typed_label = ""

    def do_date(self, invocation: Invocation) -> None:
        """Ask for the article's date; everything that is told relative to it follows."""
        published = self.article.published
        self.ask("Date of the article: ", "date", published.isoformat() if published else "")

    def date_refused(self, value: str) -> str:
        """What is wrong with a date that was typed; nothing when it can be read."""
        from dateline.reader.date_entry import read_date

        if not value.strip() or read_date(value):
            return ""
        return "not a date; write it like 2025-06-07"

    def date_accepted(self, value: str) -> None:
        """Set the date, or take it away."""
        from dateline.reader.date_entry import read_date

        self.set_published(read_date(value) if value.strip() else None)

    def set_published(self, date: datetime.date | None) -> None:
        """Take another date and resolve all relative times anew."""
        how = SET_BY_READER if date else None
        self.state.article = replace(self.article, published=date, published_from=how)
        self.pane.article = self.state.article
        self.positions.set_date(self.article, date)
        self.say(
            f"The article's date is {date.day} {date:%B %Y}"
            if date
            else "The article has no date now"
        )
        self.date_changed()

    # Links

    def _links_on_screen(self) -> list[tuple[int, str]]:
        shown = self.pane.visible_span
        links = [link for link in self.article.links if shown.overlaps(Span(link.start, link.end))]
        return [(max(link.start, shown.start), link.href) for link in links]

    def do_follow(self, invocation: Invocation) -> None:
        """Label the links on screen; where there are none, go a screen down as less does."""
        links = self._links_on_screen()
        if not links:
            self.run_command("screen-down")
            return
        labels = labels_for(len(links))
        self.pane.link_labels = tuple(
            (offset, label) for (offset, _), label in zip(links, labels, strict=True)
        )
        self._typed_label = ""
        self.say("Type the label of a link; Esc leaves")

    def choose_link(self, key: str) -> bool:
        """Take a key while links are labelled; False when they are not."""
        if not self.pane.link_labels:
            return False
        if key == "escape":
            self.pane.link_labels = ()
            self.show_status()
            return True
        self._typed_label += key
        labels = self.pane.link_labels
        chosen = [place for place, label in labels if label == self._typed_label]
        if chosen:
            hrefs = dict(self._links_on_screen())
            self.pane.link_labels = ()
            self.follow_link(hrefs[chosen[0]])
        elif not any(label.startswith(self._typed_label) for _, label in labels):
            self.pane.link_labels = ()
            self.say("No link has that label")
        return True

    def follow_link(self, href: str) -> None:
        """Go where a link leads: in the article, in the reader, or out by the browser."""
        if href.startswith(("http://", "https://", "file:")) or not SCHEME.match(href):
            place = target_of(self.article, href)
            if place is not None:
                self.jump(place)
            elif href.startswith("#"):
                self.say("The link leads to a place that this article does not have", "warning")
            else:
                self.open_source(href)
        else:
            self.open_outside(href)

    def do_browse(self, invocation: Invocation) -> None:
        """Open the link under the cursor, or the article's own page, in the browser."""
        address = self.link_here() or self.article.url or self.article.source
        if not address.startswith(("http://", "https://")):
            self.say("This article has no address on the web", "warning")
            return
        self.open_outside(address)

    def open_outside(self, address: str) -> None:
        """Open an address with the program that the system has for it."""
        import webbrowser

        if webbrowser.open(address):
            self.say(f"Opened {clean_line(address)} in the browser")
        else:
            self.say(f"No browser here could open {clean_line(address)}", "warning")

    def do_picture(self, invocation: Invocation) -> None:
        """Show the picture whose caption is under the cursor, or the next one."""
        from dateline.article.pictures import picture_at

        image = picture_at(self.article, self.cursor)
        if image is None:
            more = " from here on" if self.article.images else ""
            self.say(f"The article has no picture with a caption{more}")
            return
        self.show_picture(image)

    def show_picture(self, image: Image) -> None:
        """Show a picture on a screen of its own, or say what is missing for it."""
        from dateline.reader import picture_drawing

        if not picture_drawing.can_draw():
            self.say(picture_drawing.HOW_TO_GET, "warning")
            return
        from dateline.reader.screens.picture import PictureScreen

        picture_drawing.make_ready(self.app)
        self.app.push_screen(PictureScreen(self.article, image))

    # The source

    def do_edit(self, invocation: Invocation) -> None:
        """Open the source in the reader's editor, then read it again."""
        from pathlib import Path

        source = self.article.source
        if not source or source == "-" or not Path(source).is_file():
            self.say("Only an article from a file can be edited", "warning")
            return
        from dateline.reader.outside_editor import EditorError, edit_outside

        try:
            edit_outside(self.app, source)
        except EditorError as error:
            self.say(str(error), "error")
            return
        self.app.refresh()
        self.read_again()

    def do_reload(self, invocation: Invocation) -> None:
        """Read the source again."""
        self.read_again()

    def read_again(self) -> None:
        """Read the source again and go on where the reader was."""
        if not self.article.source or self.article.source == "-":
            self.say("This article cannot be read again: it came from standard input", "warning")
            return
        self.run_worker(self._read_again(), exclusive=True, group="opening")

    async def _read_again(self) -> None:
        from dateline.reader.opening import open_in_thread

        self.say("Reading the source again …")
        article = await open_in_thread(self.article.source, again=True)
        if isinstance(article, str):
            self.say(article, "error")
            return
        if article.text_hash == self.article.text_hash:
            self.say("The source has not changed")
            return
        self.show_article(self.positions.dated(article))
        self.say("The article was read again")

    # The library

    def record_in_library(self) -> None:
        """Put the article into the library, beside the reading."""
        self.run_worker(self._record(), group="library")

    async def _record(self) -> None:
        from dateline.library.catalogue import Library
        from dateline.library.errors import LibraryError

        library = Library()
        try:
            await asyncio.to_thread(library.record, self.article)
        except LibraryError as error:
            self.say(str(error), "warning")
        for remark in library.take_remarks():
            self.say(remark, "warning")

    def record_progress(self) -> None:
        """Note in the library how far the article was read."""
        from dateline.library.catalogue import Library
        from dateline.library.errors import LibraryError

        with suppress(LibraryError):
            Library().set_progress(
                self.article.source, self.pane.progress, len(self.state.annotations)
            )

    def do_library(self, invocation: Invocation) -> None:
        """All articles that were opened; the one chosen is opened here."""
        from dateline.reader.screens.library import LibraryScreen

        def chosen(address: str | None) -> None:
            if address:
                self.open_source(address)

        self.app.push_screen(LibraryScreen(), chosen)

    def do_open(self, invocation: Invocation) -> None:
        """Ask for a path or an address to open."""
        self.ask("Open: ", "open")

    def open_accepted(self, value: str) -> None:
        """Open what was typed."""
        if value.strip():
            self.open_source(value.strip())
