"""The reader's settings: `config.toml` in the XDG config folder, read at start.

preset = "less"            # less, vim or emacs
theme = "dateline-dark"    # any theme of the palette, or "auto"
measure = 72               # columns of text, 30 to 160
hidden_layers = []         # entity number quote date region annotation
panels = true              # whether the panels are open at start

[keys]                     # a command's id and its keys; [] unbinds it
entity-next = ["] e", "ctrl+e"]
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LEAST_MEASURE, MOST_MEASURE = 30, 160


@dataclass(frozen=True)
class Config:
    """The settings, with their defaults."""

    preset: str = "less"
    theme: str = "auto"
    measure: int = 72
    hidden_layers: frozenset[str] = frozenset()
    panels: bool = True
    analysis: bool = True
    keys: dict[str, list[str]] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    """What could not be taken from the file, a sentence each."""


def automatic_theme() -> str:
    """The theme that "auto" stands for here: the one that suits the terminal's background."""
    # Terminals that tell their colours do so as "foreground;background" of the 16.
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return "dateline-light" if background in ("7", "15") else "dateline-dark"


def config_path() -> Path:
    """Where the settings are: `$XDG_CONFIG_HOME/dateline/config.toml`, or the system's place."""
    from platformdirs import user_config_path

    return user_config_path("dateline") / "config.toml"


def load_config(path: Path | None = None) -> Config:
    """Read the settings; what is wrong in them is told in `problems` and left at its default."""
    path = path or config_path()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        return Config(problems=(f"{path} cannot be read: {error.strerror}",))
    import tomllib

    try:
        values = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return Config(problems=(f"{path} is not valid TOML: {error}",))
    return _taken(values, path)


def _taken(values: dict[str, Any], path: Path) -> Config:
    problems: list[str] = []
    taken: dict[str, Any] = {}

    def take(name: str, good: bool, rule: str) -> None:
        if good:
            taken[name] = values[name]
        else:
            problems.append(f"{path}: {name} must be {rule}")

    for name, value in values.items():
        match name:
            case "preset":
                take(name, value in ("less", "vim", "emacs"), "less, vim or emacs")
            case "theme":
                take(name, isinstance(value, str), "the name of a theme")
            case "measure":
                good = isinstance(value, int) and LEAST_MEASURE <= value <= MOST_MEASURE
                take(name, good, f"a number from {LEAST_MEASURE} to {MOST_MEASURE}")
            case "panels" | "analysis":
                take(name, isinstance(value, bool), "true or false")
            case "hidden_layers":
                take(name, _is_words(value), "a list of layers")
            case "keys":
                values["keys"] = value = _without_levels(value)
                good = isinstance(value, dict) and all(_is_words(keys) for keys in value.values())
                take(name, good, "a table of lists of keys")
            case _:
                problems.append(f"{path}: there is no setting called {name}")
    if "hidden_layers" in taken:
        taken["hidden_layers"] = frozenset(taken["hidden_layers"])
    return Config(**taken, problems=tuple(problems))


def _without_levels(keys: object) -> object:
    """The table of keys with "panel.down" for what TOML makes of a bare `panel.down = [...]`."""
    if not isinstance(keys, dict):
        return keys
    flat: dict[str, object] = {}
    for name, value in keys.items():
        if isinstance(value, dict):
            flat.update({f"{name}.{inner}": each for inner, each in value.items()})
        else:
            flat[name] = value
    return flat


def _is_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)
