"""The manual's lists of keys, made from the table of commands.

python -m dateline.reader.manual > docs/keys.md
python -m dateline.reader.manual --man > docs/dateline.1
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from textual.keys import key_to_character

from dateline.reader.commands import (
    PANEL,
    PRESETS,
    READING,
    SELECTING,
    Command,
    grouped,
)
from dateline.reader.keys import key_name, show_keys
from dateline.reader.panels.dock import COMMANDS
from dateline.reader.screens.chooser import CHOOSER_COMMANDS
from dateline.reader.screens.library import LIBRARY_COMMANDS

if TYPE_CHECKING:
    from dateline.reader.panels.commands import PanelCommand

_CONTEXTS = {READING: "reading", SELECTING: "selecting", PANEL: "panels"}


def keys_markdown() -> str:
    """The page of keys: a table for each group of commands, a column for each preset."""
    lines = [
        "# Keys",
        "",
        "Made from the table of commands by `make docs`. Three presets: `less` (default), `vim`",
        "and `emacs`; set `preset` in `config.toml`. Digits before a command are its count (`42G`,",
        "`5j`, `50%`). Every command can be put on other keys by its id:",
        "",
        "```toml",
        "[keys]",
        'entity-next = ["] e", "ctrl+e"]   # keys of a sequence are parted by spaces',
        "zen = []                          # no key at all",
        '"panel.choose" = ["enter", "o"]   # a panel\'s command: single keys, its id in quotes',
        "```",
        "",
    ]
    for group, commands in grouped():
        lines += [f"## {group}", "", "| less | vim | emacs | what it does | where | id |"]
        lines.append("|---|---|---|---|---|---|")
        lines += [_row(command) for command in commands]
        lines.append("")
    lines += ["## In a panel", ""]
    lines += [
        "These take single keys, the same in every preset, as they print or by Textual's name"
    ]
    lines += ["(`slash`, `ctrl+d`); several may stand in one text with commas between them.", ""]
    lines += ["| keys | what it does | where | id |", "|---|---|---|---|"]
    for where, listed in COMMANDS.items():
        lines += [
            f"| {_cell(_panel_keys(each))} | {each.help} | {_PANELS[where]} | `{each.id}` |"
            for each in listed
        ]
    lines += ["", "## In a list over the article", ""]
    lines += ["Typing narrows the list; these go with it.", ""]
    lines += ["| keys | what it does | where | id |", "|---|---|---|---|"]
    for where, listed in (("any list", CHOOSER_COMMANDS), ("the library", LIBRARY_COMMANDS)):
        lines += [
            f"| {_cell(_panel_keys(each))} | {each.help} | {where} | `{each.id}` |"
            for each in listed
        ]
    lines.append("")
    return "\n".join(lines)


def _panel_keys(command: PanelCommand) -> tuple[str, ...]:
    """The keys of a panel's command as the table of commands writes keys."""
    return tuple(key_name(key, key_to_character(key)) for key in command.keys.split(","))


_PANELS = {
    "dock": "the panels",
    "panel": "any panel",
    "filter": "the filter",
    "mentions": "Names, Regions",
    "timeline": "Timeline",
    "quotes": "Quotes",
    "regions": "Regions",
    "map": "the map",
    "names": "Names",
    "numbers": "Numbers",
    "notes": "Notes",
}


def _row(command: Command) -> str:
    columns = [_cell(command.keys_in(preset)) for preset in PRESETS]
    where = ", ".join(_CONTEXTS[context] for context in command.contexts)
    return f"| {' | '.join(columns)} | {command.title} | {where} | `{command.id}` |"


def _cell(sequences: tuple[str, ...]) -> str:
    return " ".join(f"`{show_keys(each)}`".replace("|", "\\|") for each in sequences) or "–"


def man_page() -> str:
    """The manual page, in the man macros of troff."""
    lines = [
        '.TH DATELINE 1 "" "Dateline" "User Commands"',
        ".SH NAME",
        "dateline \\- read an article closely",
        ".SH SYNOPSIS",
        ".B dateline",
        "[\\fIFILE\\fR | \\fIURL\\fR | \\fB\\-\\fR]...",
        ".br",
        ".B dateline analyze",
        "[\\fB\\-\\-jsonl\\fR] [\\fB\\-\\-published\\fR \\fIDATE\\fR] \\fIFILE\\fR...",
        ".br",
        ".B dateline",
        "{\\fBnotes\\fR | \\fBexport\\fR | \\fBimport\\fR | \\fBadd\\fR | \\fBlanguages\\fR} ...",
        ".SH DESCRIPTION",
        "Shows an article with its names, numbers, dates, quotes and places, and panels linked to",
        "them. Without an argument it offers the articles read lately.",
        ".SH KEYS",
    ]
    for group, commands in grouped():
        lines.append(f".SS {group}")
        for command in commands:
            keys = ", ".join(show_keys(each) for each in command.keys)
            lines += [".TP", f".B {_escaped(keys)}", _escaped(command.title)]
    lines += [
        ".SH FILES",
        ".TP",
        ".I $XDG_CONFIG_HOME/dateline/config.toml",
        "settings and keys",
        ".TP",
        ".I $XDG_DATA_HOME/dateline/",
        "annotations and library",
        ".SH EXIT STATUS",
        "0 when all went well, 1 for bad input, 2 for bad usage.",
    ]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + escaped if escaped.startswith((".", "'")) else escaped


def main() -> None:
    """Print the page of keys, or with --man the manual page."""
    sys.stdout.write(man_page() if "--man" in sys.argv[1:] else keys_markdown())


if __name__ == "__main__":
    main()
