"""What is said when the library cannot be written or read."""

from __future__ import annotations

from dateline.article.clean import clean_line


class LibraryError(Exception):
    """The library could not do it; the message is one clear sentence, fit to be printed.

    Nothing of what was asked has been stored. Reading goes on without a library.
    """

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))
