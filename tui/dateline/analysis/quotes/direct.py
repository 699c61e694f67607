"""Direct speech: each stretch in quotation marks is given the cue before or after it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import noun_cues, verb_cues
from dateline.analysis.quotes.findings import Finding, Source
from dateline.analysis.quotes.grammar import phrase, subject, trimmed, verb_group
from dateline.analysis.quotes.wording import looks_like_speech, looks_like_title, word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dateline.analysis.model import Stance
    from dateline.analysis.parsed import Passage
    from dateline.analysis.quotes.marks import Quotation

_ENDS = frozenset(".!?")
_NEVER_NOUNS = frozenset({"said", "says", "added", "wrote"})
_NOMINAL = frozenset({"PROPN", "NOUN", "DET", "ADJ", "PRON", "NUM"})
_DASHES = frozenset({"—", "–", "―", "--", "-", "~"})
_OPENING_PUNCTUATION = frozenset({",", ":", "—", "–", "--"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words around a quotation that say who speaks; places are token indices."""

    passage: Passage
    cue: tuple[int, int]
    anchor: int
    source: tuple[int, int] | None
    head: int | None
    stance: Stance = "says"


@dataclass(slots=True)
class SpokenPassage:
    """A passage with its outermost quotations, and what is known of each as they are read."""

    passage: Passage
    text: str
    quotations: list[Quotation]
    nested: list[Quotation]
    """Quotations inside these."""
    outside: list[bool] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    """For each quotation, the index of its first token."""
    last: list[int] = field(default_factory=list)
    """For each quotation, the index after its last token."""
    given: dict[int, Attribution] = field(default_factory=dict)
    """The attribution of each quotation, by its place in `quotations`."""
    continues: dict[int, int] = field(default_factory=dict)
    """Which earlier quotation of the passage a quotation goes on from."""
    weak: dict[int, Attribution] = field(default_factory=dict)
    """The attribution of quotations that may be only words of a reported clause."""
    lead: dict[int, int] = field(default_factory=dict)
    """The token at which the sentence begins, for quotations that only end what is said."""

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.passage.doc


def prepare(
    passage: Passage, text: str, quotations: list[Quotation], nested: list[Quotation]
) -> SpokenPassage:
    """Lay the outermost quotations of a passage over its tokens."""
    spoken = SpokenPassage(passage, text, quotations, nested, [True] * len(passage.doc))
    doc = passage.doc
    place = 0
    for quotation in quotations:
        low, high = quotation.start - passage.start, quotation.end - passage.start
        while place < len(doc) and doc[place].idx + len(doc[place]) <= low:
            place += 1
        begin = place
        while place < len(doc) and doc[place].idx < high:
            spoken.outside[place] = False
            place += 1
        spoken.first.append(begin)
        spoken.last.append(place)
    return spoken


def attribute(spoken: SpokenPassage) -> None:
    """Find the cue of each quotation of a passage, and what goes on from what."""
    used: set[int] = set()
    for number in range(len(spoken.quotations)):
        before = _gap_before(spoken, number)
        after = _gap_after(spoken, number)
        strong = bool(before) and _introduces(spoken.doc[before[-1]])
        previous = number - 1
        split = (
            previous >= 0
            and previous in spoken.given
            and bool(before)
            and before[0] == spoken.last[previous]
            and spoken.given[previous].anchor in before
        )
        ahead = _cue_before(spoken, before) if before else None
        if split and ahead is not None and ahead.anchor == spoken.given[previous].anchor:
            if spoken.doc[before[-1]].text in _OPENING_PUNCTUATION or _ends_open(
                spoken.text, spoken.quotations[previous]
            ):
                spoken.given[number] = spoken.given[previous]
                spoken.continues[number] = previous
            continue
        if strong and ahead is not None and _reports_first(spoken, before, ahead):
            spoken.weak[number] = ahead
            continue
        if strong and ahead is not None and ahead.anchor not in used:
            spoken.given[number] = ahead
            used.add(ahead.anchor)
            continue
        behind = _cue_after(spoken, after, number) if after else None
        if behind is not None:
            spoken.given[number] = behind
            used.add(behind.anchor)
            start = _sentence_start(spoken, number)
            if start is not None:
                spoken.lead[number] = start
            continue
        if ahead is not None and strong:
            spoken.given[number] = ahead
        elif ahead is not None and ahead.source is not None:
            spoken.weak[number] = ahead


def _introduces(token: Token) -> bool:
    """Whether a token right before a quotation introduces it: a comma, a colon, "said"."""
    return token.text in _OPENING_PUNCTUATION or any(
        "q" in cue.frames and cue.particle is None for cue in verb_cues().get(token.lower_, ())
    )


def _reports_first(spoken: SpokenPassage, gap: list[int], ahead: Attribution) -> bool:
    """Whether a reported clause stands between the cue and the colon before a quotation."""
    doc = spoken.doc
    if doc[gap[-1]].text != ":":
        return False
    return any(
        each.dep_ == "ccomp" and ahead.anchor < each.i < gap[-1]
        for each in doc[ahead.anchor].children
    )


