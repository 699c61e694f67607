"""The timeline: the dated clauses of an article as events, in the order in which they happened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dateline.analysis.model import Event, EventGroup, Time
from dateline.analysis.times.clauses import Clause, clause_of, whole_clause
from dateline.analysis.times.day_times import day_time_of
from dateline.analysis.times.labels import event_words, is_saying, noun_words, written
from dateline.analysis.times.news_day import news_day
from dateline.analysis.times.stems import stem
from dateline.analysis.times.tense import direction_at

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.parsed import ParsedArticle, Passage

_MOST_UNDATED = 4
_UNDATED_PASSAGES = 6
_COUNTED_FROM_NOW = re.compile(
    r"(?:(?:at\s+least|about|over|more\s+than)\s+)?(?:(?:the|these)\s+)?"
    r"(?:past|last|recent|coming|next|upcoming)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:coming|next|upcoming)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"[^\W\d_][\w.,' -]{1,60}\([A-Za-z .]{2,20}\)\s*[-–—_]+\s+"
    r"|[A-Z][A-Z.' ]{3,}(?:,[\w.,' ]{1,40})?\s*[-–—_]+\s+"
)
_FORWARD = ("until", "till", "through", "to")


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event before it is ordered and merged."""

    event: Event
    keys: frozenset[str]
    """What it tells of, as stems of its words."""
    place: int
    """Its place in the text, to keep the order where dates do not decide."""
    minute: int = 0
    """When in the day it begins, in minutes."""


def build_timeline(parsed: ParsedArticle, times: Sequence[Time]) -> list[Event]:
    """The events of an article, in the order in which they happened; undated ones last.

    `times` are those of `find_times` for the same article: `Event.time` counts in them. Dates
    order the events; where they do not decide, the order of the text stands. Nothing in an aside
    makes an event. Without `article.published` the groups follow from the words alone.
    """
    published = parsed.article.published
    news = news_day(published, parsed.article.text) if published else None
    drafts: list[_Draft] = []
    by_passage = _times_of_passages(parsed.passages, times)
    for passage, own in zip(parsed.passages, by_passage, strict=True):
        if passage.aside or passage.headline:
            continue
        drafts += _dated(parsed.article.text, passage, own, times, published, news)
    drafts = _merged(drafts)
    undated = _undated(parsed, by_passage, times, drafts)
    ordered = sorted(drafts, key=lambda draft: _order(draft, published, news))
    return [draft.event for draft in (*ordered, *undated)]


def _times_of_passages(passages: Sequence[Passage], times: Sequence[Time]) -> list[list[int]]:
    """The indices of the times in each passage."""
    found: list[list[int]] = [[] for _ in passages]
    at = 0
    for index, time in enumerate(times):
        while at < len(passages) and passages[at].end <= time.start:
            at += 1
        if at < len(passages) and passages[at].start <= time.start:
            found[at].append(index)
    return found


def _dated(
    text: str,
    passage: Passage,
    own: list[int],
    times: Sequence[Time],
    published: date | None,
    news: date | None,
) -> Iterable[_Draft]:
    doc = passage.doc
    spans = {index: _tokens(doc, passage, times[index]) for index in own}
    timed = {i for first, last in spans.values() for i in range(first, last + 1)}
    clauses: dict[tuple[int, int], tuple[Clause, list[int]]] = {}
    for index in own:
        if not _dates_something(times[index], doc, spans[index]):
            continue
        clause = clause_of(doc, *spans[index])
        if clause is None or _is_empty(clause, timed):
            continue
        clauses.setdefault((clause.start, clause.end), (clause, []))[1].append(index)
    for clause, indices in clauses.values():
        draft = _draft(text, passage, clause, indices, spans, times, timed, published, news)
        if draft is not None:
            yield draft


def _tokens(doc: Doc, passage: Passage, time: Time) -> tuple[int, int]:
    span = doc.char_span(
        time.start - passage.start, time.end - passage.start, alignment_mode="expand"
    )
    return (span.start, span.end - 1) if span is not None else (0, 0)


