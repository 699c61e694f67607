"""What stands among the quotes: what is said, and on a key every attribution."""

from __future__ import annotations

from dataclasses import replace


async def with_a_plan(reader) -> None:
    """Let the article's number of volunteers stand in a plan that it reports."""
    found = reader.screen.state.findings
    said, volunteers = found.quotes[0], found.numbers[1]
    plan = replace(
        said, start=volunteers.start, end=volunteers.end, text="340", direct=False, statement=False
    )
    await reader.screen.take_findings(replace(found, quotes=(said, plan)))
    await reader.pilot.pause()


async def test_a_plan_is_no_quote_until_all_attributions_are_wanted(open_reader) -> None:
    async with open_reader() as reader:
        await with_a_plan(reader)
        assert len(reader.screen.state.findings.quotes) == 1
        await reader.press("T", "s")
        await reader.pilot.pause()
        assert len(reader.screen.state.findings.quotes) == 2
        assert reader.status.startswith("Every attribution is shown")


async def test_the_panel_asks_for_them_by_a_key_of_its_own(open_reader) -> None:
    async with open_reader() as reader:
        await with_a_plan(reader)
        await reader.press("f3", "w")
        await reader.pilot.pause()
        assert any("all attributions" in row for row in reader.shown)
        await reader.press("w")
        await reader.pilot.pause()
        assert len(reader.screen.state.findings.quotes) == 1
