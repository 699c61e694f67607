"""The words of the status line: what is under the cursor, where it is, which keys help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane.highlights import Highlight, Layer
from dateline.reader.commands import COMMANDS, PANEL
from dateline.reader.finding_words import LABELS, MODIFIERS, mention_forms, unit_in_words
from dateline.reader.keys import show_key, show_keys
from dateline.reader.time_words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import ActiveBinding

    from dateline.reader.article_pane.pane import ArticlePane
    from dateline.reader.article_pane.search import Matches
    from dateline.reader.keys import KeyMap
    from dateline.reader.panels.panel import Panel
    from dateline.reader.panels.row import Piece
    from dateline.reader.reading.state import Mode, ReadingState


_FIRST = 4
"""So many keys of a panel stand before those that hold everywhere."""


def describe_things(state: ReadingState, things: list[Highlight]) -> str:
    """What is under the cursor: the thing that is meant in words, and how many lie under it."""
    if not things:
        return ""
    chosen = state.overlap % len(things)
    words = describe(state, things[chosen])
    if len(things) == 1:
        return words
    return f"{words}  ({chosen + 1} of {len(things)} here)"


def describe(state: ReadingState, thing: Highlight) -> str:
    """One thing in a few words: its kind first."""
    found = state.findings
    if thing.layer is Layer.ANNOTATION:
        annotation = state.annotations[thing.which]
        note = " ".join(annotation.note.split())
        return f"Note · {note}" if note else "Highlight"
    if found is None:
        return ""
    match thing.layer:
        case Layer.ENTITY:
            entity = found.entities[thing.which]
            role = f", {entity.role}" if entity.role else ""
            count = len(entity.own_mentions)
            times = f" · named {count} times" if count > 1 else ""
            return f"{LABELS.get(entity.label, entity.label)} · {entity.name}{role}{times}"
        case Layer.NUMBER:
            number = found.numbers[thing.which]
            value = "?" if number.value is None else f"{number.value:,f}"
            upper = "" if number.value_to is None else f"–{number.value_to:,f}"
            unit = f" {unit_in_words(number)}" if number.unit else ""
            counted = f" {number.of}" if number.of else ""
            modifier = MODIFIERS.get(number.modifier or "", "")
            return f"{number.kind.capitalize()} · {modifier}{value}{upper}{unit}{counted}"
        case Layer.DATE:
            time = found.times[thing.which]
            how = f" · {time.how}" if time.how else ""
            words = in_words(time.value, time.type, time.mod)
            return f"{time.type.capitalize()} · {words}{how}"
        case Layer.QUOTE:
            quote = found.quotes[thing.which]
            speaker = quote.speaker.text if quote.speaker else "nobody named"
            kind = "Quote" if quote.direct else "Reported"
            return f"{kind} · {speaker} {quote.stance}"
        case Layer.REGION:
            place = found.places[thing.which]
            where = ", ".join(part for part in (place.admin, place.country) if part)
            count = len(place.own_mentions)
            times = f"{count} mentions" if count > 1 else ""
            parts = (place.kind.capitalize(), place.name, where, times, mention_forms(place))
            return " · ".join(filter(None, parts))
    return ""


def describe_place(pane: ArticlePane, cursor: int) -> str:
    """Where in the article the screen is: per cent, and the matches of a search."""
    place = f"{round(pane.progress * 100)}%"
    if pane.matches.query:
        return f"{describe_matches(pane.matches, cursor)}  {place}"
    return place


def describe_matches(matches: Matches, cursor: int) -> str:
    """How many matches there are, and which of them the cursor is on."""
    number, all_of_them = matches.number_at(cursor), len(matches.spans)
    count = f"{number}/{all_of_them}" if number else f"{all_of_them}"
    return f"{count} match{'es' if all_of_them != 1 else ''}"


def describe_row(panel: Panel) -> str:
    """The row under a panel's cursor, after what the panel is called."""
    from dateline.reader.panels.list_panel import ListPanel
    from dateline.reader.panels.row import one_line, row_text

    row = panel.rows_view.cursor_row if isinstance(panel, ListPanel) else None
    words = ""
    if row is not None:
        # Signs and bars say nothing out of their columns.
        words = one_line(row_text(row._replace(lead=_said(row.lead), right=_said(row.right))))
    return f"{panel.panel_title} · {words}" if words else panel.panel_title


def _said(piece: Piece | None) -> Piece | None:
    return piece if piece is not None and any(map(str.isalnum, piece.text)) else None


def panel_hints(active: Iterable[ActiveBinding]) -> tuple[tuple[str, str], ...]:
    """The keys of the panel with the focus that the footer shows, its very own first."""
    from dateline.reader.panels.dock import COMMANDS as OF_PANELS
    from dateline.reader.panels.key_map import NO_KEY

    keys: dict[str, str] = {}
    for each in active:
        if each.binding.id and each.binding.show and each.binding.key != NO_KEY:
            keys.setdefault(each.binding.id, each.binding.key)
    shared = ("panel", "mentions", "dock")
    rooms = (*(room for room in OF_PANELS if room not in shared), *shared)
    commands = [command for room in rooms for command in OF_PANELS[room]]
    hints = {each.id: (show_key(keys[each.id]), each.hint) for each in commands if each.id in keys}
    choose = hints.pop("panel.choose", None)  # Everybody tries Enter anyway.
    return (*hints.values(), *((choose,) if choose else ()))


def hints_for(
    key_map: KeyMap, mode: Mode, *, panel: tuple[tuple[str, str], ...] | None = None
) -> tuple[tuple[str, str], ...]:
    """The keys that the footer shows; `panel` are those of the panel with the focus, if one has."""
    context = mode.value if panel is None else PANEL
    hints = []
    for command in COMMANDS:
        if command.hint and context in command.contexts:
            keys = key_map.keys_of(command.id)
            if keys:
                hints.append((show_keys(keys[0]), command.hint))
    own = panel or ()
    return (*own[:_FIRST], *hints, *own[_FIRST:])
