"""The name that a pronoun stands for, where the sentences around it leave no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSONAL = frozenset(["he", "she"])


def name_behind(pronoun: Token, passage_text: str) -> str:
    """The name for "he" or "she": the only person named in this sentence and the one before.

    Where there is none, or more than one, the pronoun as it stands.
    """
    as_written = passage_text[pronoun.idx : pronoun.idx + len(pronoun)]
    if pronoun.lower_ not in _PERSONAL:
        return as_written
    sentence = pronoun.sent
    start = sentence.start
    if start > 0:
        start = pronoun.doc[start - 1].sent.start
    names = [
        ent
        for ent in pronoun.doc[start : pronoun.i].ents
        if ent.label_ == "PERSON" and ent.text[:1].isupper()
    ]
    if not names or len({ent[-1].lower_ for ent in names}) != 1:
        return as_written
    name = max(names, key=len)
    return passage_text[name.start_char : name.end_char].removesuffix("'s").removesuffix("’s")
