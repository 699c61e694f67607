"""Where the annotations' file is."""

from __future__ import annotations

import os
from pathlib import Path


def default_path() -> Path:
    """`annotations.sqlite3` in the user's data folder, or what DATELINE_ANNOTATIONS names."""
    from platformdirs import user_data_path

    chosen = os.environ.get("DATELINE_ANNOTATIONS")
    if chosen:
        return Path(chosen).expanduser()
    return user_data_path("dateline", appauthor=False) / "annotations.sqlite3"
