"""The numbers of one passage: numerals, then units, pairs, ages, modifiers and what is counted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from dateline.analysis.model import Number
from dateline.analysis.numbers.ages import as_age
from dateline.analysis.numbers.counted import find_counted
from dateline.analysis.numbers.currencies import find_money
from dateline.analysis.numbers.exclusions import excluded_spans, is_year
from dateline.analysis.numbers.identifiers import (
    is_acronym,
    is_further_identifier,
    is_identifier,
    is_in_name,
)
from dateline.analysis.numbers.modifiers import find_modifier
from dateline.analysis.numbers.numerals import find_numerals
from dateline.analysis.numbers.ordinals import as_ordinal, is_pronoun
from dateline.analysis.numbers.quantities import Quantity
from dateline.analysis.numbers.ranges import join_pairs
from dateline.analysis.numbers.tables import word_set
from dateline.analysis.numbers.telling import telling_start
from dateline.analysis.numbers.unit_articles import article_quantities
from dateline.analysis.numbers.units import find_unit
from dateline.analysis.passages import plain_text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from dateline.analysis.model import Modifier, NumberKind
    from dateline.analysis.numbers.numeral import Numeral
    from dateline.analysis.numbers.units import Unit
    from dateline.analysis.parsed import Passage
    from dateline.article.model import Article

_PERCENT = re.compile(
    r"\s?%(?! ?-?points?)|[ -]?(?:percent|per cent|pct)(?!\w)(?![ -]points?)", re.I
)
_POINTS = re.compile(
    r"(?: of an?)?[ -]?(?:%|percent(?:age)?|per cent|pct)[ -]points?(?!\w)|\s?(?:pp|ppts?)(?!\w)",
    re.I,
)
_FURTHER = re.compile(r"\b(?:more|other|others|another|additional|further|of them|rest)\b", re.I)
_IN_BRACKETS = re.compile(r"\b(?:is|was|were|of) \($")
"""Before an amount in brackets that is itself the figure: negative, as accountants write."""
_SIGN = re.compile(r"(?:(?<![\w)\]%.,])[-−]|(?<!plus or )\b(?:minus|negative) )$", re.I)
_OF = re.compile(r" of(?= )")
_BEFORE_UNIT = re.compile(r"-plus|\+|-odd")


class Name(NamedTuple):
    """A mention of an entity: its span in the article, its label and the entity's name."""

    start: int
    end: int
    label: str
    entity: str


def passage_numbers(
    article: Article,
    passage: Passage,
    names: Sequence[Name],
    times: Sequence[tuple[int, int]],
) -> list[Number]:
    """The numbers of a passage of an article; `names` and `times` are sorted."""
    text, plain = article.text, plain_text_of(article, passage.start, passage.end)
    numerals = find_numerals(plain)
    articles = article_quantities(plain)
    if not numerals and not articles:
        return []
    excluded = excluded_spans(plain)
    openings = passage.doc.to_array(["IDX", "SENT_START"]).tolist()
    sentences = [start for start, opening in openings if opening == 1]
    here = _overlapping(names, passage.start, passage.end)
    spans = [(n.start - passage.start, n.end - passage.start) for n in here]
    people = {n.end - passage.start for n in here if n.label == "PERSON"}
    dates = [
        (s - passage.start, e - passage.start)
        for s, e in _overlapping_times(times, passage.start, passage.end)
    ]
    counting = [
        numeral
        for numeral in _without_identifiers(passage.doc, plain, numerals)
        if not _overlaps(numeral, excluded) and not _overlaps(numeral, spans)
    ]
    labels = {n.start - passage.start: n.label for n in here}
    labels |= {n.end - 1 - passage.start: n.label for n in here}
    quantities = [
        quantity
        for numeral in counting
        if (quantity := _quantity(plain, numeral)) is not None
        and not is_in_name(passage.doc, plain, quantity, labels)
    ]
    quantities = _without_overlaps([*quantities, *articles])
    quantities = [as_age(plain, q, people) or q for q in quantities]
    quantities = [q for q in join_pairs(plain, quantities) if not q.plural]
    return [
        number
        for place, quantity in enumerate(quantities)
        if (quantity.kind in ("age", "measure") or not _overlaps(quantity, dates))
        and (
            number := _number(
                text,
                plain,
                passage,
                quantity,
                here,
                sentences,
                follows=_shares_sentence(quantity, quantities[:place], sentences),
            )
        )
        is not None
    ]


