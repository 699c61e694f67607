"""What the settings file may hold, and what is told of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.config import Config, load_config

if TYPE_CHECKING:
    from pathlib import Path


def loaded(folder: Path, content: str) -> Config:
    path = folder / "config.toml"
    path.write_text(content, "utf-8")
    return load_config(path)


def test_without_a_file_everything_stays_at_its_default(tmp_path: Path) -> None:
    assert load_config(tmp_path / "config.toml") == Config()


def test_keys_of_a_panel_may_be_given_with_quotes_or_without(tmp_path: Path) -> None:
    quoted = loaded(tmp_path, '[keys]\n"panel.down" = ["ctrl+n"]\nzen = ["Z"]\n')
    bare = loaded(tmp_path, '[keys]\npanel.down = ["ctrl+n"]\nzen = ["Z"]\n')
    assert quoted.keys == bare.keys == {"panel.down": ["ctrl+n"], "zen": ["Z"]}
    assert not bare.problems


def test_a_wrong_value_is_told_and_the_others_are_taken(tmp_path: Path) -> None:
    config = loaded(tmp_path, 'measure = 7\ntheme = "nord"\nfont = "Courier"\n')
    assert config.theme == "nord"
    assert config.measure == Config().measure
    measure, font = config.problems
    assert measure == "measure = 7 must be a number from 30 to 160, such as 72"
    assert "there is no setting called font" in font


def test_a_wrong_key_is_told_by_name_and_the_others_are_taken(tmp_path: Path) -> None:
    config = loaded(tmp_path, '[keys]\nentity-next = "e"\nzen = ["Z"]\n')
    assert config.keys == {"zen": ["Z"]}
    assert config.problems == (
        '[keys] entity-next = "e" must be a list of keys, such as entity-next = ["ctrl+e"]',
    )


def test_a_setting_that_is_nearly_written_is_guessed(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "mesure = 70\n").problems
    assert problem == "there is no setting called mesure; measure is one"


def test_what_is_no_toml_is_told_with_the_file(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "theme = \n").problems
    assert str(tmp_path / "config.toml") in problem
