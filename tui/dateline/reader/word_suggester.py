"""Completion of the word being typed from a list of words: tags, most used first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.suggester import Suggester

if TYPE_CHECKING:
    from collections.abc import Sequence


class WordSuggester(Suggester):
    """Suggests an end for the last word of a line."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word completed, or None."""
        before, _, typed = value.rpartition(" ")
        if not typed:
            return None
        for word in self._words:
            if word != typed and word.casefold().startswith(typed.casefold()):
                return (before + " " if before else "") + typed + word[len(typed) :]
        return None
