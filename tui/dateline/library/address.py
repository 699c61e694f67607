"""The address that an article is known by, however it was typed."""

from __future__ import annotations

import re
from pathlib import Path

_URL = re.compile(r"^[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def address_of(source: str) -> str | None:
    """The lasting form of `Article.source`: a URL without its fragment, or an absolute path.

    None for standard input and texts in memory, which have no address to come back to.
    """
    if source in ("", "-"):
        return None
    if _URL.match(source):
        return source.split("#", 1)[0]
    return str(Path(source).expanduser().absolute().resolve())
