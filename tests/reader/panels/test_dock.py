"""The dock in an app: keys, mouse, links, and the sizes of the terminal."""

import pytest
from story import FINDINGS, DockApp, span

from dateline.reader.panels.dock import COMMANDS
from dateline.reader.panels.row import row_text
from dateline.spans import Span

WIDE = (120, 40)


def listed(panel):
    view = panel.rows_view
    rows, shown = view._listed.rows, view._listed.shown
    return [row_text(rows[i]) for i in shown if rows[i].kind == "item"]


async def test_three_panels_stand_together_on_a_wide_terminal():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        shown = [each.panel_id for each in app.dock.panels if each.display]
        assert shown == ["timeline", "quotes", "regions"]
        app.dock.show("names")
        await pilot.pause()
        assert [each.panel_id for each in app.dock.panels if each.display] == ["names"]


async def test_one_panel_at_a_time_on_a_narrow_terminal():
    app = DockApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [each.panel_id for each in app.dock.panels if each.display] == ["timeline"]


async def test_the_dock_slides_over_a_very_narrow_terminal_and_gives_way():
    app = DockApp()
    async with app.run_test(size=(40, 20)) as pilot:
        await pilot.pause()
        assert not app.dock.display
        app.dock.focus_panel("quotes")
        await pilot.pause()
        assert app.dock.region.width >= 36
        assert app.dock.region.right <= 40
        await pilot.press("escape")
        await pilot.pause()
        assert not app.dock.display
        assert ("left", "quotes") in app.heard


async def test_moving_previews_and_enter_chooses():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("quotes")
        await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause()
        words = Span(*span("“We lost the wall, not the city,”"))
        assert [entry[:3] for entry in app.heard] == [
            ("previewed", "quotes", words),
            ("chosen", "quotes", words),
        ]


async def test_a_click_chooses_the_row():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.show("names")
        await pilot.pause()
        await pilot.click(app.dock.panel("names").rows_view, offset=(5, 1))
        await pilot.pause()
        assert app.heard[-1][:3] == ("chosen", "names", Span(*span("Portugal")))


async def test_selection_lists_only_what_overlaps_it_with_a_count():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        app.dock.selection = Span(*span("Engineers from Porto and Gaia"))
        await pilot.pause()
        regions = app.dock.panel("regions")
        assert regions.header.count == "2 of 8"
        assert [text[:6] for text in listed(regions)] == ["◆ Port", "● Port", "● Gaia"]
        quotes = app.dock.panel("quotes")
        assert (quotes.header.count, listed(quotes)) == ("0 of 5", [])
        app.dock.selection = None
        await pilot.pause()
        assert regions.header.count == "8"


async def test_rows_of_the_paragraph_are_marked_and_come_on_screen():
    app = DockApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        app.dock.paragraph = Span(*span("Spanish officials denied that dams in Galicia"))
        await pilot.pause()
        view = app.dock.panel("quotes").rows_view
        assert "Spanish officials" in row_text(view.cursor_row)
        assert view._marks == {4}
        assert any("denied" in strip or "dams" in strip for strip in lines_of(view))


def lines_of(view):
    return [view.render_line(y).text for y in range(view.size.height)]


async def test_filter_as_you_type_and_drop_it():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("names")
        await pilot.pause()
        names = app.dock.panel("names")
        await pilot.press("slash", "d", "u", "a")
        await pilot.pause()
        assert (names.header.count, len(listed(names))) == ("1 of 6", 1)
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert (names.header.count, app.heard) == ("6", [])
        await pilot.press("escape")
        await pilot.pause()
        assert app.heard == [("left", "names")]


async def test_a_filter_finds_wide_characters():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("names")
        await pilot.pause()
        names = app.dock.panel("names")
        await pilot.press("slash", "李")
        await pilot.pause()
        assert [text[:2] for text in listed(names)] == ["李明"]


async def test_mentions_are_stepped_through():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("names")
        await pilot.pause()
        await pilot.press("n", "n", "N")
        await pilot.pause()
        places = [entry[2] for entry in app.heard]
        assert places == [span("Lisbon", 1), span("Lisbon", 2), span("Lisbon", 1)]


