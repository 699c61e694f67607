"""Reports told apart: where one ends and the next begins, and which count inside another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.quotes.grammar import (
    child,
    trimmed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dateline.analysis.quotes.reports import Report
    from dateline.analysis.quotes.spoken import (
        SpokenPassage,
    )

_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def disentangled(spoken: SpokenPassage, reports: list[Report]) -> list[Report]:
    """Reports without those that only lead to another ("refused | to say"), and without what is
    thought or wanted inside what is said."""
    by_anchor = {report.anchor: report for report in reports}
    merged: dict[int, Report] = {}
    dropped: set[int] = set()
    for report in reports:
        head = spoken.doc[report.anchor].head.i
        leading = by_anchor.get(head)
        if (
            leading is not None
            and leading is not report
            and leading.frame in ("i", "g")
            and spoken.doc[report.anchor].dep_ == "xcomp"
        ):
            dropped.add(head)
            merged[report.anchor] = replace(report, cue=(leading.cue[0], report.cue[1]))
    kept = [merged.get(r.anchor, r) for r in reports if r.anchor not in dropped]
    kept = _parted(spoken, kept)
    kept = [_cut(spoken, report, kept) for report in kept]
    return [r for r in kept if not _too_deep(spoken, r, kept)]


def _parted(spoken: SpokenPassage, reports: list[Report]) -> list[Report]:
    """Reports that the parse puts inside another though the same speaker goes on ("said it was
    old and warned that it would break") stand on their own."""
    doc = spoken.doc
    parted = list(reports)
    for place, inner_report in enumerate(parted):
        verb = doc[inner_report.anchor]
        if inner_report.kind != "speech" or verb.tag_ not in _FINITE:
            continue
        if verb.dep_ not in ("conj", "ccomp") or child(verb, "nsubj", "nsubjpass") is not None:
            continue
        begin = _link_before(doc, inner_report.cue[0])
        if begin == inner_report.cue[0] and verb.dep_ == "ccomp":
            continue
        for other, outer in enumerate(parted):
            if outer.kind != "speech" or outer.source_head is None or outer.frame != "c":
                continue
            if doc[outer.anchor].tag_ != verb.tag_ or not spoken.outside[verb.i]:
                continue
            goes_on = verb.dep_ == "ccomp" and verb.head.i == outer.anchor
            for low, high in outer.content:
                if low < begin < high and low <= verb.head.i:
                    content = (*(s for s in outer.content if s[1] <= low), trimmed(doc, low, begin))
                    parted[other] = replace(outer, content=content)
                    goes_on = True
                    break
            if goes_on:
                parted[place] = replace(
                    inner_report, source=outer.source, source_head=outer.source_head
                )
                break
    return parted


def _link_before(doc: Doc, begin: int) -> int:
    """Where the "and" begins that stands before a cue, or the cue's own start."""
    here = begin
    while here > 0 and (doc[here - 1].dep_ in ("cc", "advmod") or doc[here - 1].text == ","):
        here -= 1
    return here


def _cut(spoken: SpokenPassage, report: Report, reports: Sequence[Report]) -> Report:
    """Content ends where the speaker's next report begins (", adding that")."""
    doc = spoken.doc
    stretches = list(report.content)
    for other in reports:
        if other.anchor <= report.anchor or other.kind != "speech":
            continue
        begin = other.cue[0]
        verb = doc[other.anchor]
        if verb.tag_ in _FINITE and verb.dep_ == "conj" and other.source is not None:
            # ", and experts warned that": the writer goes on to the next report.
            begin = min(begin, other.source[0])
            link = doc[begin - 1] if begin > 1 else verb
            if link.dep_ != "cc" or doc[begin - 2].text != "," or begin <= report.anchor:
                continue
            stretches = _ended(doc, stretches, begin - 1)
            continue
        if verb.tag_ != "VBG" or begin == 0 or doc[begin - 1].text != ",":
            continue
        if other.source_head is not None and other.source_head != report.source_head:
            if not any(low <= other.source_head < high for low, high in stretches):
                continue
            if doc[other.anchor].dep_ != "advcl":
                continue
        stretches = _ended(doc, stretches, begin)
    for attribution in spoken.given.values():
        begin = attribution.cue[0]
        follows = doc[attribution.anchor].tag_ == "VBG" and doc[begin - 1].text == ","
        if begin > report.anchor and follows:
            stretches = _ended(doc, stretches, begin)
    if stretches == list(report.content):
        return report
    return replace(report, content=tuple((a, b) for a, b in stretches if a < b))


def _ended(doc: Doc, stretches: list[tuple[int, int]], at: int) -> list[tuple[int, int]]:
    """Stretches that end before a token."""
    for place, (low, high) in enumerate(stretches):
        if low < at < high:
            return [*stretches[:place], trimmed(doc, low, at)]
    return stretches


def _too_deep(spoken: SpokenPassage, report: Report, reports: Sequence[Report]) -> bool:
    """Whether a report within a report is not one of speech with a speaker of its own."""
    inside = not spoken.outside[report.anchor] or any(
        low <= report.anchor < high
        for other in reports
        if other is not report
        for low, high in other.content
    )
    if not inside:
        return False
    frames = ("c", "p", "noun")
    if report.kind != "speech" or report.frame not in frames or report.source_head is None:
        return True
    source = spoken.doc[report.source_head]
    if source.lower_ in ("i", "we", "you", "it", "who", "that", "which"):
        return True
    if not spoken.outside[report.anchor] and not spoken.outside[source.i]:
        return False
    return source.head.i != report.anchor
