"""What comes after the first screen: the panels, the notes, the analysis."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dateline.analysis.pace import give_way, seconds_since_key
from dateline.config import config_path
from dateline.reader import garbage
from dateline.reader.panels.dock_room import dock_mode, dock_width
from dateline.reader.reading.annotating import AnnotatingCommands
from dateline.reader.reading.articles import ArticleCommands
from dateline.reader.reading.linking import LinkingCommands
from dateline.reader.reading.placing import PlacingCommands
from dateline.reader.reading.remembering import RememberingCommands

if TYPE_CHECKING:
    from dateline.reader.keys import KeyMap

_PANELS = ("timeline", "regions", "quotes", "names", "numbers", "notes", "dock")
_TIDY_EVERY = 30.0
_MEND_LASTS = 20.0
"""Seconds that a mistake in the settings is told."""
_RESTING_AFTER = 10.0
"""Seconds without a key after which the reader is taken to rest."""


class Furnishing(
    LinkingCommands, RememberingCommands, AnnotatingCommands, PlacingCommands, ArticleCommands
):
    """Everything that the first screen does not wait for."""

    key_map: KeyMap
    _annotation_id: str | None

    def furnish(self) -> None:
        """After the first screen: the panels, the notes, the analysis."""
        self.run_worker(self._furnish(), group="furnishing")

    async def _furnish(self) -> None:
        # One panel's modules after the other, so that keys come in between.
        for name in _PANELS:
            import_module(f"dateline.reader.panels.{name}")
            await give_way()
        if self.is_attached:
            self._mount_panels()
            self._begin_work()

    def _mount_panels(self) -> None:
        from dateline.reader.panels.dock import PanelDock

        self.dock = PanelDock()
        self.dock.article = self.article
        self.dock.is_open = self.config.panels
        room = self.query_one("#dock-room")
        # From the first the width that it will have: another would lay the article out anew, twice.
        self.dock.styles.width = dock_width(self.app.size.width, dock_mode(*self.app.size))
        room.mount(self.dock)
        room.styles.width = "auto"

    def _begin_work(self) -> None:
        garbage.begin()
        self.set_interval(_TIDY_EVERY, self._tidy_up)
        self.follow_cursor()
        problems = [*self.config.problems, *map(str, self.key_map.clashes)]
        if problems:
            # In a box that wraps: the line at the foot would cut what is to be mended.
            told = "\n".join(f"• {problem}" for problem in problems)
            title = f"To mend in {config_path()}"
            self.app.notify(
                told, title=title, severity="warning", timeout=_MEND_LASTS, markup=False
            )
        if self.article.remarks:
            self.say(" · ".join(self.article.remarks))
        if self.config.analysis:
            self.start_analysis()
        self.open_annotations()
        self.begin_remembering()
        self.record_in_library()

    def notes_were_read(self) -> None:
        """Go to the annotation that the article was opened for."""
        if self._annotation_id is not None:
            self.go_to_annotation(self._annotation_id)
            self._annotation_id = None

    def _tidy_up(self) -> None:
        if seconds_since_key() > _RESTING_AFTER and not self.work_in_progress:
            garbage.tidy_up()
