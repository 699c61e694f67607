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
                case Progress(stage, done, total):
                    self.work_in_progress = _told(stage, done, total)
                    self.show_status()
                case Partial(analysis):
                    await self.take_findings(analysis)
                case Finished(analysis):
                    await self.take_findings(analysis)
                    for remark in analysis.remarks:
                        self.say(remark, "warning")
                case Failed(sentence):
                    self.work_in_progress = ""
                    self.say(f"{sentence} Press ^A to try again.", "error")
        self.work_in_progress = ""
        self.show_status()

    async def take_findings(self, findings: Analysis) -> None:
        """Show what was found: in the article and in the panels."""
        self.state.findings = findings
        self.set_highlights(await Highlights.of(findings))
        if self.dock is not None:
            self.dock.findings = findings

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

    async def stop_analysis(self) -> None:
        """Leave no worker behind."""
        if self._client is not None:
            await self._client.close()


def _told(stage: str, done: int, total: int) -> str:
    """The progress of an analysis in a few words."""
    if stage == "starting":
        return "loading the language model"
    if stage == "linking":
        return "linking"
    return f"analysing {done / total:.0%}" if total else "analysing"
