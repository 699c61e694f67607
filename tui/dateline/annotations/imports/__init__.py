"""Bringing annotations in: one module a format, each a function from parsed JSON to entries."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from dateline.annotations.imports.hypothesis import from_hypothesis, is_hypothesis
from dateline.annotations.imports.jsonld import from_jsonld, is_jsonld

if TYPE_CHECKING:
    from dateline.annotations.imports.entry import Entry

_MEND = "export the notes anew, from here as jsonld, from Hypothesis as JSON."


class NotAnImportError(ValueError):
    """The file is in no format that is known; `str()` says so of it and what to do."""


def read_entries(content: bytes) -> list[Entry]:
    """The annotations in a file, told by its content.

    W3C Web Annotations in JSON-LD (ours and others': a collection, a page, a list, one), or
    Hypothesis' JSON (the client's export, or what its search API answers).

    Raises:
        NotAnImportError: it is neither.
    """
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        where = f" (it breaks off or goes wrong in line {line})" if line and content.strip() else ""
        raise NotAnImportError(f"is not JSON{where}: {_MEND}") from error
    if is_hypothesis(data):
        return from_hypothesis(data)
    if is_jsonld(data):
        return from_jsonld(data)
    raise NotAnImportError(
        f"is JSON, but neither W3C Web Annotations nor an export of Hypothesis: {_MEND}"
    )
