"""Reports by verbs of speech, thought, will and showing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import verb_cues
from dateline.analysis.quotes.grammar import (
    agent,
    child,
    is_passive,
    runs,
    subject,
    verb_group,
)
from dateline.analysis.quotes.reports import Report, Stretch, source_phrase, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.analysis.quotes.cues import VerbCue

_BEFORE_DATES = frozenset({"on", "in", "late", "early", "earlier", "at"})
_SUBJECTS_OWN = frozenset({"nsubj", "nsubjpass", "poss", "compound"})
_TAKING_UP = frozenset({"which", "whom", "whose"})
_REACH_OF_LINK = 5
"""A relative pronoun stands so near to the start of its clause ("most of whom")."""
_OBJECT_PREPOSITIONS = frozenset(
    {"as", "for", "from", "of", "to", "in", "with", "on", "over", "about", "against"}
)
"""Prepositions that the parse hangs on a verb though they belong to what is said of."""


def verb_report(verb: Token, cues: tuple[VerbCue, ...]) -> Report | None:
    """What a verb reports, by the first of its frames that fits, or None."""
    doc = verb.doc
    for cue in cues:
        group = verb_group(verb)
        if cue.particle is not None:
            following = verb.i + 1
            if following >= len(doc) or doc[following].lower_ != cue.particle:
                continue
            group = (group[0], following + 1)
        report = _with_frames(verb, cue, group)
        if report is not None:
            return report
    return None


def _with_frames(verb: Token, cue: VerbCue, group: Stretch) -> Report | None:
    passive = is_passive(verb)
    source = agent(verb) if passive else subject(verb)
    content, frame, cue_end = _verb_content(verb, cue, passive, group)
    if not content:
        return None
    stretches = runs(content, verb.doc)
    if not stretches:
        return None
    return Report(
        (group[0], cue_end),
        verb.i,
        tuple(stretches),
        source_phrase(source, verb),
        None if source is None else source.i,
        cue.stance,
        cue.kind,
        frame,
    )


def _verb_content(
    verb: Token, cue: VerbCue, passive: bool, group: Stretch
) -> tuple[set[int], str, int]:
    """The tokens of what is said, the frame by which it was found, and where the cue ends."""
    frames = cue.frames
    end = group[1]
    object_ = child(verb, "dobj") or _object_of_particle(verb, cue)
    clause = child(verb, "ccomp")
    infinitive = child(verb, "xcomp")
    if passive:
        return _passive_content(verb, cue, clause, infinitive, end)
    if "n" in frames or "as" in frames:
        named = _named(verb, object_, clause, frames)
        if named:
            return named, "n", end
    if clause is not None and clause.i > verb.i and _is_put_in(verb) and _goes_on(clause, verb):
        return _surrounding(verb, cue), "p", end
    if clause is not None and ("c" in frames or "ri" in frames or "q" in frames):
        tokens = _clause_tokens(clause, verb)
        fits = (
            _fronted(clause, verb)
            if clause.i < verb.i
            else "c" in frames or ("ri" in frames and child(clause, "aux") is not None)
        )
        if tokens and fits:
            if clause.i < verb.i:
                tokens |= _going_on(verb)
            return tokens | _conjoined(verb, clause, cue), "c", end
    if infinitive is not None:
        content, frame = _infinitive_content(verb, cue, object_, infinitive)
        if content:
            return content, frame, end
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in frames or preposition.i < verb.i:
            continue
        said = child(preposition, "pobj", "pcomp")
        if said is None:
            continue
        if object_ is not None and object_.i < preposition.i:
            if "o" in frames and preposition.lower_ != "of":
                continue
            return subtree(object_) | subtree(preposition), preposition.lower_, end
        touches = preposition.i == end
        return subtree(said), preposition.lower_, end + 1 if touches else end
    if object_ is not None and "o" in frames and object_.i > verb.i:
        tokens = subtree(object_)
        for complement in verb.children:
            if complement.dep_ == "oprd" or (
                complement.dep_ == "prep"
                and complement.lower_ in _OBJECT_PREPOSITIONS
                and complement.i > object_.i
            ):
                tokens |= subtree(complement)
        return tokens, "o", end
    if "c" in frames or "q" in frames:
        return _surrounding(verb, cue), "p", end
    return set(), "", end


def _infinitive_content(
    verb: Token, cue: VerbCue, object_: Token | None, infinitive: Token
) -> tuple[set[int], str]:
    """What is said in an infinitive or a form in -ing, and the frame."""
    frames = cue.frames
    to = child(infinitive, "aux")
    has_to = to is not None and to.lower_ == "to"
    if has_to and object_ is not None and "ri" in frames and object_.i > verb.i:
        # Whom one tells is not part of what one tells them; whom one urges is.
        told = set() if cue.lemma == "tell" else subtree(object_)
        return told | subtree(infinitive), "ri"
    if has_to and "i" in frames:
        tokens = subtree(infinitive)
        for each in verb.children:
            if each.dep_ == "conj" and each.tag_ == "VB" and each.i > infinitive.i:
                tokens |= subtree(each)
        return tokens, "i"
    if infinitive.tag_ == "VBG":
        return (subtree(infinitive), "g") if "g" in frames else (set(), "")
    if not has_to and "c" in frames:
        return subtree(infinitive), "c"
    return set(), ""


def _object_of_particle(verb: Token, cue: VerbCue) -> Token | None:
    """What follows a verb's second word, where the parse takes that for a preposition ("called
    on | them")."""
    for each in verb.children:
        if each.dep_ == "prep" and each.lower_ == cue.particle and each.i == verb.i + 1:
            return child(each, "pobj", "pcomp")
    return None


