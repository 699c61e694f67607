"""Reports by nouns, adjectives and adverbs of speech, and by "according to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import (
    light_verbs,
    verb_cues,
)
from dateline.analysis.quotes.grammar import (
    agent,
    child,
    is_passive,
    phrase,
    runs,
    subject,
    trimmed,
    verb_group,
)
from dateline.analysis.quotes.reports import Report, Stretch, source_phrase, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.analysis.model import Stance
    from dateline.analysis.quotes.cues import NounCue


def noun_report(noun: Token, cue: NounCue) -> Report | None:
    """What a noun of speech reports ("her claim that"), or None."""
    content: set[int] = set()
    frame = ""
    end = noun.i + 1
    for each in noun.children:
        if each.i < noun.i:
            continue
        if each.dep_ in ("acl", "ccomp", "relcl") and "c" in cue.frames:
            mark = next((m for m in each.children if m.lower_ == "that"), None)
            if mark is not None and mark.dep_ == "mark" and mark.i == each.left_edge.i:
                content, frame = subtree(each), "c"
                break
        if each.dep_ == "acl" and "i" in cue.frames:
            to = child(each, "aux")
            if to is not None and to.lower_ == "to":
                content, frame = subtree(each), "i"
                break
        if each.dep_ == "prep" and each.lower_ in cue.frames:
            said = child(each, "pobj", "pcomp")
            if said is not None:
                content, frame = subtree(said), each.lower_
                end = each.i + 1 if each.i == noun.i + 1 else end
                break
    if not content:
        return None
    stretches = runs(content, noun.doc)
    if not stretches:
        return None
    if frame == "c" and (verb := _telling(noun)) is not None:
        # "told analysts on a call that": the clause is the verb's.
        teller = subject(verb)
        return Report(
            verb_group(verb),
            verb.i,
            tuple(stretches),
            source_phrase(teller, verb),
            None if teller is None else teller.i,
            next(cue.stance for cue in verb_cues()[verb.lower_]),
            "speech",
            "c",
        )
    source, start = _noun_source(noun)
    if source is None and frame != "c":
        return None
    stretch: Stretch | None = None
    if source is not None:
        stretch = phrase(source, before=noun.i) if source.i < noun.i else phrase(source)
        if noun.doc[stretch[1] - 1].lower_ in ("'s", "'", "’s", "’"):
            stretch = (stretch[0], stretch[1] - 1)
    return Report(
        (start, end),
        noun.i,
        tuple(stretches),
        stretch,
        None if source is None else source.i,
        cue.stance,
        "speech" if frame == "c" else "will" if frame == "i" else "thought",
        "noun",
    )


def _telling(noun: Token) -> Token | None:
    """The verb of speech that a noun of speech only goes with ("said | in a statement | that")."""
    link = noun.head
    verb = link.head
    if noun.dep_ != "pobj" or link.dep_ != "prep" or verb.pos_ != "VERB":
        return None
    cues = verb_cues().get(verb.lower_, ())
    if not any(cue.kind == "speech" and "c" in cue.frames for cue in cues):
        return None
    return verb if child(verb, "ccomp") is None and link.i > verb.i else None


def _noun_source(noun: Token) -> tuple[Token | None, int]:
    """Whose statement it is, and where the cue begins."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner, noun.i
    for each in noun.children:
        if each.dep_ == "prep" and each.lower_ in ("by", "from") and each.i > noun.i:
            by = child(each, "pobj")
            if by is not None:
                return by, noun.i
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lower_ in light_verbs():
        giver = agent(verb) if is_passive(verb) else subject(verb)
        return giver, verb_group(verb)[0]
    if noun.dep_ == "pobj" and verb.lower_ in ("in", "with"):
        return subject(verb.head) if verb.head.pos_ == "VERB" else None, noun.i
    return None, noun.i


def according_report(token: Token) -> Report | None:
    """What "according to" reports, or None."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    source = child(to, "pobj") or child(token, "pobj")
    if source is None:
        return None
    own = {token.i, to.i} | subtree(to) | (subtree(token) if to.head == token else set())
    head = token.head
    while head.head != head and (
        head.pos_ not in ("VERB", "AUX")
        or head.dep_ in ("conj", "xcomp", "aux", "auxpass")
        or (head.dep_ == "ccomp" and head.head.lower_ not in verb_cues())
    ):
        head = head.head
    content = subtree(head) - own
    if not any(doc[i].pos_ in ("VERB", "NOUN", "AUX") for i in content):
        content = {t.i for t in token.sent} - own
    stretches = runs(content, doc)
    if not stretches:
        return None
    low, high = phrase(source)
    return Report(
        (token.i, to.i + 1),
        token.i,
        tuple(stretches),
        (low, high),
        source.i,
        "reports",
        "speech",
        "according",
    )


def adjective_report(adjective: Token, cue: NounCue) -> Report | None:
    """What an adjective reports ("is worried that"), or None."""
    copula = adjective.head
    verbal = adjective.pos_ == "VERB"
    if not verbal and (adjective.dep_ != "acomp" or copula.pos_ not in ("AUX", "VERB")):
        return None
    if verbal and not is_passive(adjective):
        return None
    content: set[int] = set()
    frame, end = "", adjective.i + 1
    for each in adjective.children:
        if each.i < adjective.i:
            continue
        if each.dep_ == "ccomp" and "c" in cue.frames and each.left_edge.i > adjective.i:
            content, frame = subtree(each), "c"
            break
        to = child(each, "aux") if each.dep_ == "xcomp" else None
        if to is not None and to.lower_ == "to" and "i" in cue.frames:
            content, frame = subtree(each), "i"
            break
        if each.dep_ in ("prep", "agent") and each.lower_ in cue.frames:
            said = child(each, "pobj", "pcomp")
            if said is not None:
                content, frame = subtree(said), each.lower_
                end = each.i + 1 if each.i == adjective.i + 1 else end
                break
    stretches = runs(content, adjective.doc) if content else []
    if not stretches:
        return None
    source = subject(adjective if verbal else copula)
    return Report(
        (verb_group(adjective if verbal else copula)[0], end),
        adjective.i,
        tuple(stretches),
        source_phrase(source, adjective),
        None if source is None else source.i,
        cue.stance,
        "will" if frame == "i" else "thought",
        frame,
    )


def adverb_report(adverb: Token, stance: Stance) -> Report | None:
    """The clause that an adverb marks as reported ("reportedly"), or None."""
    verb = adverb.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    indices = subtree(verb)
    low, high = trimmed(verb.doc, min(indices), max(indices) + 1)
    if high - low < 2:
        return None
    return Report(
        (adverb.i, adverb.i + 1),
        adverb.i,
        ((low, high),),
        None,
        None,
        stance,
        "speech",
        "adverb",
    )
