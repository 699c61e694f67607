"""Direct and reported speech brought together into one list of findings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.quotes.block_quotations import find_block_quotations
from dateline.analysis.quotes.carrying import carry_over, to_finding
from dateline.analysis.quotes.cues import verb_cues
from dateline.analysis.quotes.direct import attribute
from dateline.analysis.quotes.disentangling import disentangled
from dateline.analysis.quotes.findings import Finding, Source
from dateline.analysis.quotes.grammar import (
    rest_of_clause,
    trimmed,
    without_afterthought,
)
from dateline.analysis.quotes.headlines import find_headline, find_headline_verb
from dateline.analysis.quotes.marks import scan
from dateline.analysis.quotes.reported import find_reports
from dateline.analysis.quotes.spoken import (
    SpokenPassage,
    after_dateline,
    prepare,
)
from dateline.analysis.quotes.transcripts import find_transcript
from dateline.analysis.quotes.wording import inner, looks_like_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dateline.analysis.model import Entity
    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.quotes.reports import Report

_STATING = frozenset({"according", "adverb", "c", "g", "i", "noun", "p", "ri"})
"""The frames (see `cues`) in which a verb of speech takes a whole statement or demand."""


def gather(parsed: ParsedArticle, entities: Sequence[Entity] = ()) -> list[Finding]:
    """All quotes of an article in the order of the text, speakers not yet resolved."""
    text = parsed.article.text
    spoken = _spoken(parsed)
    found, turns = find_transcript(text, parsed.passages)
    blocks, quoted = find_block_quotations(text, spoken)
    found.extend(blocks)
    taken = turns | quoted
    for place, each in enumerate(spoken):
        if place in taken:
            each.quotations.clear()
            continue
        headline = find_headline(each.passage, entities) if _heads(each, place) else None
        if headline is not None:
            found.append(headline)
            each.quotations.clear()
            taken |= {place}
        elif each.quotations:
            attribute(each)
    found.extend(carry_over(spoken))
    for place, each in enumerate(spoken):
        if place in taken or not each.doc.has_annotation("DEP"):
            continue
        reported = _reported(each)
        if each.passage.aside:
            # "Related:" at the head of a link to another story is its label, and says nothing.
            reported = [finding for finding in reported if not _begins_with_cue(each, finding)]
        if not reported and _heads(each, place):
            headline = find_headline_verb(each.passage)
            reported = [headline] if headline is not None else []
        found.extend(reported)
    return sorted(found, key=lambda f: (f.start, -f.end))


def _begins_with_cue(spoken: SpokenPassage, finding: Finding) -> bool:
    return finding.cue is not None and finding.cue[0] == spoken.passage.start


def _heads(spoken: SpokenPassage, place: int) -> bool:
    """Whether a passage is, or may be, a headline."""
    return spoken.passage.headline or place == 0


def _spoken(parsed: ParsedArticle) -> list[SpokenPassage]:
    """The passages with their outermost quotations."""
    text = parsed.article.text
    quotations = scan(text, [(p.start, p.end) for p in parsed.passages])
    outermost = [q for q in quotations if q.depth == 0]
    spoken: list[SpokenPassage] = []
    place = 0
    for passage in parsed.passages:
        while place < len(outermost) and outermost[place].end <= passage.start:
            place += 1
        here = []
        at = place
        while at < len(outermost) and outermost[at].start < passage.end:
            here.append(outermost[at])
            at += 1
        nested = [q for q in quotations if q.depth > 0 and passage.start <= q.start < passage.end]
        spoken.append(prepare(passage, text, here, nested))
    return spoken


def _reported(spoken: SpokenPassage) -> list[Finding]:
    reports = disentangled(spoken, find_reports(spoken.doc))
    found: list[Finding] = []
    partial: dict[int, tuple[int, Finding]] = {}
    for report in reports:
        stretches = _content(spoken, report)
        if not stretches:
            continue
        finding = _finding(spoken, report, stretches)
        if not spoken.outside[report.anchor]:
            found.append(_within_marks(spoken, finding))
            continue
        found.append(finding)
        for low, high in stretches:
            for number, quotation in enumerate(spoken.quotations):
                if number in spoken.given and number not in spoken.lead:
                    continue
                if low > spoken.first[number] or spoken.last[number] > high:
                    continue
                length = high - low
                if number in partial and partial[number][0] <= length:
                    continue
                if report.frame in ("n", "as") or not looks_like_title(spoken.text, quotation):
                    partial[number] = (length, finding)
    for number, start in spoken.lead.items():
        if any(
            low <= spoken.first[number] and spoken.last[number] <= high
            for report in reports
            for low, high in _content(spoken, report)
        ):
            continue
        whole = to_finding(spoken.given[number], ())
        begin = spoken.passage.start + spoken.doc[start].idx
        found.append(replace(whole, pieces=((begin, spoken.quotations[number].end),), direct=False))
    for number, attribution in spoken.weak.items():
        if number in partial or number in spoken.given:
            continue
        whole = to_finding(attribution, ())
        begin = spoken.doc[attribution.cue[1]].idx + spoken.passage.start
        quotation = spoken.quotations[number]
        if begin < quotation.start:
            found.append(replace(whole, pieces=((begin, quotation.end),), direct=False))
        found.append(replace(whole, pieces=((quotation.start, quotation.end),)))
    for number, (_, finding) in partial.items():
        if number in spoken.given:
            continue
        quotation = spoken.quotations[number]
        pieces = ((quotation.start, quotation.end),)
        found.append(replace(finding, pieces=pieces, direct=True, statement=True))
    return found


def _within_marks(spoken: SpokenPassage, finding: Finding) -> Finding:
    """A report inside a quotation, direct where what it says stands in marks of its own."""
    for nested in spoken.nested:
        shared = min(nested.end, finding.end) - max(nested.start, finding.start)
        if shared >= 0.8 * (finding.end - finding.start) and shared >= 0.5 * (
            nested.end - nested.start
        ):
            pieces = ((nested.start, nested.end),)
            return replace(finding, pieces=pieces, direct=True, statement=True)
    return finding


def _content(spoken: SpokenPassage, report: Report) -> list[tuple[int, int]]:
    """The content of a report without what stands in quotation marks as direct speech, and with
    the whole of every quotation that it only reaches into."""
    doc = spoken.doc
    if not spoken.outside[report.anchor]:
        for number in range(len(spoken.quotations)):
            low, high = spoken.first[number], spoken.last[number]
            if low <= report.anchor < high:
                clipped = [trimmed(doc, max(a, low), min(b, high)) for a, b in report.content]
                return [(a, b) for a, b in clipped if b - a > 1]
        return []
    stretches = [
        (low, high) if low >= spoken.story else trimmed(doc, spoken.story, max(high, spoken.story))
        for low, high in report.content
    ]
    for number in range(len(spoken.quotations)):
        first, last = spoken.first[number], spoken.last[number]
        full = number in spoken.given and number not in spoken.lead
        changed: list[tuple[int, int]] = []
        for low, high in stretches:
            if full:
                if high <= first or last <= low:
                    changed.append((low, high))
                    continue
                if low < first:
                    changed.append(trimmed(doc, low, first))
                if high > last:
                    changed.append(trimmed(doc, last, high))
            elif low < last and high > first:
                changed.append((min(low, first), max(high, last)))
            else:
                changed.append((low, high))
        stretches = changed
    stretches = [_whole(spoken, report, low, high) for low, high in stretches]
    kept = [
        (low, high)
        for low, high in stretches
        if (high > low and any(spoken.outside[i] and doc[i].is_alpha for i in range(low, high)))
        or any(
            low <= spoken.first[n] and spoken.last[n] <= high and n not in spoken.given
            for n in range(len(spoken.quotations))
        )
    ]
    # A lone pronoun that the cue parts from the rest tells nothing ("He | is believed to").
    if len(kept) > 1:
        kept = [
            (low, high)
            for low, high in kept
            if high - low > 1 or doc[low].pos_ not in ("PRON", "DET")
        ] or kept
    quoted = [n for n, a in spoken.given.items() if a.anchor == report.anchor]
    used = bool(quoted)
    if used:
        # What stands before a colon leads up to the words in marks and is not said with them.
        kept = [
            (low, high)
            for low, high in kept
            if not any(t.text == ":" for n in quoted for t in doc[high : spoken.first[n]])
        ]
    if used and report.frame not in ("c", "ri", "n", "as", "i"):
        return []
    if used and sum(high - low for low, high in kept) < 3:
        return []
    return _fused(kept)


def _whole(spoken: SpokenPassage, report: Report, low: int, high: int) -> tuple[int, int]:
    """A stretch carried on where the parse loses it: over the next words in quotation marks and
    over false ends of sentences; and without the writer's own remark at its end."""
    doc = spoken.doc
    if low >= high or high <= report.anchor:
        return low, high
    verbs = verb_cues()
    marked = False
    for number in range(len(spoken.quotations)):
        first, last = spoken.first[number], spoken.last[number]
        if number in spoken.given or last < high:
            continue
        if last > high:
            if not _leads_on(doc, high, first, report) or not spoken.outside[report.anchor]:
                break
            high = last
        marked = True
        if _ends_clause(spoken, number):
            break
        stop = spoken.first[number + 1] if number + 1 < len(spoken.quotations) else len(doc)
        if last == high:
            high = max(high, trimmed(doc, low, rest_of_clause(doc, high, stop, verbs))[1])
    if not marked and high < len(doc) and doc[high].is_sent_start and not doc[high - 1].is_punct:
        stop = next((f for f in spoken.first if f >= high), len(doc))
        high = max(high, trimmed(doc, low, rest_of_clause(doc, high, stop, verbs))[1])
    return without_afterthought(doc, low, high)