def _dates_something(time: Time, doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a time tells when something happens, and not how long or how often."""
    if time.type == "SET":
        return False
    if time.type == "DURATION":
        return _COUNTED_FROM_NOW.match(time.text) is not None
    if time.value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF") and time.earliest is None:
        root = doc[span[0] : span[1] + 1].root
        return root.dep_ in ("advmod", "npadvmod", "pobj", "pcomp") and root.tag_ != "JJ"
    before = doc[max(0, span[0] - 2) : span[0]].text.lower()
    return not before.endswith(("compared with", "than in", "up from", "than", "as of"))


def _is_empty(clause: Clause, timed: set[int]) -> bool:
    """Whether the clause says nothing but a time, or only that something was said."""
    verb = clause.verb
    if verb is None:
        return False
    if is_saying(verb):
        content = [child for child in verb.children if child.dep_ == "ccomp"]
        return not content or not any(_tells_of_a_deed(child) for child in content)
    return verb.lower_ in ("according", "compared", "based", "including", "dated")


def _tells_of_a_deed(verb: Token) -> bool:
    return verb.pos_ == "VERB" and (
        verb.tag_ in ("VBD", "VBN") or any(c.lower_ in ("will", "would") for c in verb.children)
    )


def _draft(
    text: str,
    passage: Passage,
    clause: Clause,
    indices: list[int],
    spans: dict[int, tuple[int, int]],
    times: Sequence[Time],
    timed: set[int],
    published: date | None,
    news: date | None,
) -> _Draft | None:
    verb = clause.verb
    if verb is not None:
        words = event_words(verb, timed)
    elif clause.noun is not None:
        words = noun_words(clause.noun, timed)
    else:
        return None
    if not words or (verb is not None and len(words) < 2):
        return None
    label = written(words, text[passage.start : passage.end])
    index = _leading(indices, times)
    earliest, latest = _bounds(index, indices, spans, times, passage.doc, published)
    direction = _direction(clause, spans[index], passage.doc)
    group = _group(
        times[index], earliest, latest, direction, published, news, passage.doc, spans[index]
    )
    event = Event(
        start=passage.start + _after_dateline(text[passage.start : passage.end], clause),
        end=passage.start + clause.end,
        time=index,
        earliest=earliest,
        latest=latest,
        label=label[:1].upper() + label[1:],
        group=group,
    )
    minutes = day_time_of(times[index].value, times[index].mod) if earliest == latest else None
    return _Draft(event, _keys(words), event.start, minutes[0] if minutes else 0)


def _after_dateline(text: str, clause: Clause) -> int:
    """Where a clause begins when the dateline before it is left out."""
    match = _DATELINE.match(text) if clause.start == 0 else None
    return match.end() if match is not None and match.end() < clause.end else clause.start


def _leading(indices: list[int], times: Sequence[Time]) -> int:
    """The time that dates a clause best: the narrowest that is tied to the calendar."""

    def width(index: int) -> tuple[int, int]:
        time = times[index]
        if time.earliest and time.latest:
            days = (date.fromisoformat(time.latest) - date.fromisoformat(time.earliest)).days
            return days, 0 if time.type == "TIME" else 1
        return 10**6, 0

    return min(indices, key=width)


def _bounds(
    index: int,
    indices: list[int],
    spans: dict[int, tuple[int, int]],
    times: Sequence[Time],
    doc: Doc,
    published: date | None,
) -> tuple[str | None, str | None]:
    """The first and last day of an event: its time's, or the stretch that two of them bound."""
    time = times[index]
    earliest, latest = time.earliest, time.latest
    before = _word_before(doc, spans[index])
    if before == "since" and earliest and published and published.isoformat() > earliest:
        return earliest, published.isoformat()
    for other in indices:
        tied = times[other]
        if (
            other == index
            or tied.earliest is None
            or tied.latest is None
            or not earliest
            or not latest
        ):
            continue
        joined = _word_before(doc, spans[max(index, other)])
        if joined in (*_FORWARD, "and", "-", "–") or _near(time, tied):
            earliest, latest = min(earliest, tied.earliest), max(latest, tied.latest)
    return earliest, latest


def _near(one: Time, other: Time) -> bool:
    if one.earliest is None or other.earliest is None:
        return False
    apart = date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)
    return abs(apart) <= timedelta(days=1)


def _word_before(doc: Doc, span: tuple[int, int]) -> str:
    i = span[0] - 1
    while i >= 0 and doc[i].lower_ in ("the", "early", "late", "mid", "about", "at", "least"):
        i -= 1
    return doc[i].lower_ if i >= 0 else ""


def _direction(clause: Clause, span: tuple[int, int], doc: Doc) -> int:
    token = clause.verb or clause.noun or doc[span[0]]
    return direction_at(doc[span[0]], token)


def _group(
    time: Time,
    earliest: str | None,
    latest: str | None,
    direction: int,
    published: date | None,
    news: date | None,
    doc: Doc,
    span: tuple[int, int],
) -> EventGroup:
    if time.value == "PAST_REF":
        return "before"
    if time.value == "FUTURE_REF":
        return "ahead"
    if time.value == "PRESENT_REF" and earliest is None:
        return "ongoing"
    if time.type == "DURATION":
        return "ahead" if _TO_COME.search(time.text) else "ongoing"
    if published is None or news is None:
        if direction > 0:
            return "ahead"
        return "before" if earliest is not None else "day"
    if _word_before(doc, span) == "since":
        return "ongoing"
    if earliest is None or latest is None:
        return "ahead" if direction > 0 else "before"
    today, newsday = published.isoformat(), news.isoformat()
    if earliest > today:
        return "ahead"
    if latest < newsday:
        return "before"
    if latest <= today or earliest == today:
        return "ahead" if direction > 0 and latest == today else "day"
    # The stretch reaches past the day of publication: the tense says which part is meant.
    if direction > 0:
        return "ahead"
    return "before" if direction < 0 else "ongoing"


