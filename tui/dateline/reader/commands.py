"""The one table of commands: keys, palette, footer, help and the docs' key list come from it.

A command's handler is the method `do_<id>` (dashes as underscores) of the reading screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

READING = "reading"
SELECTING = "selecting"
PANEL = "panel"
TEXT = (READING, SELECTING)
EVERYWHERE = (READING, SELECTING, PANEL)
PRESETS = ("less", "vim", "emacs")


@dataclass(frozen=True, slots=True)
class Command:
    """Something that the reader can ask for by key, by palette or by mouse."""

    id: str
    title: str
    """What it does, in a few words that start with a capital."""
    keys: tuple[str, ...]
    """Key sequences of the preset "less"; the keys of one sequence are parted by spaces."""
    group: str
    contexts: tuple[str, ...] = (READING,)
    hint: str = ""
    """A word for the footer; empty when it is not shown there."""
    vim: tuple[str, ...] | None = None
    """The keys in the preset "vim", where they differ."""
    emacs: tuple[str, ...] | None = None

    def keys_in(self, preset: str) -> tuple[str, ...]:
        """The key sequences in a preset: "less", "vim" or "emacs"."""
        if preset == "vim" and self.vim is not None:
            return self.vim
        if preset == "emacs" and self.emacs is not None:
            return self.emacs
        return self.keys


MOVE, CURSOR, FIND, KINDS = "Moving", "The cursor", "Finding", "From thing to thing"
SELECT, ANNOTATE, PANELS, SHOW = "Selecting", "Annotating", "Panels", "What is shown"
PLACES, ARTICLES, APP = "Marks and the way back", "Articles", "Dateline"

COMMANDS: tuple[Command, ...] = (
    Command("line-down", "A line down", ("j", "down"), MOVE, TEXT, emacs=("ctrl+n", "down")),
    Command("line-up", "A line up", ("k", "up"), MOVE, TEXT, emacs=("ctrl+p", "up")),
    Command(
        "screen-down",
        "A screen down",
        ("space", "pagedown", "ctrl+f"),
        MOVE,
        hint="page",
        emacs=("ctrl+v", "pagedown", "space"),
    ),
    Command(
        "screen-up",
        "A screen up",
        ("b", "pageup", "ctrl+b"),
        MOVE,
        vim=("ctrl+b", "pageup"),
        emacs=("alt+v", "pageup", "backspace"),
    ),
    Command(
        "half-down", "Half a screen down", ("d", "ctrl+d"), MOVE, TEXT, vim=("ctrl+d",), emacs=()
    ),
    Command("half-up", "Half a screen up", ("u", "ctrl+u"), MOVE, TEXT, vim=("ctrl+u",), emacs=()),
    Command(
        "to-start",
        "To the start, or to a line by count",
        ("g", "home"),
        MOVE,
        TEXT,
        vim=("g g", "home"),
        # Most terminals send M-< as Escape and <, which arrives as < alone; so for >, f and b.
        emacs=("alt+less_than_sign", "<", "home"),
    ),
    Command(
        "to-end",
        "To the end, or to a line by count",
        ("G", "end"),
        MOVE,
        TEXT,
        emacs=("alt+greater_than_sign", ">", "end", "G"),
    ),
    Command("to-percent", "To a percentage by count", ("%",), MOVE, TEXT),
    Command("cursor-left", "A character left", ("h", "left"), CURSOR, TEXT, emacs=("left",)),
    Command(
        "cursor-right", "A character right", ("l", "right"), CURSOR, TEXT, emacs=("ctrl+f", "right")
    ),
    Command(
        "word-next",
        "The next word",
        ("w", "ctrl+right"),
        CURSOR,
        TEXT,
        emacs=("alt+f", "ctrl+right", "w"),
    ),
    Command("word-end", "The end of the word", ("e",), CURSOR, TEXT),
    Command(
        "word-back",
        "The word before",
        ("W", "ctrl+left"),
        CURSOR,
        (READING,),
        vim=("b", "ctrl+left"),
        emacs=("alt+b", "ctrl+left"),
    ),
    Command("word-back-selecting", "The word before", ("b", "ctrl+left"), CURSOR, (SELECTING,)),
    Command("row-start", "The start of the line", ("0",), CURSOR, TEXT, emacs=("ctrl+a", "0")),
    Command("row-end", "The end of the line", ("$",), CURSOR, TEXT, emacs=("ctrl+e", "$")),
    Command("paragraph-next", "The next paragraph", ("}",), CURSOR, TEXT),
    Command("paragraph-back", "The paragraph before", ("{",), CURSOR, TEXT),
    Command("sentence-next", "The next sentence", (")",), CURSOR, TEXT, emacs=("alt+e", ")")),
    Command("sentence-back", "The sentence before", ("(",), CURSOR, TEXT, emacs=("alt+a", "(")),
    Command("search", "Search as you type", ("/",), FIND, TEXT, "search", emacs=("ctrl+s", "/")),
    Command("search-next", "The next match", ("n",), FIND, TEXT),
    Command("search-back", "The match before", ("N",), FIND, TEXT),
    Command("search-here", "Search the thing under the cursor", ("*",), FIND, TEXT),
    Command("only-matching", "Show only what matches the search", ("&",), FIND),
    Command("entity-next", "The next name", ("] e",), KINDS, TEXT),
    Command("entity-back", "The name before", ("[ e",), KINDS, TEXT),
    Command("number-next", "The next number", ("] n",), KINDS, TEXT),
    Command("number-back", "The number before", ("[ n",), KINDS, TEXT),
    Command("quote-next", "The next quote", ("] q",), KINDS, TEXT),
    Command("quote-back", "The quote before", ("[ q",), KINDS, TEXT),
    Command("date-next", "The next date", ("] d",), KINDS, TEXT),
    Command("date-back", "The date before", ("[ d",), KINDS, TEXT),
    Command("region-next", "The next place", ("] r",), KINDS, TEXT),
    Command("region-back", "The place before", ("[ r",), KINDS, TEXT),
    Command("annotation-next", "The next annotation", ("] a",), KINDS, TEXT),
    Command("annotation-back", "The annotation before", ("[ a",), KINDS, TEXT),
    Command("heading-next", "The next heading", ("] h",), KINDS, TEXT),
    Command("heading-back", "The heading before", ("[ h",), KINDS, TEXT),
    Command("overlap-cycle", "Cycle through what overlaps here", ("O",), KINDS, TEXT),
    Command("tell", "Tell all about the thing under the cursor", ("i",), KINDS, hint="about"),
    Command(
        "enter",
        "Between a thing and its row; follow a link; show a picture",
        ("enter",),
        KINDS,
        TEXT,
    ),
    Command("select", "Select by character", ("v",), SELECT, TEXT, "select", emacs=("ctrl+@", "v")),
    Command("select-lines", "Select by paragraph", ("V",), SELECT, TEXT),
    Command("swap-ends", "Go to the other end of the selection", ("o",), SELECT, (SELECTING,)),
    Command("inner-word", "Select the word", ("i w",), SELECT, (SELECTING,)),
    Command("around-word", "Select the word and its space", ("a w",), SELECT, (SELECTING,)),
    Command("inner-sentence", "Select the sentence", ("i s",), SELECT, (SELECTING,)),
    Command("around-sentence", "Select the sentence and its space", ("a s",), SELECT, (SELECTING,)),
    Command("inner-paragraph", "Select the paragraph", ("i p",), SELECT, (SELECTING,)),
    Command(
        "around-paragraph", "Select the paragraph and its space", ("a p",), SELECT, (SELECTING,)
    ),
    Command("inner-quote", "Select what is in the quotation marks", ('i "',), SELECT, (SELECTING,)),
    Command("around-quote", "Select the quotation with its marks", ('a "',), SELECT, (SELECTING,)),
    Command("inner-entity", "Select the thing found here", ("i e",), SELECT, (SELECTING,)),
    Command("around-entity", "Select the widest thing found here", ("a e",), SELECT, (SELECTING,)),
    Command(
        "copy", "Copy the selection or the paragraph", ("y",), SELECT, TEXT, emacs=("alt+w", "y")
    ),
    Command("copy-citation", "Copy with a citation", ("Y",), SELECT, TEXT),
    Command(
        "leave",
        "Leave the selection, the search or the panel",
        ("escape",),
        SELECT,
        TEXT,
        emacs=("ctrl+g", "escape"),
    ),
    Command("highlight", "Highlight selection or paragraph", ("H",), ANNOTATE, TEXT, "mark"),
    *(
        Command(
            f"colour-{number}",
            f"Highlight in colour {number}",
            (str(number),),
            ANNOTATE,
            (SELECTING,),
        )
        for number in range(1, 9)
    ),
    Command("note", "Write a note", ("a",), ANNOTATE, (READING,), "note"),
    Command("note-selection", "Write a note on the selection", ("a a",), ANNOTATE, (SELECTING,)),
    Command("note-article", "Write a note on the whole article", ("P",), ANNOTATE, TEXT),
    Command("tag", "Tag the annotation here or the selection", ("t",), ANNOTATE, TEXT),
    Command("annotate-mentions", "Highlight all mentions of this", ("M",), ANNOTATE, TEXT),
    Command("delete", "Delete the annotation here", ("x",), ANNOTATE, TEXT),
    Command(
        "undo",
        "Undo",
        ("U",),
        ANNOTATE,
        (READING, PANEL),
        vim=("u", "U"),
        emacs=("ctrl+underscore", "U"),
    ),
    Command("redo", "Redo", ("ctrl+r",), ANNOTATE, (READING, PANEL)),
    Command("reattach", "Attach a lost annotation here, or confirm one", ("R",), ANNOTATE, TEXT),
    Command("panel-next", "To the next panel", ("tab",), PANELS, EVERYWHERE, "panels"),
    Command("panel-back", "To the panel before", ("shift+tab",), PANELS, EVERYWHERE),
    Command("timeline", "The timeline", ("f2",), PANELS, EVERYWHERE),
    Command("quotes", "The quotes", ("f3",), PANELS, EVERYWHERE),
    Command("regions", "The regions", ("f4",), PANELS, EVERYWHERE),
    Command("names", "The names", ("f5",), PANELS, EVERYWHERE),
    Command("numbers", "The numbers", ("f6",), PANELS, EVERYWHERE),
    Command("notes", "The notes", ("f7",), PANELS, EVERYWHERE),
    Command("outline", "The outline", ("f8",), PANELS, EVERYWHERE),
    Command("panels-close", "Close or open the panels", ("f9", "\\"), PANELS, EVERYWHERE),
    Command("panels-wider", "Wider panels", (">",), PANELS, emacs=("ctrl+x }",)),
    Command("panels-narrower", "Narrower panels", ("<",), PANELS, emacs=("ctrl+x {",)),
    Command("zen", "Nothing but the article", ("z",), SHOW),
    Command("measure-wider", "A wider measure", ("+", "="), SHOW),
    Command("measure-narrower", "A narrower measure", ("-",), SHOW),
    Command("layer-entity", "Show or hide the names", ("T e",), SHOW),
    Command("layer-number", "Show or hide the numbers", ("T n",), SHOW),
    Command("layer-quote", "Show or hide the quotes", ("T q",), SHOW),
    Command("attributions", "All attributions, or only what is said", ("T s",), SHOW),
    Command("layer-date", "Show or hide the dates", ("T d",), SHOW),
    Command("layer-region", "Show or hide the places", ("T r",), SHOW),
    Command("layer-annotation", "Show or hide the annotations", ("T a",), SHOW),
    Command("layer-all", "Show or hide all highlights", ("T T",), SHOW),
    Command("theme", "Dark or light", ("T t",), SHOW),
    Command("mark", "Set a mark", ("m <char>",), PLACES),
    Command("to-mark", "To a mark; '' goes back", ("' <char>",), PLACES, TEXT),
    Command("jump-back", "Back to where you were", ("ctrl+o", "alt+left"), PLACES),
    Command("jump-forward", "Forward again", ("alt+right",), PLACES),
    Command("date", "Set the article's date", ("D",), ARTICLES, hint="date"),
    Command("library", "The library", ("L",), ARTICLES, (READING, PANEL)),
    Command("open", "Open an article", ("ctrl+l",), ARTICLES, (READING, PANEL)),
    Command("all-notes", "The notes on all articles", ("A",), ARTICLES),
    Command("follow", "Follow a link by its label", ("f",), ARTICLES),
    Command("picture", "Show the picture here, or the next one", ("p",), ARTICLES),
    Command("browse", "Open in the browser", ("o",), ARTICLES),
    Command("edit", "Edit the source in $VISUAL", ("E",), ARTICLES),
    Command("export", "Export", ("s",), ARTICLES),
    Command("reload", "Read the source again", ("r",), ARTICLES),
    Command("analyze-again", "Analyse again", ("ctrl+a",), ARTICLES, emacs=()),
    Command("help", "Help for where you are", ("?", "f1"), APP, EVERYWHERE, "help"),
    Command("palette", "All commands", (":", "ctrl+p"), APP, EVERYWHERE, emacs=("alt+x", ":")),
    Command("back", "Back; quit from the article", ("q",), APP, TEXT, "quit"),
    Command("quit", "Quit", ("Q",), APP, EVERYWHERE),
)
"""Every command, in the order in which help and docs list them."""

BY_ID = {command.id: command for command in COMMANDS}


def grouped() -> Iterator[tuple[str, list[Command]]]:
    """The commands by group, in the order of the table."""
    groups: dict[str, list[Command]] = {}
    for command in COMMANDS:
        groups.setdefault(command.group, []).append(command)
    return iter(groups.items())


def method_name(command: str) -> str:
    """The method of the reading screen that carries a command out."""
    return "do_" + command.replace("-", "_")
