"""When the garbage collector looks at what: never at everything while somebody reads.

A full collection visits every object alive, 150 ms with what is found in an article of 1 MB, and
Python begins one whenever many new objects have stayed. What an analysis finds holds no cycles,
so such a visit is in vain. Here the young objects are collected as ever, and the old ones when the
reader rests; what stays then is set aside.
"""

from __future__ import annotations

import gc

_NEVER = 1_000_000


def wait_for_the_first_screen() -> None:
    """Collect nothing: what is made on the way to the first screen is no garbage."""
    gc.disable()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)


def begin() -> None:
    """The first screen is up: collect what is young from now on."""
    gc.freeze()
    gc.enable()


def look_again() -> None:
    """Something large has gone: the next time, look at what was set aside too."""
    gc.unfreeze()


def tidy_up() -> None:
    """The reader rests: collect everything, and set aside what stays."""
    gc.collect()
    gc.freeze()
