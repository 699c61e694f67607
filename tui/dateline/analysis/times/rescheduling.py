"""Appointments that were moved: from which day, and to which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.times.lexicon import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOVING = frozenset(WORDS["verbs_of_rescheduling"])
_ONLY_SO = frozenset(["postponed", "postpones", "postpone", "rescheduled", "reschedule"])
"""Verbs that never tell of anything else."""
_WITH_PARTICLE = frozenset(["put", "brought", "pushed"])
_PARTICLES = frozenset(["off", "back", "forward", "forwards"])
_TO = ("to", "until", "till")
_STEPS = 6


def is_moved(token: Token) -> bool:
    """Whether a time is one that an appointment was moved from or to."""
    return moved_by(token) is not None


def moved_by(token: Token) -> Token | None:
    """The "from", "to" or "until" by which a time hangs on "postponed", "moved" and the like."""
    found = None
    for above in token.ancestors:
        if found is None and above.lower_ in ("from", *_TO) and above.pos_ == "ADP":
            found = above
        elif above.pos_ in ("VERB", "AUX"):
            return found if above.lower_ in _MOVING and _moves_a_date(above) else None
        elif token.i - above.i > _STEPS and above.i < token.i:
            return None
    return None


def _moves_a_date(verb: Token) -> bool:
    """Whether a verb that can move anything moves something on the calendar.

    "The vote was moved", "put the vote off", but not "moved from 1990 to Oslo".
    """
    if verb.lower_ in _ONLY_SO:
        return True
    if verb.lower_ in _WITH_PARTICLE and not any(c.lower_ in _PARTICLES for c in verb.children):
        return False
    return any(c.dep_ in ("nsubjpass", "dobj") for c in verb.children)
