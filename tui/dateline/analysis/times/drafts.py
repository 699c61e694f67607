"""Events in the making: what each dated clause of a passage tells, before order and merging."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from dateline.analysis.model import Event
from dateline.analysis.times.clauses import (
    Clause,
    clause_of,
    governing_clause,
    whole_clause,
)
from dateline.analysis.times.dating import VAGUE, dates_something, in_quotation
from dateline.analysis.times.day_times import day_time_of
from dateline.analysis.times.doers import SUBJECTS
from dateline.analysis.times.grouping import (
    Moment,
    bounds_of,
    group_of,
    leading_time,
    width_in_days,
    word_before,
)
from dateline.analysis.times.labels import (
    event_words,
    noun_phrase,
    noun_words,
    subject_of,
    written,
)
from dateline.analysis.times.lexicon import WORDS
from dateline.analysis.times.rescheduling import moved_by
from dateline.analysis.times.sayings import is_saying, tells_content, what_was_found
from dateline.analysis.times.settling import dates_what_is_counted_from, ends_a_period
from dateline.analysis.times.shared_deeds import Share, lists_of, shares_of, words_of_share
from dateline.analysis.times.stems import stem
from dateline.analysis.times.subjects import name_behind
from dateline.analysis.times.tense import direction_at, is_under_way

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Time
    from dateline.analysis.parsed import Passage

_DATELINE = re.compile(
    r"[^\W\d_][\w.,' -]{1,60}\([A-Za-z .]{2,20}\)\s*[-–—_]+\s+"
    r"|[A-Z][A-Z.' ]{3,}(?:,[\w.,' ]{1,40})?\s*[-–—_]+\s+"
)
_UNTIL = ("until", "till", "through")
_HABITUALLY = frozenset(WORDS["adverbs_of_habit"])
_UNSURE = ("if", "unless", "whether")
_ON = ("on", "late", "early", "here")
_LATELY = 14
_LEAD_TOKENS = 30
"""A dateline ends within so many tokens."""
_STEPS = 6
_NO_DEED = frozenset(WORDS["verbs_that_tell_no_deed"])
_SPEAKERS = frozenset(["i", "we", "you", "me", "us", "him", "them", "what", "there", "who", "whom"])
_POINTERS = frozenset(["it", "that", "this", "which"])


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is ordered and merged."""

    event: Event
    keys: frozenset[str]
    """What it tells of, as stems of its words."""
    subject: str
    verb: str
    """Stems of the subject's head and of the verb; empty for a noun alone."""
    value: str = ""
    """The TIMEX3 value of its time."""
    minute: int = 0
    """When in the day it begins, in minutes."""


def dated_drafts(
    text: str, passage: Passage, own: Collection[int], times: Sequence[Time], moment: Moment
) -> Iterator[Draft]:
    """An event for each clause of a passage that one of its times dates.

    `own` are the indices in `times` of those in the passage; `text` is the whole article's.
    """
    doc = passage.doc
    spans = {index: _tokens(doc, passage, times[index]) for index in own}
    timed = {i for first, last in spans.values() for i in range(first, last + 1)}
    dateline = _dateline_tokens(doc)
    timed |= dateline
    clauses: dict[tuple[int, int], tuple[Clause, list[int]]] = {}
    news: list[tuple[Clause, int]] = []
    for index in own:
        if spans[index][0] in dateline or not dates_something(times[index], doc, spans[index]):
            continue
        if index - 1 in own and _belongs_to(times[index - 1], times[index], text):
            continue
        period = re.fullmatch(r"\d{4}-[QH]\d", times[index].value) is not None
        a_day = width_in_days(times[index].earliest, times[index].latest) <= 1
        said = _said_before(doc, spans[index][0]) if a_day else None
        clause = whole_clause(said) if said else clause_of(doc, *spans[index], period=period)
        if clause is not None:
            clause = governing_clause(clause, always=_is_lately(times[index], moment))
        if clause is not None and clause.verb is not None and _is_lately(times[index], moment):
            found = what_was_found(clause.verb)
            if found is not None and not in_quotation(doc, found.i):
                news.append((whole_clause(found), index))
        if clause is None or not _is_deed(clause, doc, times[index]):
            continue
        clauses.setdefault((clause.start, clause.end), (clause, []))[1].append(index)
    for clause, index in news:
        # "has found water, they reported on Friday": news of that day, where it has no other.
        clauses.setdefault((clause.start, clause.end), (clause, [index]))
    _give_beginnings(clauses.values(), spans, doc, times)
    told = {clause.verb.i for clause, _ in clauses.values() if clause.verb is not None}
    for clause, indices in clauses.values():
        if clause.verb is not None and is_saying(clause.verb) and told & _said_in(clause.verb):
            # "said on Monday that the strike ended on Friday": what was said has its own row.
            continue
        for some, share in _shared(clause, indices, spans, doc, times):
            draft = _draft(text, passage, clause, some, spans, times, timed, moment, share)
            if draft is not None:
                yield draft