def _fronted(clause: Token, verb: Token) -> bool:
    """Whether a clause before its verb is what is said: a comma or a mark parts the two."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "VBG"):
        return False
    low = clause.right_edge.i if clause.right_edge.i < verb.i else clause.i
    return any(t.text in (",", '"', "'", "''") for t in verb.doc[low : verb.i])


def _conjoined(verb: Token, clause: Token, cue: VerbCue) -> set[int]:
    """Clauses that the parse hangs on the verb of speech though they go on with what is said
    ("said it would open, and it will be free")."""
    tokens: set[int] = set()
    if cue.kind != "speech" or clause.i < verb.i:
        return tokens
    for each in verb.children:
        if each.dep_ != "conj" or each.i < clause.i or each.lower_ in verb_cues():
            continue
        link = verb.doc[each.left_edge.i - 1]
        if child(each, "nsubj") is not None and link.lower_ in ("and", "so"):
            tokens |= {link.i} | subtree(each)
    return tokens


def _clause_tokens(clause: Token, verb: Token) -> set[int]:
    """A clause's tokens; where it stands around its verb, without what belongs to the verb."""
    tokens = subtree(clause)
    if clause.left_edge.i < verb.i < clause.right_edge.i:
        own = {verb.i}
        for each in verb.children:
            if each != clause:
                own |= subtree(each)
        tokens -= own
    return tokens - _when_said(verb, min(tokens, default=0))


def _when_said(verb: Token, first: int) -> set[int]:
    """The words between a verb of speech and its clause that say when it was said, which the
    parse hangs on the clause ("said | on Tuesday | they had left")."""
    doc = verb.doc
    if first != verb.i + 1:
        return set()
    here = first
    if here < len(doc) and doc[here].lower_ in _BEFORE_DATES:
        here += 1
    date = here
    while here < len(doc) and doc[here].ent_type_ in ("DATE", "TIME"):
        here += 1
    if here == date or here - first > 6 or here >= len(doc):
        return set()
    # "said Monday was a holiday": the date is what is spoken of.
    if doc[date].dep_ in ("nsubj", "nsubjpass", "poss") or doc[here - 1].dep_ in _SUBJECTS_OWN:
        return set()
    return set(range(first, here)) if doc[here].pos_ not in ("VERB", "AUX") else set()


