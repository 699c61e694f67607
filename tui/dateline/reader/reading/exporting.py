"""Commands that take things away: the notes and the article, the places as GeoJSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.article.clean import clean_line
from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from dateline.analysis.model import Place
    from dateline.reader.keys import Invocation
    from dateline.reader.panels.regions import RegionsPanel

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
    _places: tuple[Place, ...] = ()

    def do_export(self, invocation: Invocation) -> None:
        """Choose a format, then a file, then write the article's notes there."""
        from dateline.reader.screens.chooser import Choice, Chooser

        choices = [Choice(name, *told) for name, told in _FORMAT_NAMES.items()]
        self.app.push_screen(Chooser("Export the notes on this article", choices), self._chosen)

    def _chosen(self, name: str | None) -> None:
        if name is not None:
            self._format = name
            self.ask("Write to: ", "export", self._file_name(_SUFFIXES[name]))

    def _file_name(self, suffix: str) -> str:
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
        self._write_file(value, export([sheet], self._format, lambda _: self.state.findings))

    def _write_file(self, value: str, content: str) -> None:
        from dateline.annotations.exports.writing import write_whole

        path = Path(value.strip()).expanduser()
        try:
            write_whole(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            self.say(f"{clean_line(str(path))} was not written: {reason}", "error")
        else:
            self.say(f"Written to {clean_line(str(path))}")

    def on_regions_panel_export_wanted(self, message: RegionsPanel.ExportWanted) -> None:
        """Ask for the file to which the places go as GeoJSON."""
        self._places = message.places
        self.ask("Write GeoJSON to: ", "geojson", self._file_name(".geojson"))

    def geojson_accepted(self, value: str) -> None:
        """Write the places to the file that was named."""
        from dateline.analysis.places.geojson import geojson

        if value.strip():
            content = json.dumps(geojson(self._places), ensure_ascii=False, indent=2) + "\n"
            self._write_file(value, content)

    def on_regions_panel_place_corrected(self, message: RegionsPanel.PlaceCorrected) -> None:
        """Take another place for a name, and remember it for this article."""
        from dataclasses import replace

        from dateline.analysis.places.correction import with_correction
        from dateline.reader.corrections import remember_correction

        findings = self.state.findings
        if findings is None:
            return
        place = next((each for each in findings.places if each.id == message.place_id), None)
        if place is None:
            return
        problem = None
        if place.mentions and message.candidate.geonames_id is not None:
            first = place.mentions[0]
            name = self.text[first.start : first.end]
            problem = remember_correction(self.article, name, message.candidate.geonames_id)
        places = with_correction(findings.places, place.id, message.candidate)
        self.run_worker(self.take_findings(replace(findings, places=tuple(places))))
        told = f"{place.name} is {message.candidate.name}, {message.candidate.country or '?'}"
        self.say(problem or told, "error" if problem else "information")
