"""The cue and the speaker of words in quotation marks, in the words before or after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import (
    noun_cues,
    verb_cues,
)
from dateline.analysis.quotes.grammar import (
    phrase,
    subject,
    trimmed,
    verb_group,
)
from dateline.analysis.quotes.spoken import (
    DASHES,
    Attribution,
    SpokenPassage,
    after_dateline,
    is_end,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token


_NEVER_NOUNS = frozenset({"said", "says", "added", "wrote"})
_NOMINAL = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"})


def named_as(spoken: SpokenPassage, gap: list[int]) -> Attribution | None:
    """Who calls something what is in the marks: "called it | 'a lie'", or, whatever the verb,
    "went after him as a | 'liar'"."""
    doc = spoken.doc
    for i in reversed(gap[-6:]):
        naming = [c for c in verb_cues().get(doc[i].lower_, ()) if "n" in c.frames]
        if naming and doc[i].pos_ in ("VERB", "NOUN"):
            found = _subject_in(doc[i], gap, spoken)
            if found is not None and found[0] < i:
                return attribution(spoken, doc[i], found[1:], found[0])
    place = len(gap) - 1
    if place > 0 and doc[gap[place]].lower_ in ("a", "an", "the"):
        place -= 1
    if place < 1 or doc[gap[place]].lower_ != "as":
        return None
    verb = doc[gap[place]].head
    while verb.pos_ in ("NOUN", "PROPN", "PRON", "ADP") and verb.head != verb:
        verb = verb.head
    head = subject(verb)
    if verb.pos_ != "VERB" or verb.i not in gap or head is None or head.i >= verb.i:
        return None
    if not spoken.outside[head.i]:
        return None
    words, speaker = after_dateline(spoken, phrase(head, before=verb.i), head.i)
    return Attribution(spoken.passage, verb_group(verb), verb.i, words, speaker, "claims")


def _cue_tokens(spoken: SpokenPassage, gap: Sequence[int]) -> list[Token]:
    """The verbs in a gap that can introduce or follow words in quotation marks."""
    table = verb_cues()
    found = []
    for i in gap:
        token = spoken.doc[i]
        cues = table.get(token.lower_)
        if cues is None or token.pos_ not in ("VERB", "AUX", "NOUN", "PROPN"):
            continue
        if token.pos_ in ("NOUN", "PROPN") and token.lower_ not in _NEVER_NOUNS:
            continue
        if any("q" in c.frames and particle_fits(token, c.particle) for c in cues):
            found.append(token)
    return found


def particle_fits(token: Token, particle: str | None) -> bool:
    """Whether the second word that a verb needs, if any, follows it."""
    following = token.i + 1
    return particle is None or (
        following < len(token.doc) and token.doc[following].lower_ == particle
    )


def cue_after(spoken: SpokenPassage, gap: list[int], number: int) -> Attribution | None:
    """The attribution in the words after a quotation, if there is one."""
    doc = spoken.doc
    words = [i for i in gap if doc[i].text not in (",", '"', "'")]
    if not words:
        return None
    if doc[words[0]].text in DASHES:
        return _dash(spoken, gap, words)
    verbs = _cue_tokens(spoken, gap)
    verbs = [v for v in verbs if v.tag_ != "VBG" or verb_group(v)[0] < v.i]
    plain = [v for v in verbs if v.dep_ != "relcl"] or verbs
    for verb in plain:
        source = _subject_in(verb, gap, spoken)
        if source is not None:
            head, low, high = source
            return attribution(spoken, verb, (low, high), head)
    for i in words:
        if doc[i].lower_ == "according" and i + 1 in gap and doc[i + 1].lower_ == "to":
            return _according(spoken, i, gap)
    return None


def _dash(spoken: SpokenPassage, gap: list[int], words: list[int]) -> Attribution | None:
    """A quotation with its author after a dash: "…" — Jane Smith."""
    doc = spoken.doc
    rest = words[1:]
    ending = gap[-1] + 1
    if not rest or len(rest) > 15 or (ending + 1 < len(doc) and spoken.outside[ending]):
        return None
    if any(doc[i].pos_ == "VERB" and doc[i].tag_ in ("VBD", "VBZ", "VBP") for i in rest):
        return None
    if not doc[rest[0]].text[:1].isupper():
        return None
    stop = next((i for i in rest if doc[i].text in (",", "(", "via", "on")), rest[-1] + 1)
    if stop <= rest[0]:
        return None
    return Attribution(
        spoken.passage, (words[0], words[0] + 1), words[0], (rest[0], stop), stop - 1
    )


def _according(spoken: SpokenPassage, at: int, gap: Sequence[int]) -> Attribution | None:
    doc = spoken.doc
    head = next((t for t in doc[at + 1].children if t.dep_ == "pobj"), None)
    if head is None or head.i not in gap:
        return None
    return Attribution(spoken.passage, (at, at + 2), at, phrase(head), head.i, "reports")


def attribution(
    spoken: SpokenPassage, verb: Token, source: tuple[int, int] | None, head: int | None
) -> Attribution:
    """An attribution by a verb, with what the table says of it."""
    cues = [c for c in verb_cues()[verb.lower_] if particle_fits(verb, c.particle)]
    group = verb_group(verb)
    if cues[0].particle is not None:
        group = (group[0], verb.i + 2)
    if source is not None:
        source, head = after_dateline(spoken, source, head)
    return Attribution(spoken.passage, group, verb.i, source, head, cues[0].stance)


def _subject_in(
    verb: Token, gap: Sequence[int], spoken: SpokenPassage
) -> tuple[int, int, int] | None:
    """The speaker of a verb among the tokens of a gap: head, first and last + 1."""
    inside = set(gap)
    head = subject(verb)
    if head is not None and head.i in inside:
        if head.i < verb.i:
            low, high = phrase(head, before=verb.i)
        else:
            low, high = phrase(head, after=verb.i)
        low, high = _clipped(low, high, head.i, inside)
        return head.i, low, high
    doc = spoken.doc
    # The parse fails around quotation marks: take the noun phrase that touches the verb, or the
    # one that the gap begins with.
    if verb.i - 1 not in inside or all(not doc[i].is_alpha for i in gap if i < verb.i):
        following = verb.i + 1
        if following in inside and _begins_name(doc[following]):
            end = following
            while end in inside and doc[end].pos_ in _NOMINAL:
                end += 1
            if end > following and doc[end - 1].pos_ in ("PROPN", "NOUN", "PRON"):
                return end - 1, following, end
    place = verb.i - 1
    while place in inside and doc[place].pos_ in ("ADV", "AUX", "PART"):
        place -= 1
    if place in inside and doc[place].text == ",":
        place = _first_phrase_end(doc, gap, place)
    if place in inside and doc[place].pos_ in ("PROPN", "NOUN", "PRON"):
        low = place
        while low - 1 in inside and doc[low - 1].pos_ in _NOMINAL - {"PRON"}:
            low -= 1
        return place, low, place + 1
    return None


def _first_phrase_end(doc: Doc, gap: Sequence[int], stop: int) -> int:
    """The last word of the noun phrase that a gap begins with, before an apposition."""
    place = gap[0]
    while place < stop and not doc[place].is_alpha:
        place += 1
    while place < stop and doc[place].pos_ in _NOMINAL:
        place += 1
    return place - 1


def _begins_name(token: Token) -> bool:
    """Whether a noun phrase that can be a subject begins at a token."""
    return token.tag_ in ("PRP", "NNP", "NNPS", "DT", "NN", "NNS", "JJ") and (
        token.lower_ not in ("him", "me", "us", "them", "that")
    )


def _clipped(low: int, high: int, head: int, inside: set[int]) -> tuple[int, int]:
    while low < head and low not in inside:
        low += 1
    while high - 1 > head and high - 1 not in inside:
        high -= 1
    return low, high


def cue_before(spoken: SpokenPassage, gap: list[int]) -> Attribution | None:
    """The attribution in the words before a quotation, if there is one."""
    doc = spoken.doc
    verbs = _cue_tokens(spoken, gap)
    for verb in reversed(verbs):
        head = subject(verb)
        source = None
        if head is not None and spoken.outside[head.i]:
            source = phrase(head, before=verb.i) if head.i < verb.i else phrase(head, after=verb.i)
            return attribution(spoken, verb, source, head.i)
        near = _subject_in(verb, gap, spoken)
        if near is not None:
            return attribution(spoken, verb, (near[1], near[2]), near[0])
    for i in gap:
        if doc[i].lower_ == "according" and i + 1 in gap and doc[i + 1].lower_ == "to":
            found = _according(spoken, i, gap)
            if found is not None:
                return found
    if verbs:
        return attribution(spoken, verbs[-1], None, None)
    if doc[gap[-1]].text == ":":
        return _colon(spoken, gap)
    return None


def _colon(spoken: SpokenPassage, gap: list[int]) -> Attribution | None:
    """What stands before a colon without a verb of speech: a name, or a sentence's subject."""
    doc = spoken.doc
    colon = gap[-1]
    nouns = noun_cues()
    low, high = trimmed(doc, gap[0], colon)
    if low >= high:
        return None
    finite = [i for i in range(low, high) if doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD")]
    if not finite and high - low <= 6:
        head = doc[high - 1]
        while head.i > low and head.head.i in range(low, high) and head.head != head:
            head = head.head
        if head.lower_ not in nouns:
            return Attribution(spoken.passage, (colon, colon + 1), colon, (low, high), head.i)
    for i in reversed(finite):
        head_of = subject(doc[i]) or subject(doc[i].head)
        if head_of is not None and head_of.i in range(low, high):
            return Attribution(
                spoken.passage,
                (colon, colon + 1),
                colon,
                phrase(head_of, before=i if i > head_of.i else None),
                head_of.i,
            )
    return Attribution(spoken.passage, (colon, colon + 1), colon, None, None)


def introduced(passages: Sequence[SpokenPassage], place: int) -> Attribution | None:
    """Who is said to speak by the paragraph before, where it ends in a colon."""
    if place == 0:
        return None
    earlier = passages[place - 1]
    doc = earlier.doc
    if not len(doc):
        return None
    ending = doc[-1]
    if ending.text != ":":
        return None
    gap: list[int] = []
    at = len(doc) - 1
    while at >= 0 and not (is_end(doc[at])):
        if earlier.outside[at]:
            gap.append(at)
        at -= 1
    gap.reverse()
    return cue_before(earlier, gap) if gap else None
