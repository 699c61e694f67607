"""Key presses to commands: counts, sequences such as `]e` and `gg`, and one map for each context.

Textual has no key sequences, so a small state is kept here: the digits of a count and the keys of
a sequence that is not complete yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.reader.commands import Command

ANY_CHARACTER = "<char>"
"""Stands in a sequence for any printable character: the letter of a mark."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """A command that was asked for, with its count and the character of its sequence, if any."""

    command: str
    count: int | None = None
    character: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two commands that want the same keys in one context; the first keeps them."""

    context: str
    keys: str
    kept: str
    dropped: str

    def __str__(self) -> str:
        return f'"{self.keys}" is taken by {self.kept}, so {self.dropped} does not get it'


@dataclass
class KeyMap:
    """The keys of every context. A context is "reading", "selecting" or "panel"."""

    sequences: dict[str, dict[tuple[str, ...], str]] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)
    _prefixes: dict[tuple[str, tuple[str, ...]], str] = field(default_factory=dict)

    @classmethod
    def build(
        cls,
        commands: Iterable[Command],
        preset: str = "less",
        changes: Mapping[str, Iterable[str]] | None = None,
    ) -> KeyMap:
        """The key map of a preset, with the reader's own keys for commands laid over it.

        `changes` maps a command's id to its keys ("] e", "ctrl+f"); an empty list unbinds it.
        Keys that the reader gives go before those of the preset.
        """
        changes = changes or {}
        key_map = cls()
        ordered = sorted(commands, key=lambda command: command.id not in changes)
        for command in ordered:
            keys = changes.get(command.id)
            for sequence in command.keys_in(preset) if keys is None else keys:
                for context in command.contexts:
                    key_map._bind(context, tuple(sequence.split()), command.id)
        return key_map

    def _bind(self, context: str, sequence: tuple[str, ...], command: str) -> None:
        bound = self.sequences.setdefault(context, {})
        prefixes = [sequence[:length] for length in range(1, len(sequence))]
        kept = bound.get(sequence) or self._prefixes.get((context, sequence))
        kept = kept or next((bound[prefix] for prefix in prefixes if prefix in bound), None)
        if kept is not None:
            if kept != command:
                self.clashes.append(Clash(context, " ".join(sequence), kept, command))
            return
        bound[sequence] = command
        for prefix in prefixes:
            self._prefixes.setdefault((context, prefix), command)

    def may_go_on(self, context: str, sequence: tuple[str, ...]) -> bool:
        """Whether a sequence begins a longer one."""
        return (context, sequence) in self._prefixes

    def keys_of(self, command: str) -> list[str]:
        """The sequences that invoke a command, each once, in any context."""
        found: dict[str, None] = {}
        for bound in self.sequences.values():
            for sequence, bound_command in bound.items():
                if bound_command == command:
                    found[" ".join(sequence)] = None
        return list(found)


_DIGITS = frozenset("0123456789")


class KeyReader:
    """Reads key presses one by one; answers when they make a command."""

    def __init__(self, key_map: KeyMap) -> None:
        self.key_map = key_map
        self._count = ""
        self._keys: tuple[str, ...] = ()

    @property
    def pending(self) -> str:
        """What was typed of a command that is not complete, for the status line."""
        return self._count + "".join(show_key(key) for key in self._keys)

    def clear(self) -> None:
        """Forget what was typed."""
        self._count, self._keys = "", ()

    def read(self, key: str, context: str) -> Invocation | bool | None:
        """Take a key press, named as by `key_name`.

        Returns the command when the keys make one, True when more keys may follow, and False when
        the key means nothing here (what was pending is then forgotten).
        """
        bound = self.key_map.sequences.get(context, {})
        sequence = (*self._keys, key)
        if not self._keys and key in _DIGITS and (self._count or sequence not in bound):
            self._count = (self._count + key)[:7]
            return True
        count = int(self._count) if self._count else None
        if (command := bound.get(sequence)) is not None:
            self.clear()
            return Invocation(command, count)
        if self._keys and len(key) == 1:
            command = bound.get((*self._keys, ANY_CHARACTER))
            if command is not None:
                self.clear()
                return Invocation(command, count, key)
        if self.key_map.may_go_on(context, sequence):
            self._keys = sequence
            return True
        self.clear()
        return False


def key_name(key: str, character: str | None) -> str:
    """The name of a key press as key maps write it: the character itself when it prints.

    `key` and `character` are those of Textual's `Key` event.
    """
    if character == " ":
        return "space"
    if character is not None and character.isprintable() and not key.startswith(("ctrl+", "alt+")):
        return character
    return key


_SHOWN = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "S-Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "backspace": "Bksp",
    "slash": "/",
    "question_mark": "?",
    "plus": "+",
    "minus": "-",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    ANY_CHARACTER: "…",
}


def show_key(key: str) -> str:
    """A key as a reader knows it: "^O" for ctrl+o, "F2", "]"."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return "^" + show_key(key[5:]).upper()
    if key.startswith("alt+"):
        return "M-" + show_key(key[4:])
    if key.startswith("shift+"):
        return "S-" + show_key(key[6:])
    if key.startswith("f") and key[1:].isdigit():
        return key.upper()
    return key


def show_keys(sequence: str) -> str:
    """A sequence as a reader types it: "]e"."""
    return "".join(show_key(key) for key in sequence.split())
