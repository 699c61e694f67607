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
from dateline.analysis.times.day_times import day_time_of
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
from dateline.analysis.times.sayings import is_saying, tells_content
from dateline.analysis.times.stems import stem
from dateline.analysis.times.subjects import name_behind
from dateline.analysis.times.tense import direction_at, is_under_way

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Time
    from dateline.analysis.parsed import Passage

_COUNTED_FROM_NOW = re.compile(
    r"(?:(?:at\s+least|about|over|more\s+than)\s+)?(?:(?:the|these)\s+)?"
    r"(?:past|last|recent|coming|next|upcoming)\b",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[^\W\d_][\w.,' -]{1,60}\([A-Za-z .]{2,20}\)\s*[-–—_]+\s+"
    r"|[A-Z][A-Z.' ]{3,}(?:,[\w.,' ]{1,40})?\s*[-–—_]+\s+"
)
_VAGUE = re.compile(r"(?:more\s+|most\s+)?(?:recently|lately|soon|now|currently)", re.IGNORECASE)
_FROM_TODAY = re.compile(
    r"\bago\b|\b(?:last|next|this)\s|\b(?:yesterday|today|tonight|tomorrow)\b", re.IGNORECASE
)
_COMPARING = ("compared with", "than in", "up from", "down from", "than", "as of", "dated")
_AGAINST = ("from", "than", "versus", "against")
_UP_TO = ("to", "until", "till", "through", "-", "–")
_CHANGE = frozenset(WORDS["verbs_of_change"])
_UNSURE = ("if", "unless", "whether")
_ON = ("on", "late", "early", "here")
_LATELY = 14
_LEAD_TOKENS = 30
"""A dateline ends within so many tokens."""
_STEPS = 6
_A_YEAR_AGO = re.compile(r"\byear[\s-](?:ago|earlier|before)\b", re.IGNORECASE)
_SET_AGAINST = re.compile(r"\b(?:from|compared\s+(?:with|to)|versus|against|than)\s", re.IGNORECASE)
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
    for index in own:
        if spans[index][0] in dateline or not _dates_something(times[index], doc, spans[index]):
            continue
        period = re.fullmatch(r"\d{4}-[QH]\d", times[index].value) is not None
        a_day = width_in_days(times[index].earliest, times[index].latest) <= 1
        said = _said_before(doc, spans[index][0]) if a_day else None
        clause = whole_clause(said) if said else clause_of(doc, *spans[index], period=period)
        if clause is not None:
            clause = governing_clause(clause, always=_is_lately(times[index], moment))
        if clause is None or not _is_deed(clause, doc, times[index]):
            continue
        clauses.setdefault((clause.start, clause.end), (clause, []))[1].append(index)
    told = {clause.verb.i for clause, _ in clauses.values() if clause.verb is not None}
    for clause, indices in clauses.values():
        if clause.verb is not None and is_saying(clause.verb) and told & _said_in(clause.verb):
            # "said on Monday that the strike ended on Friday": what was said has its own row.
            continue
        draft = _draft(text, passage, clause, indices, spans, times, timed, moment)
        if draft is not None:
            yield draft


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
    if len(words) < 3 or _in_quotation(passage.doc, verb.i):
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


def _dates_something(time: Time, doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a time tells when something happens, and not how long or how often."""
    if time.type == "SET":
        return False
    if time.type == "DURATION":
        if time.earliest and time.latest:
            return True
        return _COUNTED_FROM_NOW.match(time.text) is not None
    if time.value in ("PAST_REF", "PRESENT_REF", "FUTURE_REF") and time.earliest is None:
        if _VAGUE.fullmatch(time.text):
            return not _in_quotation(doc, span[0])
        return _FROM_TODAY.search(time.text) is not None
    sentence = doc[doc[span[0]].sent.start : span[0]].text
    if _A_YEAR_AGO.search(time.text) and _SET_AGAINST.search(sentence):
        return False
    before = doc[max(0, span[0] - 2) : span[0]].text.lower()
    return not (before.endswith(_COMPARING) or _is_compared_with(time, doc, span))


def _is_compared_with(time: Time, doc: Doc, span: tuple[int, int]) -> bool:
    """Whether a time is that of the figure which another is set against.

    "rose to 5% from 4% in August", "up from a year earlier", "than those of last year".
    """
    token = doc[span[0] : span[1] + 1].root
    for _ in range(_STEPS):
        above = token.head
        if above.i == token.i:
            return False
        beside = token.dep_ == "npadvmod" and any(c.dep_ == "pobj" for c in above.children)
        if above.pos_ == "ADP" and above.lower_ in _AGAINST and not beside:
            governor = above.head
            after = doc[span[1] + 1].lower_ if span[1] + 1 < len(doc) else ""
            ranged = after in _UP_TO and span[0] <= token.i <= span[1]
            return above.lower_ != "from" or (governor.lower_ in _CHANGE and not ranged)
        if above.lower_ in ("those", "that"):
            return True
        if above.pos_ == "VERB" and above.dep_ not in ("amod", "acl"):
            return _follows_a_base(time, token, above)
        token = above
    return False


def _follows_a_base(time: Time, preposition: Token, verb: Token) -> bool:
    """Whether "in the 1988 period" stands after "from $24.4 million" and belongs to that."""
    if preposition.pos_ != "ADP" or verb.lower_ not in _CHANGE:
        return False
    if width_in_days(time.earliest, time.latest) <= _LATELY:
        return False
    return any(
        child.lower_ == "from" and verb.i < child.i < preposition.i for child in verb.children
    )


def _in_quotation(doc: Doc, index: int) -> bool:
    return sum(1 for i in range(index) if doc[i].text in ('"', "``", "''")) % 2 == 1


def _is_deed(clause: Clause, doc: Doc, time: Time) -> bool:
    """Whether the clause tells that something happened, and who or what it happened to."""
    verb = clause.verb
    if verb is None:
        return True
    if _in_quotation(doc, verb.i):
        return False
    if any(c.dep_ == "mark" and c.lower_ in _UNSURE for c in verb.children):
        return False
    idle = verb.lower_ in _NO_DEED and subject_of(verb) is None
    if idle or (is_saying(verb) and not tells_content(verb)):
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
    if time.value == "PRESENT_REF" and _VAGUE.fullmatch(time.text):
        moving = any(c.lower_ in ("is", "are", "'s", "'re") for c in verb.children)
        return verb.pos_ == "VERB" and (verb.tag_ == "VBZ" or (verb.tag_ == "VBG" and moving))
    return True


def _draft(
    text: str,
    passage: Passage,
    clause: Clause,
    indices: list[int],
    spans: dict[int, tuple[int, int]],
    times: Sequence[Time],
    timed: set[int],
    moment: Moment,
) -> Draft | None:
    verb = clause.verb
    subject = subject_of(verb) if verb is not None else None
    if verb is not None:
        words = event_words(verb, timed)
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
    since = verb is not None and _says_since(passage.doc, spans[index])
    earliest, latest = bounds_of(index, indices, spans, times, passage.doc, moment, since=since)
    token = clause.verb or clause.noun or passage.doc[spans[index][0]]
    direction = direction_at(passage.doc[spans[index][0]], token)
    if direction > 0 and is_under_way(token):
        direction = 1 if earliest and moment.published and earliest > str(moment.published) else 0
    event = Event(
        start=passage.start + _after_dateline(own_text, clause),
        end=passage.start + clause.end,
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
