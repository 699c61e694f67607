"""Texts full of near-copies: live blogs, tables, lists, refrains, repeated boilerplate."""

from __future__ import annotations

import random

_PLACES = ("Mill Lane", "Harbour Road", "the north quay", "Station Square", "the old bridge")
_PEOPLE = ("Ada Quill", "Tom Varga", "the mayor", "a spokeswoman", "Inspector Lund")
_THINGS = ("boats", "cars", "houses", "trees", "volunteers", "calls")
_DEEDS = ("is closed", "has reopened", "remains closed", "is flooded", "is clear again")
_SENTENCES = (
    "{person} says {number} {thing} were counted at {place}.",
    "{place} {deed}, according to {person}.",
    "Drivers are asked to avoid {place} until {hour}.",
    "The river stood at {number} centimetres at {hour}.",
    "{number} {thing} are affected, {person} said.",
    "“We have never seen this many {thing},” said {person}.",
    "There is no word yet from {place}.",
    "{person} will speak at {hour}.",
)
_BOILERPLATE = (
    "Read more: what we know so far.",
    "This is a developing story. Check back for updates.",
    "Sign up for our newsletter. You can leave at any time.",
    "Advertisement",
    "Share this post. Copy the link.",
)


def sentence(dice: random.Random) -> str:
    """A sentence that resembles many others."""
    said = dice.choice(_SENTENCES).format(
        person=dice.choice(_PEOPLE),
        place=dice.choice(_PLACES),
        thing=dice.choice(_THINGS),
        deed=dice.choice(_DEEDS),
        number=dice.randint(2, 90),
        hour=f"{dice.randint(5, 23)}:{dice.choice(('00', '15', '30', '45'))}",
    )
    return said[:1].upper() + said[1:]


def live_blog(dice: random.Random) -> str:
    """Posts with a time, some telling a former one again."""
    posts: list[str] = []
    for _ in range(dice.randint(12, 40)):
        if posts and not dice.randrange(5):
            lines = dice.choice(posts).split("\n")[1:]
        else:
            lines = [" ".join(sentence(dice) for _ in range(dice.randint(1, 4)))]
            if not dice.randrange(3):
                lines.append(dice.choice(_BOILERPLATE))
        head = (
            f"{dice.randint(5, 23):02}:{dice.randint(0, 59):02} Update from {dice.choice(_PLACES)}"
        )
        posts.append("\n".join((head, *lines)))
    return "Flood: live\n\n" + "\n\n".join(posts) + "\n"


def table(dice: random.Random) -> str:
    """Rows of a league: names, small numbers, the same words again and again."""
    rows = ["Club\tPlayed\tWon\tLost\tNote"]
    for number in range(dice.randint(20, 60)):
        won = dice.randint(0, 9)
        note = dice.choice(("", "promoted", "relegated", "one game in hand", "points deducted"))
        rows.append(f"{dice.choice(_PLACES)} {number % 17}\t9\t{won}\t{9 - won}\t{note}")
    return "The table after nine rounds\n\n" + "\n".join(rows) + "\n\n" + sentence(dice) + "\n"


def recipe(dice: random.Random) -> str:
    """Numbered steps that differ in a number or a word."""
    steps = [
        f"{number}. {dice.choice(('Stir', 'Fold', 'Whisk'))} in {dice.randint(1, 4)} cups of"
        f" {dice.choice(('flour', 'sugar', 'water', 'oats'))} and wait"
        f" {dice.randint(2, 9)} minutes."
        + (" Do not let it boil." if not dice.randrange(3) else "")
        for number in range(1, dice.randint(15, 40))
    ]
    return "A very long cake\n\n" + "\n".join(steps) + "\n"


def song(dice: random.Random) -> str:
    """Verses with a refrain."""
    refrain = "\n".join(sentence(dice) for _ in range(3))
    verses = ["\n".join(sentence(dice) for _ in range(4)) for _ in range(dice.randint(4, 8))]
    return "\n\n".join(part for verse in verses for part in (verse, refrain)) + "\n"


def interrupted(text: str, dice: random.Random) -> str:
    """An article with boilerplate between its paragraphs."""
    parts = []
    for paragraph in text.split("\n\n"):
        parts.append(paragraph)
        if not dice.randrange(2):
            parts.append(dice.choice(_BOILERPLATE))
    return "\n\n".join(parts)


def report(dice: random.Random) -> str:
    """Paragraphs of sentences that resemble each other."""
    return "\n\n".join(
        " ".join(sentence(dice) for _ in range(dice.randint(2, 6)))
        for _ in range(dice.randint(10, 25))
    )


KINDS = (live_blog, table, recipe, song, report)
