"""Places are put right and exported from the Regions panel."""

from __future__ import annotations

import json
from dataclasses import replace

from dateline.analysis.model import Candidate

OSLO_MINNESOTA = Candidate("Oslo", "US", "Minnesota", 48.2, -97.1, None, 330, 0.1)


async def choose_another_oslo(reader):
    found = reader.screen.state.findings
    places = tuple(replace(place, runners_up=(OSLO_MINNESOTA,)) for place in found.places)
    await reader.screen.take_findings(replace(found, places=places))
    await reader.pilot.pause()
    await reader.press("f4", "c", "enter")


async def test_a_corrected_place_is_shown_everywhere_and_told(open_reader) -> None:
    async with open_reader() as reader:
        await choose_another_oslo(reader)
        assert reader.screen.state.findings.places[0].admin == "Minnesota"
        assert reader.status.startswith("Now Oslo, Minnesota, US")


async def test_a_corrected_place_is_remembered_for_the_article(open_reader, monkeypatch) -> None:
    from dateline.library.place_choices import PlaceChoices

    async with open_reader() as reader:
        PlaceChoices().remember(reader.screen.article, ["Oslo"], 2988507)
        await reader.screen.take_findings(reader.screen.state.findings)
        assert reader.screen.state.findings.places[0].name == "Paris"


async def test_the_places_are_written_as_geojson(open_reader, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_reader() as reader:
        await reader.press("f4", "e")
        await reader.press("enter")
        (path,) = tmp_path.glob("*.geojson")
        written = json.loads(path.read_text("utf-8"))
        assert written["features"][0]["properties"]["name"] == "Oslo"
        assert reader.status.startswith("Written to")
