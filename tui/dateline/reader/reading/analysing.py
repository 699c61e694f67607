"""Analysing beside the reading: the worker is started, its results shown as they arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane.highlights import Highlights
from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from textual.timer import Timer

    from dateline.analysis.client import AnalysisClient
    from dateline.analysis.model import Analysis
    from dateline.reader.keys import Invocation


class AnalysingCommands(ReadingBase):
    """The analysis and its progress."""

    work_in_progress = ""
    _client: AnalysisClient | None = None
    _priority_timer: Timer | None = None

    def start_analysis(self) -> None:
        """Find everything anew, beginning with what is on screen."""
        self.run_worker(self._analyse(), exclusive=True, group="analysis")

    async def _analyse(self) -> None:
        from dateline.analysis.client import (
            AnalysisClient,
            Failed,
            Finished,
            Partial,
            Progress,
        )

        if self._client is None:
            self._client = AnalysisClient()
        self.work_in_progress = "analysing"
        self.show_status()
        async for event in self._client.run(self.article, self.pane.visible_span):
            match event:
                case Progress():
                    self.work_in_progress = f"analysing {event.share:.0%}"
                    self.show_status()
                case Partial() | Finished():
                    await self.take_findings(event.analysis)
                    if isinstance(event, Finished):
                        for remark in event.analysis.remarks:
                            self.say(remark, "warning")
                case Failed():
                    self.work_in_progress = ""
                    self.say(f"{event.sentence} Press ^A to try again.", "error")
        self.work_in_progress = ""
        self.show_status()

    async def take_findings(self, findings: Analysis) -> None:
        """Show what was found: in the article and in the panels."""
        self.state.findings = findings
        self.set_highlights(Highlights.of(findings))
        if self.dock is not None:
            self.dock.findings = findings

    def set_highlights(self, highlights: Highlights) -> None:
        """Show other highlights."""
        raise NotImplementedError

    def follow_scrolling(self) -> None:
        """Ask for what is on screen first, once the scrolling rests."""
        if self._client is not None and self.work_in_progress:
            if self._priority_timer is not None:
                self._priority_timer.stop()
            self._priority_timer = self.set_timer(0.2, self._ask_for_screen_first)

    def _ask_for_screen_first(self) -> None:
        if self._client is not None:
            self._client.set_priority(*self.pane.visible_span)

    def date_changed(self) -> None:
        """Resolve the times anew."""
        self.start_analysis()

    def do_analyze_again(self, invocation: Invocation) -> None:
        """Analyse again, after the worker died or the article changed."""
        self.start_analysis()

    async def on_unmount(self) -> None:
        """Leave no worker behind."""
        if self._client is not None:
            await self._client.close()
