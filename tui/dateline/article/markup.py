"""Writing a tree of HTML elements into a composer: blocks, links, styles and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING

from dateline.article.elements import (
    cells_of,
    is_data_table,
    is_footnote,
    is_hidden,
    is_permalink,
    picture_address,
    rows_of,
)
from dateline.article.links import resolve_picture
from dateline.article.raised import note_mark, small_signs
from dateline.article.xml_tree import local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from dateline.article.composer import Composer
    from dateline.article.model import BlockKind, StyleName

_STYLES: dict[str, StyleName] = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "s": "strike",
    "del": "strike",
    "strike": "strike",
    "sup": "superscript",
    "sub": "subscript",
}
_SILENT = frozenset(
    (
        *[
            "script",
            "style",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "applet",
            "audio",
            "video",
            "canvas",
            "button",
        ],
        *[
            "input",
            "select",
            "option",
            "textarea",
            "noscript",
            "head",
            "title",
            "meta",
            "link",
            "nav",
            "map",
            "datalist",
        ],
        *["dialog", "rp"],
    )
)
_BLOCKS = frozenset(
    (
        *[
            "address",
            "article",
            "aside",
            "body",
            "center",
            "dd",
            "details",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
        ],
        *[
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "html",
            "legend",
            "li",
            "main",
            "menu",
        ],
        *[
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "blockquote",
            "ul",
            "caption",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
        ],
    )
)
_HEADING = re.compile(r"h([1-6])\Z")
_DEEPEST = 150
_LONGEST_INLINE_ALT = 60
_BULLET = "• "


class MarkupWriter:
    """Writes elements into a composer.

    `resolve` gives the address that a href leads to (None: no link), `name` the anchor's name for
    an element's id (None: no anchor). Elements of trafilatura's vocabulary must be renamed first.
    """

    def __init__(
        self,
        composer: Composer,
        resolve: Callable[[str], str | None],
        name: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        self._composer = composer
        self._resolve = resolve
        self._name = name
        self._quotes = 0
        self._lists: list[int | None] = []
        self._marker = ""
        self._kind: BlockKind | None = None
        self._in_cell = False
        self._depth = 0

    def write(self, element: _Element) -> None:
        """Write the element and all that is in it; what stands after it is not."""
        tag = local_name(element)
        if not tag or tag in _SILENT or is_hidden(element):
            return
        self._depth += 1
        try:
            if self._depth > _DEEPEST:
                self._write_words("".join(str(words) for words in element.itertext()))
            else:
                self._write_element(tag, element)
        finally:
            self._depth -= 1

    def _write_element(self, tag: str, element: _Element) -> None:
        composer = self._composer
        identity = element.get("id") or (element.get("name") if tag == "a" else None)
        if tag in _BLOCKS and not self._in_cell:
            composer.end()
        if identity:
            composer.name_place(self._name(identity) or "")
        if tag in _BLOCKS and not self._in_cell:
            self._write_block(tag, element)
            composer.end()
        elif tag in _BLOCKS:
            composer.write(" ")
            self._write_children(element)
            composer.write(" ")
        elif tag == "br":
            composer.break_line()
        elif tag == "img" or tag == "image":
            self._write_image(element)
        else:
            self._write_inline(tag, element)

    def _write_block(self, tag: str, element: _Element) -> None:
        heading = _HEADING.match(tag)
        if heading is not None and self._kind is None:
            with self._as_kind("heading", int(heading[1])):
                self._write_children(element)
        elif tag == "blockquote":
            self._quotes += 1
            self._write_children(element)
            self._quotes -= 1
        elif tag in ("ul", "ol", "menu", "dir"):
            self._write_list(tag, element)
        elif tag in ("li", "dd"):
            self._write_item(element)
        elif tag == "pre":
            self._composer.begin("code")
            self._write_children(element)
        elif tag == "hr":
            self._composer.begin("rule")
            self._composer.write("* * *")
        elif tag == "table" and is_data_table(element):
            self._write_table(element)
        elif tag == "figure":
            self._write_figure(element)
        elif tag in ("figcaption", "caption"):
            with self._as_kind("caption"):
                self._write_children(element)
        elif is_footnote(element):
            with self._as_kind("footnote"):
                self._write_children(element)
        else:
            self._write_children(element)

    def _write_inline(self, tag: str, element: _Element) -> None:
        if tag == "a" and self._kind == "heading" and is_permalink(element):
            return
        if tag in ("sup", "sub", "a") and self._write_raised(tag, element):
            return
        with ExitStack() as stack:
            if tag in _STYLES:
                stack.enter_context(self._composer.styled(_STYLES[tag]))
            if tag == "a" and element.get("href"):
                stack.enter_context(self._composer.linked(self._resolve(str(element.get("href")))))
            if tag == "q":
                self._write_words("“")
            self._write_children(element)
            if tag == "q":
                self._write_words("”")

    def _write_raised(self, tag: str, element: _Element) -> bool:
        """Write the mark of a note, or small digits; whether the element was that."""
        composer = self._composer
        mark = note_mark(element, composer.line_before) if tag != "sub" else None
        if mark is None:
            small = small_signs(tag, element.text or "") if not len(element) else None
            self._write_words(small if tag != "a" else None)
            return tag != "a" and small is not None
        for part in element.iterdescendants():
            composer.name_place(self._name(part.get("id") or "") or "")
        href = self._resolve(mark[1]) if mark[1] else None
        with composer.styled("superscript"), composer.linked(href):
            self._write_words(mark[0])
        return True

    def _write_children(self, element: _Element) -> None:
        self._write_words(element.text)
        for child in element:
            self.write(child)
            self._write_words(child.tail)

    def _write_words(self, words: str | None) -> None:
        if not words:
            return
        if not self._composer.in_block:
            if words.isspace():
                return
            self._begin()
        self._composer.write(words)

    def _begin(self) -> None:
        """Begin the block that words belong to where they stand."""
        composer = self._composer
        marker, self._marker = self._marker, ""
        if self._kind is not None:
            composer.begin(self._kind, 0, marker)
        elif self._lists:
            composer.begin("item", len(self._lists), marker)
        elif self._quotes:
            composer.begin("quote", self._quotes)
        else:
            composer.begin("paragraph")

    @contextmanager
    def _as_kind(self, kind: BlockKind, level: int = 0) -> Iterator[None]:
        before, self._kind = self._kind, kind
        if level:
            self._composer.begin(kind, level)
        try:
            yield
        finally:
            self._composer.end()
            self._kind = before

    def _write_list(self, tag: str, element: _Element) -> None:
        start = element.get("start") or ""
        number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
        self._lists.append(number if tag == "ol" else None)
        self._write_children(element)
        self._lists.pop()

    def _write_item(self, element: _Element) -> None:
        if is_footnote(element):
            with self._as_kind("footnote"):
                self._count_item()
                self._write_children(element)
            return
        if not self._lists:
            self._lists.append(None)
            self._write_item(element)
            self._composer.end()
            self._lists.pop()
            return
        if local_name(element) == "li":
            self._count_item()
        self._write_children(element)
        self._marker = ""

    def _count_item(self) -> None:
        number = self._lists[-1] if self._lists else None
        self._marker = _BULLET if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _write_table(self, table: _Element) -> None:
        for caption in table:
            if local_name(caption) == "caption":
                self.write(caption)
        composer = self._composer
        composer.begin("table")
        self._in_cell = True
        first_row = True
        for row in rows_of(table):
            cells = cells_of(row)
            if not any("".join(map(str, cell.itertext())).strip() for cell in cells):
                continue
            if not first_row:
                composer.part_cells("\n")
            first_row = False
            for index, cell in enumerate(cells):
                if index:
                    composer.part_cells("\t")
                head = composer.styled("strong") if local_name(cell) == "th" else nullcontext()
                with head:
                    self._write_children(cell)
        self._in_cell = False
        composer.end()

    def _write_figure(self, figure: _Element) -> None:
        """Write a picture's caption, or else the words that stand for it."""
        # Chapters of books are XHTML, whose names have a namespace.
        parts = {local_name(part): part for part in reversed(list(figure.iter()))}
        caption, image = parts.get("figcaption"), parts.get("img")
        if caption is None or image is None:
            self._write_children(figure)
            return
        self._composer.end()
        with self._as_kind("caption"):
            self._begin()
            start = self._composer.next_position
            self._write_children(caption)
            self._composer.add_image(self._picture(image), start)

    def _picture(self, image: _Element) -> str:
        """Where a picture lies."""
        address = picture_address(image)
        if address.startswith("data:"):
            return resolve_picture(address, "")
        return self._resolve(address) or ""

    def _write_image(self, image: _Element) -> None:
        composer = self._composer
        words = " ".join((image.get("alt") or "").split())
        if not words or image.get("role") == "presentation":
            return
        source = self._picture(image)
        if composer.in_block or self._in_cell:
            if len(words) <= _LONGEST_INLINE_ALT:
                composer.write(words)
            return
        composer.begin("caption")
        start = composer.next_position
        composer.write(words)
        composer.add_image(source, start)
        composer.end()
