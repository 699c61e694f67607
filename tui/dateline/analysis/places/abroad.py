"""Places in articles that no language model reads: well-known ones by their names in the language.

Countries by their names in the language, capitals, large cities and first-level regions by the
script or, in Latin letters, by the gazetteer's other names (`data/names_abroad.tsv`). How names
stand in running text differs: with a capital and case endings (Cyrillic, Greek), with particles
behind (Korean) or before them (Arabic, Hebrew), without spaces (Chinese, Japanese, Thai).
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.reading import ToponymSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.parsed import ParsedArticle, Passage
    from dateline.analysis.places.gazetteer import Toponym
    from dateline.analysis.places.reading import ToponymKind

SCORE = 0.9
WORLD_CITY = 1_000_000
"""People from which a city needs no word beside it to be told."""
LARGE = 300_000
KNOWN = 15_000
"""People of a city that counts behind "in", "nach", "à" and the like."""
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u093c-\u094d])*")
_LOWER = re.compile(r"(?<!\w)[^\W\d_]{3,}(?!\w)")
_LEAST_LETTERS = 4
_SURE_LETTERS = 6
_MOST_WORDS = 4
_SHORTEST, _LONGEST = 2, 12
_BETWEEN = re.compile(r"[ \u00a0-]|[’']")
_KATAKANA = re.compile(r"[ァ-ヺー・]")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that places have in one language, case folded; and its small words."""

    places: dict[str, int]
    countries: frozenset[int]
    locatives: frozenset[str]
    endings: re.Pattern[str] | None
    """What may follow the stem of a name."""
    prefixes: tuple[str, ...]
    """Small words that are written together with the name behind them."""
    script: str
    has_capital_nouns: bool