def _leads_on(doc: Doc, high: int, first: int, report: Report) -> bool:
    """Whether the words between a stretch and the next quotation only lead from one to the
    other."""
    gap = doc[high:first]
    if len(gap) > 4 or any(t.text in (".", "!", "?", ";") for t in gap):
        return False
    words = [t for t in gap if t.is_alpha]
    if any(t.text == "," for t in gap):
        return all(t.lower_ in ("and", "or", "but", "a", "an", "the", "as", "to") for t in words)
    return not any(t.lower_ in verb_cues() and t.i != report.anchor for t in words)


def _ends_clause(spoken: SpokenPassage, number: int) -> bool:
    words = inner(spoken.text, spoken.quotations[number]).rstrip("\"'”’»› ")
    return words.endswith((".", "!", "?"))


def _fused(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    fused: list[tuple[int, int]] = []
    for low, high in sorted(stretches):
        if fused and low <= fused[-1][1]:
            fused[-1] = (fused[-1][0], max(high, fused[-1][1]))
        else:
            fused.append((low, high))
    return fused


def _finding(spoken: SpokenPassage, report: Report, stretches: list[tuple[int, int]]) -> Finding:
    passage, doc = spoken.passage, spoken.doc
    cue = doc[slice(*report.cue)]
    source = None
    if report.source is not None and report.source[0] < report.source[1]:
        (low, high), head = after_dateline(spoken, report.source, report.source_head)
        words = doc[low:high]
        if low < high:
            source = Source(
                passage,
                passage.start + words.start_char,
                passage.start + words.end_char,
                None if head is None else doc[head],
            )
    pieces = []
    for low, high in stretches:
        words = doc[low:high]
        pieces.append((passage.start + words.start_char, passage.start + words.end_char))
    return Finding(
        tuple(pieces),
        False,
        source,
        (passage.start + cue.start_char, passage.start + cue.end_char),
        report.stance,
        report.kind == "speech",
        statement=report.kind == "speech" and report.frame in _STATING,
    )
