"""Labels for the links on screen: short, all of one length, easy to type."""

from __future__ import annotations

from itertools import islice, product

LETTERS = "asdfghjklqwertyuiopzxcvbnm"


def labels_for(count: int) -> list[str]:
    """So many labels, all of the same length, so that none begins another."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters in islice(product(LETTERS, repeat=length), count)]
