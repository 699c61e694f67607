"""One self-contained page: the article with its highlights, notes in the margin, what was found.

It has no script, loads nothing, and says so to the browser: its Content-Security-Policy allows its
own style sheet, by hash, and nothing else. Everything from outside is escaped.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.annotations.citations import reference
from dateline.annotations.colours import COLOURS, colour_of
from dateline.annotations.exports.html_panels import panels
from dateline.annotations.exports.html_text import Setting
from dateline.article.model import Block

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from dateline.analysis.model import Analysis
    from dateline.annotations.exports.sheet import Sheet
    from dateline.annotations.model import Annotation
    from dateline.article.model import Article

_TAGS = {
    "title": "h1",
    "quote": "blockquote",
    "code": "pre",
}
_CLASSES = {"standfirst", "byline", "dateline", "caption", "footnote", "aside"}


def to_html(sheet: Sheet, analysis: Analysis | None = None) -> str:
    """The page of an article whose text is known.

    Raises:
        ValueError: the sheet has no article.
    """
    article = sheet.article
    if article is None:
        raise ValueError("the sheet has no article")
    placed = [a for a in sheet.annotations if a.state != "lost" and not a.on_article]
    apart = [a for a in sheet.annotations if a.on_article]
    lost = [a for a in sheet.annotations if a.state == "lost"]
    numbers = {annotation.id: n for n, annotation in enumerate(placed, start=1)}
    setting = Setting(article, placed, numbers)
    style = _style()
    title = article.title or sheet.record.name
    body = [
        *([] if _has_title(article) else [f"<h1>{escape(title)}</h1>"]),
        f'<p class="facts">{escape(reference(article))}</p>',
        *(_card(annotation, None) for annotation in apart),
        *_rows(article, setting, placed, numbers),
        *_lost(lost),
        *(panels(analysis, setting) if analysis else ()),
    ]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!doctype html>\n<html lang="{escape(article.language or "en")}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Dateline">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    sheet = files(__package__).joinpath("data/page.css").read_text("utf-8")
    rules = "\n".join(
        f".c{colour.number} {{ background: {colour.light};"
        f" text-decoration: underline {colour.css_line}; }}\n"
        f".card.c{colour.number} {{ background: none; text-decoration: none;"
        f" border-color: {colour.light}; }}"
        for colour in COLOURS
    )
    dark = "\n".join(
        f".c{colour.number} {{ background: {colour.dark}; }}"
        f" .card.c{colour.number} {{ background: none; border-color: {colour.dark}; }}"
        for colour in COLOURS
    )
    return sheet + rules + f"\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"


def _has_title(article: Article) -> bool:
    return any(block.kind == "title" for block in article.blocks)


def _rows(
    article: Article, setting: Setting, placed: list[Annotation], numbers: dict[str, int]
) -> list[str]:
    """Each block beside the notes on what begins in it."""
    blocks = article.blocks or (Block("code", 0, len(article.text)),)
    rows = []
    waiting = list(placed)
    for index, block in enumerate(blocks):
        last = index == len(blocks) - 1
        here = [a for a in waiting if a.start < block.end or last]
        waiting = [a for a in waiting if not (a.start < block.end or last)]
        cards = "".join(_card(annotation, numbers[annotation.id]) for annotation in here)
        text = _block(block, setting, plain=not article.blocks)
        rows.append(
            f'<div class="row" id="b{block.start}"><div>{text}</div><div>{cards}</div></div>'
        )
    return rows


def _block(block: Block, setting: Setting, *, plain: bool) -> str:
    inner = setting.html(block.start, block.end, reflow=block.kind not in ("code", "table"))
    if plain:
        return f'<div class="plain">{inner}</div>'
    if block.kind == "table":
        return setting.table(block)
    if block.kind == "rule":
        return "<hr>"
    if block.kind == "heading":
        level = min(6, max(2, block.level + (1 if block.level == 1 else 0)))
        return f"<h{level}>{inner}</h{level}>"
    if block.kind == "item":
        marked = " marked" if block.marker else ""
        marker = escape(block.marker) + " " if block.marker else ""
        return f'<div class="item{marked}">{marker}{inner}</div>'
    tag = _TAGS.get(block.kind, "p")
    kind = f' class="{block.kind}"' if block.kind in _CLASSES else ""
    return f"<{tag}{kind}>{inner}</{tag}>"


def _card(annotation: Annotation, number: int | None) -> str:
    colour = colour_of(annotation.colour)
    facts = [f"{colour.glyph} {colour.name}", annotation.created[:10]]
    facts.extend("#" + tag for tag in annotation.tags)
    if annotation.state == "to_check":
        facts.append("place to be checked")
    label = f'<a href="#m{number}">{number}</a> ' if number else ""
    here = f' id="n{number}"' if number else ""
    quote = ""
    if annotation.state != "anchored" and annotation.exact:
        quote = f'<p class="quote">{escape(annotation.exact)}</p>'
    note = _markdown().render(annotation.note) if annotation.note else ""
    return (
        f'<aside class="card c{colour.number}"{here}>{quote}{note}'
        f'<p class="about">{label}{escape(" · ".join(facts))}</p></aside>'
    )


def _lost(lost: list[Annotation]) -> list[str]:
    if not lost:
        return []
    cards = "".join(_card(annotation, None) for annotation in lost)
    return [f'<section class="panel"><h2>No longer in the text</h2>{cards}</section>']


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # HTML in a note is shown as it was typed, and a picture would have to be loaded from elsewhere.
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
