"""A story of the tests' own with hand-made findings, and a small app that shows the dock."""

import datetime
from decimal import Decimal
from pathlib import Path

from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static

from dateline.analysis.model import (
    Analysis,
    Candidate,
    Cue,
    Entity,
    Event,
    Mention,
    Number,
    Place,
    PlaceMention,
    Quote,
    Speaker,
    Time,
)
from dateline.annotations.in_order import InOrder
from dateline.annotations.model import Annotation
from dateline.article.model import Article
from dateline.reader.panels.dock import PanelDock
from dateline.reader.panels.panel import Panel
from dateline.reader.themes import THEMES, highlight_variables

STYLES = Path(__file__).parents[3] / "styles"

TEXT = """Harbour Wall Gives Way in Lisbon as Storm Crosses Portugal
Lisbon, Portugal — A storm tore down the old harbour wall on Friday and left 2,300 homes dark.
Mayor Ana Duarte said 12 people were hurt. “We lost the wall, not the city,” she said, “and we
will build it again.” The port authority claimed that 9 people were hurt.
The wall was finished in 1934. Since March the city has spent 4.5 million euros on repairs.
The ministry promised that work would begin on 20 June. Engineers from Porto and Gaia will help.
Spanish officials denied that dams in Galicia had been opened. Nearly 200 boats sank in Setúbal.
Read More:
- Ferry Strike in Naples Ends After Three Days
In Lisbon, trams stood still for two days. 李明 of the weather service said nearly
40 percent of the coast saw waves of more than 7 metres.
"""


