"""Direct speech: each stretch in quotation marks is given the cue before or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.quotes.attributions import (
    cue_after,
    cue_before,
    named_as,
)
from dateline.analysis.quotes.cues import verb_cues
from dateline.analysis.quotes.spoken import (
    Attribution,
    SpokenPassage,
    ends_open,
    gap_after,
    gap_before,
    sentence_start,
)
from dateline.analysis.quotes.wording import looks_like_title

if TYPE_CHECKING:
    from spacy.tokens import Token


_OPENING_PUNCTUATION = frozenset({",", ":", "—", "–", "--"})


def attribute(spoken: SpokenPassage) -> None:
    """Find the cue of each quotation of a passage, and what goes on from what."""
    used: set[int] = set()
    for number in range(len(spoken.quotations)):
        before = gap_before(spoken, number)
        after = gap_after(spoken, number)
        strong = bool(before) and _introduces(spoken.doc[before[-1]])
        previous = number - 1
        split = (
            previous >= 0
            and previous in spoken.given
            and bool(before)
            and before[0] == spoken.last[previous]
            and spoken.given[previous].anchor in before
        )
        ahead = cue_before(spoken, before) if before else None
        if split and ahead is not None and ahead.anchor == spoken.given[previous].anchor:
            if spoken.doc[before[-1]].text in _OPENING_PUNCTUATION or ends_open(
                spoken.text, spoken.quotations[previous]
            ):
                spoken.given[number] = spoken.given[previous]
                spoken.continues[number] = previous
            continue
        if ahead is not None and spoken.doc[ahead.anchor].text == ":":
            # "They were careful: | "…," said Smith": a verb of speech goes before a colon.
            behind = cue_after(spoken, after, number) if after else None
            if behind is not None:
                spoken.given[number] = behind
                used.add(behind.anchor)
                continue
        if strong and ahead is not None and _reports_first(spoken, before, ahead):
            spoken.weak[number] = ahead
            continue
        if strong and ahead is not None and _runs_on(spoken, before, after, number):
            spoken.weak[number] = ahead
            continue
        if strong and ahead is not None and ahead.anchor not in used:
            spoken.given[number] = ahead
            used.add(ahead.anchor)
            continue
        behind = cue_after(spoken, after, number) if after else None
        start = sentence_start(spoken, number) if behind is not None else None
        if start is not None and looks_like_title(spoken.text, spoken.quotations[number]):
            continue
        if behind is not None:
            spoken.given[number] = behind
            used.add(behind.anchor)
            if start is not None:
                spoken.lead[number] = start
            continue
        if ahead is not None and strong:
            spoken.given[number] = ahead
        elif looks_like_title(spoken.text, spoken.quotations[number]):
            continue
        elif ahead is not None and ahead.source is not None:
            spoken.weak[number] = ahead
        elif (named := named_as(spoken, before)) is not None:
            spoken.weak[number] = named


def _runs_on(spoken: SpokenPassage, before: list[int], after: list[int], number: int) -> bool:
    """Whether the sentence goes on after a quotation as if it were not there: the marks are round
    a few words of a reported clause."""
    doc = spoken.doc
    if doc[before[-1]].text != "," or not after:
        return False
    quotation = spoken.quotations[number]
    words = spoken.text[quotation.inner_start : quotation.inner_end].rstrip()
    following = doc[after[0]]
    return (
        words[-1:].isalnum()
        and following.is_alpha
        and following.text.islower()
        and following.pos_ in ("ADP", "AUX", "PART", "VERB")
        and following.lower_ not in verb_cues()
    )


def _introduces(token: Token) -> bool:
    """Whether a token right before a quotation introduces it: a comma, a colon, "said"."""
    return token.text in _OPENING_PUNCTUATION or any(
        "q" in cue.frames and cue.particle is None for cue in verb_cues().get(token.lower_, ())
    )


def _reports_first(spoken: SpokenPassage, gap: list[int], ahead: Attribution) -> bool:
    """Whether a reported clause stands between the cue and the colon before a quotation."""
    doc = spoken.doc
    if doc[gap[-1]].text not in (":", "--", "—", "–"):
        return False
    return any(
        each.dep_ == "ccomp" and ahead.anchor < each.i < gap[-1]
        for each in doc[ahead.anchor].children
    )
