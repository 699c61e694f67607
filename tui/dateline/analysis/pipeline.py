"""The order in which the finders run over one parsed article."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from dateline.analysis.language import parse
from dateline.analysis.model import Analysis
from dateline.analysis.names import find_entities
from dateline.analysis.numbers import find_numbers
from dateline.analysis.places import find_places
from dateline.analysis.quotes import attribute_numbers, find_quotes
from dateline.analysis.times import build_timeline, find_times

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.analysis.parsed import ParsedArticle
    from dateline.article.model import Article

_log = logging.getLogger(__name__)
_Given = ParamSpec("_Given")
_Found = TypeVar("_Found")


def analyze(article: Article) -> Analysis:
    """Find the names, numbers, times, quotes and places of an article.

    Relative times are resolved against `article.published`; without it they stay relative.
    """
    return analyze_parsed(parse(article))


def analyze_parsed(parsed: ParsedArticle) -> Analysis:
    """Run all finders over an article that the language model has read.

    A finder that fails leaves its own part empty; the remarks say so, and the log says why.
    """
    remarks = list(parsed.remarks)

    def attempt(
        part: str,
        finder: Callable[_Given, list[_Found]],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> list[_Found]:
        try:
            return finder(*given, **named)
        except Exception:
            _log.exception("%s: the finder failed", part)
            remarks.append(f"{part} could not be found: an error in Dateline, told in its log.")
            return []

    entities = attempt("Names", find_entities, parsed)
    times = attempt("Times", find_times, parsed)
    quotes = attempt("Quotes", find_quotes, parsed, entities)
    numbers = attempt("Numbers", find_numbers, parsed, entities, times)
    numbers = attempt("Speakers of numbers", attribute_numbers, numbers, quotes) or numbers
    places = attempt("Places", find_places, parsed, entities)
    timeline = attempt("The timeline", build_timeline, parsed, times)
    return Analysis(
        article=replace(parsed.article, language=parsed.language),
        entities=tuple(entities),
        numbers=tuple(numbers),
        times=tuple(times),
        timeline=tuple(timeline),
        quotes=tuple(quotes),
        places=tuple(places),
        remarks=tuple(remarks),
    )
