"""From how many rows of the terminal on a dialog has room for a frame and margins."""

from __future__ import annotations

DIALOG_BREAKPOINTS = [(0, "-short"), (14, "-tall")]
"""For a screen's `VERTICAL_BREAKPOINTS`: the least rows, and the class that a screen then has."""
