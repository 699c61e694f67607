"""The folders that travel with the program: `styles` and `seeds`."""

from __future__ import annotations

from pathlib import Path


def resource_folder(name: str) -> Path:
    """The folder of that name: in the installed package, or two folders up in a checkout.

    Raises FileNotFoundError when it is in neither place.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parents[1] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"dateline is not installed whole: the folder {name!r} is missing")
