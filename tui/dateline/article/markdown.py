"""Markdown (CommonMark with tables, strikethrough, footnotes, task lists and front matter).

The article's text is what a reader sees; the marks become blocks, styles and links.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.article.asides import mark_asides
from dateline.article.clean import clean_line
from dateline.article.composer import Composer
from dateline.article.front_matter import split_front_matter
from dateline.article.links import resolve, resolve_picture, with_bare_links
from dateline.article.markdown_html import HtmlInMarkdown
from dateline.article.masthead import read_masthead
from dateline.article.plain_text import normalised
from dateline.article.published import date_in_name, date_in_text

if TYPE_CHECKING:
    from markdown_it.token import Token

    from dateline.article.model import Article, Block, StyleName

_STYLES: dict[str, StyleName] = {"em": "emphasis", "strong": "strong", "s": "strike"}
_TASK = re.compile(r"\[([ xX])\][ \t]+")
_NOT_IN_SLUG = re.compile(r"[^\w\- ]")
_BULLET = "• "


def read_markdown(
    text: str,
    *,
    published: datetime.date | None = None,
    title: str | None = None,
    source: str = "",
    remarks: tuple[str, ...] = (),
) -> Article:
    """Make an article of Markdown; `title` and `published` win over what the text says."""
    fields, body = split_front_matter(normalised(text))
    composer = Composer()
    _Writer(composer, source).write(_parse(body))
    article = with_bare_links(composer.article(form="markdown", source=source))
    blocks = as_captions(article)
    known = title or fields.get("title")
    if known is None and blocks and blocks[0].kind == "heading" and blocks[0].level == 1:
        known = article.text[blocks[0].start : blocks[0].end]
    masthead = read_masthead(article.text, blocks, known_title=known or "")
    byline = fields.get("author") or fields.get("authors") or fields.get("byline")
    date, date_from = published, None
    if date is None:
        date, date_from = _published(fields, article.text, source)
    language = fields.get("lang") or fields.get("language")
    return replace(
        article,
        blocks=tuple(mark_asides(article.text, masthead.blocks)),
        styles=tuple(sorted((*article.styles, *masthead.styles), key=lambda span: span.start)),
        title=clean_line(" ".join((known or "").split())) or None,
        byline=clean_line(byline) if byline else masthead.byline,
        published=date,
        published_from=date_from,
        language=language[:2].lower() if language else None,
        remarks=remarks,
    )


def _parse(body: str) -> list[Token]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin)
    return parser.parse(body)


def _published(
    fields: dict[str, str], text: str, source: str
) -> tuple[datetime.date | None, str | None]:
    for key in ("date", "published", "pubdate", "created"):
        if key in fields:
            date = date_in_name(fields[key]) or date_in_text(f"Published: {fields[key]}")
            if date is not None:
                return date, "the front matter"
    date = date_in_text(text)
    if date is not None:
        return date, "the text"
    date = date_in_name(source) if source else None
    return date, "the name of the file" if date else None


class _Writer:
    """Writes the tokens of markdown-it into a composer."""

    def __init__(self, composer: Composer, source: str) -> None:
        self._composer = composer
        self._source = source
        self._html = HtmlInMarkdown(composer, source)
        self._quotes = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._footnote = 0
        self._table_head = ExitStack()
        self._slugs: dict[str, int] = {}

    def write(self, tokens: Sequence[Token]) -> None:
        composer = self._composer
        for index, token in enumerate(tokens):
            match token.type:
                case "heading_open":
                    self._name_heading(tokens[index + 1].content)
                    composer.begin("heading", int(token.tag[1]))
                case "paragraph_open":
                    self._begin_paragraph()
                case "inline":
                    self._write_inline(token)
                case "fence" | "code_block":
                    composer.begin("code")
                    composer.write(token.content)
                    composer.end()
                case "hr":
                    composer.begin("rule")
                    composer.write("* * *")
                    composer.end()
                case "html_block":
                    self._html.write_block(token.content, self._begin_paragraph)
                case "blockquote_open":
                    self._quotes += 1
                case "blockquote_close":
                    self._quotes -= 1
                case "bullet_list_open":
                    self._lists.append(None)
                case "ordered_list_open":
                    self._lists.append(int(token.attrGet("start") or 1))
                case "bullet_list_close" | "ordered_list_close":
                    composer.end()
                    self._lists.pop()
                case "list_item_open":
                    self._begin_item(tokens[index + 1 : index + 3])
                case "list_item_close":
                    self._marker = ""
                case "table_open":
                    composer.begin("table")
                    composer.align(_columns(tokens[index + 1 :]))
                case "thead_open":
                    self._table_head.enter_context(composer.styled("strong"))
                case "thead_close":
                    self._table_head.close()
                case "tr_open" if not composer.empty:
                    composer.part_cells("\n")
                case "th_open" | "td_open" if tokens[index - 1].type != "tr_open":
                    composer.part_cells("\t")
                case "table_close" | "heading_close" | "paragraph_close":
                    composer.end()
                case "footnote_open":
                    self._footnote = int(token.meta["id"]) + 1
                case "footnote_close":
                    self._footnote = 0

    def _begin_paragraph(self) -> None:
        composer = self._composer
        if self._footnote:
            label = str(self._footnote)
            composer.name_place(f"footnote-{label}")
            composer.begin("footnote", 0, f"[{label}] ")
        elif self._lists:
            marker, self._marker = self._marker, ""
            composer.begin("item", len(self._lists), marker)
        elif self._quotes:
            composer.begin("quote", self._quotes)
        else:
            composer.begin("paragraph")

    def _begin_item(self, following: Sequence[Token]) -> None:
        number = self._lists[-1]
        if number is None:
            self._marker = _BULLET
        else:
            self._marker = f"{number}. "
            self._lists[-1] = number + 1
        words = next((token for token in following if token.type == "inline"), None)
        task = _TASK.match(words.content) if words is not None else None
        if task is not None and words is not None and words.children:
            self._marker = "☐ " if task[1] == " " else "☑ "
            words.children[0].content = words.children[0].content[task.end() :]

    def _name_heading(self, content: str) -> None:
        """Name a heading as GitHub does, so that tables of contents lead to it."""
        slug = _NOT_IN_SLUG.sub("", content.strip().lower()).replace(" ", "-")
        count = self._slugs.get(slug, 0)
        self._slugs[slug] = count + 1
        self._composer.end()
        self._composer.name_place(f"{slug}-{count}" if count else slug)

    def _write_inline(self, token: Token) -> None:
        self._write_children(token.children or [], 0, None)
        self._html.close_inline()

    def _write_children(self, tokens: Sequence[Token], index: int, until: str | None) -> int:
        """Write inline tokens from `index` to the one of type `until`; give the index after it."""
        composer = self._composer
        while index < len(tokens):
            token = tokens[index]
            index += 1
            kind = token.type
            if kind == until:
                break
            if kind in ("text", "text_special"):
                composer.write(self._html.raised(token.content))
            elif kind == "softbreak":
                composer.write("\n")
            elif kind == "hardbreak":
                composer.break_line()
            elif kind == "code_inline":
                with composer.styled("code"):
                    composer.write(token.content)
            elif kind == "image":
                self._write_image(token)
            elif kind == "html_inline":
                self._html.write_inline(token.content)
            elif kind == "footnote_ref":
                label = str(int(token.meta["id"]) + 1)
                with composer.styled("superscript"), composer.linked(f"#footnote-{label}"):
                    composer.write(f"[{label}]")
            elif kind == "link_open":
                href = resolve(str(token.attrGet("href") or ""), self._source)
                with composer.linked(href):
                    index = self._write_children(tokens, index, "link_close")
            elif kind.endswith("_open") and kind[:-5] in _STYLES:
                with composer.styled(_STYLES[kind[:-5]]):
                    index = self._write_children(tokens, index, kind[:-5] + "_close")
        return index

    def _write_image(self, token: Token) -> None:
        """Write the words that stand for a picture; alone in its paragraph they are a caption."""
        composer = self._composer
        alt = token.content or str(token.attrGet("title") or "")
        source = resolve_picture(str(token.attrGet("src") or ""), self._source)
        start = composer.next_position
        composer.write(alt or "image")
        composer.add_image(source, start)


def _columns(tokens: Sequence[Token]) -> str:
    """How the columns of a table are set, by the cells of its head."""
    letters = {"text-align:center": "c", "text-align:right": "r"}
    head = itertools.takewhile(lambda token: token.type != "tr_close", tokens)
    cells = [token for token in head if token.type == "th_open"]
    return "".join(letters.get(str(cell.attrGet("style")), "l") for cell in cells)


def as_captions(article: Article) -> list[Block]:
    """The blocks of the article, those that are all picture turned into captions."""
    spans = {(image.start, image.end) for image in article.images}
    return [
        replace(block, kind="caption")
        if block.kind == "paragraph" and (block.start, block.end) in spans
        else block
        for block in article.blocks
    ]
