"""Commands that take the notes on an article away, in open formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.article.clean import clean_line
from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from dateline.reader.keys import Invocation

_SUFFIXES = {"jsonld": ".jsonld", "markdown": ".md", "csv": ".csv", "html": ".html", "text": ".txt"}
_FORMAT_NAMES = {
    "markdown": ("Markdown", "a reading note with citation"),
    "html": ("HTML", "one page with article, notes, timeline, quotes and regions"),
    "jsonld": ("W3C Web Annotation", "JSON-LD, without loss"),
    "csv": ("CSV", "the columns of Readwise"),
    "text": ("Plain text", "quotes and notes"),
}


class ExportingCommands(ReadingBase):
    """Writing files: whole, or not at all."""

    _format = ""

    def do_export(self, invocation: Invocation) -> None:
        """Choose a format, then a file, then write the article's notes there."""
        from dateline.reader.screens.chooser import Choice, Chooser

        choices = [Choice(name, *told) for name, told in _FORMAT_NAMES.items()]
        self.app.push_screen(Chooser("Export the notes on this article", choices), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            self._format = name
            self.ask("Write to: ", "export", self.file_name(_SUFFIXES[name]))

    def file_name(self, suffix: str) -> str:
        """What a file that is made of the article may be called."""
        stem = Path(self.article.source).stem if self.article.source not in ("", "-") else ""
        words = clean_line(stem or self.article.title or "article")
        safe = "".join(c if c.isalnum() or c in "-_." else "-" for c in words).strip("-.")
        return f"{safe[:60] or 'article'}{suffix}"

    def export_accepted(self, value: str) -> None:
        """Write the notes to the file that was named."""
        from dateline.annotations.errors import StoreError
        from dateline.annotations.exports import export
        from dateline.annotations.exports.sheet import sheet_of
        from dateline.annotations.store import AnnotationStore

        if not value.strip():
            return
        try:
            sheet = sheet_of(AnnotationStore(), self.article)
        except StoreError as error:
            self.say(str(error), "error")
            return
        if sheet is None:
            self.say("There are no notes on this article yet", "warning")
            return
        self.write_file(value, export([sheet], self._format, lambda _: self.state.findings))

    def write_file(self, value: str, content: str) -> None:
        """Write a file, whole or not at all, and tell the reader."""
        from dateline.annotations.exports.writing import write_whole

        path = Path(value.strip()).expanduser()
        try:
            write_whole(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            self.say(f"{clean_line(str(path))} was not written: {reason}", "error")
        else:
            self.say(f"Written to {clean_line(str(path))}")
