"""What is said when an article cannot be opened."""

from __future__ import annotations

from dateline.article.clean import clean_line

_LONGEST_NAME = 120


class ArticleError(ValueError):
    """An article that cannot be opened; the message is one clear sentence for the reader.

    The message names the source, says what is the matter and, where there is one, what mends
    it. Control characters in it are replaced, so it can be printed as it is.
    """

    def __init__(self, message: str) -> None:
        super().__init__(clean_line(message))


def shown(source: str) -> str:
    """A path or address fit to stand in a sentence: clean, and cut in the middle when long."""
    source = "standard input" if source == "-" else clean_line(source)
    if len(source) <= _LONGEST_NAME:
        return source
    half = _LONGEST_NAME // 2
    return f"{source[:half]}…{source[-half:]}"
