"""The order in which the finders run over one parsed article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.language import parse
from dateline.analysis.model import Analysis
from dateline.analysis.names import find_entities
from dateline.analysis.numbers import find_numbers
from dateline.analysis.places import find_places
from dateline.analysis.quotes import attribute_numbers, find_quotes
from dateline.analysis.times import build_timeline, find_times

if TYPE_CHECKING:
    from dateline.analysis.parsed import ParsedArticle
    from dateline.article.model import Article


def analyze(article: Article) -> Analysis:
    """Find the names, numbers, times, quotes and places of an article.

    Relative times are resolved against `article.published`; without it they stay relative.
    """
    return analyze_parsed(parse(article))


def analyze_parsed(parsed: ParsedArticle) -> Analysis:
    """Run all finders over an article that the language model has read."""
    entities = find_entities(parsed)
    times = find_times(parsed)
    quotes = find_quotes(parsed, entities)
    numbers = attribute_numbers(find_numbers(parsed, entities, times), quotes)
    places = find_places(parsed, entities)
    timeline = build_timeline(parsed, times)
    return Analysis(
        article=replace(parsed.article),
        entities=tuple(entities),
        numbers=tuple(numbers),
        times=tuple(times),
        timeline=tuple(timeline),
        quotes=tuple(quotes),
        places=tuple(places),
    )