def _named(
    verb: Token, object_: Token | None, clause: Token | None, frames: frozenset[str]
) -> set[int]:
    """What a thing is called: the thing and its name ("it | a scandal", "him | as a liar")."""
    if "n" in frames:
        complement = child(verb, "oprd")
        if complement is not None and object_ is not None and complement.i > verb.i:
            return subtree(object_) | subtree(complement)
        if clause is not None and clause.i > verb.i and clause.pos_ in ("NOUN", "PROPN", "ADJ"):
            return subtree(clause)
        if complement is not None and complement.i > verb.i:
            thing = child(complement, "nsubj")
            return subtree(complement) | (subtree(thing) if thing is not None else set())
        if object_ is not None and object_.i > verb.i and "c" not in frames and "for" not in frames:
            return subtree(object_)
    if "as" in frames:
        for preposition in verb.children:
            if preposition.lower_ == "as" and preposition.dep_ == "prep" and preposition.i > verb.i:
                tokens = subtree(preposition)
                if object_ is not None:
                    tokens |= subtree(object_)
                return tokens
        if object_ is not None:
            for each in object_.children:
                if each.lower_ == "as" and each.dep_ == "prep":
                    return subtree(object_)
    return set()


def _passive_content(
    verb: Token, cue: VerbCue, clause: Token | None, infinitive: Token | None, end: int
) -> tuple[set[int], str, int]:
    frames = cue.frames
    patient = child(verb, "nsubjpass")
    if clause is not None and "c" in frames:
        return _clause_tokens(clause, verb), "c", end
    if patient is None:
        return set(), "", end
    if infinitive is not None and frames & {"c", "i", "ri", "n"}:
        return subtree(patient) | subtree(infinitive), "ri", end
    complement = child(verb, "oprd", "attr", "acomp")
    if complement is not None and "n" in frames:
        return subtree(patient) | subtree(complement), "n", end
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in frames and preposition.i > verb.i:
            return subtree(patient) | subtree(preposition), preposition.lower_, end
    if "o" in frames and agent(verb) is not None:
        return subtree(patient), "o", end
    return set(), "", end


def _surrounding(verb: Token, cue: VerbCue) -> set[int]:
    """The clause that a verb of speech is put into or after ("it rained, she said")."""
    if cue.kind not in ("speech", "thought") or child(verb, "nsubj") is None:
        return set()
    head = verb.head
    if _is_put_in(verb):
        begin = verb.left_edge.i
        # The parse can hang the verb on the clause right behind it: what is said begins before.
        while head.i > verb.i and head.left_edge.i == begin and head.head.i < begin:
            head = head.head
        return (subtree(head) - subtree(verb)) | _going_on(verb)
    mark = child(verb, "mark", "advmod") if verb.dep_ == "advcl" else None
    if (
        mark is not None
        and mark.lower_ == "as"
        and mark.i < verb.i
        and child(verb, "dobj", "ccomp") is None
    ):
        return subtree(head) - subtree(verb)
    return set()


def _is_put_in(verb: Token) -> bool:
    """Whether a verb is put into the clause that it reports ("it rained, | she said")."""
    head = verb.head
    if verb.dep_ == "conj":
        begin = verb.left_edge.i
        follows = head.i < begin and verb.doc[begin - 1].text == ","
        return follows and head.lower_ not in verb_cues() and child(head, "cc") is None
    return verb.dep_ == "parataxis" and head != verb


def _going_on(verb: Token) -> set[int]:
    """What is said goes on after its verb, though the parse hangs that on the verb: "they sent
    ten boats, she said | , of which two sank"."""
    tokens: set[int] = set()
    for each in verb.subtree:
        hung = each.head == verb or each.dep_ == "relcl"
        if each.i > verb.i and hung and _goes_on(each, verb):
            tokens |= subtree(each)
    return tokens


def _goes_on(part: Token, verb: Token) -> bool:
    """Whether a relative clause, behind a comma, takes up what was said before the verb."""
    doc = verb.doc
    if part.dep_ == "relcl" and not (part.head.i < verb.i or part.head.ent_type_ == "DATE"):
        return False
    speaker = child(verb, "nsubj")
    begin = part.left_edge.i
    if speaker is None or speaker.i > verb.i or begin <= verb.i or doc[begin - 1].text != ",":
        return False
    return any(t.lower_ in _TAKING_UP for t in doc[begin : begin + _REACH_OF_LINK])
