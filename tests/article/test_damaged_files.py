"""Damaged sources of every format: an article comes of them, or one clear sentence."""

import gzip
import random

import pytest
from test_email import mail
from test_epub import book
from test_feed import ATOM, RSS
from test_pdf import STORY
from test_web_page import PAGE

from dateline.article.errors import ArticleError
from dateline.article.opening import read_article

MARKDOWN = (
    b"# Title\n\n- one\n  - [two](x)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q[^1]\n\n[^1]: n\n"
)
SOURCES = {
    "epub": book(),
    "pdf": STORY,
    "email": bytes(mail()),
    "rss": RSS,
    "atom": ATOM,
    "html": PAGE.encode(),
    "gzip": gzip.compress(b"Some words to read. " * 20),
    "markdown": MARKDOWN,
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(len(broken) or 1)
        match chance.randrange(5):
            case 0:
                broken[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del broken[at : at + chance.randint(1, 30)]
            case 2:
                broken[at:at] = chance.choice([b"<", b">", b"&#x1b;", b"\x00", b"\xff", b"\n\n"])
            case 3:
                broken[at:at] = data[chance.randrange(len(data)) :][: chance.randint(1, 60)]
            case 4 if chance.random() < 0.3:
                del broken[at:]
    return bytes(broken)


@pytest.mark.parametrize("kind", SOURCES)
def test_damage_is_read_or_refused(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(40):
        data = damaged(SOURCES[kind], chance)
        try:
            article = read_article(data, "story.md" if kind == "markdown" else "-")
        except ArticleError as refusal:
            assert str(refusal).isprintable()
            continue
        at = 0
        for block in article.blocks:
            assert at <= block.start < block.end <= len(article.text)
            assert not article.text[at : block.start].strip()
            at = block.end
        shown = (article.title or "") + (article.byline or "") + "".join(article.remarks)
        for sign in article.text + shown:
            assert sign in "\n\t" or not (sign < " " or "\x7f" <= sign < "\xa0")
