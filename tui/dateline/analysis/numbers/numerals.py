"""Numerals: the plain numbers of a text, in digits, in words, or both ("1.2 million").

What is found here has a value only; units, modifiers and what is counted are laid on later.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from dateline.analysis.numbers.atoms import find_atoms
from dateline.analysis.numbers.numeral import Numeral
from dateline.analysis.numbers.tables import number_words, word_set
from dateline.analysis.numbers.worded_numerals import read_words

if TYPE_CHECKING:
    from dateline.analysis.numbers.atoms import Atom
    from dateline.analysis.numbers.numeral import Form

_LETTER_SCALES = {
    "k": 1000,
    "K": 1000,
    "m": 10**6,
    "M": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mil": 10**6,
    "MM": 10**6,
    "b": 10**9,
    "B": 10**9,
    "bn": 10**9,
    "Bn": 10**9,
    "BN": 10**9,
    "bln": 10**9,
    "T": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
_LETTERS = re.compile(r"(bn|Bn|BN|bln|mn|mln|mil|MM|tn|trn|[kKmMbBT])(?![\w/²³^])")

_AN = re.compile(r"(?<!\w)(an?) $", re.IGNORECASE)
_OF_SOME = re.compile(r" (?:of|more)\b(?! (?:hundred|thousand|million|billion|trillion|dozen)\b)")
_OF_A = re.compile(r"(?: (?:of )?an?)?[ -](?=\w)")
_MANY = re.compile(
    r" (?:people|euros?|dollars?|pounds?|users|customers|barrels|tonnes|tons|jobs|homes|voters"
    r"|households|children|viewers|subscribers|workers|shares|passengers|refugees|copies)\b"
)
_ARTICLE = re.compile(
    r"(?<![\w'])(?:an?|half an?|quarter of an?|the|several|a few|some|a couple of) $", re.I
)


def find_numerals(text: str) -> list[Numeral]:
    """The numerals of a text, in order and without overlaps."""
    atoms = find_atoms(text)
    found: list[Numeral] = []
    i = 0
    while i < len(atoms):
        numeral, used = _read(text, atoms, i)
        if numeral:
            found.append(numeral)
        i += max(used, 1)
    return found


def _read(text: str, atoms: list[Atom], i: int) -> tuple[Numeral | None, int]:
    """The numeral that begins with the atom `i`, and how many atoms it takes."""
    atom = atoms[i]
    if atom.kind == "nothing":
        return None, 1
    if atom.kind == "plurals":
        return _vague(text, atoms, i)
    if atom.kind == "ordinals" and _AN.search(text[max(0, atom.start - 4) : atom.start]):
        return _lone_part(text, atoms, i)
    if atom.kind in ("ordinals", "ordinal digits"):
        return Numeral(atom.start, atom.end, atom.value, "ordinal"), 1
    if atom.kind == "parts":
        return _lone_part(text, atoms, i)
    if atom.kind in ("digits", "power", "mixed", "fraction"):
        return _with_scale(text, atoms, i)
    if atom.kind == "scales":
        return _lone_scale(text, atoms, i)
    if atom.kind == "pairs":
        return _pair(text, atom), 1
    if atom.kind in ("multiples", "decades"):
        decade = atom.kind == "decades"
        return Numeral(atom.start, atom.end, atom.value, "words", plural=decade), 1
    return read_words(text, atoms, i)


def _pair(text: str, atom: Atom) -> Numeral | None:
    """ "a couple of weeks"; none for "the couple", and for "a couple of hundred"."""
    article = _AN.search(text[max(0, atom.start - 4) : atom.start])
    if not article or not _OF_SOME.match(text, atom.end):
        return None
    return Numeral(atom.start - 2, atom.end, atom.value, "vague")


def _vague(text: str, atoms: list[Atom], i: int) -> tuple[Numeral | None, int]:
    value, end, used = atoms[i].value, atoms[i].end, 1
    while i + used < len(atoms):
        following = atoms[i + used]
        if text[end : following.start].lower() != " of " or following.kind != "plurals":
            break
        value *= following.value
        end = following.end
        used += 1
    alone = used == 1 and not text.startswith(" of ", end)
    if alone and atoms[i].word in ("tens", "scores"):
        return None, 1
    return Numeral(atoms[i].start, end, value, "vague", value), used


_CHANGED = re.compile(
    r"\b(?:by|(?:up|down|about|nearly|almost|roughly|around|over|than|only|just)"
    r"|gain(?:s|ed)?|lose?s?|lost|loses|f[ae]ll(?:s|en)?|r[io]se[sn]?|dropped|drops?|jump(?:s|ed)?"
    r"|gr[eo]wn?|grows|shr[aiu]nk|slip(?:s|ped)?|cut|cuts|slashed|soar(?:s|ed)?|plunge[sd]?|shed|sheds"
    r"|add(?:s|ed)|climb(?:s|ed)?|slumped|tumbled|declined|increased|decreased)\s$",
    re.IGNORECASE,
)
"""What stands before the part by which something grows or shrinks ("gained a third")."""
_NO_NOUN = re.compile(
    r"[,.;:)]|$|[\s](?:to|from|since|in|on|as|by|at|through|because|thanks|per|over|within|amid|compared|after|while|when|and|but|this|last|more|less"
    r"|fewer|higher|lower|larger|bigger|smaller)\b"
)


def _lone_part(text: str, atoms: list[Atom], i: int) -> tuple[Numeral | None, int]:
    """ "half a million", "half of", "a third of", "a quarter of a million"; else an ordinal."""
    atom = atoms[i]
    reach = max(0, atom.start - 4)
    article = _AN.search(text[reach : atom.start])
    start = reach + article.start(1) if article else atom.start
    scale = _OF_A.match(text, atom.end)
    if scale and i + 1 < len(atoms) and atoms[i + 1].start == scale.end():
        following = atoms[i + 1]
        if following.kind == "scales" and atom.word in ("half", "quarter", "third"):
            value = following.value / atom.value
            return Numeral(start, following.end, value, "words", following.value), 2
    after = text[atom.end : atom.end + 12].lower()
    if atom.word == "half":
        if re.match(r" (?:of|the|its|his|her|their|our|all|that|this|those)\b", after):
            return Numeral(start, atom.end, 1 / atom.value, "fraction"), 1
        return None, 1
    if article and re.match(r" of\b", after) and not re.match(r" of (?:19|20)\d\d", after):
        return Numeral(start, atom.end, 1 / atom.value, "fraction"), 1
    if article and _CHANGED.search(text[:start][-24:]) and _NO_NOUN.match(text, atom.end):
        return Numeral(start, atom.end, 1 / atom.value, "fraction"), 1
    if atom.word in number_words()["ordinals"]:
        return Numeral(atom.start, atom.end, atom.value, "ordinal"), 1
    return None, 1


def _with_scale(text: str, atoms: list[Atom], i: int) -> tuple[Numeral | None, int]:
    """Digits with a scale behind them: "1.2 million", "5 crore", "4.5bn", "2 dozen"."""
    atom = atoms[i]
    form: Form = "fraction" if atom.kind == "fraction" else "digits"
    value, end, used, scale = atom.value, atom.end, 1, Decimal(1)
    while i + used < len(atoms) and atoms[i + used].kind == "scales":
        following = atoms[i + used]
        if text[end : following.start] not in (" ", "-", "", "\u00a0"):
            break
        value, end, scale = value * following.value, following.end, scale * following.value
        used += 1
    half = re.match(r" and a (half|quarter)\b", text[end : end + 15], re.I)
    if half and scale == 1:
        value += Decimal("0.5") if half[1].lower() == "half" else Decimal("0.25")
        end += half.end()
        used += 1
    if scale == 1:
        letters = _LETTERS.match(text, end)
        if letters and _is_scale(text, atom, letters):
            scale = Decimal(_LETTER_SCALES[letters[1]])
            value, end = value * scale, letters.end()
    plural = scale == 1 and re.match(r"['’]?s(?!\w)", text[end : end + 3]) is not None
    if plural:
        end += text[end : end + 2].index("s") + 1
    return Numeral(atom.start, end, value, form, scale, plural), used


def _is_scale(text: str, atom: Atom, letters: re.Match[str]) -> bool:
    """Whether letters glued to digits multiply: a lone "m" is metres unless money or people say."""
    if letters[1] == "K" and re.search(r"°|\bdegrees\b", text):
        return False
    if len(letters[1]) > 1 or letters[1] in "kK":
        return True
    before = text[max(0, atom.start - 5) : atom.start]
    if re.search(r"[$€£¥₹₽₺₩₪₴]\s?$|(?:Rs\.?|[A-Z]{3}) ?$", before):
        return True
    if letters[1] in "MB":
        return text[letters.end() : letters.end() + 1] in ("", *" ,.);-?!")
    if letters[1] == "m" and _names_many(text[max(0, atom.start - 60) : atom.start]):
        return True
    return letters[1] != "T" and _MANY.match(text, letters.end()) is not None


def _names_many(before: str) -> bool:
    """Whether the words before an amount speak of what is counted in millions."""
    return not word_set("counts_in_millions").isdisjoint(before.lower().split())


def _lone_scale(text: str, atoms: list[Atom], i: int) -> tuple[Numeral | None, int]:
    """A scale with an article before it ("a million", "a dozen"), or "several hundred"."""
    atom = atoms[i]
    reach = max(0, atom.start - 16)
    before = _ARTICLE.search(text[reach : atom.start])
    if not before or atom.word in _LETTER_SCALES or atom.word == "mio":
        return None, 1
    article_start = reach + before.start()
    words = before.group().strip().lower()
    if words in ("a", "an"):
        return read_words(text, atoms, i, article_start)
    if words == "the":
        return None, 1
    value, end, used = atom.value, atom.end, 1
    while (
        i + used < len(atoms)
        and atoms[i + used].kind == "scales"
        and text[end : atoms[i + used].start] == " "
    ):
        value *= atoms[i + used].value
        end = atoms[i + used].end
        used += 1
    start = atom.start if words == "some" else article_start
    form: Form = "words" if words == "some" else "vague"
    return Numeral(start, end, value, form, value), used
