"""Finding an annotated passage again in a text that has changed.

Pure functions over text. `describe` says what a passage is known by; an `Anchorer` finds passages
in a text, with the help of the text they were marked in where that is known.
"""

from dateline.annotations.anchoring.anchorer import Anchorer
from dateline.annotations.anchoring.passage import Passage, Placement, describe

__all__ = ["Anchorer", "Passage", "Placement", "describe"]
