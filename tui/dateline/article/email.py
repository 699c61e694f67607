"""Mails (.eml, the first of an mbox): the subject as title, the sender as byline, and the words."""

from __future__ import annotations

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from dateline.article.asides import mark_asides
from dateline.article.clean import clean_line
from dateline.article.composer import Composer
from dateline.article.errors import ArticleError, shown
from dateline.article.feed import date_of
from dateline.article.fragment import write_fragment
from dateline.article.links import with_bare_links
from dateline.article.model import Article, Block

_NEXT_MAIL = re.compile(rb"\n\r?\nFrom \S+[^\n]{5,60}\d{4}\r?\n(?=[A-Za-z-]+:)")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_SHORTEST = 200
_ENOUGH = 0.6


def read_email(data: bytes, source: str) -> Article:
    """Make an article of a mail; `ArticleError` when there are no words in it."""
    more = len(_NEXT_MAIL.findall(data))
    first = _NEXT_MAIL.split(data, 1)[0] if more else data
    message = message_from_bytes(first, policy=policy.default)
    subject = _header(message, "Subject")
    sender = _header(message, "From")
    composer = Composer()
    for kind, line in (("title", subject), ("byline", sender)):
        if line:
            composer.begin("title" if kind == "title" else "byline")
            composer.write(line)
    composer.end()
    head = len(composer.blocks)
    plain, html = _bodies(message)
    if plain and (not html or len(plain) >= max(_SHORTEST, _ENOUGH * _length(html))):
        composer.insert(_plain(plain))
    elif html:
        write_fragment(composer, html, "")
    article = composer.article(form="email", source=source)
    if len(article.blocks) == head:
        raise ArticleError(f"“{shown(source)}” is a mail without words.")
    date = date_of(str(message.get("Date", "")))
    return replace(
        article,
        blocks=tuple(mark_asides(article.text, list(article.blocks))),
        title=clean_line(subject) or None,
        byline=re.sub(r"\s*<[^>]*>", "", clean_line(sender)).strip(' "') or None,
        published=date,
        published_from="the mail's date" if date else None,
        remarks=tuple(_remarks(message, more)),
    )


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, TypeError, AttributeError):
        return ""


def _bodies(message: EmailMessage) -> tuple[str, str]:
    """The words of the mail in plain text and in HTML; either may be empty."""
    found = {"text/plain": "", "text/html": ""}
    for part in message.walk():
        kind = part.get_content_type()
        if kind in found and not found[kind] and part.get_content_disposition() != "attachment":
            found[kind] = _content(part)
    return found["text/plain"], found["text/html"]


def _content(part: EmailMessage) -> str:
    try:
        content = part.get_content()
        return content if isinstance(content, str) else ""
    except (LookupError, ValueError, AssertionError, KeyError):
        from dateline.article.decoding import decode

        payload = part.get_payload(decode=True)
        return decode(payload).text if isinstance(payload, bytes) else ""


def _plain(text: str) -> Article:
    """The article of a plain body, what is below the signature's line set apart."""
    article = Article.from_text(text, title="")
    cut = next((match.start() for match in _SIGNATURE.finditer(article.text)), len(article.text))
    blocks = [
        Block("aside", block.start, block.end) if block.start >= cut else _below_title(block)
        for block in article.blocks
    ]
    return with_bare_links(replace(article, blocks=tuple(blocks)))


def _below_title(block: Block) -> Block:
    return replace(block, kind="heading", level=2) if block.kind == "title" else block


def _length(html: str) -> int:
    composer = Composer()
    write_fragment(composer, html, "")
    return len(composer.text)


def _remarks(message: EmailMessage, more: int) -> list[str]:
    names = [
        clean_line(part.get_filename() or part.get_content_type())
        for part in message.walk()
        if part.get_content_disposition() == "attachment"
    ]
    remarks = []
    if names:
        shown_names = ", ".join(names[:4]) + ("…" if len(names) > 4 else "")
        remarks.append(f"Not shown are the attachments of the mail: {shown_names}.")
    if more:
        remarks.append(f"Only the first of {more + 1} mails is shown.")
    return remarks
