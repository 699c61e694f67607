"""Joining: which surfaces of an article name one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.analysis.names.sightings import Sighting


def join(named: Iterable[tuple[Sighting, str]]) -> list[tuple[str, list[Sighting]]]:
    """Groups of sightings that name one thing, each with its label, by first mention.

    A surname joins its full name only when one full name alone bears it, an acronym its long form
    only when one alone gives its initials: a wrong join is worse than a missed one.
    """
    groups: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for sighting, label in named:
        groups[(sighting.key, label)].append(sighting)
    parents: dict[tuple[str, str], tuple[str, str]] = {}
    keys = list(groups)
    for key, label in keys:
        candidates = {
            other
            for other in keys
            if other[1] == label and other[0] != key and _stands_for(key, other[0], label, groups)
        }
        longest = {c for c in candidates if not any(_within(c[0], o[0]) for o in candidates - {c})}
        if len(longest) == 1:
            parents[(key, label)] = longest.pop()
    joined: defaultdict[tuple[str, str], list[Sighting]] = defaultdict(list)
    for group in keys:
        top = group
        seen = {top}
        while top in parents and parents[top] not in seen:
            top = parents[top]
            seen.add(top)
        joined[top].extend(groups[group])
    rows = [(label, sorted(found, key=lambda s: s.start)) for (_, label), found in joined.items()]
    return sorted(rows, key=lambda row: row[1][0].start)


def _within(short: str, full: str) -> bool:
    return len(short) < len(full) and set(short.split()) <= set(full.split())


def _stands_for(
    key: str, other: str, label: str, groups: dict[tuple[str, str], list[Sighting]]
) -> bool:
    words, full = key.split(), other.split()
    if label == "PERSON":
        if len(words) >= len(full):
            return False
        return words == full[-len(words) :] or (
            len(words) > 1 and words[0] == full[0] and words[-1] == full[-1]
        )
    if label == "NORP":
        return key == other + "s"
    if label in ("ORG", "EVENT", "LAW", "FAC", "GPE", "LOC") and len(words) == 1 < len(full):
        text = groups[(key, label)][0].text.replace(".", "")
        if text.isupper() and len(text) > 1:
            long = groups[(other, label)][0].text
            initials = "".join(c for c in long if c.isupper())
            return initials == text or initials.replace("&", "") == text
    return False


def best_name(sightings: list[Sighting]) -> tuple[str, tuple[str, ...]]:
    """The fullest way in which a thing is named, and all ways, most frequent first."""
    counts = Counter(sighting.text for sighting in sightings)
    variants = tuple(text for text, _ in counts.most_common())

    def fullness(text: str) -> tuple[int, int, int, int]:
        return (
            0 if text.isupper() and len(text) > 6 else 1,
            len(text.split()),
            counts[text],
            len(text),
        )

    return max(variants, key=fullness), variants