def _belongs_to(period: Time, time: Time, text: str) -> bool:
    """Whether a date only says up to when a period goes, or from when another is counted.

    "the three months to June", "a day after the flyby on 5 May".
    """
    between = text[period.end : time.start]
    wide = width_in_days(period.earliest, period.latest) > _LATELY
    if wide and period.latest and ends_a_period(between):
        return True
    return dates_what_is_counted_from(period.text, between)


def _give_beginnings(
    clauses: Collection[tuple[Clause, list[int]]],
    spans: dict[int, tuple[int, int]],
    doc: Doc,
    times: Sequence[Time],
) -> None:
    """Add to "and went on until 2021" the time of the verb before it, "began in 2013"."""
    by_verb = {clause.verb.i: own for clause, own in clauses if clause.verb is not None}
    for clause, own in clauses:
        verb = clause.verb
        if verb is None or verb.dep_ != "conj" or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        begun = by_verb.get(verb.head.i)
        if begun and len(own) == 1 and word_before(doc, spans[own[0]]) in _UNTIL:
            first = leading_time(begun, times)
            if first < own[0] and word_before(doc, spans[first]) not in _UNTIL:
                own.append(first)


def _shared(
    clause: Clause,
    indices: list[int],
    spans: dict[int, tuple[int, int]],
    doc: Doc,
    times: Sequence[Time],
) -> list[tuple[list[int], Share | None]]:
    """The times of a clause, by the one of several things that its deed was done to."""
    own = {i: spans[i] for i in indices}
    shares = shares_of(clause.verb, own) if clause.verb else {}
    if not shares:
        return [(group, None) for group in lists_of(own, doc, times)]
    groups: dict[int, tuple[list[int], Share]] = {}
    for index, share in shares.items():
        groups.setdefault(share.own.i, ([], share))[0].append(index)
    return list(groups.values())


def _is_lately(time: Time, moment: Moment) -> bool:
    """Whether a time lies in the days of the news."""
    if time.earliest is None or moment.published is None:
        return False
    return abs((date.fromisoformat(time.earliest) - moment.published).days) <= _LATELY


def _said_before(doc: Doc, index: int) -> Token | None:
    """The verb of saying right before a time that belongs to it: "said Tuesday the road ..."."""
    i = index - 1
    while i > 0 and doc[i].lower_ in _ON:
        i -= 1
    return doc[i] if i >= 0 and doc[i].pos_ == "VERB" and is_saying(doc[i]) else None


def _said_in(verb: Token) -> set[int]:
    """The verbs of what a verb of saying says."""
    return {child.i for child in verb.children if child.dep_ == "ccomp"}


def _dateline_tokens(doc: Doc) -> set[int]:
    """The tokens of "BERGEN — " before a story, which the parser takes for a subject."""
    match = _DATELINE.match(doc[:_LEAD_TOKENS].text)
    if match is None:
        return set()
    return {token.i for token in doc[:_LEAD_TOKENS] if token.idx < match.end()}


def undated_draft(text: str, passage: Passage, verb: Token) -> Draft | None:
    """The event that a sentence tells with no time: a deed in the past with a named doer."""
    passive = verb.tag_ == "VBN" and any(c.lower_ in ("was", "were") for c in verb.children)
    if verb.pos_ != "VERB" or is_saying(verb) or not (verb.tag_ == "VBD" or passive):
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ == "PRON":
        return None
    if not any(c.dep_ in ("dobj", "prep", "nsubjpass", "xcomp", "agent") for c in verb.children):
        return None
    words = event_words(verb, _dateline_tokens(passage.doc))
    if len(words) < 3 or in_quotation(passage.doc, verb.i):
        return None
    clause = whole_clause(verb)
    start = passage.start + _after_dateline(text[passage.start : passage.end], clause)
    label = written(words, text[passage.start : passage.end])
    event = Event(start, passage.start + clause.end, None, None, None, _capital(label), "undated")
    return Draft(event, _keys(words), stem(subject.lower_), stem(verb.lower_))


def _tokens(doc: Doc, passage: Passage, time: Time) -> tuple[int, int]:
    span = doc.char_span(
        time.start - passage.start, time.end - passage.start, alignment_mode="expand"
    )
    return (span.start, span.end - 1) if span is not None else (0, 0)


