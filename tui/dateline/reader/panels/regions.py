"""The Regions panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.reader.panels.mention_panel import MentionPanel
from dateline.reader.panels.region_rows import region_rows

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.reader.panels.rows import Rows


class RegionsPanel(MentionPanel):
    """Where it happened."""

    panel_id = "regions"
    panel_title = "Regions"
    empty = "No place is named."

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The places as a tree."""
        return region_rows(findings)
