"""Reported speech, on the dependency parse: verbs, nouns and adverbs of speech, "according to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import (
    adjective_cues,
    adverb_cues,
    light_verbs,
    noun_cues,
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

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Stance
    from dateline.analysis.quotes.cues import NounCue, VerbCue, VerbKind

Stretch = tuple[int, int]
"""A half-open pair of token indices."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report in a parsed passage; all places are token indices."""

    cue: Stretch
    anchor: int
    """The word of the cue that the report hangs on."""
    content: tuple[Stretch, ...]
    source: Stretch | None
    source_head: int | None
    stance: Stance
    kind: VerbKind
    frame: str


def find_reports(doc: Doc) -> list[Report]:
    """Find what is reported in a passage, in the order of the cues; reports may nest."""
    verbs, nouns, adverbs, adjectives = verb_cues(), noun_cues(), adverb_cues(), adjective_cues()
    found: list[Report] = []
    for token in doc:
        lower = token.lower_
        if lower in verbs and token.pos_ in ("VERB", "AUX"):
            report = _verb_report(token, verbs[lower])
        elif lower in adjectives and token.pos_ in ("ADJ", "VERB"):
            report = _adjective_report(token, adjectives[lower])
        elif lower in nouns and token.pos_ == "NOUN":
            report = _noun_report(token, nouns[lower])
        elif lower == "according":
            report = _according_report(token)
        elif lower in adverbs:
            report = _adverb_report(token, adverbs[lower])
        else:
            continue
        if report is not None:
            found.append(report)
    return found


def _verb_report(verb: Token, cues: tuple[VerbCue, ...]) -> Report | None:
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
        _source_phrase(source, verb),
        None if source is None else source.i,
        cue.stance,
        cue.kind,
        frame,
    )


def _source_phrase(source: Token | None, verb: Token) -> Stretch | None:
    if source is None:
        return None
    if source.i < verb.i:
        return phrase(source, before=verb.i)
    return phrase(source, after=verb.i)


def _tokens(token: Token) -> set[int]:
    return {each.i for each in token.subtree}


def _verb_content(
    verb: Token, cue: VerbCue, passive: bool, group: Stretch
) -> tuple[set[int], str, int]:
    """The tokens of what is said, the frame by which it was found, and where the cue ends."""
    frames = cue.frames
    doc = verb.doc
    end = group[1]
    object_ = child(verb, "dobj")
    clause = next(
        (c for c in verb.children if c.dep_ == "ccomp" and c.pos_ not in ("PUNCT",)), None
    )
    infinitive = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    if passive:
        return _passive_content(verb, cue, clause, infinitive, end)
    if "n" in frames or "as" in frames:
        named = _named(verb, object_, clause, frames)
        if named:
            return named, "n", end
    if clause is not None and ("c" in frames or "ri" in frames or "q" in frames):
        tokens = _clause_tokens(clause, verb)
        fits = (
            _fronted(clause, verb)
            if clause.i < verb.i
            else "c" in frames or ("ri" in frames and child(clause, "aux") is not None)
        )
        if tokens and fits:
            return tokens | _conjoined(verb, clause, cue), "c", end
    if infinitive is not None:
        to = child(infinitive, "aux")
        has_to = to is not None and to.lower_ == "to"
        if has_to and object_ is not None and "ri" in frames and object_.i > verb.i:
            tokens = _tokens(infinitive)
            if cue.lemma not in ("tell",):
                tokens |= _tokens(object_)
            return tokens, "ri", end
        if has_to and "i" in frames:
            tokens = _tokens(infinitive)
            for each in verb.children:
                if each.dep_ == "conj" and each.tag_ == "VB" and each.i > infinitive.i:
                    tokens |= _tokens(each)
            return tokens, "i", end
        if infinitive.tag_ == "VBG" and "g" in frames:
            return _tokens(infinitive), "g", end
        if not has_to and "c" in frames and infinitive.tag_ not in ("VBG",):
            return _tokens(infinitive), "c", end
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.lower_ not in frames or preposition.i < verb.i:
            continue
        said = child(preposition, "pobj", "pcomp")
        if said is None:
            continue
        if object_ is not None and object_.i < preposition.i:
            if "o" in frames and preposition.lower_ != "of":
                continue
            return _tokens(object_) | _tokens(preposition), preposition.lower_, end
        if preposition.i == end:
            end = preposition.i + 1
            return _tokens(said), preposition.lower_, end
        return _tokens(said), preposition.lower_, end
    if object_ is not None and "o" in frames and object_.i > verb.i:
        tokens = _tokens(object_)
        for complement in verb.children:
            if complement.dep_ == "oprd" or (
                complement.dep_ == "prep" and complement.lower_ == "as" and complement.i > object_.i
            ):
                tokens |= _tokens(complement)
        return tokens, "o", end
    if "c" in frames or "q" in frames:
        return _surrounding(verb, cue), "p", end
    del doc
    return set(), "", end


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
            tokens |= {link.i} | _tokens(each)
    return tokens


