"""Where words of a list stand in a passage, found without touching its other tokens."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc


@cache
def _keys(words: frozenset[str]) -> NDArray[np.uint64]:
    return np.array(sorted(get_string_id(word) for word in words), dtype=np.uint64)


def places_of(doc: Doc, words: frozenset[str]) -> list[int]:
    """The indices of the tokens that are one of the words, in lower case."""
    return _hits(doc, "LOWER", words)


def places_with(doc: Doc, labels: frozenset[str]) -> list[int]:
    """The indices of the tokens that hang on their head by one of the labels."""
    return _hits(doc, "DEP", labels)


def _hits(doc: Doc, attribute: str, values: frozenset[str]) -> list[int]:
    keys = _keys(values)
    found = _column(doc, attribute)
    # Look each up in the sorted keys: numpy's `isin` would sort them anew for every passage.
    near = np.minimum(np.searchsorted(keys, found), len(keys) - 1)
    hits: list[int] = np.flatnonzero(keys[near] == found).tolist()
    return hits


def offsets(doc: Doc) -> list[int]:
    """The offset of each token in the passage."""
    found: list[int] = _column(doc, "IDX").tolist()
    return found


def _column(doc: Doc, attribute: str) -> NDArray[np.uint64]:
    column: NDArray[np.uint64] = np.asarray(doc.to_array([attribute]), dtype=np.uint64).ravel()
    return column
