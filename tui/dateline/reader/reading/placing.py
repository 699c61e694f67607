"""What the reader does with the places of an article: puts them right, takes them along."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.reader.reading.analysing import AnalysingCommands
from dateline.reader.reading.exporting import ExportingCommands

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis, Place
    from dateline.reader.panels.regions import RegionsPanel


class PlacingCommands(AnalysingCommands, ExportingCommands):
    """Corrections of places, which are remembered for the article, and their export."""

    _exported: tuple[Place, ...] = ()

    async def take_findings(self, findings: Analysis) -> None:
        """Show what was found, with what the reader has put right before."""
        from dateline.library.place_choices import PlaceChoices

        if findings.places:
            try:
                chosen = PlaceChoices().of_article(self.article)
            except OSError:
                chosen = {}
            if chosen:
                from dateline.analysis.places.correction import apply_corrections

                findings = apply_corrections(findings, chosen)
        await super().take_findings(findings)

    async def on_regions_panel_place_corrected(self, message: RegionsPanel.PlaceCorrected) -> None:
        """Let a place be the one that the reader chose, now and whenever the article is read."""
        from dateline.analysis.places.correction import with_correction
        from dateline.library.place_choices import PlaceChoices

        findings, candidate = self.whole_findings, message.candidate
        places = findings.places if findings else ()
        place = next((each for each in places if each.id == message.place_id), None)
        if findings is None or place is None:
            return
        corrected = with_correction(places, place.id, candidate)
        await super().take_findings(replace(findings, places=corrected))
        said = ", ".join(
            part for part in (candidate.name, candidate.admin, candidate.country) if part
        )
        if candidate.geonames_id is None:
            self.say(f"Now {said}, until the article is closed")
            return
        names = {self.text[mention.start : mention.end] for mention in place.mentions}
        try:
            PlaceChoices().remember(self.article, names, candidate.geonames_id)
        except OSError as error:
            self.say(f"Now {said}, but it cannot be remembered: {error.strerror}", "error")
        else:
            self.say(f"Now {said}; remembered for this article")

    def on_regions_panel_export_wanted(self, message: RegionsPanel.ExportWanted) -> None:
        """Ask where the places should go."""
        self._exported = message.places
        self.ask("Write GeoJSON to: ", "geojson", self.file_name(".geojson"))

    def geojson_accepted(self, value: str) -> None:
        """Write the places to the file that was typed."""

        from dateline.analysis.places.geojson import geojson

        if value.strip():
            content = json.dumps(geojson(self._exported), ensure_ascii=False, indent=1)
            self.write_file(value, content + "\n")
