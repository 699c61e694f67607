"""Words for the past, the present and the future that name no date."""

from __future__ import annotations

import re

from dateline.analysis.times.calendar import days_of
from dateline.analysis.times.lexicon import UNIT, UNIT_PLURAL
from dateline.analysis.times.reading import Context, Reading, Rule, rule

_PRESENT = (
    r"(?:right\s+|just\s+)?now|currently|presently|at\s+present|nowadays"
    r"|(?:the\s+)?(?:present|current)\s+(?:time|moment|day)|the\s+moment|these\s+days"
    r"|this\s+(?:moment|time|point\s+in\s+time)|this\s+\w+\s+moment"
)


def _is_in_a_name(match: re.Match[str], ctx: Context) -> bool:
    """Whether the word is part of a name ("Larry King Now", "Future Farmers of America")."""
    token = ctx.token(match.end() - 1)
    if not token.text[0].isupper() or token.is_sent_start:
        return False
    return token.ent_type_ in ("ORG", "WORK_OF_ART", "PERSON", "PRODUCT") or token.pos_ == "PROPN"


def _present(match: re.Match[str], ctx: Context) -> Reading | None:
    if _is_in_a_name(match, ctx):
        return None
    words = " ".join(match[0].lower().split())
    before = ctx.text[max(0, match.start() - 14) : match.start()].lower()
    if re.match(r"\s+(?:and\s+then|and\s+again)\b", ctx.text[match.end() :][:12]):
        return None
    last = ctx.found[-1] if words == "now" and ctx.found else None
    if last is not None and last.type == "DURATION" and match.start() - last.end == 1:
        # "for a week now" says how long it has been.
        return None
    if words == "the moment" and not re.search(r"\b(?:at|for)\s+$", before):
        return None
    if words == "this time" and not re.search(r"\b(?:at|by)\s+$", before):
        return None
    return Reading(match.start(), match.end(), "DATE", "PRESENT_REF", silent=True)


def _current(match: re.Match[str], ctx: Context) -> Reading | None:
    token = ctx.token(match.start())
    if token.pos_ not in ("ADJ", "NOUN") or token.head.i == token.i or token.tag_ == "NNS":
        return None
    if token.dep_ not in ("amod", "nmod", "compound"):
        return None
    return Reading(match.start(), match.end(), "DATE", "PRESENT_REF", silent=True)


def _recent(match: re.Match[str], ctx: Context) -> Reading | None:
    return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)


def _future(match: re.Match[str], ctx: Context) -> Reading | None:
    if _is_in_a_name(match, ctx):
        return None
    return Reading(match.start(), match.end(), "DATE", "FUTURE_REF", silent=True)


def _future_adjective(match: re.Match[str], ctx: Context) -> Reading | None:
    token = ctx.token(match.start())
    if token.dep_ != "amod" and not (token.pos_ == "ADJ" and token.head.pos_ == "NOUN"):
        return None
    return Reading(match.start(), match.end(), "DATE", "FUTURE_REF", silent=True)


def _soon(match: re.Match[str], ctx: Context) -> Reading | None:
    before = ctx.text[max(0, match.start() - 8) : match.start()].lower()
    after = ctx.text[match.end() : match.end() + 8].lower()
    if after.startswith("-") or _is_in_a_name(match, ctx):
        return None
    if re.search(r"\b(?:as|how|no|too)\s+$", before) or re.match(
        r"\s+(?:as|after|enough)\b", after
    ):
        return None
    if ctx.direction(match) < 0 and ctx.token(match.start()).head.tag_ in ("VBD", "VBN"):
        return None
    return Reading(match.start(), match.end(), "DATE", "FUTURE_REF", silent=True)


def _past(match: re.Match[str], ctx: Context) -> Reading | None:
    after = ctx.text[match.end() : match.end() + 3]
    token = ctx.token(match.end() - 1)
    if (token.pos_ not in ("NOUN", "PROPN") and token.tag_ != "NN") or (
        re.match(r"\s\w", after) and token.dep_ == "amod"
    ):
        return None
    return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)


def _at_the_time(match: re.Match[str], ctx: Context) -> Reading:
    return Reading(match.start(), match.end(), "DATE", "PAST_REF", silent=True)


def _then(match: re.Match[str], ctx: Context) -> Reading | None:
    """ "Until then", "since then", "by then": the date that was named last."""
    value = ctx.story.value
    if value is None or days_of(value) is None:
        return Reading(match.start("then"), match.end(), "DATE", "PAST_REF", silent=True)
    return Reading(match.start("then"), match.end(), "DATE", value, silent=True)


RULES: tuple[Rule, ...] = (
    rule("word", _PRESENT, _present),
    rule("word", rf"current(?!\s+(?:\w+\s+)?{UNIT})", _current),
    rule("word", r"(?:more\s+|most\s+)?(?:recently|lately|of\s+late)(?!-)", _recent),
    rule("word", rf"recent(?!\s+(?:few\s+)?{UNIT_PLURAL})", _recent),
    rule(
        "word",
        r"(?:the|a)\s+(?:(?:near|not[\s-]too[\s-]distant|foreseeable|distant|immediate)\s+)?future",
        _future,
        1,
    ),
    rule("word", rf"future(?!\s+{UNIT_PLURAL})", _future_adjective),
    rule(
        "word",
        r"(?:the\s+)?(?:near|short|long|medium)[\s-]term(?=\s*(?:[.,;]|and\b|or\b|but\b|$))",
        _future,
    ),
    rule("word", r"(?:very\s+|sometime\s+)?(?:soon|shortly(?=\s*[.,;]))", _soon),
    rule(
        "word", r"the\s+(?:(?:recent|distant|not[\s-]too[\s-]distant|more\s+recent)\s+)?past", _past
    ),
    rule("word", r"(?:not\s+(?:so\s+|too\s+|very\s+)?)?long\s+ago", _at_the_time),
    rule("unit", r"(?<=\bin )those\s+days", _at_the_time, 2, words="those"),
    rule("unit", r"the\s+other\s+(?:day|week|night|evening)", _at_the_time, 2, words="other"),
    rule("span", r"(?<=\bat )(?:the|that)\s+time", _at_the_time),
    rule("word", r"(?:until|till|by|before)\s+(?P<then>then)(?!-)", _then),
)
