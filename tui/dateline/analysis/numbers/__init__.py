"""Numbers: every number of an article with its value, its unit, and what is counted.

The finders compile many patterns, so they are imported where something is found: who only shows
numbers does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.numbers.groups import NumberGroup, number_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Number, Time
    from dateline.analysis.parsed import ParsedArticle

__all__ = ["NumberGroup", "find_numbers", "number_groups"]


def find_numbers(
    parsed: ParsedArticle, entities: Sequence[Entity], times: Sequence[Time]
) -> list[Number]:
    """Find the numbers of an article, in the order of the text.

    A number's span holds its digits or words and its unit, not its modifier. What belongs to a
    date or a clock time (`times` of type DATE or TIME) or to a name (`entities`) is none. In other
    languages than English: numbers in digits, with the multipliers, currencies and units of the
    language.
    """
    from dateline.analysis.numbers.passages import Name, passage_numbers

    taken = [(t.start, t.end) for t in times if t.type in ("DATE", "TIME")]
    names = [Name(m.start, m.end, e.label, e.name.casefold()) for e in entities for m in e.mentions]
    if parsed.language != "en":
        from dateline.analysis.numbers.numbers_by_digits import find_digits

        return find_digits(parsed, sorted([*taken, *((n.start, n.end) for n in names)]))
    from dateline.analysis.numbers.local_currencies import with_local_currencies

    taken.sort()
    names.sort()
    found = [
        number
        for passage in parsed.passages
        for number in passage_numbers(parsed.article, passage, names, taken)
    ]
    return with_local_currencies(found, entities)
