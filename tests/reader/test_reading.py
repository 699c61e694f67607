"""Reading by keyboard and by mouse, as the reader does it."""

from __future__ import annotations


async def test_the_article_has_the_focus_and_the_cursor_its_first_word(open_reader) -> None:
    async with open_reader() as reader:
        assert reader.under_cursor.startswith("Harbour")
        assert any("Harbour reopens after storm" in row for row in reader.shown)


async def test_from_thing_to_thing(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("]", "e")
        assert reader.under_cursor.startswith("Oslo reopened")
        assert reader.status.startswith("Country, region or city · Oslo")
        await reader.press("]", "e")
        assert reader.under_cursor.startswith("Kari Holm")
        await reader.press("]", "n")
        assert reader.under_cursor.startswith("340")
        await reader.press("[", "n")
        assert reader.under_cursor.startswith("12")
        await reader.press("]", "q")
        assert reader.under_cursor.startswith("“Nobody")
        await reader.press("]", "d")
        assert reader.under_cursor.startswith("2026")
        await reader.press("]", "d")
        assert reader.status == "No date after here"


async def test_selecting_and_swapping_the_ends(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("w", "v", "e", "w", "e")
        assert reader.selected == "reopens after"
        await reader.press("o", "b")
        assert reader.selected == "Harbour reopens after"
        await reader.press("escape")
        assert reader.selected is None


async def test_text_objects(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("]", "q", "l", "v", "i", '"')
        assert reader.selected == "Nobody was hurt,"
        await reader.press("a", "p")
        assert reader.selected is not None and reader.selected.startswith("“Nobody was hurt,” said")
        await reader.press("V")
        assert reader.selected.startswith("“Nobody")


async def test_copying_gives_the_words_to_the_clipboard(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("v", "e", "y")
        assert reader.app.clipboard == "Harbour"
        assert reader.status == "Copied 1 word"


async def test_search_as_you_type(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("holm")
        assert reader.under_cursor.startswith("Holm. Holm thanked")
        await reader.press("enter", "n")
        assert reader.under_cursor.startswith("Holm thanked")
        await reader.press("n")
        assert reader.under_cursor.startswith("Holm. Holm")
        await reader.press("/")
        await reader.type("nowhere")
        await reader.press("escape")
        assert reader.under_cursor.startswith("Holm. Holm")


async def test_the_matches_are_counted_while_they_are_typed(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("holm")
        assert reader.shown[-1].endswith("1/2 matches")
        await reader.type("x")
        assert reader.shown[-1].endswith("no match")


async def test_that_an_analysis_ended_early_stays_on_screen(open_reader) -> None:
    from dateline.analysis.client import Failed

    class Dying:
        async def run(self, article, priority):
            yield Failed("The analysis stopped.")

        async def close(self):
            pass

    async with open_reader() as reader:
        reader.screen._client = Dying()
        await reader.screen._analyse()
        assert reader.status == "The analysis stopped. Press ^A to try again."
        await reader.press("j")
        assert "analysis stopped: ^A" in reader.shown[-1]


async def test_the_star_goes_through_all_that_a_name_is_called(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("]", "e", "]", "e", "*")
        assert reader.under_cursor.startswith("Holm thanked")


async def test_only_what_matches(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("/")
        await reader.type("oslo")
        await reader.press("enter", "&")
        shown = "\n".join(reader.shown)
        assert "Repairs will last" in shown and "Harbour reopens" not in shown
        await reader.press("&")
        assert "Harbour reopens" in "\n".join(reader.shown)


async def test_marks_and_the_way_back(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("m", "s", "G")
        assert reader.screen.cursor > 200
        await reader.press("'", "s")
        assert reader.screen.cursor == 0
        await reader.press("ctrl+o")
        assert reader.screen.cursor > 200


async def test_a_layer_is_hidden_and_shown(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("T", "e")
        await reader.press("]", "e")
        assert reader.status != "Country, region or city · Oslo · named 2 times"
        await reader.press("T", "e")
        assert reader.screen.pane.hidden_layers == frozenset()


async def test_the_mouse_points_selects_words_and_paragraphs(open_reader) -> None:
    async with open_reader() as reader:
        pane = reader.screen.pane
        left = pane.text_left + 3
        await reader.pilot.click(pane, offset=(left + 2, 0))
        assert reader.screen.cursor == 2
        await reader.pilot.double_click(pane, offset=(left + 10, 0))
        await reader.pilot.pause()
        assert reader.selected == "reopens"
        await reader.pilot.triple_click(pane, offset=(left + 10, 0))
        await reader.pilot.pause()
        assert reader.selected == "Harbour reopens after storm"


async def test_dragging_selects(open_reader) -> None:
    async with open_reader() as reader:
        pane = reader.screen.pane
        left = pane.text_left + 3
        await reader.pilot.mouse_down(pane, offset=(left, 0))
        await reader.pilot.hover(pane, offset=(left + 6, 0))
        await reader.pilot.mouse_up(pane, offset=(left + 6, 0))
        await reader.pilot.pause()
        assert reader.selected == "Harbour"


async def test_a_selection_narrows_the_panels(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("}", "}", "V")
        assert reader.screen.dock is not None
        assert reader.screen.dock.selection == reader.screen.selection
        await reader.press("escape")
        assert reader.screen.dock.selection is None


async def test_enter_goes_between_a_thing_and_its_row(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("]", "q", "enter")
        await reader.pilot.pause()
        dock = reader.screen.dock
        assert dock is not None and dock.has_focus_within
        assert reader.screen.pane.related
        await reader.press("enter")
        assert reader.screen.pane.has_focus
        assert reader.under_cursor.startswith("“Nobody")


async def test_a_panel_row_lights_up_all_mentions(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("f5", "j")
        pane = reader.screen.pane
        lit = [reader.screen.text[slice(*each)] for each in (pane.preview, *pane.related)]
        assert lit == ["Kari Holm", "Holm"]


async def test_tab_goes_round_the_panels_and_back_to_the_article(open_reader) -> None:
    async with open_reader() as reader:
        for _ in range(3):
            await reader.press("tab")
            assert reader.screen.in_panel
        await reader.press("tab")
        assert reader.screen.pane.has_focus


async def test_help_palette_and_card(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("?")
        assert any("Keys · Reading" in row for row in reader.shown)
        await reader.press("escape", "]", "n", "i")
        assert any("boats" in row for row in reader.shown)
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_setting_the_date(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("D")
        await reader.press("ctrl+u")
        await reader.type("2025-07-01")
        await reader.press("enter")
        assert str(reader.screen.article.published) == "2025-07-01"


async def test_zen_hides_everything_but_the_article(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("z")
        assert not any("Timeline" in row for row in reader.shown)
        await reader.press("z")
        assert any("Timeline" in row for row in reader.shown)


async def test_a_very_small_terminal_still_shows_the_article(open_reader) -> None:
    async with open_reader(size=(20, 5)) as reader:
        assert "Harbour" in "\n".join(reader.shown)
        await reader.press("j", "j", "j")
        assert "port of" in "\n".join(reader.shown) or "OSLO" in "\n".join(reader.shown)


async def test_resizing_keeps_the_place(open_reader) -> None:
    text = "\n\n".join(f"Paragraph {n} has some words in it to be wrapped." for n in range(200))
    async with open_reader(text=text) as reader:
        await reader.press("5", "0", "%")
        before = reader.under_cursor[:14]
        for width in (40, 90, 24, 120):
            await reader.pilot.resize_terminal(width, 20)
            await reader.pilot.pause()
        assert reader.under_cursor[:14] == before


async def test_nothing_from_an_article_reaches_the_screen_as_a_control(open_reader) -> None:
    async with open_reader(
        text="Title \x1b]52;c;aGk=\x07 here\n\nWords\x9b31m and\u202eback."
    ) as reader:
        shown = "\n".join(reader.shown)
        assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in shown)
        assert "\u202e" not in shown


async def test_the_library_lists_what_was_read_and_opens_it(open_reader, tmp_path) -> None:
    from dateline.article.opening import open_article
    from dateline.library.catalogue import Library

    path = tmp_path / "other.txt"
    path.write_text("Glacier shrinks again\n\nThe glacier lost nine metres of ice this year.\n")
    Library().record(open_article(str(path)))
    async with open_reader() as reader:
        await reader.press("L")
        await reader.type("ice")
        assert any("Glacier shrinks again" in row for row in reader.shown)
        await reader.press("enter")
        await reader.pilot.pause(0.5)
        assert reader.under_cursor.startswith("Glacier shrinks")
        await reader.press("q")
        await reader.pilot.pause()
        assert reader.under_cursor.startswith("Harbour")


async def test_the_palette_holds_no_commands_but_the_readers(open_reader) -> None:
    async with open_reader() as reader:
        assert len(reader.app.COMMANDS) == 1


async def test_a_paragraph_is_selected_to_its_end_and_with_its_space(open_reader) -> None:
    async with open_reader() as reader:
        first = "Harbour reopens after storm"
        await reader.press("g", "v", "}")
        assert reader.selected == first
        await reader.press("a", "p")
        assert reader.selected == first + "\n\n"
        await reader.press("i", "p")
        assert reader.selected == first
        await reader.press("Y")
        assert reader.status == "Copied 4 words with a citation"


async def test_the_card_of_a_name_tells_of_its_place_too(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("]", "e", "i")
        shown = "\n".join(reader.shown)
        assert "Country, region or city" in shown and "59.9100, 10.7500" in shown


async def test_the_share_that_was_read_follows_the_size(open_reader) -> None:
    async with open_reader(text="Some words of a paragraph. " * 400) as reader:
        line = reader.screen.query_one("StatusLine")
        before = line.status.place
        await reader.pilot.resize_terminal(60, 10)
        await reader.pilot.pause()
        assert line.status.place != before


async def test_in_a_panel_the_status_line_tells_of_its_row_and_its_keys(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("f5")
        await reader.pilot.pause(0.1)
        line = reader.screen.query_one("StatusLine").status
        assert line.here.startswith("Names · ") and "Kari Holm" not in line.here
        await reader.press("j")
        assert "Kari Holm" in reader.status
        hints = dict(line.hints)
        assert hints["s"] == "order" and hints["/"] == "filter" and hints["?"] == "help"
        assert any("/ filter" in row for row in reader.shown)
        await reader.press("Q")
        assert not reader.app.is_running or reader.app._exit


async def test_dialogs_in_a_very_small_terminal_show_words(open_reader) -> None:
    async with open_reader(size=(20, 5)) as reader:
        await reader.press("?")
        assert any("A line down" in row for row in reader.shown)
        await reader.press("escape", "]", "e", "i")
        assert any("what" in row for row in reader.shown)
        await reader.press("escape", "a")
        await reader.type("So?")
        assert any("So?" in row for row in reader.shown)
        await reader.press("escape", "escape", ":")
        await reader.type("dark")
        await reader.pilot.pause(0.5)
        assert any("Dark or" in row for row in reader.shown)


async def test_a_date_that_cannot_be_read_stays_in_the_prompt(open_reader) -> None:
    async with open_reader() as reader:
        await reader.press("D")
        await reader.type("foo")
        await reader.press("enter")
        assert "foo" in reader.shown[-1]
        assert reader.shown[-1].endswith("not a date; write it like 2025-06-07")
        await reader.press("escape")
        assert reader.screen.article.published_from is None
