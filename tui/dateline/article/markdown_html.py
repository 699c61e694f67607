"""HTML inside Markdown: its words and simple styles are kept, everything else is dropped."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from dateline.article.links import resolve, resolve_picture
from dateline.article.raised import is_note, small_signs

if TYPE_CHECKING:
    from dateline.article.composer import Composer
    from dateline.article.model import StyleName

_STYLES: dict[str, StyleName] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "code": "code",
    "kbd": "code",
    "s": "strike",
    "del": "strike",
    "sup": "superscript",
    "sub": "subscript",
}
_SILENT = frozenset({"script", "style", "template", "svg", "noscript", "iframe", "title", "head"})
_INLINE = frozenset({*_STYLES, "a", "span", "br", "img", "small", "mark", "u", "q", "abbr", "ins"})
_HEADING = re.compile(r"h[1-6]\Z")


class HtmlInMarkdown(HTMLParser):
    """Writes the HTML that stands in Markdown into a composer, tag by tag."""

    def __init__(self, composer: Composer, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self._composer = composer
        self._source = source
        self._open: list[tuple[str, ExitStack]] = []
        self._silent = 0
        self._begin: Callable[[], None] | None = None

    def write_block(self, html: str, begin: Callable[[], None]) -> None:
        """Write a block of HTML; `begin` begins a paragraph where one is needed."""
        self._begin = begin
        self._composer.end()
        self.feed(html)
        self.close()
        self._composer.end()
        self.close_inline()
        self._begin = None

    def write_inline(self, html: str) -> None:
        """Write one tag (or comment) that stands among words."""
        self.feed(html)

    def close_inline(self) -> None:
        """Close what was left open when its paragraph ended."""
        self.reset()
        self._silent = 0
        while self._open:
            self._open.pop()[1].close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a style or a link, or begin a block; see `html.parser`."""
        composer = self._composer
        values = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        if self._silent:
            return
        composer_open = composer.in_block
        if self._begin is not None and tag not in _INLINE:
            composer.end()
            if _HEADING.match(tag):
                composer.begin("heading", int(tag[1]))
        if tag == "br":
            composer.break_line()
        elif tag == "img" and (values.get("alt") or self._begin is not None):
            if not composer_open:
                self._begin_paragraph()
            start = composer.next_position
            composer.write(values.get("alt") or "image")
            composer.add_image(resolve_picture(values.get("src", ""), self._source), start)
        elif tag in _STYLES or tag == "a":
            if values.get("id") or values.get("name"):
                composer.name_place(values.get("id") or values.get("name") or "")
            span = (
                composer.linked(resolve(values.get("href", ""), self._source))
                if tag == "a"
                else composer.styled(_STYLES[tag])
            )
            stack = ExitStack()
            stack.enter_context(span)
            self._open.append((tag, stack))

    def handle_endtag(self, tag: str) -> None:
        """Close what the tag opened; see `html.parser`."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if self._begin is not None and tag not in _INLINE:
            self._composer.end()
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] == tag:
                self._open.pop(index)[1].close()
                break

    def handle_data(self, data: str) -> None:
        """Write words; see `html.parser`."""
        if self._silent or (not data.strip() and not self._composer.in_block):
            return
        if not self._composer.in_block:
            self._begin_paragraph()
        self._composer.write(self.raised(data))

    def raised(self, words: str) -> str:
        """The words; raised or lowered digits as the mark of a note or as small digits."""
        tags = [tag for tag, _ in self._open]
        tag = next((tag for tag in reversed(tags) if tag in ("sup", "sub")), "")
        if not tag:
            return words
        is_linked = "a" in tags[tags.index(tag) :] and words.isdigit()
        if tag == "sup" and (is_linked or is_note(words, self._composer.line_before, "")):
            return f"[{words.strip('[](){} ')}]"
        return small_signs(tag, words) or words

    def _begin_paragraph(self) -> None:
        if self._begin is not None:
            self._begin()