def _shares_sentence(
    quantity: Quantity, earlier: Sequence[Quantity], sentences: Sequence[int]
) -> bool:
    """Whether one of the earlier quantities is a count in the same sentence."""
    last = next((q for q in reversed(earlier) if q.kind == "cardinal"), None)
    return last is not None and bisect_right(sentences, last.start) == bisect_right(
        sentences, quantity.start
    )


def _without_identifiers(doc: Doc, text: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    found = []
    end: int | None = None
    for numeral in numerals:
        if is_acronym(text, numeral):
            continue
        if is_identifier(doc, text, numeral) or (
            end is not None and is_further_identifier(text, end, numeral)
        ):
            end = numeral.end
            continue
        end = None
        found.append(numeral)
    return found


def _without_overlaps(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities in order; of two that overlap the one that begins first, else the longer."""
    found: list[Quantity] = []
    for quantity in sorted(quantities, key=lambda q: (q.start, -q.end)):
        if not found or quantity.start >= found[-1].end:
            found.append(quantity)
    return found


def _overlapping(spans: Sequence[Name], start: int, end: int) -> list[Name]:
    first = bisect_left(spans, start, key=lambda name: name.start)
    found = []
    for span in spans[max(0, first - 1) :]:
        if span.start >= end:
            break
        if span.end > start:
            found.append(span)
    return found


def _overlapping_times(
    spans: Sequence[tuple[int, int]], start: int, end: int
) -> list[tuple[int, int]]:
    first = bisect_left(spans, (start,))
    return [s for s in spans[max(0, first - 1) :] if s[0] < end and s[1] > start]


def _overlaps(thing: Numeral | Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(thing.start < end and start < thing.end for start, end in spans)


def _quantity(text: str, numeral: Numeral) -> Quantity | None:
    """A numeral with its unit, or None when it is none that counts."""
    if numeral.form == "ordinal":
        return as_ordinal(text, numeral)
    start, end, value = numeral.start, numeral.end, numeral.value
    base = Quantity(start, end, value, numeral.form, numeral.scale, plural=numeral.plural)
    if points := _POINTS.match(text, end):
        base = replace(base, end=points.end(), kind="percent", unit="percentage point")
    elif percent := _PERCENT.match(text, end):
        base = replace(base, end=percent.end(), kind="percent", unit="%")
    elif money := find_money(text, start, end, scaled=numeral.scaled):
        negative = text[money.start : start].rstrip().endswith(("-", "−"))
        in_brackets = _IN_BRACKETS.search(text[max(0, money.start - 8) : money.start])
        negative = negative or (in_brackets is not None and text.startswith(")", money.end))
        value = value * money.factor * (-1 if negative else 1)
        base = replace(base, start=money.start, end=money.end, value=value)
        base = replace(base, kind="money", unit=money.code)
    elif numeral.plural:
        return base if value < 100 and "'" not in text[start:end] else None
    elif unit := find_unit(text, end):
        base = replace(base, end=unit.end, kind=_kind_of(unit), unit=unit.name)
    elif (more := _BEFORE_UNIT.match(text, end)) and (unit := find_unit(text, more.end())):
        modifier: Modifier = "~" if more.group() == "-odd" else ">="
        base = replace(base, end=unit.end, kind=_kind_of(unit), unit=unit.name)
        base = replace(base, modifier=modifier)
    elif numeral.form == "vague" and (of := _OF.match(text, end)):
        base = _of_units(text, base, of.end())
    elif is_year(text, numeral) or (numeral.form == "digits" and _is_glued(text, end)):
        return None
    return _signed(text, base)


def _of_units(text: str, base: Quantity, end: int) -> Quantity:
    """ "millions of dollars", "thousands of miles": what stands behind "of", where it is a unit."""
    if money := find_money(text, base.start, end, scaled=base.scaled):
        value = (base.value or Decimal(0)) * money.factor
        return replace(base, end=money.end, value=value, kind="money", unit=money.code)
    unit = find_unit(text, end)
    if unit is None or not text[end : unit.end].endswith(("s", "feet")):
        return base
    return replace(base, end=unit.end, kind=_kind_of(unit), unit=unit.name)


def _kind_of(unit: Unit) -> NumberKind:
    kinds: dict[str, NumberKind] = {"time": "duration", "points": "percent"}
    return kinds.get(unit.dimension, "measure")


def _is_glued(text: str, end: int) -> bool:
    return re.match(r"[A-Za-z_]|-[A-Z]|\.\d", text[end : end + 2]) is not None


def _signed(text: str, quantity: Quantity) -> Quantity:
    sign = _SIGN.search(text[max(0, quantity.start - 18) : quantity.start])
    if not sign or quantity.value is None:
        return quantity
    before = text[max(0, quantity.start - len(sign.group()) - 2) : quantity.start]
    before = before[: -len(sign.group())]
    if sign.group() in "-−" and before and not before.endswith((" ", "(", "\u00a0")):
        return quantity
    if sign.group() == "-" and before[:1].isdigit() and before.endswith(" "):
        return quantity
    start = quantity.start - len(sign.group())
    return replace(quantity, start=start, value=-quantity.value)


def _number(
    text: str,
    plain: str,
    passage: Passage,
    quantity: Quantity,
    names: Sequence[Name],
    sentences: Sequence[int],
    *,
    follows: bool,
) -> Number | None:
    doc = passage.doc
    modifier = quantity.modifier or find_modifier(plain, quantity)
    counted = None
    if quantity.of is None and quantity.kind != "age":
        linked = quantity.kind in ("percent", "money", "measure", "duration")
        counted = find_counted(doc, quantity.start, quantity.end, linked=linked)
    if quantity.kind == "ordinal" and counted is None and _is_adverb(doc, quantity):
        return None
    if is_pronoun(plain, quantity, counts=counted is not None, follows=follows):
        return None
    of = quantity.of
    key = of
    of_start = of_end = None
    if counted:
        of_start, of_end = passage.start + counted.start, passage.start + counted.end
        of, key = " ".join(text[of_start:of_end].split()), counted.key
    start, end = passage.start + quantity.start, passage.start + quantity.end
    told = telling_start(doc, quantity.start, counted.end if counted else quantity.end)
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        value=_tidy(quantity.value),
        value_to=_tidy(quantity.value_to),
        kind=quantity.kind,
        unit=quantity.unit,
        modifier=modifier,
        of=of,
        of_start=of_start,
        of_end=of_end,
        of_key=key,
        aside=passage.aside,
        scope=_scope(passage, quantity, names, sentences),
        told_start=None if told is None else passage.start + told,
        further=_FURTHER.search(plain[max(0, quantity.start - 12) : quantity.end + 12]) is not None,
    )


def _scope(
    passage: Passage, quantity: Quantity, names: Sequence[Name], sentences: Sequence[int]
) -> tuple[str, ...]:
    """The things, people aside, that its sentence names, else its passage before it."""
    things = [name for name in names if name.label not in ("PERSON", "NORP")]
    if not things:
        return ()
    at = bisect_right(sentences, quantity.start)
    first = passage.start + (sentences[at - 1] if at else 0)
    last = passage.start + sentences[at] if at < len(sentences) else passage.end
    inside = {name.entity for name in things if first <= name.start < last}
    return tuple(sorted(inside or {name.entity for name in things if name.start < first}))


def _is_adverb(doc: Doc, quantity: Quantity) -> bool:
    """Whether an ordinal only says when: "he left first"."""
    span = doc.char_span(quantity.start, quantity.end)
    if span is not None and span.start:
        before = doc[span.start - 1].lower_
        if before in word_set("rank_verbs"):
            return False
    if span is None or span.text.lower() != "first":
        return span is not None and span[-1].tag_ == "RB"
    return not span.start or doc[span.start - 1].tag_ not in ("DT", "POS", "PRP$", "JJ")


def _tidy(value: Decimal | None) -> Decimal | None:
    """The value without trailing zeros, never in scientific notation."""
    if value is None:
        return None
    if value == value.to_integral_value():
        return value.quantize(Decimal(1))
    return value.normalize()
