"""Analysing beside the reading: the worker is started, its results shown as they arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.pace import quiet, result_of
from dateline.analysis.statements import statement_steps
from dateline.reader.article_pane.highlights import Highlights
from dateline.reader.keys import Invocation, show_keys
from dateline.reader.reading.base import ReadingBase

if TYPE_CHECKING:
    from textual.timer import Timer

    from dateline.analysis.client import AnalysisClient
    from dateline.analysis.model import Analysis
    from dateline.article.model import Article
    from dateline.reader.keys import KeyMap


class AnalysingCommands(ReadingBase):
    """The analysis and its progress."""

    work_in_progress = ""
    analysis_stopped = False
    """Whether the last analysis ended early: what is shown is only a part."""
    attributions_shown = False
    """Whether plans, thoughts and what is only spoken of stand among the quotes."""
    whole_findings: Analysis | None = None
    """What was found, whether it is shown or not."""
    key_map: KeyMap
    _client: AnalysisClient | None = None
    _priority_timer: Timer | None = None

    def start_analysis(self) -> None:
        """Find everything anew, beginning with what is on screen."""
        self.run_worker(self._analyse(), exclusive=True, group="analysis")

    async def _analyse(self) -> None:
        from dateline.analysis.client import AnalysisClient

        if self._client is None:
            self._client = AnalysisClient()
        self.work_in_progress, self.analysis_stopped = "analysing", False
        self.show_status()
        if self.article.parts:
            await self._analyse_parts(self._client)
        else:
            await self._analyse_article(self._client, self.article)
        self.work_in_progress = ""
        self.show_status()

    async def _analyse_parts(self, client: AnalysisClient) -> None:
        """Analyse a dossier article by article, each against its own date, and merge."""
        from dateline.analysis.merging import merge_parts
        from dateline.analysis.moving import moved

        dossier = self.article
        found: list[Analysis] = []
        for part in dossier.parts:
            analysis = await self._analyse_article(client, part.article, show=False)
            if analysis is None:
                return
            found.append(moved(analysis, part.start))
            await self.take_findings(merge_parts(dossier, found))

    async def _analyse_article(
        self, client: AnalysisClient, article: Article, *, show: bool = True
    ) -> Analysis | None:
        """Analyse one article, showing what comes; the whole at the end, None if it failed."""
        from dateline.analysis.client import Failed, Finished, Partial, Progress

        async for event in client.run(article, self.pane.visible_span if show else (0, 0)):
            match event:
                case Progress(stage, done, total):
                    self.work_in_progress = _told(stage, done, total)
                    self.show_status()
                case Partial(analysis):
                    if show:
                        await self.take_findings(analysis)
                case Finished(analysis):
                    if show:
                        await self.take_findings(analysis)
                    for remark in analysis.remarks:
                        self.say(remark, "warning")
                    return analysis
                case Failed(sentence):
                    self.work_in_progress, self.analysis_stopped = "", True
                    self.say(f"{sentence} Press {self._key_to_try_again()} to try again.", "error")
        return None

    async def take_findings(self, findings: Analysis) -> None:
        """Show what was found: in the article and in the panels."""
        self.whole_findings = findings
        if not self.attributions_shown:
            findings, _ = await result_of(statement_steps(findings))
        highlights = await Highlights.of(findings)
        await quiet()
        self.state.findings = findings
        self.set_highlights(highlights)
        if self.dock is not None:
            self.dock.findings = findings

    def do_attributions(self, invocation: Invocation) -> None:
        """Every attribution among the quotes, or only what is said."""
        self.attributions_shown = not self.attributions_shown
        said = "Every attribution is shown" if self.attributions_shown else "What is said is shown"
        self.say(f"{said} among the quotes")
        if self.whole_findings is not None:
            self.run_worker(self.take_findings(self.whole_findings), group="attributions")

    def on_quotes_panel_attributions_wanted(self) -> None:
        """Every attribution, or only what is said, at the panel's wish."""
        self.do_attributions(Invocation("attributions"))

    def follow_scrolling(self) -> None:
        """Ask for what is on screen first, once the scrolling rests."""
        if self._client is not None and self.work_in_progress:
            if self._priority_timer is not None:
                self._priority_timer.stop()
            self._priority_timer = self.set_timer(0.2, self._ask_for_screen_first)

    def _ask_for_screen_first(self) -> None:
        if self._client is not None:
            self._client.set_priority(*self.pane.visible_span)

    def _key_to_try_again(self) -> str:
        keys = self.key_map.keys_of("analyze-again")
        return show_keys(keys[0]) if keys else "“Analyse again” in the palette"

    def analysis_told(self) -> str:
        """How far the analysis is, or that it stopped, in a few words; else nothing."""
        if self.analysis_stopped:
            return f"analysis stopped: {self._key_to_try_again()}"
        return self.work_in_progress

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
