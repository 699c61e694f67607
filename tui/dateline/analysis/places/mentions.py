"""The names of places in an article, each with its mentions and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dateline.analysis.places.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import MentionForm
    from dateline.analysis.parsed import ParsedArticle
    from dateline.analysis.places.reading import ToponymSpan

_QUALIFIES = re.compile(r",? ?\(?|'s |’s ")
_COUNTIES = re.compile(r"[\w\s.,&/'’-]{0,120}?\b(counties|parishes)\b")
_PROVINCES = re.compile(
    r"\s(province|governorate|oblast)\b|[\w\s.,&/'’-]{0,120}?\b(provinces|governorates)\b"
)
_LIST_ONLY = re.compile(r"(?:[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)*|,|and|&|/|or|\s)+")


@dataclass(slots=True)
class NamedPlace:
    """One name with all its mentions: what is resolved as one."""

    name: str
    mentions: list[ToponymSpan] = field(default_factory=list)
    forms: list[MentionForm] = field(default_factory=list)
    place: int | None = None
    """The id of the place, where a closed table gives it."""
    qualifiers: list[str] = field(default_factory=list)
    """Names of what it lies in, from "Paris, Texas" and the like."""
    qualified: set[int] = field(default_factory=set)
    """Where the mentions begin that have such a qualifier."""
    county: bool = False
    """Whether it stands in a list that ends in "counties"."""
    region: bool = False
    """Whether it stands in a list that ends in "provinces", or before "province"."""
    street: bool = False
    certainty: float = 0.0
    """The best score of its mentions."""


def group_mentions(parsed: ParsedArticle, spans: Sequence[ToponymSpan]) -> list[NamedPlace]:
    """Mentions by name, in the order of the first one. Mentions of one name mean one place."""
    text = parsed.article.text
    names: dict[str | int, NamedPlace] = {}
    for position, span in enumerate(spans):
        key: str | int = fold(span.name) if span.place is None else span.place
        named = names.setdefault(key, NamedPlace(span.name, place=span.place))
        named.mentions.append(span)
        named.forms.append(_form(span))
        named.street = span.kind == "street"
        named.certainty = max(named.certainty, span.score)
        following = spans[position + 1] if position + 1 < len(spans) else None
        if following and following.start - span.end < 5:
            between = text[span.end : following.start]
            if between and _QUALIFIES.fullmatch(between) and "'" not in between:
                named.qualifiers.append(following.name)
                named.qualified.add(span.start)
        if position and span.start - spans[position - 1].end < 4:
            previous = spans[position - 1]
            if text[previous.end : span.start] in ("'s ", "’s "):
                named.qualifiers.append(previous.name)
                named.qualified.add(span.start)
        named.county = named.county or _in_list(text, span, _COUNTIES)
        named.region = named.region or _in_list(text, span, _PROVINCES)
    return list(names.values())


def _form(span: ToponymSpan) -> MentionForm:
    if span.kind == "demonym":
        return "demonym"
    return "metonym" if span.kind == "metonym" else "name"


def _in_list(text: str, span: ToponymSpan, ending: re.Pattern[str]) -> bool:
    """Whether nothing but names stands between a mention and one of the words of the pattern."""
    rest = text[span.end : span.end + 130]
    found = ending.match(rest)
    return bool(found and _LIST_ONLY.fullmatch(rest[: found.start(found.lastindex or 0)]))
