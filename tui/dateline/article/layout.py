"""Blocks of a plain text: lists, quotations, tables, code, rules and paragraphs from its lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.article.asides import is_label, is_promotion
from dateline.article.lines import Line, LineKind, Run, depth_of_quote, kind_of, number_of
from dateline.article.paragraphs import (
    is_full_prose,
    is_laid_out,
    shape_of,
    split_wrapped,
    width_of_wrap,
)
from dateline.article.structure import Block, BlockKind, StyleSpan

_LONGEST_LINE = 20_000
_PART = 3_000
_PART_REACH = 1_500
_WIDEST_INDENT_OF_ITEM = 12


@dataclass(slots=True)
class Layout:
    """The blocks of a text as they are found, with the line ends that are kept."""

    text: str
    wrap: int | None
    blocks: list[Block] = field(default_factory=list)
    breaks: list[StyleSpan] = field(default_factory=list)
    divided: int = 0
    """How many lines were so long that they were divided into paragraphs."""

    def add(self, kind: BlockKind, lines: Run, level: int = 0, *, keep: bool = False) -> None:
        """Add the lines as one block; with `keep` their line ends are meant."""
        start, last = lines[0].start, lines[-1]
        end = last.start + len(last.text)
        if end - start > _LONGEST_LINE and not keep and kind not in ("code", "table"):
            self._divide(kind, start, end, level)
            return
        self.blocks.append(Block(kind, start, end, level))
        if keep:
            for line in lines[:-1]:
                stop = self.text.index("\n", line.start + len(line.text))
                self.breaks.append(StyleSpan(stop, stop + 1, "break"))

    def _divide(self, kind: BlockKind, start: int, end: int, level: int) -> None:
        """Add a very long passage in parts, cut after a sentence, else a word, else anywhere."""
        self.divided += 1
        text = self.text
        while end - start > _PART + _PART_REACH:
            low, high = start + _PART - _PART_REACH, start + _PART
            cut = max(text.rfind(mark, low, high) for mark in (". ", "? ", "! ", ".” ", '." '))
            if cut >= 0:
                cut = text.index(" ", cut)
            else:
                cut = max(text.rfind(mark, low, high) for mark in "。！？")
                cut = cut + 1 if cut >= 0 else text.rfind(" ", low, high)
            if cut < 0:
                cut = high
            self.blocks.append(Block(kind, start, cut, level))
            start = cut
            while start < end and text[start].isspace():
                start += 1
        if start < end:
            self.blocks.append(Block(kind, start, end, level))


def lay_out(text: str, runs: list[Run]) -> Layout:
    """Tell the blocks of `text` from `runs`, its lines between blank lines."""
    layout = Layout(text, width_of_wrap(runs))
    for run in runs:
        kinds = [kind_of(line) for line in run]
        if len(run) == 1:
            _add_single(layout, run, kinds[0])
        elif all(kind == "plain" for kind in kinds):
            _add_plain(layout, run)
        else:
            _add_mixed(layout, run, kinds)
    return layout


def _add_single(layout: Layout, run: Run, kind: LineKind) -> None:
    line = run[0]
    if kind == "rule":
        layout.add("rule", run)
    elif kind == "quote":
        layout.add("quote", run, depth_of_quote(line))
    elif kind == "item" or (kind == "number" and _continues_count(layout, line)):
        layout.add("item", run, _level(line))
    elif kind == "atx":
        layout.add("heading", run, min(6, len(line.text) - len(line.text.lstrip("#"))))
    else:
        layout.add("paragraph", run)


def _continues_count(layout: Layout, line: Line) -> bool:
    """Whether a numbered line that stands alone begins a list ("1.") or follows another item."""
    return number_of(line) == 1 or bool(layout.blocks and layout.blocks[-1].kind == "item")


def _level(line: Line) -> int:
    return 1 + min(line.indent, _WIDEST_INDENT_OF_ITEM) // 4


def _add_plain(layout: Layout, run: Run) -> None:
    full = is_full_prose(layout.text, run, layout.wrap)
    if not full and is_laid_out(layout.text, run):
        layout.add("code", run)
        return
    shape = "wrapped" if full else shape_of(run, layout.wrap)
    if shape == "wrapped":
        indent = min(line.indent for line in run)
        parts = split_wrapped(run, layout.wrap)
        quoted = indent >= 4 and layout.wrap is not None and len(parts) == 1
        for part in parts:
            layout.add("quote" if quoted else "paragraph", part, int(quoted))
    elif shape == "kept" and not any(map(_stands_apart, run)):
        layout.add("paragraph", run, keep=True)
    else:
        for line in run:
            layout.add("paragraph", [line])


def _stands_apart(line: Line) -> bool:
    return is_label(line.text) or is_promotion(line.text)


def _add_mixed(layout: Layout, run: Run, kinds: list[LineKind]) -> None:
    """Add a run whose lines are not all of a kind, part by part."""
    if _is_code_after_all(layout, run, kinds):
        layout.add("code", run)
        return
    kinds = _settled(run, kinds, layout)
    index = 0
    while index < len(run):
        kind = kinds[index]
        end = index + 1
        if kind in ("item", "number"):
            end = _end_of_item(layout, run, kinds, index)
            layout.add("item", run[index:end], _level(run[index]))
        elif kind == "quote":
            depth = depth_of_quote(run[index])
            while end < len(run) and kinds[end] == "quote" and depth_of_quote(run[end]) == depth:
                end += 1
            layout.add("quote", run[index:end], depth, keep=True)
        elif kind in ("table", "tabs"):
            while end < len(run) and kinds[end] in (kind, "rule"):
                end += 1
            layout.add("table" if kind == "tabs" else "code", run[index:end])
        elif kind == "rule":
            if layout.blocks and _underlines(run, kinds, index):
                _make_heading(layout, run[index - 1], run[index])
            layout.add("rule", run[index:end])
        elif kind == "atx":
            _add_single(layout, run[index:end], kind)
        else:
            while end < len(run) and kinds[end] == "plain":
                end += 1
            # A line that a rule underlines is a heading, not the end of the passage above it.
            if end < len(run) and end - index > 1 and _underlines(run, kinds, end):
                end -= 1
            _add_plain(layout, run[index:end])
        index = end


def _settled(run: Run, kinds: list[LineKind], layout: Layout) -> list[LineKind]:
    """The kinds of the lines of a run once their neighbours are heard."""
    settled = list(kinds)
    items, tables, tabs = (kinds.count(kind) for kind in ("item", "table", "tabs"))
    last_number = max((i for i, kind in enumerate(kinds) if kind == "number"), default=0)
    columns = {
        line.text.count("\t") for line, kind in zip(run, kinds, strict=True) if kind == "tabs"
    }
    expected = 1
    for index, kind in enumerate(kinds):
        if kind == "number":
            number = number_of(run[index])
            opens = index == 0 or kinds[index - 1] != "plain" or run[index - 1].text.endswith(":")
            counts = number == expected or (expected > 1 and number is not None)
            if counts and (opens or expected > 1 or index < last_number):
                expected = (number or 0) + 1
            elif not (index == 0 and _continues_count(layout, run[index])):
                settled[index] = "plain"
        elif kind == "item":
            opens = index == 0 or run[index - 1].text.endswith(":") or kinds[index - 1] != "plain"
            if items == 1 and not opens:
                settled[index] = "plain"
        elif (kind == "tabs" and (len(columns) > 1 or tabs < 2)) or (
            kind == "table" and tables < 2
        ):
            settled[index] = "plain"
    return settled


def _end_of_item(layout: Layout, run: Run, kinds: list[LineKind], index: int) -> int:
    """Where a list item ends: lines that hang below it, or fill hard-wrapped ones, are its."""
    end = index + 1
    first = run[index]
    while end < len(run) and kinds[end] == "plain":
        line = run[end]
        hangs = line.indent > first.indent
        flows = layout.wrap is not None and run[end - 1].width >= layout.wrap - 14
        if not (hangs or flows or (line.text[0].islower() and len(run[end - 1].text) < 160)):
            break
        end += 1
    return end


def _underlines(run: Run, kinds: list[LineKind], index: int) -> bool:
    """Whether the rule at `index` underlines the line above it, as Markdown's setext headings."""
    if index == 0 or kinds[index - 1] != "plain" or run[index].text[0] not in "=-~":
        return False
    line, rule = run[index - 1].text, run[index].text
    alone = index == 1 or kinds[index - 2] != "plain" or rule[0] == "="
    return alone and " " not in rule and abs(len(line) - len(rule)) <= max(4, len(line) // 3)


def _make_heading(layout: Layout, line: Line, rule: Line) -> None:
    last = layout.blocks[-1]
    if last.start == line.start and last.kind == "paragraph":
        level = 1 if rule.text[0] == "=" else 2
        layout.blocks[-1] = Block("heading", last.start, last.end, level)


def _is_code_after_all(layout: Layout, run: Run, kinds: list[LineKind]) -> bool:
    """Whether lines with bullets or numbers among them are code or columns."""
    if any(kind in ("quote", "tabs") for kind in kinds):
        return False
    marked = sum(kind in ("item", "number", "atx") for kind in kinds)
    return (
        marked <= len(run) // 3 and not _has_underline(run, kinds) and is_laid_out(layout.text, run)
    )


def _has_underline(run: Run, kinds: list[LineKind]) -> bool:
    return any(kind == "rule" and _underlines(run, kinds, i) for i, kind in enumerate(kinds))
