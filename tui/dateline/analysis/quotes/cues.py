"""The words that show that something is said, from the tables in `data/`.

A verb's `frames` say how it takes what is said: `q` words in quotation marks, `c` a clause ("that
it rained", "whether it rains"), `i` an infinitive ("to leave"), `ri` somebody and an infinitive
("him to leave"), `g` a form in -ing, `o` an object ("the attack"), `n` an object and what it is
called ("it a scandal"), or a preposition that leads to it ("for", "of", "as").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.model import Stance

VerbKind = Literal["speech", "thought", "will", "show"]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb of speech, thought, will or showing; `particle` is its second word ("out")."""

    lemma: str
    particle: str | None
    stance: Stance
    kind: VerbKind
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun or adjective of speech ("statement") with the ways in which what is said follows."""

    word: str
    stance: Stance
    frames: frozenset[str]


def read_table(name: str) -> Iterator[list[str]]:
    """The rows of a table in `data/`, as lists of cells; lines that begin with # are remarks."""
    for line in files(__package__).joinpath("data", name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def regular_forms(verb: str) -> list[str]:
    """The forms of a regular English verb: base, -s, -ed, -ing."""
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past, participle = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        past, participle = verb[:-1] + "ied", verb + "ing"
    else:
        past, participle = verb + "ed", verb + "ing"
    return [verb, third, past, participle]


@cache
def verb_cues() -> dict[str, tuple[VerbCue, ...]]:
    """Every form of every verb of the table, lower case, with what it may be a form of."""
    found: dict[str, list[VerbCue]] = {}
    for verb, stance, kind, frames, *irregular in read_table("verbs.tsv"):
        lemma, _, particle = verb.partition(" ")
        cue = VerbCue(
            verb,
            particle or None,
            cast("Stance", stance),
            cast("VerbKind", kind),
            frozenset(frames.split()),
        )
        forms = {*regular_forms(lemma), *(irregular[0].split() if irregular else ())}
        for form in forms:
            found.setdefault(form, []).append(cue)
    # The longer verb first: "point out" before "point".
    return {
        form: tuple(sorted(cues, key=lambda cue: cue.particle is None))
        for form, cues in found.items()
    }


@cache
def noun_cues() -> dict[str, NounCue]:
    """Singular and plural of every noun of the table."""
    found: dict[str, NounCue] = {}
    for noun, stance, frames, *plural in read_table("nouns.tsv"):
        cue = NounCue(noun, cast("Stance", stance), frozenset(frames.split()))
        for form in (noun, plural[0] if plural else regular_forms(noun)[1]):
            found[form] = cue
    return found


@cache
def adjective_cues() -> dict[str, NounCue]:
    """Adjectives that say what somebody thinks of something ("worried that", "critical of")."""
    return {
        adjective: NounCue(adjective, cast("Stance", stance), frozenset(frames.split()))
        for adjective, stance, frames in read_table("adjectives.tsv")
    }


@cache
def adverb_cues() -> dict[str, Stance]:
    """Adverbs that mark their clause as reported."""
    return {adverb: cast("Stance", stance) for adverb, stance in read_table("adverbs.tsv")}


@cache
def light_verbs() -> frozenset[str]:
    """Forms of verbs that lend a noun of speech its speaker ("she made a promise to")."""
    return frozenset(form for row in read_table("light_verbs.txt") for form in row[0].split())
