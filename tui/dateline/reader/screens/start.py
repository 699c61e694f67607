"""The chooser that `dateline` opens on: what was read lately, and the bundled articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.article.clean import clean_line
from dateline.article.errors import ArticleError
from dateline.article.opening import open_article
from dateline.reader.screens.chooser import Choice, Chooser
from dateline.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.library.positions import Recent


class StartScreen(Chooser[str]):
    """Gives back the path or address of an article; what is typed may be one too."""

    def __init__(self, recent: Sequence[Recent]) -> None:
        self._articles = [*map(_recent_choice, recent), *_bundled(recent)]
        super().__init__(
            "Dateline",
            self._articles,
            search=self._find,
            placeholder="Type to narrow, or a path or an address to open",
            help_line="Enter opens · Esc quits",
        )

    def _find(self, typed: str) -> Sequence[Choice[str]]:
        words = typed.casefold().split()
        found = [choice for choice in self._articles if choice.matches(words)]
        if typed.startswith(("http://", "https://")) or Path(typed).expanduser().is_file():
            return [Choice(typed, f"Open {clean_line(typed)}"), *found]
        return found


def _recent_choice(recent: Recent) -> Choice[str]:
    told = [f"{recent.progress:.0%} read", recent.site, recent.published, recent.address]
    return Choice(
        recent.address,
        recent.title or Path(recent.address).name,
        " · ".join(part for part in told if part),
    )


def _bundled(recent: Sequence[Recent]) -> list[Choice[str]]:
    known = {each.address for each in recent}
    return [
        Choice(str(path), _title(path), "bundled article")
        for path in sorted(resource_folder("seeds").glob("*.*"))
        if str(path) not in known
    ]


def _title(path: Path) -> str:
    """What an article calls itself; where it has no title, the words of its file's name."""
    try:
        title = open_article(str(path)).title
    except ArticleError:
        title = None
    return title or path.stem.replace("-", " ").capitalize()
