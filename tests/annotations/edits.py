"""Edits to an article as its editors make them, with the truth of where every character went."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz import fuzz

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”’']*")
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_STRAIGHT = str.maketrans("“”‘’—–", "\"\"''--")
_OTHER_WORDS = (
    *("harbour", "lantern", "seventeen", "quietly", "committee", "marble", "refused", "yesterday"),
    *("a", "northern", "wheat", "is", "assembled", "window", "over", "carried", "nobody"),
    *("ledger", "because", "their", "copper", "valley", "began", "nearly"),
)


@dataclass(frozen=True)
class Draft:
    """A text, and for each of its characters where it stood in the first version (-1: new)."""

    text: str
    origin: tuple[int, ...]

    @classmethod
    def first(cls, text: str) -> Draft:
        return cls(text, tuple(range(len(text))))

    def replaced(self, start: int, end: int, new: str, origin: tuple[int, ...] = ()) -> Draft:
        return Draft(
            self.text[:start] + new + self.text[end:],
            self.origin[:start] + (origin or (-1,) * len(new)) + self.origin[end:],
        )

    def spans(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        return [match.span() for match in pattern.finditer(self.text) if match.group().strip()]


Edit = Callable[[Draft, random.Random], Draft]


def change_words(draft: Draft, dice: random.Random) -> Draft:
    """One word in 8 to 40 becomes another, or is left out, or gets a neighbour."""
    share = dice.choice((8, 15, 40))
    for start, end in reversed(draft.spans(_WORD)):
        if dice.randrange(share):
            continue
        kind = dice.randrange(4)
        if kind == 0:
            draft = draft.replaced(start, min(end + 1, len(draft.text)), "")
        elif kind == 1:
            draft = draft.replaced(end, end, " " + dice.choice(_OTHER_WORDS))
        else:
            draft = draft.replaced(start, end, dice.choice(_OTHER_WORDS))
    return draft


def mistype(draft: Draft, dice: random.Random) -> Draft:
    """Letters swapped, doubled or left out, one word in 12."""
    for start, end in reversed(draft.spans(_WORD)):
        if end - start > 3 and not dice.randrange(12):
            at = dice.randrange(start, end - 1)
            draft = draft.replaced(at, at + 1, dice.choice(("", draft.text[at] * 2, "e")))
    return draft


def move_sentences(draft: Draft, dice: random.Random) -> Draft:
    """One to three sentences go elsewhere."""
    for _ in range(dice.randint(1, 3)):
        draft = _move(draft, dice, _SENTENCE)
    return draft


def move_paragraph(draft: Draft, dice: random.Random) -> Draft:
    """A paragraph goes elsewhere."""
    return _move(draft, dice, _PARAGRAPH)


def _move(draft: Draft, dice: random.Random, pattern: re.Pattern[str]) -> Draft:
    spans = draft.spans(pattern)
    if len(spans) < 3:
        return draft
    start, end = dice.choice(spans)
    moved, origin = draft.text[start:end], draft.origin[start:end]
    rest = draft.replaced(start, end, "")
    at = dice.choice(rest.spans(pattern))[0]
    glue = " " if pattern is _SENTENCE else "\n\n"
    return rest.replaced(at, at, moved + glue, (*origin, *(-1 for _ in glue)))


def remove_paragraphs(draft: Draft, dice: random.Random) -> Draft:
    """A quarter of the paragraphs go."""
    return _remove(draft, dice, _PARAGRAPH, 4)


def remove_sentences(draft: Draft, dice: random.Random) -> Draft:
    """A sixth of the sentences go."""
    return _remove(draft, dice, _SENTENCE, 6)


def _remove(draft: Draft, dice: random.Random, pattern: re.Pattern[str], share: int) -> Draft:
    for start, end in reversed(draft.spans(pattern)):
        if not dice.randrange(share):
            draft = draft.replaced(start, end, "")
    return draft


def rewrap(draft: Draft, dice: random.Random) -> Draft:
    """The lines are broken elsewhere, or the blank lines doubled, or everything joined."""
    kind = dice.randrange(3)
    if kind == 0:
        width = dice.choice((40, 60, 78))
        column = 0
        pieces = list(draft.text)
        for match in re.finditer(r"\S+|\n", draft.text):
            if match.group() == "\n":
                column = 0
            elif column + len(match.group()) > width and match.start():
                if pieces[match.start() - 1] == " ":
                    pieces[match.start() - 1] = "\n"
                column = len(match.group()) + 1
            else:
                column += len(match.group()) + 1
        return Draft("".join(pieces), draft.origin)
    gap = "\n\n\n" if kind == 1 else " "
    for match in reversed(list(re.finditer(r"\n+", draft.text))):
        draft = draft.replaced(match.start(), match.end(), gap)
    return draft


def retype_marks(draft: Draft, dice: random.Random) -> Draft:
    """Quotation marks and dashes are made straight."""
    return Draft(draft.text.translate(_STRAIGHT), draft.origin)


def insert_text(draft: Draft, dice: random.Random) -> Draft:
    """New sentences and a new paragraph come in."""
    for _ in range(dice.randint(1, 4)):
        at = dice.choice(draft.spans(_SENTENCE))[0]
        words = " ".join(dice.choices(_OTHER_WORDS, k=dice.randint(5, 18)))
        draft = draft.replaced(at, at, words.capitalize() + ". ")
    return draft


def insert_resembling(draft: Draft, dice: random.Random) -> Draft:
    """Sentences come in that repeat others with a word or two changed."""
    for _ in range(dice.randint(1, 3)):
        spans = draft.spans(_SENTENCE)
        start, end = dice.choice(spans)
        words = draft.text[start:end].split()
        for _ in range(dice.randint(1, 2)):
            words[dice.randrange(len(words))] = dice.choice(_OTHER_WORDS)
        at = dice.choice(spans)[0]
        draft = draft.replaced(at, at, " ".join(words) + " ")
    return draft


def remove_with_copy_left(draft: Draft, dice: random.Random) -> Draft:
    """A sentence is told again elsewhere in nearly the same words, and the first telling goes."""
    spans = draft.spans(_SENTENCE)
    start, end = dice.choice(spans)
    elsewhere = [span for span in spans if span[1] < start - 80 or span[0] > end + 80]
    if elsewhere:
        again = _nearly(draft.text[start:end], dice) + " "
        at = dice.choice(elsewhere)[0]
        draft = draft.replaced(at, at, again)
        shift = len(again) if at < start else 0
        draft = draft.replaced(start + shift, end + shift, "")
    return draft


def replace_by_resembling(draft: Draft, dice: random.Random) -> Draft:
    """In the place of a sentence comes one that resembles another."""
    for _ in range(dice.randint(1, 3)):
        spans = draft.spans(_SENTENCE)
        if len(spans) < 2:
            break
        (start, end), other = dice.sample(spans, 2)
        again = _nearly(draft.text[slice(*other)], dice)
        if fuzz.ratio(draft.text[start:end], again) < 50:
            draft = draft.replaced(start, end, again)
    return draft


def _nearly(text: str, dice: random.Random) -> str:
    """A sentence with a word or two changed, never the same one."""
    words = text.split()
    for _ in range(dice.randint(1, 2)):
        words[dice.randrange(len(words))] = dice.choice(_OTHER_WORDS)
    return " ".join(words) if words != text.split() else f"Otherwise {' '.join(words)}"


def change_numbers(draft: Draft, dice: random.Random) -> Draft:
    """Every third number is another one."""
    for start, end in reversed(draft.spans(_NUMBER)):
        if not dice.randrange(3):
            draft = draft.replaced(start, end, str(dice.randint(2, 99)))
    return draft


def swap_paragraphs(draft: Draft, dice: random.Random) -> Draft:
    """Two paragraphs change their places."""
    spans = draft.spans(_PARAGRAPH)
    if len(spans) < 2:
        return draft
    (start, end), (then, last) = sorted(dice.sample(spans, 2))
    text, origin = draft.text, draft.origin
    return Draft(
        text[:start] + text[then:last] + text[end:then] + text[start:end] + text[last:],
        origin[:start] + origin[then:last] + origin[end:then] + origin[start:end] + origin[last:],
    )


def reverse_paragraphs(draft: Draft, dice: random.Random) -> Draft:
    """The newest comes first: a live blog turned round."""
    spans = draft.spans(_PARAGRAPH)
    gap = "\n\n" if "\n\n" in draft.text else "\n"
    texts = [draft.text[slice(*span)] for span in reversed(spans)]
    origin: list[int] = []
    for span in reversed(spans):
        origin.extend((*draft.origin[slice(*span)], *(-1 for _ in gap)))
    return Draft(gap.join(texts) + gap, tuple(origin))


def join_and_part(draft: Draft, dice: random.Random) -> Draft:
    """Paragraphs are joined, and others parted between two sentences."""
    for match in reversed(list(re.finditer(r"\n\n|(?<=[.!?]) ", draft.text))):
        if not dice.randrange(4):
            new = " " if match.group() != " " else "\n\n"
            draft = draft.replaced(match.start(), match.end(), new)
    return draft


def capitals(draft: Draft, dice: random.Random) -> Draft:
    """Some words are set in capitals."""
    for start, end in reversed(draft.spans(_WORD)):
        if not dice.randrange(15):
            draft = draft.replaced(
                start, end, draft.text[start:end].swapcase(), draft.origin[start:end]
            )
    return draft


def correct_name(draft: Draft, dice: random.Random) -> Draft:
    """A name that was misspelt is put right throughout."""
    names = [draft.text[slice(*span)] for span in draft.spans(_NAME)]
    if not names:
        return draft
    wrong = dice.choice(names)
    kept, ending = dice.choice(((0, "Lindqvist-Moore"), (len(wrong) - 1, "ov"), (len(wrong), "e")))
    for start, end in reversed(draft.spans(re.compile(rf"\b{wrong}\b"))):
        draft = draft.replaced(start + kept, end, ending)
    return draft


def add_posts_on_top(draft: Draft, dice: random.Random) -> Draft:
    """A live blog goes on: posts come in above the others, some telling a former one again."""
    at = draft.spans(_PARAGRAPH)[min(1, len(draft.spans(_PARAGRAPH)) - 1)][0]
    for _ in range(dice.randint(1, 5)):
        lines = []
        for start, end in dice.choices(draft.spans(_SENTENCE), k=dice.randint(1, 3)):
            new = " ".join(dice.choices(_OTHER_WORDS, k=dice.randint(5, 18))).capitalize() + "."
            lines.append(dice.choice((new, _nearly(draft.text[start:end], dice))))
        post = f"{dice.randint(5, 23):02}:{dice.randint(0, 59):02} {' '.join(lines)}\n\n"
        draft = draft.replaced(at, at, post)
    return draft


def update_numbers(draft: Draft, dice: random.Random) -> Draft:
    """What was counted has grown: every second number is a little higher."""
    for start, end in reversed(draft.spans(_NUMBER)):
        if dice.randrange(2) and end - start < 5:
            grown = int(draft.text[start:end]) + dice.randint(1, 9)
            draft = draft.replaced(start, end, str(grown))
    return draft


def curl_marks(draft: Draft, dice: random.Random) -> Draft:
    """Straight quotation marks are made curly."""
    curly = re.sub(r"'", "’", re.sub(r'"(?=\w)', "“", draft.text).replace('"', "”"))
    return Draft(curly, draft.origin)


def reorder_list(draft: Draft, dice: random.Random) -> Draft:
    """Three to eight paragraphs in a row are put in another order."""
    spans = draft.spans(_PARAGRAPH)
    first = dice.randrange(max(1, len(spans) - 2))
    chosen = spans[first : first + dice.randint(3, 8)]
    shuffled = dice.sample(chosen, len(chosen))
    first_draft = draft
    for old, new in reversed(list(zip(chosen, shuffled, strict=True))):
        text, origin = first_draft.text[slice(*new)], first_draft.origin[slice(*new)]
        draft = draft.replaced(*old, text, origin)
    return draft


def note_correction(draft: Draft, dice: random.Random) -> Draft:
    """A word or two of a sentence are put right, and a note at the end tells what was said."""
    start, end = dice.choice(draft.spans(_SENTENCE))
    before = draft.text[start:end].strip()
    words = [span for span in draft.spans(_WORD) if start <= span[0] and span[1] <= end]
    chosen = dice.sample(words, min(len(words), dice.randint(1, 2)))
    for first, last in sorted(chosen, reverse=True):
        draft = draft.replaced(first, last, dice.choice(_OTHER_WORDS))
    note = f"\n\nCorrection: an earlier version of this article said: {before}\n"
    return draft.replaced(len(draft.text), len(draft.text), note)


def everything(draft: Draft, dice: random.Random) -> Draft:
    """Two to five kinds of edit, one after the other."""
    for edit in dice.sample(EDITS[:-1], dice.randint(2, 5)):
        if len(draft.spans(_SENTENCE)) > 2:
            draft = edit(draft, dice)
    return draft


EDITS: tuple[Edit, ...] = (
    change_words,
    mistype,
    move_sentences,
    move_paragraph,
    remove_paragraphs,
    remove_sentences,
    rewrap,
    retype_marks,
    insert_text,
    insert_resembling,
    remove_with_copy_left,
    replace_by_resembling,
    change_numbers,
    swap_paragraphs,
    reverse_paragraphs,
    join_and_part,
    capitals,
    correct_name,
    add_posts_on_top,
    update_numbers,
    curl_marks,
    reorder_list,
    note_correction,
    everything,
)


def with_near_duplicates(text: str, dice: random.Random) -> str:
    """The text with some sentences and paragraphs told again in nearly the same words."""
    draft = Draft.first(text)
    for pattern, glue, count in ((_SENTENCE, " ", 3), (_PARAGRAPH, "\n\n", 2)):
        for _ in range(count):
            spans = draft.spans(pattern)
            short = [span for span in spans if span[1] - span[0] < len(draft.text) / 5]
            if not short:
                continue
            start, end = dice.choice(short)
            words = re.split(r"(\s+)", draft.text[start:end].strip())
            for _ in range(dice.randint(1, 3)):
                words[2 * dice.randrange((len(words) + 1) // 2)] = dice.choice(_OTHER_WORDS)
            at = dice.choice(spans)[0]
            draft = draft.replaced(at, at, "".join(words) + glue)
    return draft.text


def passages(text: str, dice: random.Random, count: int) -> list[tuple[int, int]]:
    """Passages as readers mark them: words, phrases, sentences, several sentences, paragraphs."""
    words = [match.span() for match in _WORD.finditer(text)]
    sentences = [_stripped(text, *match.span()) for match in _SENTENCE.finditer(text)]
    sentences = [span for span in sentences if span[1] - span[0] > 2]
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    found = []
    for _ in range(count):
        kind = dice.randrange(5)
        if kind == 0:
            first = dice.randrange(len(words))
            found.append(
                (words[first][0], words[min(len(words) - 1, first + dice.randrange(3))][1])
            )
        elif kind == 1:
            first = dice.randrange(len(words))
            last = min(len(words) - 1, first + dice.randint(3, 12))
            found.append((words[first][0], words[last][1]))
        elif kind == 2:
            found.append(dice.choice(sentences))
        elif kind == 3:
            first = dice.randrange(len(sentences))
            last = min(len(sentences) - 1, first + dice.randint(1, 3))
            found.append((sentences[first][0], sentences[last][1]))
        else:
            found.append(dice.choice(paragraphs))
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


@dataclass(frozen=True)
class Truth:
    """Where a passage went."""

    start: int
    end: int
    share: float
    """How much of it is still there, white space apart."""
    together: bool
    """Whether what is there still stands together."""


def truth(draft: Draft, first: str, start: int, end: int) -> Truth:
    """What became of `[start, end)` of the first version."""
    size = sum(1 for at in range(start, end) if not first[at].isspace())
    left = [
        at
        for at, origin in enumerate(draft.origin)
        if start <= origin < end and not draft.text[at].isspace()
    ]
    if not left or not size:
        return Truth(0, 0, 0.0, True)
    span = sum(1 for at in range(left[0], left[-1] + 1) if not draft.text[at].isspace())
    ordered = all(
        draft.origin[one] < draft.origin[other] for one, other in itertools.pairwise(left)
    )
    return Truth(left[0], left[-1] + 1, len(left) / size, ordered and span <= 1.5 * size)