def span(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def number(words, value, kind="cardinal", unit=None, modifier=None, of=None, said_by=None):
    start, end = span(words)
    key = of.lower() if of else None
    of_start, of_end = span(of) if of else (None, None)
    return Number(
        start, end, words, Decimal(value), None, kind, unit, modifier, of, said_by,
        of_start=of_start, of_end=of_end, of_key=key,
    )  # fmt: skip


def time(words, kind, value, earliest, latest, how):
    return Time(*span(words), words, kind, value, None, earliest, latest, how)


def event(words, time_index, earliest, latest, label, group):
    return Event(*span(words), time_index, earliest, latest, label, group)


def quote(words, direct, speaker, name, entity, cue, stance="says", continues=None, nth=0):
    return Quote(
        *span(words), words, direct,
        Speaker(*span(speaker, nth), name, entity), Cue(*span(cue, nth), cue), stance, continues,
    )  # fmt: skip


def place(key, name, kind, country, lat, lon, parent, confidence, *forms, aside=False):
    mentions = tuple(PlaceMention(*span(words, nth), form) for words, nth, form in forms)
    runners = (Candidate(name, "US", "Ohio", 40.0, -83.0, 7, 4_000, 0.2),)
    return Place(
        key, name, kind, country, None, lat, lon, 1, 500_000, parent, confidence, mentions,
        runners_up=runners, aside=aside,
    )  # fmt: skip


def named(key, name, label, *mentions, role=None, variants=(), aside=False):
    return Entity(
        key, name, label, tuple(Mention(*span(words, nth)) for words, nth in mentions),
        role, variants, aside,
    )  # fmt: skip


ARTICLE = Article.from_text(TEXT, published=datetime.date(2025, 6, 7))

FINDINGS = Analysis(
    article=ARTICLE,
    entities=(
        named("e1", "Lisbon", "GPE", ("Lisbon", 0), ("Lisbon", 1), ("Lisbon", 2)),
        named("e2", "Portugal", "GPE", ("Portugal", 0), ("Portugal", 1)),
        named(
            "e3", "Ana Duarte", "PERSON", ("Ana Duarte", 0),
            role="Mayor", variants=("Ana Duarte", "Duarte"),
        ),
        named("e4", "Naples", "GPE", ("Naples", 0), aside=True),
        named("e5", "李明", "PERSON", ("李明", 0)),
        named("e6", "Spanish", "NORP", ("Spanish", 0)),
    ),
    numbers=(
        number("2,300", "2300", of="homes"),
        number("12", "12", of="people", said_by=0),
        number("9", "9", of="people", said_by=3),
        number("4.5 million euros", "4500000", "money", "EUR", of="repairs"),
        number("Nearly 200", "200", modifier="~", of="boats"),
        number("nearly\n40 percent", "40", "percent", "%", "~", of="coast"),
        number("more than 7 metres", "7", "measure", "metre", ">", of="waves"),
    ),
    times=(
        time("1934", "DATE", "1934", "1934-01-01", "1934-12-31", None),
        time("Since March", "DATE", "2025-03", "2025-03-01", None, "March of the article's year"),
        time(
            "Friday", "DATE", "2025-06-06", "2025-06-06", "2025-06-06",
            "Friday, the day before publication",
        ),
        time("20 June", "DATE", "2025-06-20", "2025-06-20", "2025-06-20", None),
        time("two days", "DURATION", "P2D", None, None, None),
    ),
    timeline=(
        event("The wall was finished in 1934", 0, "1934-01-01", "1934-12-31",
              "the wall was finished", "before"),
        event("Since March the city has spent 4.5 million euros on repairs", 1, "2025-03-01",
              "2025-06-07", "the city has spent 4.5 million euros on repairs", "ongoing"),
        event("A storm tore down the old harbour wall on Friday", 2, "2025-06-06", "2025-06-06",
              "a storm tore down the old harbour wall", "day"),
        event("work would begin on 20 June", 3, "2025-06-20", "2025-06-20",
              "work would begin", "ahead"),
        event("trams stood still for two days", 4, None, None, "trams stood still", "undated"),
    ),
    quotes=(
        quote("12 people were hurt", False, "Mayor Ana Duarte", "Ana Duarte", "e3", "said"),
        quote("“We lost the wall, not the city,”", True, "she", "Ana Duarte", "e3", "said", nth=1),
        quote("“and we\nwill build it again.”", True, "she", "Ana Duarte", "e3", "said",
              continues=1, nth=1),
        quote("that 9 people were hurt", False, "The port authority", "The port authority", None,
              "claimed", "claims"),
        quote("that work would begin on 20 June", False, "The ministry", "The ministry", None,
              "promised", "promises"),
        quote("that dams in Galicia had been opened", False, "Spanish officials",
              "Spanish officials", None, "denied", "denies"),
    ),
    places=(
        place("p1", "Portugal", "country", "PT", 39.5, -8.0, None, 0.99,
              ("Portugal", 0, "name"), ("Portugal", 1, "name")),
        place("p2", "Lisbon", "city", "PT", 38.72, -9.14, "p1", 0.98,
              ("Lisbon", 0, "name"), ("Lisbon", 1, "name"), ("Lisbon", 2, "name")),
        place("p3", "Porto", "city", "PT", 41.15, -8.61, "p1", 0.95, ("Porto", 0, "name")),
        place("p4", "Gaia", "city", "PT", 41.13, -8.61, "p1", 0.4, ("Gaia", 0, "name")),
        place("p5", "Setúbal", "city", "PT", 38.52, -8.89, "p1", 0.9, ("Setúbal", 0, "name")),
        place("p6", "Spain", "country", "ES", 40.0, -4.0, None, 0.97, ("Spanish", 0, "demonym")),
        place("p7", "Galicia", "region", "ES", 42.8, -7.9, "p6", 0.8, ("Galicia", 0, "name")),
        place("p8", "Naples", "city", "IT", 40.85, 14.27, None, 0.9, ("Naples", 0, "name"),
              aside=True),
    ),
)  # fmt: skip


def annotation(key, words, note="", colour=1, tags=(), state="anchored", modified=""):
    start, end = span(words)
    return Annotation(
        key, 1, words, "", "", ARTICLE.text_hash, start, end, start, end, state, colour, note,
        tags, modified=modified,
    )  # fmt: skip


ANNOTATIONS = (
    annotation(
        "a2", "9 people were hurt", "The mayor says 12: ask both.", 4, ("check",), modified="2"
    ),
    annotation(
        "a1", "The wall was finished in 1934", colour=1, tags=("history", "wall"), modified="3"
    ),
    annotation("a3", "dams in Galicia", "Which dams?", 4, state="lost", modified="1"),
)


class DockApp(App):
    """The dock beside a stand-in for the article; keeps the messages that reach the top."""

    AUTO_FOCUS = None
    CSS_PATH = STYLES / "panels.tcss"
    CSS = "Static { width: 1fr; }"

    def __init__(self, findings=FINDINGS, theme="dateline-dark"):
        super().__init__()
        self._first_theme = theme
        self._findings = findings
        self.heard = []
        self.dock = PanelDock()

    def compose(self):
        with Horizontal():
            yield Static(TEXT)
            yield self.dock

    def get_theme_variable_defaults(self):
        return highlight_variables(self.current_theme)

    def on_mount(self):
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self._first_theme
        self.dock.article = self._findings.article if self._findings else None
        self.dock.findings = self._findings
        self.dock.annotations = InOrder(ANNOTATIONS if self._findings else ())

    def on_panel_previewed(self, message: Panel.Previewed):
        self.heard.append(("previewed", message.panel.panel_id, message.span, message.related))

    def on_panel_chosen(self, message: Panel.Chosen):
        self.heard.append(("chosen", message.panel.panel_id, message.span, message.related))

    def on_panel_left(self, message: Panel.Left):
        self.heard.append(("left", message.panel.panel_id))

    def on_regions_panel_place_corrected(self, message):
        self.heard.append(("corrected", message.place_id, message.candidate))

    def on_regions_panel_export_wanted(self, message):
        self.heard.append(("export", message.places))
