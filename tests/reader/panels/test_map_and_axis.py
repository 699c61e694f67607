"""The map above the regions and the axis above the timeline."""

from story import FINDINGS, DockApp, span

from dateline.analysis.times.axis import Axis, Mark, Tick
from dateline.reader.panels.row import row_text
from dateline.reader.panels.time_axis import axis_lines
from dateline.spans import Span

TALL = (120, 60)


def text_of(cells):
    return "".join(char for char, _ in cells)


def drawn(widget):
    return "\n".join(widget.render_line(y).text for y in range(widget.size.height))


def test_an_axis_draws_points_bars_ticks_and_what_lies_beyond():
    axis = Axis(
        (Tick(4, "2020"),), (Mark(5, 5, 0), Mark(8, 11, 1), Mark(14, 14, 2), Mark(14, 14, 3)), 2, 1
    )
    marks, rule, labels = axis_lines(axis, 20, cursor=1)
    assert text_of(marks) == "‹2   •  ◆━━◆  ●   1›"
    assert text_of(rule) == "────┬───────────────"
    assert text_of(labels) == "    2020            "


async def test_the_row_under_the_cursor_is_marked_on_the_axis():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        app.dock.focus_panel("timeline")
        await pilot.pause()
        axis = app.dock.panel("timeline").axis
        assert (axis.event_index, axis.display) == (0, True)
        await pilot.press("j")
        assert axis.event_index == 2
        assert "◆" in drawn(axis)


async def test_the_axis_is_zoomed_and_an_event_on_it_clicked():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        app.dock.focus_panel("timeline")
        await pilot.pause()
        panel = app.dock.panel("timeline")
        await pilot.press("greater_than_sign", "greater_than_sign")
        assert (panel.axis.zoom, panel.header.detail) == ("years", "by years")
        await pilot.press("less_than_sign", "less_than_sign", "less_than_sign")
        assert panel.axis.zoom == "all"
        last = panel.axis._axis.marks[-1]
        await pilot.click(panel.axis, offset=(last.column + 2, 0))
        await pilot.pause()
        assert app.heard[-1][2] == span("work would begin on 20 June")


async def test_the_map_names_the_place_under_the_cursor_both_ways():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        app.dock.focus_panel("regions")
        await pilot.pause()
        panel = app.dock.panel("regions")
        await pilot.press("j")
        assert panel.map.cursor == "p2"
        assert "Lisbon" in drawn(panel.map)
        spot = next(spot for spot in panel.map._drawn().spots if "p7" in spot.places)
        await pilot.click(panel.map, offset=(spot.column, spot.row))
        await pilot.pause()
        assert "Galicia" in row_text(panel.rows_view.cursor_row)
        assert app.heard[-1][:3] == ("previewed", "regions", span("Galicia"))


async def test_the_map_takes_the_keys_moves_and_gives_them_back():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        app.dock.focus_panel("regions")
        await pilot.pause()
        panel = app.dock.panel("regions")
        await pilot.press("m")
        await pilot.pause()
        assert panel.map.has_focus
        before = panel.map._drawn().view
        await pilot.press("right", "plus")
        moved = panel.map._drawn().view
        assert moved.x > before.x
        assert moved.scale > before.scale
        await pilot.press("0", "n", "escape")
        await pilot.pause()
        assert panel.map._view is None
        assert panel.rows_view.has_focus


async def test_the_selection_decides_what_the_map_shows():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        await pilot.pause()
        app.dock.selection = Span(*span("dams in Galicia"))
        await pilot.pause()
        assert app.dock.panel("regions").map.focus_ids == {"p7"}


async def test_a_place_is_corrected_from_its_runners_up():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        app.dock.focus_panel("regions")
        await pilot.pause()
        panel = app.dock.panel("regions")
        panel.reveal(Span(*span("Gaia")))
        await pilot.press("c")
        assert "Ohio, US" in row_text(panel.rows_view.cursor_row)
        await pilot.press("enter")
        await pilot.pause()
        kind, place_id, candidate = app.heard[-1]
        assert (kind, place_id, candidate.admin) == ("corrected", "p4", "Ohio")
        assert panel.rows_view.cursor_row.key[:2] == ("place", "p4")


async def test_export_asks_for_the_places_of_the_selection():
    app = DockApp()
    async with app.run_test(size=TALL) as pilot:
        app.dock.focus_panel("regions")
        await pilot.pause()
        await pilot.press("e")
        app.dock.selection = Span(*span("Porto and Gaia"))
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        wanted = [entry[1] for entry in app.heard if entry[0] == "export"]
        assert [len(places) for places in wanted] == [len(FINDINGS.places), 2]