@pytest.mark.parametrize(
    ("panel_id", "words"),
    [("timeline", "Friday and left"), ("quotes", "not the city"), ("regions", "Galicia")],
)
async def test_reveal_puts_the_cursor_on_the_row_of_a_span(panel_id, words):
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        wanted = Span(*span(words))
        assert app.dock.reveal(panel_id, wanted)
        row = app.dock.panel(panel_id).rows_view.cursor_row
        assert any(each.overlaps(wanted) for each in row.spans)


async def test_next_panel_goes_through_those_on_screen_and_then_says_no():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        walked = []
        while app.dock.next_panel():
            await pilot.pause()
            walked.append(app.dock.panel_with_keys().panel_id)
        assert walked == ["timeline", "quotes", "regions"]


async def test_the_divider_is_dragged_and_moved_by_keys():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("timeline")
        await pilot.pause()
        width = app.dock.size.width
        await pilot.press("shift+left")
        await pilot.pause()
        assert app.dock.size.width == width + 4
        divider = app.dock.region.x
        await pilot.mouse_down(offset=(divider, 5))
        await pilot.hover(offset=(divider - 6, 5))
        await pilot.mouse_up(offset=(divider - 6, 5))
        await pilot.pause()
        assert app.dock.region.x == divider - 6


async def test_the_cross_closes_the_dock():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await pilot.click(offset=(118, 0))
        await pilot.pause()
        assert not app.dock.display


async def test_the_cursor_stays_on_its_row_when_more_is_found():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("names")
        await pilot.pause()
        await pilot.press("j", "j")
        names = app.dock.panel("names")
        before = names.rows_view.cursor_row
        app.dock.findings = FINDINGS.__class__(
            article=FINDINGS.article, entities=FINDINGS.entities[1:]
        )
        names.remake()
        assert names.rows_view.cursor_row.key == before.key


async def test_nothing_found_yet_and_nothing_found_at_all_are_told_apart():
    app = DockApp(findings=None)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        view = app.dock.panel("quotes").rows_view
        assert "Reading the article" in lines_of(view)[0]
        app.dock.findings = FINDINGS.__class__(article=FINDINGS.article)
        await pilot.pause()
        assert "Nobody is quoted" in lines_of(view)[0]


@pytest.mark.parametrize("size", [(20, 5), (60, 8), (99, 24), (120, 17), (200, 60)])
@pytest.mark.parametrize("theme", ["dateline-light", "ansi-dark"])
async def test_every_panel_draws_at_any_size(size, theme):
    app = DockApp(theme=theme)
    async with app.run_test(size=size) as pilot:
        for panel in app.dock.panels:
            app.dock.focus_panel(panel.panel_id)
            await pilot.pause()
            assert panel.rows_view.has_focus
            assert panel.region.right <= size[0]
            await pilot.press("G", "g", "ctrl+d", "ctrl+u")


def test_every_command_has_an_id_of_its_own_and_says_what_it_does():
    commands = [command for group in COMMANDS.values() for command in group]
    assert len({command.id for command in commands}) == len(commands)
    assert all(command.help and command.keys for command in commands)


async def test_the_head_of_a_panel_is_dragged_and_clicked():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        timeline, quotes = app.dock.panel("timeline"), app.dock.panel("quotes")
        before = timeline.size.height, quotes.size.height
        line = quotes.region.y
        await pilot.mouse_down(offset=(100, line))
        await pilot.hover(offset=(100, line + 3))
        await pilot.mouse_up(offset=(100, line + 3))
        await pilot.pause()
        assert (timeline.size.height, quotes.size.height) == (before[0] + 3, before[1] - 3)
        await pilot.click(quotes.header)
        await pilot.pause()
        assert quotes.rows_view.has_focus
        await pilot.press("shift+down")
        await pilot.pause()
        assert quotes.size.height > before[1] - 3


async def test_one_panel_of_the_stack_takes_all_the_room_and_gives_it_back():
    app = DockApp()
    async with app.run_test(size=WIDE) as pilot:
        app.dock.focus_panel("quotes")
        await pilot.pause()
        await pilot.press("z")
        await pilot.pause()
        assert [each.panel_id for each in app.dock.panels if each.display] == ["quotes"]
        await pilot.press("z")
        await pilot.pause()
        assert len([each for each in app.dock.panels if each.display]) == 3
