from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "durability"))

from kill_writers import run


def test_nothing_that_was_saved_is_lost_when_the_process_is_killed(tmp_path):
    tally = run(12, tmp_path / "annotations.sqlite3")
    assert tally.reported > 0
    assert tally.reported > 0
    assert (tally.lost, tally.damaged) == (0, 0)
