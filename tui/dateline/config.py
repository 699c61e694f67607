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
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dateline.article.clean import clean_line

LEAST_MEASURE, MOST_MEASURE = 30, 160
LAYERS = frozenset({"entity", "number", "quote", "date", "region", "annotation"})
_LONGEST_VALUE = 30


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
    """What could not be taken from the file, and how to mend it, a sentence each."""


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
    return _taken(values)


def _taken(values: dict[str, Any]) -> Config:
    problems: list[str] = []
    taken: dict[str, Any] = {}

    def take(name: str, good: bool, rule: str, example: str) -> None:
        if good:
            taken[name] = values[name]
        else:
            problems.append(
                f"{name} = {_as_written(values[name])} must be {rule}, such as {example}"
            )

    for name, value in values.items():
        match name:
            case "preset":
                take(name, value in ("less", "vim", "emacs"), "less, vim or emacs", '"less"')
            case "theme":
                take(name, isinstance(value, str), "the name of a theme", '"auto"')
            case "measure":
                whole = isinstance(value, int) and not isinstance(value, bool)
                good = whole and LEAST_MEASURE <= value <= MOST_MEASURE
                rule = f"a number from {LEAST_MEASURE} to {MOST_MEASURE}"
                take(name, good, rule, str(Config.measure))
            case "panels" | "analysis":
                take(name, isinstance(value, bool), "true or false", "true")
            case "hidden_layers":
                good = _is_words(value) and set(value) <= LAYERS
                rule = f"a list of layers ({', '.join(sorted(LAYERS))})"
                take(name, good, rule, '["quote"]')
            case "keys":
                values["keys"] = keys = _without_levels(value)
                take(name, isinstance(keys, dict), "a table", '[keys] and entity-next = ["] e"]')
                if isinstance(keys, dict):
                    taken["keys"] = {each: keys[each] for each in keys if _is_words(keys[each])}
                    problems += [
                        f"[keys] {each} = {_as_written(given)} must be a list of keys,"
                        f' such as {each} = ["ctrl+e"]'
                        for each, given in keys.items()
                        if each not in taken["keys"]
                    ]
            case _:
                known = [each.name for each in fields(Config) if each.name != "problems"]
                near = get_close_matches(name, known, 1)
                meant = f"; {near[0]} is one" if near else f"; there are {', '.join(known)}"
                problems.append(f"there is no setting called {name}{meant}")
    if "hidden_layers" in taken:
        taken["hidden_layers"] = frozenset(taken["hidden_layers"])
    return Config(**taken, problems=tuple(problems))


def _as_written(value: object) -> str:
    """A value much as the file has it, cut where it is long."""
    if isinstance(value, bool):
        return str(value).lower()
    written = f'"{value}"' if isinstance(value, str) else str(value)
    return clean_line(written if len(written) <= _LONGEST_VALUE else f"{written[:_LONGEST_VALUE]}…")


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
