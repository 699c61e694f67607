"""Direct quotes with their speakers, carried over to the quotes that go on from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.quotes.attributions import (
    attribution,
    introduced,
)
from dateline.analysis.quotes.cues import verb_cues
from dateline.analysis.quotes.findings import Finding, Source
from dateline.analysis.quotes.genders import role_genders
from dateline.analysis.quotes.grammar import (
    child,
    phrase,
    subject,
)
from dateline.analysis.quotes.spoken import (
    ENDS,
    Attribution,
    SpokenPassage,
    ends_sentence,
    is_end,
)
from dateline.analysis.quotes.wording import looks_like_speech, looks_like_title, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence


def to_source(attribution: Attribution) -> Source | None:
    """The source of an attribution, in the article's offsets."""
    if attribution.source is None:
        return None
    passage = attribution.passage
    low, high = attribution.source
    if low >= high:
        return None
    tokens = passage.doc[low:high]
    return Source(
        passage,
        passage.start + tokens.start_char,
        passage.start + tokens.end_char,
        None if attribution.head is None else passage.doc[attribution.head],
    )


def to_finding(attribution: Attribution, pieces: tuple[tuple[int, int], ...]) -> Finding:
    """A direct quote with its attribution."""
    passage = attribution.passage
    cue = passage.doc[slice(*attribution.cue)]
    return Finding(
        pieces,
        True,
        to_source(attribution),
        (passage.start + cue.start_char, passage.start + cue.end_char),
        attribution.stance,
    )


def carry_over(passages: Sequence[SpokenPassage]) -> list[Finding]:
    """Direct quotes of all passages: those with a cue, and those that go on from one before."""
    found: list[Finding] = []
    last: Finding | None = None
    last_passage = -1
    seen: set[int] = set()
    for place, spoken in enumerate(passages):
        findings: dict[int, Finding] = {}
        for number, quotation in enumerate(spoken.quotations):
            if quotation.start in seen:
                # It began in an earlier passage: only a cue after its end is news.
                if number in spoken.given:
                    index = _place_of(found, quotation.start)
                    if found[index].source is None or found[index].carried:
                        found[index] = to_finding(spoken.given[number], found[index].pieces)
                    findings[number] = last = found[index]
                    last_passage = place
                continue
            seen.add(quotation.start)
            pieces = ((quotation.start, quotation.end),)
            finding: Finding | None = None
            if number in spoken.given:
                if number in spoken.continues and spoken.continues[number] in findings:
                    base = findings[spoken.continues[number]]
                    finding = replace(base, pieces=(*base.pieces, *pieces))
                    found[_place_of(found, base.start)] = finding
                    for key, value in list(findings.items()):
                        if value is base:
                            findings[key] = finding
                    findings[number] = last = finding
                    last_passage = place
                    continue
                finding = to_finding(spoken.given[number], pieces)
            elif _may_speak(spoken, number, goes_on=bool(findings) or _fills(spoken, number)):
                if findings and last is not None and last in findings.values():
                    if _starts_sentence(spoken, number):
                        finding = replace(last, pieces=(*last.pieces, *pieces))
                        found[_place_of(found, last.start)] = finding
                        for key, value in list(findings.items()):
                            if value is last:
                                findings[key] = finding
                        findings[number] = last = finding
                        continue
                elif number == 0 and (following := _next_sentence(spoken)) is not None:
                    finding = to_finding(following, pieces)
                elif (doer := _doer_before(spoken, number)) is not None:
                    finding = Finding(pieces, True, doer, None)
                elif _fills(spoken, number):
                    introduction = introduced(passages, place)
                    if introduction is not None:
                        finding = to_finding(introduction, pieces)
                    elif (
                        last is not None
                        and place - last_passage <= 1
                        and last.source is not None
                        and not _answers(spoken, number)
                    ):
                        finding = replace(last, pieces=pieces, carried=True)
                    else:
                        finding = Finding(pieces, True, None, None)
            if finding is not None:
                found.append(finding)
                findings[number] = last = finding
                last_passage = place
    return found


