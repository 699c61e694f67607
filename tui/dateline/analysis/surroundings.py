"""The environment of the processes that this package starts."""

from __future__ import annotations

import os
from pathlib import Path


def environment() -> dict[str, str]:
    """For a process of this package: it is found where it is, and keeps to one processor."""
    surroundings = {**os.environ, "OMP_NUM_THREADS": "1"}
    home = Path(__file__).parents[2]
    if home.name not in ("site-packages", "dist-packages"):
        paths = [str(home), surroundings.get("PYTHONPATH", "")]
        surroundings["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    return surroundings
