"""Standing back from the terminal while something else has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

T = TypeVar("T")


def while_suspended(app: App[Any], work: Callable[[], T]) -> T:
    """Do something while the app leaves the terminal alone; the result of `work`.

    What `work` raises is raised here, with the app back on the screen: an exception inside
    `App.suspend` would leave the terminal without it, and no key would be answered any more.
    Raises textual.app.SuspendNotSupported where there is no terminal to stand back from.
    """
    results: list[T] = []
    trouble: Exception | None = None
    with app.suspend():
        try:
            results.append(work())
        except Exception as error:
            trouble = error
    if trouble is not None:
        raise trouble
    return results[0]
