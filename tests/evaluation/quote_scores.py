"""Counting what quotes and annotated attributions share, word by word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def words_of(text: str):
    """Starts and ends of the words of a text."""
    return [(m.start(), m.end()) for m in WORD.finditer(text)]


def in_spans(words, spans) -> frozenset[int]:
    """Indices of the words that overlap any of the spans."""
    return frozenset(i for i, (s, e) in enumerate(words) if any(s < b and a < e for a, b in spans))


def marked_runs(text: str) -> list[tuple[int, int]]:
    """Stretches in double quotation marks (or doubled apostrophes), by paragraph: a paragraph's
    opening mark need not be closed at its end."""
    runs = []
    for paragraph in re.finditer(r"[^\n]+", text):
        runs.extend(
            (paragraph.start() + m.start(1), paragraph.start() + m.end(1))
            for m in re.finditer(r"(?:[“”\"]|'')(.+?)(?:[”“\"]|''|$)", paragraph.group())
        )
    return runs


def said_runs(text: str, words, golds) -> list[tuple[int, int]]:
    """The marked stretches that stand in annotated contents, by four words in five."""
    contents = in_spans(words, [c for g in golds for c in g.content])
    found = []
    for run in marked_runs(text):
        inside = in_spans(words, [run])
        if inside and len(inside & contents) >= 0.8 * len(inside):
            found.append(run)
    return found


@dataclass
class Found:
    """A quote with the pieces that go on from it."""

    spans: list[tuple[int, int]]
    direct: bool
    quote: object


def chains(quotes) -> list[Found]:
    """Quotes with their later pieces; direct words inside a reported clause left out."""
    by_first: dict[int, Found] = {}
    for place, quote in enumerate(quotes):
        first = place
        while quotes[first].continues is not None:
            first = quotes[first].continues
        if first in by_first:
            by_first[first].spans.append((quote.start, quote.end))
        else:
            by_first[first] = Found([(quote.start, quote.end)], quote.direct, quotes[first])
    found = list(by_first.values())
    kept = []
    for one in found:
        if one.direct and any(
            not other.direct
            and all(any(a <= s and e <= b for a, b in other.spans) for s, e in one.spans)
            and (other.quote.cue == one.quote.cue or other.quote.speaker == one.quote.speaker)
            for other in found
        ):
            continue
        kept.append(one)
    return kept


def names_in(text: str) -> set[str]:
    return {w.lower() for w in re.findall(r"[A-Z][\w’'-]+", text)}


def measure(count, by_frame, text, words, golds, quotes, found, log, stem) -> None:
    gold_words = [in_spans(words, g.content) for g in golds]
    found_words = [in_spans(words, f.spans) for f in found]
    pairs = sorted(
        (
            (len(g & f), len(g & f) / len(g | f), i, j)
            for i, g in enumerate(gold_words)
            for j, f in enumerate(found_words)
            if g & f
        ),
        key=lambda p: (-p[1], -p[0]),
    )
    match: dict[int, int] = {}
    taken: dict[int, int] = {}
    for _, _, i, j in pairs:
        if i not in match and j not in taken:
            match[i], taken[j] = j, i
    shared = sum(len(gold_words[i] & found_words[j]) for i, j in match.items())
    good = sum(
        len(gold_words[i] & found_words[j]) >= 0.5 * len(gold_words[i] | found_words[j])
        for i, j in match.items()
    )
    count["matched shared"] += shared
    count["matched found"] += sum(map(len, found_words))
    count["matched gold"] += sum(map(len, gold_words))
    gold_union, found_union = frozenset().union(*gold_words), frozenset().union(*found_words)
    count["union shared"] += len(gold_union & found_union)
    count["union found"] += len(found_union)
    count["union gold"] += len(gold_union)
    count["attributions right"] += good
    count["attributions found"] += len(found)
    count["attributions gold"] += len(golds)
    # Direct speech.
    runs = said_runs(text, words, golds)
    marked = [(q.start, q.end) for q in quotes if q.direct]
    # Words quoted within a quote are the outer quote's words.
    direct = [
        (a, b) for a, b in marked if not any(c <= a and b <= d and d - c > b - a for c, d in marked)
    ]
    score_direct(count, "direct", words, runs, direct, text)
    # Speakers of direct quotes and of all.
    for i, j in match.items():
        gold, one = golds[i], found[j]
        if not gold.source:
            continue
        right = speaker_right(text, gold, one.quote)
        kind = "direct" if one.direct else "reported"
        count[f"speaker {kind} all"] += 1
        count[f"speaker {kind} right"] += right
        if log and not right:
            who = " … ".join(text[a:b] for a, b in gold.source)
            log.write(
                f"{stem} SPEAKER want {who!r} have {one.quote.speaker and one.quote.speaker.text!r}"
                f" in {one.quote.text[:90]!r}\n"
            )
    # Cues.
    gold_cues = [c for g in golds for c in g.cue]
    found_cues = {(q.cue.start, q.cue.end) for q in quotes if q.cue}
    hit = [c for c in found_cues if any(c[0] < b and a < c[1] for a, b in gold_cues)]
    missed = [
        g
        for g in golds
        if g.cue and not any(a < d and c < b for a, b in g.cue for c, d in found_cues)
    ]
    count["cue right"] += len(hit)
    count["cue found"] += len(found_cues)
    count["cue gold"] += sum(1 for g in golds if g.cue)
    count["cue missed"] += len(missed)
    for j, one in enumerate(found):
        cue = one.quote.cue.text.lower().split()[-1] if one.quote.cue else "-"
        key = ("d " if one.direct else "i ") + cue
        by_frame[key][1] += 1
        by_frame[key][0] += j in taken
    if log:
        for i, g in enumerate(golds):
            j = match.get(i)
            line = " | ".join(
                " … ".join(text[a:b] for a, b in part) for part in (g.source, g.cue, g.content)
            )
            if j is None:
                log.write(f"{stem} MISS {line}\n")
            elif len(gold_words[i] & found_words[j]) < 0.8 * len(gold_words[i] | found_words[j]):
                have = " … ".join(text[a:b] for a, b in found[j].spans)
                log.write(f"{stem} PART {line}\n      HAVE {have}\n")
        for j, one in enumerate(found):
            if j not in taken:
                have = " … ".join(text[a:b] for a, b in one.spans)
                who = one.quote.speaker.text if one.quote.speaker else None
                cue = one.quote.cue.text if one.quote.cue else None
                log.write(f"{stem} EXTRA {'D' if one.direct else 'I'} {who} | {cue} | {have}\n")


def first_and_last(words, span):
    """The first and the last word of a span, or None where it has none."""
    inside = in_spans(words, [span])
    return (min(inside), max(inside)) if inside else None


def score_direct(count, name, words, runs, direct, text) -> None:
    gold = in_spans(words, runs)
    have = in_spans(words, direct)
    count[f"{name} words shared"] += len(gold & have)
    count[f"{name} words found"] += len(have)
    count[f"{name} words gold"] += len(gold)
    gold_spans = Counter(filter(None, (first_and_last(words, run) for run in runs)))
    pieces = []
    for start, end in direct:
        pieces.extend(
            (start + m.start(), start + m.end())
            for m in re.finditer(r"[^\n]*\S[^\n]*", text[start:end])
        )
    have_spans = Counter(filter(None, (first_and_last(words, piece) for piece in pieces)))
    count[f"{name} spans shared"] += sum((gold_spans & have_spans).values())
    count[f"{name} spans found"] += sum(have_spans.values())
    count[f"{name} spans gold"] += sum(gold_spans.values())


def speaker_right(text, gold, quote) -> bool:
    """Whether a quote's speaker is the annotated source."""
    speaker = quote.speaker
    if speaker is None:
        return False
    if any(speaker.start < b and a < speaker.end for a, b in gold.source):
        return True
    wanted = set().union(*(names_in(text[a:b]) for a, b in gold.source))
    return bool(wanted & names_in(speaker.text))


def measure_peer(count, text, words, golds, quotes, peer) -> None:
    runs = said_runs(text, words, golds)
    score_direct(count, "textacy direct", words, runs, [(q["start"], q["end"]) for q in peer], text)
    gold_words = [(g, in_spans(words, g.content)) for g in golds if g.source]
    for q in peer:
        have = in_spans(words, [(q["start"], q["end"])])
        best = max(gold_words, key=lambda g: len(g[1] & have), default=None)
        if best is None or len(best[1] & have) < 0.5 * len(have):
            continue
        count["textacy speaker direct all"] += 1
        count["textacy speaker direct right"] += any(
            s < b and a < e for s, e in q["speaker"] for a, b in best[0].source
        )
