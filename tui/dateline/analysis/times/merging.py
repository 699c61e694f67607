"""Several mentions of one event made one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.times.grouping import width_in_days
from dateline.analysis.times.lexicon import WORDS
from dateline.analysis.times.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.analysis.times.drafts import Draft

_CARRY_OUT = frozenset(stem(verb) for verb in WORDS["verbs_that_carry_out"])
_NEARLY_THE_SAME = 0.6


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts with mentions of one event joined: about the same words, and dates that agree.

    The mention that is dated most closely leads; the clauses of the rest are its `others`.
    """
    found: list[Draft] = []
    for draft in drafts:
        for i, other in enumerate(found):
            if _same(draft, other):
                found[i] = _joined(other, draft)
                break
        else:
            found.append(draft)
    return found


def alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts are about the same words, whatever their dates."""
    common = len(one.keys & other.keys)
    return common >= 2 and common >= 0.5 * min(len(one.keys), len(other.keys))


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.event, other.event
    if a.group != b.group or not one.keys or not other.keys:
        return False
    if a.earliest and a.latest and b.earliest and b.latest:
        if a.earliest > b.latest or b.earliest > a.latest:
            return False
    elif a.earliest or a.latest or b.earliest or b.latest:
        return False
    deed = one.verb and one.verb == other.verb and one.subject == other.subject
    if deed and one.verb in _CARRY_OUT and one.value == other.value:
        return len(one.value) >= len("2025-06-05")
    common = len(one.keys & other.keys)
    least = min(len(one.keys), len(other.keys))
    if common >= 2:
        return common >= _NEARLY_THE_SAME * least
    return common == least == 1 and len(one.keys | other.keys) <= 2


def _joined(one: Draft, other: Draft) -> Draft:
    """Two mentions as one event, told by the one that is dated more closely."""
    narrow = width_in_days(one.event.earliest, one.event.latest)
    lead, further = one, other
    if width_in_days(other.event.earliest, other.event.latest) < narrow:
        lead, further = other, one
    spans = {(further.event.start, further.event.end), *one.event.others, *other.event.others}
    spans.discard((lead.event.start, lead.event.end))
    event = replace(lead.event, others=tuple(sorted(spans)))
    return replace(lead, event=event, keys=one.keys | other.keys)