def _ends_open(text: str, quotation: Quotation) -> bool:
    """Whether a quotation breaks off in the middle of a sentence, as a comma inside it shows."""
    inner = text[quotation.inner_start : quotation.inner_end].rstrip("\"'”’»› ")
    return inner.endswith((",", "—", "–", "-", "…", "..."))


def _ends_sentence(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.inner_start : quotation.inner_end].rstrip("\"'”’»› ")
    return inner.endswith(".") and not inner.endswith("..")


def _is_end(token: Token) -> bool:
    return token.text in _ENDS or token.text == ";"


def _gap_before(spoken: SpokenPassage, number: int) -> list[int]:
    """The tokens outside quotations from the sentence's start (or the last full quote) up to it."""
    found: list[int] = []
    place = spoken.first[number] - 1
    previous = number - 1
    while place >= 0:
        if previous >= 0 and place < spoken.last[previous]:
            if previous in spoken.given and _speaks_alone(spoken, previous):
                break
            if _ends_sentence(spoken.text, spoken.quotations[previous]):
                break
            place = spoken.first[previous] - 1
            previous -= 1
            continue
        if _is_end(spoken.doc[place]) and place + 1 != spoken.first[number]:
            break
        if _is_end(spoken.doc[place]):
            break
        found.append(place)
        place -= 1
    return found[::-1]


def _speaks_alone(spoken: SpokenPassage, number: int) -> bool:
    return word_count(spoken.text, spoken.quotations[number]) > 3


def _gap_after(spoken: SpokenPassage, number: int) -> list[int]:
    """The tokens after a quotation up to the sentence's end or the next quotation."""
    doc = spoken.doc
    place = spoken.last[number]
    stop = spoken.first[number + 1] if number + 1 < len(spoken.quotations) else len(doc)
    found: list[int] = []
    if place < stop and _ends_sentence(spoken.text, spoken.quotations[number]):
        first = doc[place]
        if first.text not in _DASHES and not first.text[:1].islower():
            return []
    while place < stop and not _is_end(doc[place]):
        found.append(place)
        place += 1
    return found


def _sentence_start(spoken: SpokenPassage, number: int) -> int | None:
    """Where the sentence begins that a quotation ends, if it has words before the quotation."""
    place = spoken.first[number] - 1
    doc = spoken.doc
    previous = number - 1
    while place >= 0:
        if previous >= 0 and place < spoken.last[previous]:
            if previous in spoken.given or _ends_sentence(spoken.text, spoken.quotations[previous]):
                break
            place = spoken.first[previous] - 1
            previous -= 1
            continue
        if _is_end(doc[place]) or doc[place].text == ":":
            break
        place -= 1
    low, high = trimmed(doc, place + 1, spoken.first[number])
    while low < high and doc[low].lower_ in ("but", "and", "or"):
        low += 1
    words = [t for t in doc[low:high] if t.is_alpha]
    return low if words else None


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
        if any("q" in c.frames and _particle_fits(token, c.particle) for c in cues):
            found.append(token)
    return found


def _particle_fits(token: Token, particle: str | None) -> bool:
    following = token.i + 1
    return particle is None or (
        following < len(token.doc) and token.doc[following].lower_ == particle
    )


def _cue_after(spoken: SpokenPassage, gap: list[int], number: int) -> Attribution | None:
    doc = spoken.doc
    words = [i for i in gap if doc[i].text not in (",", '"', "'")]
    if not words:
        return None
    if doc[words[0]].text in _DASHES:
        return _dash(spoken, gap, words)
    verbs = _cue_tokens(spoken, gap)
    plain = [v for v in verbs if v.dep_ != "relcl"] or verbs
    for verb in plain:
        source = _subject_in(verb, gap, spoken)
        if source is not None:
            head, low, high = source
            return _attribution(spoken, verb, (low, high), head)
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


def _attribution(
    spoken: SpokenPassage, verb: Token, source: tuple[int, int] | None, head: int | None
) -> Attribution:
    cues = [c for c in verb_cues()[verb.lower_] if _particle_fits(verb, c.particle)]
    group = verb_group(verb)
    if cues[0].particle is not None:
        group = (group[0], verb.i + 2)
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


def _cue_before(spoken: SpokenPassage, gap: list[int]) -> Attribution | None:
    doc = spoken.doc
    verbs = _cue_tokens(spoken, gap)
    for verb in reversed(verbs):
        head = subject(verb)
        source = None
        if head is not None and spoken.outside[head.i]:
            source = phrase(head, before=verb.i) if head.i < verb.i else phrase(head, after=verb.i)
            return _attribution(spoken, verb, source, head.i)
        near = _subject_in(verb, gap, spoken)
        if near is not None:
            return _attribution(spoken, verb, (near[1], near[2]), near[0])
    for i in gap:
        if doc[i].lower_ == "according" and i + 1 in gap and doc[i + 1].lower_ == "to":
            found = _according(spoken, i, gap)
            if found is not None:
                return found
    if verbs:
        return _attribution(spoken, verbs[-1], None, None)
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