def _place_of(found: list[Finding], start: int) -> int:
    """The place of the finding that begins at an offset, looked for from the end."""
    return next(k for k in range(len(found) - 1, -1, -1) if found[k].start == start)


def _may_speak(spoken: SpokenPassage, number: int, *, goes_on: bool) -> bool:
    """Whether a quotation without a cue can be speech; one that goes on may be a word long."""
    quotation = spoken.quotations[number]
    if looks_like_title(spoken.text, quotation):
        return (
            goes_on
            and ends_sentence(spoken.text, quotation)
            and (word_count(spoken.text, quotation) == 1)
        )
    return looks_like_speech(spoken.text, quotation, least=1 if goes_on else 3)


def _next_sentence(spoken: SpokenPassage) -> Attribution | None:
    """Who the sentence after a paragraph's first quotation says is speaking."""
    place = spoken.last[0]
    if spoken.first[0] > 1 or place >= len(spoken.doc):
        return None
    stop = spoken.first[1] if len(spoken.first) > 1 else len(spoken.doc)
    gap = []
    while place < stop and not is_end(spoken.doc[place]):
        gap.append(place)
        place += 1
    for i in gap:
        verb = spoken.doc[i]
        cues = verb_cues().get(verb.lower_, ())
        if verb.pos_ != "VERB" or not any(cue.kind == "speech" for cue in cues):
            continue
        head = subject(verb)
        if head is None or head.i not in gap or head.i > i:
            return None
        return attribution(spoken, verb, phrase(head, before=i), head.i)
    return None


def _doer_before(spoken: SpokenPassage, number: int) -> Source | None:
    """The person whose deed the sentence right before tells, when a quotation ends the paragraph
    without a word of speech ("She paused. “…”")."""
    doc, passage = spoken.doc, spoken.passage
    stop = spoken.first[number] - 1
    if stop < 1 or doc[stop].text != "." or any(spoken.outside[spoken.last[number] :]):
        return None
    if not ends_sentence(spoken.text, spoken.quotations[number]):
        return None
    begin = stop - 1
    while begin > spoken.story and spoken.outside[begin - 1] and not is_end(doc[begin - 1]):
        begin -= 1
    root = next((t for t in doc[begin:stop] if t.dep_ == "ROOT"), None)
    if root is None or root.tag_ not in ("VBD", "VBZ") or root.pos_ != "VERB":
        return None
    head = child(root, "nsubj")
    if head is None or not begin <= head.i < root.i:
        return None
    is_person = head.lower_ in ("he", "she") or (
        head.ent_type_ == "PERSON" or head.lower_ in role_genders()
    )
    if not is_person:
        return None
    low, high = phrase(head, before=root.i)
    words = doc[max(low, begin) : high]
    return Source(passage, passage.start + words.start_char, passage.start + words.end_char, head)


def _starts_sentence(spoken: SpokenPassage, number: int) -> bool:
    place = spoken.first[number] - 1
    if place < 0:
        return True
    if number and place < spoken.last[number - 1]:
        return True
    return spoken.doc[place].text in ENDS or spoken.doc[place].text in (":", "…", "...")


def _answers(spoken: SpokenPassage, number: int) -> bool:
    """Whether a paragraph may be another speaker's turn, being short or a question."""
    quotation = spoken.quotations[number]
    words = spoken.text[quotation.inner_start : quotation.inner_end].rstrip()
    return words.endswith("?") or word_count(spoken.text, quotation) < 7


def _fills(spoken: SpokenPassage, number: int) -> bool:
    """Whether a quotation is all, or nearly all, that its paragraph says."""
    most = 3 if number == 0 else 0
    rest = 0
    for place, outside in enumerate(spoken.outside):
        if outside and spoken.doc[place].is_alpha:
            rest += 1
            if rest > most:
                return False
    return True
