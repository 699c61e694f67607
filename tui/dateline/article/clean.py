"""Cleaning of everything that comes from outside: nothing reaches the terminal as a control.

Control characters (C0 but LF and TAB, DEL, C1) and the bidirectional controls of UAX #9 are
replaced by characters that can be seen, one code point for one code point, so that offsets hold.
A C1 control is shown as what the same byte is in Windows-1252, which is what it nearly always was.
"""

from __future__ import annotations

import re

_CONTROL_PICTURES = {code: chr(0x2400 + code) for code in range(0x20)} | {0x7F: "\u2421"}
_C1 = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_BIDI = dict.fromkeys((0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "⁞")
_SURROGATES = re.compile("[\ud800-\udfff]")
_IN_LINE = _CONTROL_PICTURES | _C1 | _BIDI | {0x2028: " ", 0x2029: " "}
_IN_TEXT = {code: shown for code, shown in _IN_LINE.items() if code not in (0x09, 0x0A)}
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def clean_text(text: str) -> str:
    """The text with every control character replaced by one that can be seen; same length.

    LF and TAB stay; so do all the spaces, joiners and combining marks that scripts need.
    """
    if _SUSPECT.search(text) is None:
        return text
    return _SURROGATES.sub("\ufffd", text.translate(_IN_TEXT))


def clean_line(text: str) -> str:
    """A name, title, address or message made fit for one line of a terminal.

    LF and TAB too are replaced, by spaces; the length is the same.
    """
    return clean_text(text).replace("\n", " ").replace("\t", " ")
