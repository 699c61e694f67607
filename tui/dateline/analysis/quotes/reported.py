"""Reported speech, on the dependency parse."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import (
    adjective_cues,
    adverb_cues,
    noun_cues,
    verb_cues,
)
from dateline.analysis.quotes.nouns_of_speech import (
    according_report,
    adjective_report,
    adverb_report,
    noun_report,
)
from dateline.analysis.quotes.verbs_of_speech import verb_report
from dateline.analysis.quotes.words import places_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dateline.analysis.quotes.reports import Report


@cache
def _cue_words() -> frozenset[str]:
    cues = (verb_cues(), noun_cues(), adverb_cues(), adjective_cues())
    return frozenset(word for table in cues for word in table) | {"according"}


def find_reports(doc: Doc) -> list[Report]:
    """Find what is reported in a passage, in the order of the cues; reports may nest."""
    verbs, nouns, adverbs, adjectives = verb_cues(), noun_cues(), adverb_cues(), adjective_cues()
    found: list[Report] = []
    for place in places_of(doc, _cue_words()):
        token = doc[place]
        lower = token.lower_
        if lower in verbs and token.pos_ in ("VERB", "AUX"):
            report = verb_report(token, verbs[lower])
        elif lower in adjectives and token.pos_ in ("ADJ", "VERB"):
            report = adjective_report(token, adjectives[lower])
        elif lower in nouns and token.pos_ == "NOUN":
            report = noun_report(token, nouns[lower])
        elif lower == "according":
            report = according_report(token)
        elif lower in adverbs:
            report = adverb_report(token, adverbs[lower])
        else:
            continue
        if report is not None:
            found.append(report)
    return found
