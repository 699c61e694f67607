"""Names of keys in the reader's settings: which there are."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WITH = re.compile(r"(?:(?:ctrl|alt|shift)\+)*(?=.)")
_NAMED = frozenset(
    re.findall(
        r"\S+",
        "escape enter tab space backspace delete insert home end pageup pagedown up down left right"
        " slash backslash at minus plus underscore comma",
    )
) | {f"f{number}" for number in range(1, 25)}


def is_key_name(name: str) -> bool:
    """Whether a name is a key's: a character, a name of Textual's, or one of them with ctrl+."""
    bare = name[match.end() :] if (match := _WITH.match(name)) else name
    if len(bare) == 1 or bare in _NAMED or bare == "<char>":
        return True
    try:
        unicodedata.lookup(bare.replace("_", " "))
    except KeyError:
        return False
    return True


def unknown_keys(changes: Mapping[str, Iterable[str]]) -> list[str]:
    """What is wrong in the names of keys, a sentence each; `changes`: command to its keys."""
    return [
        f"[keys] {command}: “{name}” is no key; keys are written as in e, ctrl+e, f2, pageup, ] e"
        for command, sequences in changes.items()
        for sequence in sequences
        for name in (sequence.replace(",", " ") if len(sequence) > 1 else sequence).split()
        if not is_key_name(name)
    ]