def _is_deed(clause: Clause, doc: Doc, time: Time) -> bool:
    """Whether the clause tells that something happened, and who or what it happened to."""
    verb = clause.verb
    if verb is None:
        return True
    if in_quotation(doc, verb.i):
        return False
    if any(c.dep_ == "mark" and c.lower_ in _UNSURE for c in verb.children):
        return False
    idle = verb.lower_ in _NO_DEED and subject_of(verb) is None
    if idle or (is_saying(verb) and not tells_content(verb)):
        return False
    if _is_habit(verb):
        return False
    said = _said_in(verb)
    if is_saying(verb) and said and all(i < verb.i for i in said):
        return False
    subject = subject_of(verb)
    relative = verb.dep_ == "relcl" and subject is not None and subject.tag_ in ("WDT", "WP")
    if subject is not None and subject.lower_ in _SPEAKERS and not relative:
        return False
    if subject is not None and subject.lower_ in _POINTERS and not relative:
        return verb.pos_ == "VERB"
    if time.value == "PRESENT_REF" and VAGUE.fullmatch(time.text):
        moving = any(c.lower_ in ("is", "are", "'s", "'re") for c in verb.children)
        return verb.pos_ == "VERB" and (verb.tag_ == "VBZ" or (verb.tag_ == "VBG" and moving))
    return True


def _is_habit(verb: Token) -> bool:
    """Whether a present tense tells what happens each year: "usually lasts until March"."""
    helpers = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    present = verb.tag_ in ("VBZ", "VBP") if not helpers else helpers[0] in ("is", "are")
    return present and any(
        (c.dep_ == "advmod" and c.lower_ in _HABITUALLY)
        or (c.dep_ == "npadvmod" and any(d.lower_ in ("every", "each") for d in c.children))
        for c in verb.children
    )


def _draft(
    text: str,
    passage: Passage,
    clause: Clause,
    indices: list[int],
    spans: dict[int, tuple[int, int]],
    times: Sequence[Time],
    timed: set[int],
    moment: Moment,
    share: Share | None,
) -> Draft | None:
    verb = clause.verb
    subject = subject_of(verb) if verb is not None else None
    if verb is not None:
        words = event_words(verb, timed)
        words = words_of_share(words, share, timed) if share is not None else words
    elif clause.noun is not None:
        words = noun_words(clause.noun, timed)
    else:
        return None
    if len(words) < 2 or words[0].lower_ in _SPEAKERS or words[0].is_punct:
        return None
    if words[0].pos_ in ("AUX", "PART"):
        # "Were rejected by the council": the parser has lost whom it tells of.
        return None
    own_text = text[passage.start : passage.end]
    label = written(words, own_text)
    if verb is not None and words[0].lower_ == "whose":
        whose = written(noun_phrase(verb.head, timed, 2), own_text)
        label = f"{whose}'s{label[len('whose') :]}"
    clear = words[0].pos_ == "PRON" and words[0].dep_ in ("nsubj", "nsubjpass")
    if clear and words[1].text[0] not in "'’":
        label = name_behind(words[0], own_text) + label[len(words[0]) :]
    index = leading_time(indices, times)
    to = moved_by(passage.doc[spans[index][0]])
    if to is not None and verb is not None and all(t.i != to.i for t in words):
        # The day it was moved to is not when it was moved: the label says so.
        label += f" {to.text} {times[index].text}"
    since = verb is not None and _says_since(passage.doc, spans[index])
    earliest, latest = bounds_of(index, indices, spans, times, passage.doc, moment, since=since)
    token = clause.verb or clause.noun or passage.doc[spans[index][0]]
    direction = direction_at(passage.doc[spans[index][0]], token)
    if direction > 0 and is_under_way(token):
        direction = 1 if earliest and moment.published and earliest > str(moment.published) else 0
    start, end = _after_dateline(own_text, clause), clause.end
    if share is not None:
        last = passage.doc[max(spans[i][1] for i in indices)]
        start, end = share.span((start, end), last)
    event = Event(
        start=passage.start + start,
        end=passage.start + end,
        time=index,
        earliest=earliest,
        latest=latest,
        label=_capital(label),
        group=group_of(times[index], earliest, latest, direction, since=since, moment=moment),
    )
    minutes = [
        (span[0] + span[1]) // 2 if span[0] else 0
        for i in indices
        if times[i].earliest == earliest
        and (times[i].type == "TIME" or earliest == latest)
        and (span := day_time_of(times[i].value, times[i].mod)) is not None
    ]
    return Draft(
        event,
        _keys(words),
        stem(subject.lower_) if subject is not None else "",
        stem(verb.lower_) if verb is not None else "",
        times[index].value,
        min(minutes, default=0),
    )


def _says_since(doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a clause goes on since a time, or since what is of it: "since the 2014 vote"."""
    if word_before(doc, span) == "since":
        return True
    token = doc[span[0] : span[1] + 1].root
    for _ in range(_STEPS):
        if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADP") or token.head.i == token.i:
            return False
        if token.lower_ == "since":
            return True
        token = token.head
    return False


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _after_dateline(text: str, clause: Clause) -> int:
    """Where a clause begins when the dateline before it is left out."""
    match = _DATELINE.match(text) if clause.start == 0 else None
    return match.end() if match is not None and match.end() < clause.end else clause.start


def _keys(words: list[Token]) -> frozenset[str]:
    return frozenset(
        stem(t.lower_)
        for t in words
        if t.pos_ in ("NOUN", "PROPN", "VERB", "NUM") and len(t.lower_) > 2
    )
