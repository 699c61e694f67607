"""Abbreviations with full stops, told to the tokenizer and the parser before they read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.util import compile_infix_regex

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAME = "abbreviations"
_HYPHEN_BEHIND_STOP = r"(?<=[A-Z]\.[A-Z]\.)-(?=[A-Za-z])"
_HOURS = frozenset({"a.m.", "p.m."})
_DAY_OR_ZONE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{1,3}T|UTC|Eastern|Central|Pacific"
)
"""What follows an hour with a capital though the sentence goes on ("9 a.m. EST")."""


@Language.component(NAME)
def _keep_together(doc: Doc) -> Doc:
    """Let no sentence begin with a small letter after an abbreviation, nor with a day or a time
    zone after an hour."""
    text = doc.text
    if "." not in text:
        return doc
    for token in doc[:-1]:
        if len(token) < 3 or text[token.idx + len(token) - 1] != ".":
            continue
        word = token.text
        following = doc[token.i + 1]
        if not any(map(str.isalpha, word)):
            continue
        hour = word.lower() in _HOURS and _DAY_OR_ZONE.fullmatch(following.text)
        if following.text[:1].islower() or hour:
            following.is_sent_start = False
    return doc


def keep_abbreviations(model: Language) -> None:
    """Put this before the parser of a pipeline, and part "U.S.-Mexico" as "Iran-Iraq" is."""
    model.add_pipe(NAME, first=True)
    tokenizer: Any = model.tokenizer
    infixes = [*(model.Defaults.infixes or ()), _HYPHEN_BEHIND_STOP]
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
