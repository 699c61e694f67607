"""What may be imported by what: the way of the data has no way back."""

import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "tui"

LOADED = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
package = importlib.import_module(sys.argv[2])
if hasattr(package, "__path__") and sys.argv[3] == "whole":
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if ".make_" not in module.name:  # makers of data need what is installed for them alone
            importlib.import_module(module.name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def _loaded_by(name: str, extent: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", LOADED, str(SOURCE), name, extent],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.split())


@pytest.mark.parametrize("room", ["article", "analysis", "annotations", "library"])
def test_no_room_but_the_reader_imports_textual(room: str) -> None:
    assert "textual" not in _loaded_by(f"dateline.{room}", "whole")


@pytest.mark.parametrize("module", ["dateline", "dateline.analysis.model"])
def test_the_first_import_is_light(module: str) -> None:
    loaded = _loaded_by(module, "alone")
    assert not loaded & {"spacy", "textual", "numpy", "trafilatura", "lxml", "httpx", "sqlite3"}
