"""The dateline before a story ("OSLO, 3 May (Agency) —"), which nobody says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 120
_DATELINE = re.compile(
    r"(?:"
    # "Oslo, Norway, May 3 (Agency) -": an agency in brackets, with any letters.
    r"(?P<agency>[^\W\d_][\w.,'/ -]{1,70})\([^\W\d_][\w.,'/& -]{1,40}\)\s*(?:-{1,2}|[–—―_])\s+"
    # "OSLO, Norway, May 3 —": a place in capitals.
    r"|(?P<place>[^\W\d_]+(?:[.' /-]+[^\W\d_]+){0,4}\.?)(?:,[\w.,' ]{1,50})?"
    r"(?:\s+-{1,2}|\s*[–—―])\s+"
    r")(?![a-z])"
)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SMALL = frozenset({"am", "and", "de", "del", "la", "le", "of", "on", "sur", "the", "upon"})


def dateline_tokens(doc: Doc) -> int:
    """How many tokens at the head of a passage are its dateline; 0 where it has none."""
    text = doc.text[:_LONGEST]
    found = _DATELINE.match(text)
    if found is None:
        return 0
    words = _WORD.findall(found["agency"] or found["place"])
    if found["agency"] is None:
        if not (found["place"].isupper() and len("".join(words)) > 2) and not _is_place(doc, found):
            return 0
    elif not all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words):
        return 0
    count = 0
    while count < len(doc) and doc[count].idx < found.end():
        count += 1
    return count if count < len(doc) else 0


def _is_place(doc: Doc, found: re.Match[str]) -> bool:
    """Whether "Oslo - A bridge fell" begins with a place, and no second dash closes a remark."""
    place = doc.char_span(0, found.end("place"), alignment_mode="contract")
    rest = doc.text[found.end() : found.end() + 2 * _LONGEST]
    return (
        place is not None
        and all(token.ent_type_ == "GPE" for token in place)
        and not any(dash in rest for dash in (" - ", "--", "–", "—", "―"))
        and all(token.ent_type_ != "GPE" for token in doc[place.end + 1 : place.end + 2])
    )