def _keys(words: list[Token]) -> frozenset[str]:
    return frozenset(
        stem(t.lower_)
        for t in words
        if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM", "ADJ") and len(t.lower_) > 2
    )


def _merged(drafts: list[_Draft]) -> list[_Draft]:
    """Mentions of one event as one: about the same words, and dates that agree."""
    merged: list[_Draft] = []
    for draft in drafts:
        for i, other in enumerate(merged):
            if _same(draft, other):
                merged[i] = _joined(other, draft)
                break
        else:
            merged.append(draft)
    return merged


def _same(one: _Draft, other: _Draft) -> bool:
    if one.event.group != other.event.group or not one.keys or not other.keys:
        return False
    a, b = one.event, other.event
    if a.earliest and a.latest and b.earliest and b.latest:
        if a.earliest > b.latest or b.earliest > a.latest:
            return False
    elif a.time is not None and b.time is not None and (a.earliest or b.earliest):
        return False
    common = len(one.keys & other.keys)
    least = min(len(one.keys), len(other.keys))
    return (common >= 2 and common / least >= 0.6) or (
        common == least == 1 and len(one.keys | other.keys) <= 2
    )


def _joined(one: _Draft, other: _Draft) -> _Draft:
    """Two mentions as one event, told by the one that is dated more closely."""

    def width(event: Event) -> int:
        if event.earliest is None or event.latest is None:
            return 10**6
        return (date.fromisoformat(event.latest) - date.fromisoformat(event.earliest)).days

    lead, further = (one, other) if width(one.event) <= width(other.event) else (other, one)
    spans = {(further.event.start, further.event.end), *one.event.others, *other.event.others}
    spans.discard((lead.event.start, lead.event.end))
    event = replace(lead.event, others=tuple(sorted(spans)))
    return _Draft(event, one.keys | other.keys, min(one.place, other.place), lead.minute)


def _order(
    draft: _Draft, published: date | None, news: date | None
) -> tuple[int, str, int, str, int]:
    event = draft.event
    rank = 0
    if event.earliest is not None:
        first = event.earliest
    elif event.latest is not None:
        first = event.latest
    elif published is not None and news is not None:
        day = {"before": news - timedelta(days=1), "ahead": published + timedelta(days=1)}
        first = day.get(event.group, published).isoformat()
        rank = 1 if event.group == "ahead" else 0
    else:
        rank = ("before", "day", "ongoing", "ahead", "undated").index(event.group) + 1
        first = ""
    if event.group == "ahead" and published is None:
        rank = 4
    return rank, first, draft.minute, event.latest or first, draft.place


def _undated(
    parsed: ParsedArticle,
    by_passage: list[list[int]],
    times: Sequence[Time],
    dated: list[_Draft],
) -> list[_Draft]:
    """The main deeds of the opening that no time dates."""
    found: list[_Draft] = []
    seen = 0
    for passage, own in zip(parsed.passages, by_passage, strict=True):
        if passage.aside or passage.block.kind not in ("paragraph", "standfirst"):
            continue
        if (
            not parsed.article.text[passage.start : passage.end]
            .rstrip()
            .endswith((".", "!", "?", "”", '"', "…"))
        ):
            continue
        seen += 1
        if seen > _UNDATED_PASSAGES or len(found) >= _MOST_UNDATED:
            break
        starts = [times[index].start - passage.start for index in own]
        for sentence in passage.doc.sents:
            if any(sentence.start_char <= start < sentence.end_char for start in starts):
                continue
            draft = _undated_draft(parsed.article.text, passage, sentence.root)
            if draft is None or len(found) >= _MOST_UNDATED:
                continue
            if any(_alike(draft, other) for other in (*found, *dated)):
                continue
            found.append(draft)
    return found


def _undated_draft(text: str, passage: Passage, verb: Token) -> _Draft | None:
    if verb.tag_ != "VBD" and not (
        verb.tag_ == "VBN" and any(c.lower_ in ("was", "were") for c in verb.children)
    ):
        return None
    if verb.pos_ != "VERB" or is_saying(verb):
        return None
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if (
        subject is None
        or subject.pos_ == "PRON"
        or not any(
            c.dep_ in ("dobj", "prep", "nsubjpass", "ccomp", "xcomp", "agent")
            for c in verb.children
        )
    ):
        return None
    clause = whole_clause(verb)
    words = event_words(verb, ())
    if len(words) < 3:
        return None
    label = written(words, text[passage.start : passage.end])
    event = Event(
        passage.start + clause.start,
        passage.start + clause.end,
        None,
        None,
        None,
        label[:1].upper() + label[1:],
        "undated",
    )
    return _Draft(event, _keys(words), event.start)


def _alike(one: _Draft, other: _Draft) -> bool:
    common = len(one.keys & other.keys)
    return common >= 2 and common / max(1, min(len(one.keys), len(other.keys))) >= 0.5
