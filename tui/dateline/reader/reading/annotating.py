"""Commands that annotate."""

from __future__ import annotations

from dateline.reader.reading.base import ReadingBase


class AnnotatingCommands(ReadingBase):
    """Highlights, notes and tags."""