def to_source(attribution: Attribution) -> Source | None:
    """The source of an attribution, in the article's offsets."""
    if attribution.source is None:
        return None
    passage = attribution.passage
    low, high = attribution.source
    if low >= high:
        return None
    tokens = passage.doc[low:high]
    return Source(
        passage,
        passage.start + tokens.start_char,
        passage.start + tokens.end_char,
        None if attribution.head is None else passage.doc[attribution.head],
    )


def to_finding(attribution: Attribution, pieces: tuple[tuple[int, int], ...]) -> Finding:
    """A direct quote with its attribution."""
    passage = attribution.passage
    cue = passage.doc[slice(*attribution.cue)]
    return Finding(
        pieces,
        True,
        to_source(attribution),
        (passage.start + cue.start_char, passage.start + cue.end_char),
        attribution.stance,
    )


def carry_over(passages: Sequence[SpokenPassage]) -> list[Finding]:
    """Direct quotes of all passages: those with a cue, and those that go on from one before."""
    found: list[Finding] = []
    last: Finding | None = None
    last_passage = -1
    seen: set[int] = set()
    for place, spoken in enumerate(passages):
        findings: dict[int, Finding] = {}
        for number, quotation in enumerate(spoken.quotations):
            if quotation.start in seen:
                # It began in an earlier passage: only a cue after its end is news.
                if number in spoken.given:
                    index = next(k for k, f in enumerate(found) if f.start == quotation.start)
                    if found[index].source is None or found[index].carried:
                        found[index] = to_finding(spoken.given[number], found[index].pieces)
                    findings[number] = last = found[index]
                    last_passage = place
                continue
            seen.add(quotation.start)
            pieces = ((quotation.start, quotation.end),)
            finding: Finding | None = None
            if number in spoken.given:
                if number in spoken.continues and spoken.continues[number] in findings:
                    base = findings[spoken.continues[number]]
                    finding = replace(base, pieces=(*base.pieces, *pieces))
                    found[found.index(base)] = finding
                    for key, value in list(findings.items()):
                        if value is base:
                            findings[key] = finding
                    findings[number] = last = finding
                    last_passage = place
                    continue
                finding = to_finding(spoken.given[number], pieces)
            elif looks_like_speech(spoken.text, quotation) and not looks_like_title(
                spoken.text, quotation
            ):
                if findings and last is not None and last in findings.values():
                    if _starts_sentence(spoken, number):
                        finding = replace(last, pieces=(*last.pieces, *pieces))
                        found[found.index(last)] = finding
                        for key, value in list(findings.items()):
                            if value is last:
                                findings[key] = finding
                        findings[number] = last = finding
                        continue
                elif number == 0 and (following := _next_sentence(spoken)) is not None:
                    finding = to_finding(following, pieces)
                elif _fills(spoken, number):
                    introduction = introduced(passages, place)
                    if introduction is not None:
                        finding = to_finding(introduction, pieces)
                    elif last is not None and place - last_passage <= 1 and last.source is not None:
                        finding = replace(last, pieces=pieces, carried=True)
                    else:
                        finding = Finding(pieces, True, None, None)
            if finding is not None:
                found.append(finding)
                findings[number] = last = finding
                last_passage = place
    return found


def _next_sentence(spoken: SpokenPassage) -> Attribution | None:
    """Who the sentence after a paragraph's first quotation says is speaking."""
    place = spoken.last[0]
    if spoken.first[0] > 1 or place >= len(spoken.doc):
        return None
    stop = spoken.first[1] if len(spoken.first) > 1 else len(spoken.doc)
    gap = []
    while place < stop and not _is_end(spoken.doc[place]):
        gap.append(place)
        place += 1
    for i in gap:
        verb = spoken.doc[i]
        cues = verb_cues().get(verb.lower_, ())
        if verb.pos_ != "VERB" or not any(cue.kind == "speech" for cue in cues):
            continue
        head = subject(verb)
        if head is None or head.i not in gap or head.i > i:
            return None
        return _attribution(spoken, verb, phrase(head, before=i), head.i)
    return None


def _starts_sentence(spoken: SpokenPassage, number: int) -> bool:
    place = spoken.first[number] - 1
    if place < 0:
        return True
    if number and place < spoken.last[number - 1]:
        return True
    return spoken.doc[place].text in _ENDS or spoken.doc[place].text in (":", "…", "...")


def _fills(spoken: SpokenPassage, number: int) -> bool:
    """Whether a quotation is all, or nearly all, that its paragraph says."""
    rest = sum(1 for i, token in enumerate(spoken.doc) if spoken.outside[i] and token.is_alpha)
    return (rest <= 3 and number == 0) or (rest == 0)


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
    while at >= 0 and not (_is_end(doc[at])):
        if earlier.outside[at]:
            gap.append(at)
        at -= 1
    gap.reverse()
    return _cue_before(earlier, gap) if gap else None
