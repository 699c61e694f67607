"""Work in steps: a generator that yields every millisecond or so and returns its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

T = TypeVar("T")
RUN = 2_000
"""Items that are sorted between two breaths."""


def result_of(steps: Generator[Any, None, T]) -> T:
    """The result, all steps taken at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def sorted_in_steps(
    items: Sequence[T], key: Callable[[T], float]
) -> Generator[None, None, list[T]]:
    """The items in descending order of their key, equals in their order, in steps."""
    runs: list[list[tuple[float, int, T]]] = []
    for start in range(0, len(items), RUN):
        # Signed and numbered, so that plain comparison keeps the order of equals.
        run = [(-key(item), n, item) for n, item in enumerate(items[start : start + RUN], start)]
        run.sort()
        runs.append(run)
        if len(items) > RUN:
            yield
    while len(runs) > 1:
        merged = []
        for first, second in zip(runs[::2], runs[1::2], strict=False):
            # Two runs in order are merged by sorting them as one, at the speed of C.
            merged.append(first + second)
            merged[-1].sort()
            yield
        runs = merged + runs[2 * len(merged) :]
    return [item for _, _, item in runs[0]] if runs else []