def _text(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text(encoding="utf-8")


@cache
def _rows() -> dict[str, list[tuple[int, list[str]]]]:
    rows: defaultdict[str, list[tuple[int, list[str]]]] = defaultdict(list)
    for line in _text("names_abroad.tsv").splitlines():
        kind, place, names = line.split("\t")
        rows[kind].append((int(place), names.split("|")))
    return rows


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(_text("abroad.json"))
    return table


@cache
def _capitals() -> frozenset[int]:
    return frozenset(place for place, _ in _rows()["capital"])


@cache
def names_of(language: str) -> Names | None:
    """The names in a language, or None for one whose script or countries are not known."""
    table = _table()
    script = table["scripts"].get(language, "LATIN")
    countries = [*_rows().get(language, ()), *_more(language)]
    if not countries:
        return None
    places: dict[str, int] = {}
    for kind in script.split():
        for place, names in sorted(_rows().get(kind, ()), key=lambda row: _rank(row[0])):
            places.update((name.casefold(), place) for name in names)
    for place, names in countries:
        places.update((name.casefold(), place) for name in names)
    endings = table["endings"].get(language)
    return Names(
        places,
        frozenset(place for place, _ in countries),
        frozenset(table["locatives"].get(language, "").split()),
        re.compile(endings) if endings else None,
        tuple(table["prefixes"].get(language, "").split()),
        script,
        language in table["noun_capitals"].split(),
    )


def _more(language: str) -> list[tuple[int, list[str]]]:
    found = []
    for code, names in _table()["more"].get(language, {}).items():
        place = gazetteer().get(int(code)) if code.isdigit() else gazetteer().country(code)
        if place is not None:
            found.append((place.id, names.split("|")))
    return found


def _rank(place: int) -> tuple[bool, int]:
    """Which of two places of a name is meant: the city rather than its region, the larger one."""
    toponym = gazetteer().get(place)
    return (toponym is not None and toponym.kind == "city", toponym.people if toponym else 0)


def find_abroad(parsed: ParsedArticle) -> list[ToponymSpan]:
    """The places that an article in another language than English names, in the order of the text.

    Each span has the id of its place; none overlap. Empty for languages that are not known.
    """
    names = names_of(parsed.language)
    if names is None:
        return []
    find = _without_spaces if names.script in ("CJK", "CJK KATAKANA", "THAI") else _by_words
    common = (
        {w for w in _LOWER.findall(parsed.article.text) if w.islower()}
        if _has_case(names)
        else set()
    )
    return [
        span
        for passage in parsed.passages
        for span in find(passage, names)
        if span.name.lower() not in common
    ]


def _span(passage: Passage, start: int, end: int, place: int, kind: ToponymKind) -> ToponymSpan:
    name = passage.doc.text[start:end]
    return ToponymSpan(
        passage.start + start, passage.start + end, SCORE, kind, name, place, passage.index
    )


# Scripts without spaces.


def _without_spaces(passage: Passage, names: Names) -> Iterator[ToponymSpan]:
    text = passage.doc.text.casefold()
    if len(text) != len(passage.doc.text):
        return
    shortest = 4 if names.script == "THAI" else _SHORTEST
    i = 0
    while i < len(text):
        for size in range(_LONGEST, shortest - 1, -1):
            place = names.places.get(text[i : i + size])
            end = i + size
            if place is None or end > len(text) or not _stands_alone(text, i, end, place, names):
                continue
            people = text[end : end + 1] in ("人", "系")
            yield _span(passage, i, end, place, "demonym" if people else "name")
            i = end - 1
            break
        i += 1


def _stands_alone(text: str, start: int, end: int, place: int, names: Names) -> bool:
    """Whether a stretch of Chinese, Japanese or Thai is a name and no piece of another word."""
    word = text[start:end]
    if _KATAKANA.match(word):
        return not (
            _KATAKANA.match(text[start - 1 : start]) or _KATAKANA.match(text[end : end + 1])
        )
    if text[end : end + 1] in ("語", "语", "学"):
        return False
    if place in names.countries or place in _capitals() or names.script == "THAI":
        return True
    toponym = gazetteer().get(place)
    if toponym is None or toponym.kind == "region":
        return len(word) > 2
    return (
        toponym.people >= WORLD_CITY or len(word) > 3 or text[end : end + 1] in ("市", "州", "省")
    )


# Scripts with spaces.


def _by_words(passage: Passage, names: Names) -> Iterator[ToponymSpan]:
    text = passage.doc.text
    words = list(_WORD.finditer(text))
    opens = {sentence.start_char for sentence in passage.doc.sents}
    i = 0
    while i < len(words):
        found = None
        for count in range(min(_MOST_WORDS, len(words) - i), 0, -1):
            group = words[i : i + count]
            if _is_one_name(text, group, names):
                found = _place_of(text, words, i, count, names, opens)
            if found:
                start, end, place = found
                yield _span(passage, start, end, place, "name")
                i += count
                break
        if not found:
            i += 1


def _is_one_name(text: str, group: list[re.Match[str]], names: Names) -> bool:
    first, last = group[0].group(), group[-1].group()
    if _has_case(names) and not (first[0].isupper() and last[0].isupper()):
        return False
    return all(
        _BETWEEN.fullmatch(text[one.end() : other.start()]) for one, other in pairwise(group)
    )


def _has_case(names: Names) -> bool:
    return names.script in ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN")


def _place_of(
    text: str, words: list[re.Match[str]], i: int, count: int, names: Names, opens: set[int]
) -> tuple[int, int, int] | None:
    """Where a name of `count` words stands and the place that it means; None when it is none."""
    start, end = words[i].start(), words[i + count - 1].end()
    written = text[start:end]
    exact = names.places.get(written.casefold())
    if exact in names.countries and names.script == "LATIN" and _rank(exact)[1] < LARGE:
        # Granada is Grenada in Spanish, but the city far more often.
        city = _latin(written, names, located=True)
        exact = city.id if city and city.people > _rank(exact)[1] else exact
    if exact is not None:
        sure = exact in names.countries and (names.script != "LATIN" or written.isupper())
        joined = not sure and _is_part(text, words, i, count, names, opens)
        short = len(written) <= _SHORTEST and names.script != "HANGUL"
        return None if short or (_has_case(names) and joined) else (start, end, exact)
    for prefix in filter(written.startswith, names.prefixes):
        rest = written[len(prefix) :]
        for bare in (rest, f"ال{rest}"):
            if len(rest) > 2 and (place := names.places.get(bare)) is not None:
                return start + len(prefix), end, place
    if names.endings is not None and (found := _inflected(written, names)) is not None:
        place, stem = found
        if names.script == "HANGUL":
            return start, start + stem, place
        return None if _is_part(text, words, i, count, names, opens) else (start, end, place)
    if names.script != "LATIN":
        return None
    before = words[i - 1].group().casefold() if i else ""
    located = before in names.locatives or text[end : end + 1] in ("'", "’")
    toponym = _latin(written, names, located=located)
    if toponym is None or _is_part(text, words, i, count, names, opens):
        return None
    alias = toponym.rank > 1 and not located and count == 1
    # That some language calls a city so is little for the first word of a sentence.
    if alias and start in opens and len(written) < _SURE_LETTERS:
        return None
    return start, end, toponym.id


def _inflected(written: str, names: Names) -> tuple[int, int] | None:
    """The place whose name a word is an inflected form of ("Москве" of "Москва"), and how many
    code points of the word are its stem."""
    assert names.endings is not None
    word = written.casefold()
    shortest = _SHORTEST if names.script == "HANGUL" else _SHORTEST + 1
    for cut in range(len(word), shortest - 1, -1):
        if not names.endings.fullmatch(word[cut:]):
            continue
        for tail in _table()["nominatives"][names.script]:
            place = names.places.get(word[:cut] + tail)
            if place is not None and (len(word) - cut < 2 or cut > 3 or names.script == "HANGUL"):
                return place, cut
            if names.script == "LATIN" and cut > 3 and written[0].isupper():
                toponym = _latin((word[:cut] + tail).title(), names, located=False)
                if toponym is not None:
                    return toponym.id, cut
    return None


def _latin(written: str, names: Names, *, located: bool) -> Toponym | None:
    """The best-known place of a name in Latin letters that the gazetteer has, or None.

    `located` tells that a word such as "in" stands before it.
    """
    if len(written) < _LEAST_LETTERS or written.isupper():
        return None
    key = fold(written)
    known = gazetteer().lookup_key(key)
    places = sorted(
        (place for place in known if place.kind in ("city", "region")),
        key=lambda place: (place.rank > 1, place.kind != "city"),
    )
    needed = LARGE if len(key) > _LEAST_LETTERS and not names.has_capital_nouns else WORLD_CITY
    for place in places:
        if place.rank > 1 and not located and names.has_capital_nouns:
            continue
        large = place.people >= needed and (place.rank < 2 or place.people >= WORLD_CITY)
        if large or (place.id in _capitals() and (place.people >= LARGE or len(key) > 5)):
            return place
        if located and place.people >= (KNOWN if place.rank == 0 else LARGE // 3):
            return place
    return None


def _is_part(
    text: str, words: list[re.Match[str]], i: int, count: int, names: Names, opens: set[int]
) -> bool:
    """Whether a capitalised word right beside a name makes both the name of something else."""
    if names.has_capital_nouns:
        return False
    end = words[i + count - 1].end()
    following = words[i + count] if i + count < len(words) else None
    if following and text[end : following.start()] == " " and following.group()[0].isupper():
        rest = following.group().casefold()
        if rest not in names.places and not (names.endings and _inflected(rest, names)):
            return True
    if not i or text[words[i - 1].end() : words[i].start()] != " ":
        return False
    before = words[i - 1]
    if not before.group()[0].isupper() or before.start() in opens or before.group().isupper():
        return False
    known = before.group().casefold()
    return known not in names.locatives and known not in names.places
