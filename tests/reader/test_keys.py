"""Key presses become commands; the tables of keys hold together in every preset."""

from __future__ import annotations

import pytest

from dateline.reader.commands import BY_ID, COMMANDS, PRESETS, method_name
from dateline.reader.key_names import unknown_keys
from dateline.reader.keys import Invocation, KeyMap, KeyReader, key_name

FORBIDDEN = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j", "ctrl+z", "ctrl+c", "ctrl+q"}


@pytest.mark.parametrize("preset", PRESETS)
def test_no_two_commands_share_keys(preset: str) -> None:
    assert KeyMap.build(COMMANDS, preset).clashes == []


@pytest.mark.parametrize("preset", PRESETS)
def test_no_key_that_terminals_cannot_tell_apart(preset: str) -> None:
    used = {key for command in COMMANDS for keys in command.keys_in(preset) for key in keys.split()}
    assert not used & FORBIDDEN


def test_every_command_has_its_handler() -> None:
    from dateline.reader.reading.screen import ReadingScreen

    missing = [each.id for each in COMMANDS if not hasattr(ReadingScreen, method_name(each.id))]
    assert missing == []
    assert len(BY_ID) == len(COMMANDS)


def read(keys: str, context: str = "reading") -> list[Invocation | bool | None]:
    reader = KeyReader(KeyMap.build(COMMANDS))
    return [reader.read(key, context) for key in keys.split()]


def test_a_sequence() -> None:
    assert read("] e") == [True, Invocation("entity-next")]


def test_a_count() -> None:
    assert read("4 2 G")[-1] == Invocation("to-end", 42)
    assert read("5 0 %")[-1] == Invocation("to-percent", 50)


def test_nought_is_a_motion_unless_a_count_has_begun() -> None:
    assert read("0") == [Invocation("row-start")]
    assert read("1 0 j")[-1] == Invocation("line-down", 10)


def test_digits_are_colours_in_a_selection() -> None:
    assert read("3", "selecting") == [Invocation("colour-3")]


def test_a_mark_takes_any_letter() -> None:
    assert read("m q") == [True, Invocation("mark", None, "q")]


def test_an_unknown_sequence_is_forgotten() -> None:
    reader = KeyReader(KeyMap.build(COMMANDS))
    assert reader.read("]", "reading") is True
    assert reader.read("Z", "reading") is False
    assert reader.pending == ""


def test_the_readers_own_keys_win_and_the_clash_is_told() -> None:
    key_map = KeyMap.build(COMMANDS, changes={"note": ["j"]})
    reader = KeyReader(key_map)
    assert reader.read("j", "reading") == Invocation("note")
    assert [str(clash) for clash in key_map.clashes] == [
        '"j" is taken by note, so line-down does not get it'
    ]


def test_names_of_keys() -> None:
    assert key_name("right_square_bracket", "]") == "]"
    assert key_name("space", " ") == "space"
    assert key_name("ctrl+o", "\x0f") == "ctrl+o"


def test_names_of_keys_that_no_key_has_are_told() -> None:
    assert unknown_keys({"zen": ["Z", "] e", "ctrl+f", "slash", "f2,comma", ","]}) == []
    (told,) = unknown_keys({"zen": ["crtl+z"]})
    assert told.startswith("[keys] zen: “crtl+z” is no key")