def _clause_tokens(clause: Token, verb: Token) -> set[int]:
    """A clause's tokens; where it stands around its verb, without what belongs to the verb."""
    tokens = _tokens(clause)
    if clause.left_edge.i < verb.i < clause.right_edge.i:
        own = {verb.i}
        for each in verb.children:
            if each != clause:
                own |= _tokens(each)
        tokens -= own
    return tokens


def _named(
    verb: Token, object_: Token | None, clause: Token | None, frames: frozenset[str]
) -> set[int]:
    """What a thing is called: the thing and its name ("it | a scandal", "him | as a liar")."""
    if "n" in frames:
        complement = child(verb, "oprd")
        if complement is not None and object_ is not None and complement.i > verb.i:
            return _tokens(object_) | _tokens(complement)
        if clause is not None and clause.i > verb.i and clause.pos_ in ("NOUN", "PROPN", "ADJ"):
            return _tokens(clause)
        if complement is not None and complement.i > verb.i:
            thing = child(complement, "nsubj")
            return _tokens(complement) | (_tokens(thing) if thing is not None else set())
        if object_ is not None and object_.i > verb.i and "c" not in frames and "for" not in frames:
            return _tokens(object_)
    if "as" in frames:
        for preposition in verb.children:
            if preposition.lower_ == "as" and preposition.dep_ == "prep" and preposition.i > verb.i:
                tokens = _tokens(preposition)
                if object_ is not None:
                    tokens |= _tokens(object_)
                return tokens
        if object_ is not None:
            for each in object_.children:
                if each.lower_ == "as" and each.dep_ == "prep":
                    return _tokens(object_)
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
        return _tokens(patient) | _tokens(infinitive), "ri", end
    complement = child(verb, "oprd", "attr", "acomp")
    if complement is not None and "n" in frames:
        return _tokens(patient) | _tokens(complement), "n", end
    for preposition in verb.children:
        if preposition.dep_ == "prep" and preposition.lower_ in frames and preposition.i > verb.i:
            return _tokens(patient) | _tokens(preposition), preposition.lower_, end
    if "o" in frames and agent(verb) is not None:
        return _tokens(patient), "o", end
    return set(), "", end


def _surrounding(verb: Token, cue: VerbCue) -> set[int]:
    """The clause that a verb of speech is put into or after ("it rained, she said")."""
    if cue.kind not in ("speech", "thought") or child(verb, "nsubj") is None:
        return set()
    head = verb.head
    if verb.dep_ == "parataxis" and head != verb:
        return _tokens(head) - _tokens(verb)
    mark = child(verb, "mark", "advmod") if verb.dep_ == "advcl" else None
    if (
        mark is not None
        and mark.lower_ == "as"
        and mark.i < verb.i
        and child(verb, "dobj", "ccomp") is None
    ):
        return _tokens(head) - _tokens(verb)
    return set()


def _noun_report(noun: Token, cue: NounCue) -> Report | None:
    content: set[int] = set()
    frame = ""
    end = noun.i + 1
    for each in noun.children:
        if each.i < noun.i:
            continue
        if each.dep_ in ("acl", "ccomp", "relcl") and "c" in cue.frames:
            mark = next((m for m in each.children if m.lower_ == "that"), None)
            if mark is not None and mark.dep_ == "mark" and mark.i == each.left_edge.i:
                content, frame = _tokens(each), "c"
                break
        if each.dep_ == "acl" and "i" in cue.frames:
            to = child(each, "aux")
            if to is not None and to.lower_ == "to":
                content, frame = _tokens(each), "i"
                break
        if each.dep_ == "prep" and each.lower_ in cue.frames:
            said = child(each, "pobj", "pcomp")
            if said is not None:
                content, frame = _tokens(said), each.lower_
                end = each.i + 1 if each.i == noun.i + 1 else end
                break
    if not content:
        return None
    stretches = runs(content, noun.doc)
    if not stretches:
        return None
    source, start = _noun_source(noun)
    if source is None and frame not in ("c",):
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


def _according_report(token: Token) -> Report | None:
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    source = child(to, "pobj") or child(token, "pobj")
    if source is None:
        return None
    own = {token.i, to.i} | _tokens(to) | (_tokens(token) if to.head == token else set())
    head = token.head
    while head.head != head and (
        head.pos_ not in ("VERB", "AUX")
        or head.dep_ in ("conj", "xcomp", "aux", "auxpass")
        or (head.dep_ == "ccomp" and head.head.lower_ not in verb_cues())
    ):
        head = head.head
    content = _tokens(head) - own
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


def _adjective_report(adjective: Token, cue: NounCue) -> Report | None:
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
            content, frame = _tokens(each), "c"
            break
        to = child(each, "aux") if each.dep_ == "xcomp" else None
        if to is not None and to.lower_ == "to" and "i" in cue.frames:
            content, frame = _tokens(each), "i"
            break
        if each.dep_ in ("prep", "agent") and each.lower_ in cue.frames:
            said = child(each, "pobj", "pcomp")
            if said is not None:
                content, frame = _tokens(said), each.lower_
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
        _source_phrase(source, adjective),
        None if source is None else source.i,
        cue.stance,
        "will" if frame == "i" else "thought",
        frame,
    )


def _adverb_report(adverb: Token, stance: Stance) -> Report | None:
    verb = adverb.head
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    indices = _tokens(verb)
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
