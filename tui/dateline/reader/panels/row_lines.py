"""How a row is laid out in lines of a given width, in cells."""

from __future__ import annotations

from rich.cells import cell_len

from dateline.reader.panels.row import LINE_BREAK, Piece, Row

INDENT = 2
"""Cells for each level of depth."""
NARROWEST = 8
"""A body column is never narrower than this, whatever the lead and the indent take."""
WORDS_BESIDE = 12
"""Cells that the words keep beside what stands at the right; with fewer, that is shortened."""
STACKED_BELOW = 14
"""With fewer cells for the body, a lead of more than a sign stands on a line of its own."""
_SIGN = 3

_NOT_FIRST = frozenset("、。，．・：；？！）」』】〉》〕｝”’,.;:!?)]}…")
_NOT_LAST = frozenset("（「『【〈《〔｛“‘([{")

Line = tuple[Piece, ...]


def row_lines(row: Row, width: int) -> list[Line]:
    """The lines of a row, each at most `width` cells (the last may end in an ellipsis)."""
    if _is_stacked(row, width):
        return _stacked_lines(row, width)
    indent, lead_width = _columns(row, width)
    room = max(1, width - indent - lead_width)
    row = _with_room(row, room)
    right_width = cell_len(row.right.text) + 1 if row.right else 0
    first_room = max(1, room - right_width)
    lines = _wrap(row.body, first_room, room)
    if len(lines) > row.lines:
        lines = lines[: row.lines]
        lines[-1] = _elide((*lines[-1], Piece("…", "dim")), room if len(lines) > 1 else first_room)
    lead = _column(row.lead, indent, lead_width)
    rail = _column(row.rail, indent, lead_width)
    out = [(*(rail if number else lead), *line) for number, line in enumerate(lines)]
    gap = width - sum(cell_len(piece.text) for piece in out[0]) - max(0, right_width - 1)
    if row.kind == "head" and gap > 2:
        out[0] = (*out[0], Piece(f" {'─' * (gap - 2)} ", "dim"))
    elif row.right:
        out[0] = (*out[0], Piece(" " * max(1, gap)))
    if row.right:
        out[0] = (*out[0], row.right)
    return out


def row_height(row: Row, width: int) -> int:
    """How many lines `row_lines` gives, without making them where one glance tells."""
    if _is_stacked(row, width):
        return len(_stacked_lines(row, width))
    indent, lead_width = _columns(row, width)
    room = width - indent - lead_width
    row = _with_room(row, room)
    if row.right:
        room -= len(row.right.text) + 1
    cells = 0
    for piece in row.body:
        text = piece.text
        if "\n" in text:
            break
        cells += len(text) if text.isascii() else cell_len(text)
    else:
        if cells <= room and (not row.right or row.right.text.isascii()):
            return 1
    return len(row_lines(row, width))


def single_line(row: Row, width: int) -> Line:
    """The row in one line, elided: for lists too long to wrap."""
    flat = tuple(Piece(" ") if piece.text == "\n" else piece for piece in row.body)
    return row_lines(row._replace(body=flat, lines=1), width)[0]


def _with_room(row: Row, room: int) -> Row:
    """Where the words need the room, only a count is left of what stands at the right."""
    if row.right is None or row.kind == "head":
        return row
    if room >= WORDS_BESIDE + cell_len(row.right.text):
        return row
    count = row.right.text.split()[-1] if row.right.text.split() else ""
    kept = Piece(count, row.right.tone) if count.isdecimal() else None
    return row._replace(right=kept)


def _is_stacked(row: Row, width: int) -> bool:
    """Whether the lead leaves the body too little room beside it."""
    return row.lead_width > _SIGN and width - sum(_columns(row, width)) < STACKED_BELOW


def _stacked_lines(row: Row, width: int) -> list[Line]:
    """The lead on a line of its own, the body below it."""
    lead = row.lead._replace(text=row.lead.text.strip()) if row.lead else None
    top = (lead, LINE_BREAK) if lead else ()
    stacked = row._replace(body=(*top, *row.body), lead=None, lead_width=0, rail=None)
    return row_lines(stacked._replace(lines=row.lines + len(top) // 2), width)


def _columns(row: Row, width: int) -> tuple[int, int]:
    """Cells of the indent and of the lead column; both give way where the panel is narrow."""
    indent = min(row.level * INDENT, max(0, width - NARROWEST) // 2)
    lead_width = row.lead_width
    if row.lead and not lead_width:
        lead_width = cell_len(row.lead.text) + 1
    return indent, min(lead_width, max(0, width - indent - NARROWEST))


def _column(piece: Piece | None, indent: int, width: int) -> Line:
    """The indent and the lead column, with the piece in it where there is one."""
    if piece is None or not width:
        return (Piece(" " * (indent + width)),) if indent + width else ()
    text = piece.text
    if cell_len(text) > width - 1:
        text = _clip(text, max(1, width - 2)) + "…"
    start = (Piece(" " * indent),) if indent else ()
    return (*start, Piece(text, piece.tone), Piece(" " * (width - cell_len(text))))


def _wrap(body: tuple[Piece, ...], first: int, rest: int) -> list[Line]:
    lines: list[Line] = []
    paragraph: list[Piece] = []
    for piece in (*body, Piece("\n")):
        if piece.text != "\n":
            paragraph.append(piece)
            continue
        text = "".join(part.text for part in paragraph)
        cuts = wrap_text(text, rest if lines else first, rest)
        lines.extend(_cut(paragraph, cuts))
        paragraph = []
    return lines


def wrap_text(text: str, first: int, rest: int) -> list[tuple[int, int]]:
    """Where lines of the text begin and end: the first of `first` cells, the others of `rest`.

    Breaks at spaces, after hyphens, and between wide characters (not before closing nor after
    opening punctuation); a word longer than a line is cut. Spaces at a break belong to no line.
    """
    if not text:
        return [(0, 0)]
    cuts: list[tuple[int, int]] = []
    narrow = text.isascii() or cell_len(text) == len(text)
    start, size = 0, len(text)
    while start < size:
        room = rest if cuts else first
        fits = min(start + room, size) if narrow else start + max(1, _fitting(text, start, room))
        end = fits if fits >= size else _break_before(text, start, fits)
        stop = end
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        cuts.append((start, stop))
        start = end
        while start < size and text[start] == " ":
            start += 1
    return cuts or [(0, 0)]


def _fitting(text: str, start: int, room: int) -> int:
    """How many characters from `start` fit in `room` cells; never parts a cluster."""
    cells = 0
    for index in range(start, len(text)):
        cells += cell_len(text[index])
        if cells > room:
            while index > start + 1 and _clings(text, index):
                index -= 1
            return index - start
    return len(text) - start


def _clings(text: str, index: int) -> bool:
    """Whether the character at the index belongs to the one before it."""
    return cell_len(text[index]) == 0 or text[index - 1] == "\u200d"


def _break_before(text: str, start: int, fits: int) -> int:
    """The last place at or before `fits` where a line may end."""
    for index in range(fits, start, -1):
        before, after = text[index - 1], text[index]
        if after == " " or before == " ":
            return index
        if before == "-" and index - start > 1 and after.isalpha():
            return index
        wide = cell_len(before) == 2 or cell_len(after) == 2
        if wide and after not in _NOT_FIRST and before not in _NOT_LAST:
            if _clings(text, index):
                continue
            return index
    return fits


def _cut(pieces: list[Piece], cuts: list[tuple[int, int]]) -> list[Line]:
    """The pieces cut at the given offsets of their joined text."""
    lines: list[Line] = []
    for start, end in cuts:
        line: list[Piece] = []
        offset = 0
        for piece in pieces:
            left, right = max(start - offset, 0), min(end - offset, len(piece.text))
            if left < right:
                line.append(Piece(piece.text[left:right], piece.tone))
            offset += len(piece.text)
            if offset >= end:
                break
        lines.append(tuple(line))
    return lines


def _elide(line: Line, width: int) -> Line:
    """The line, shortened before its last piece (the ellipsis) until it fits."""
    *rest, ellipsis = line
    over = sum(cell_len(piece.text) for piece in line) - width
    while over > 0 and rest:
        piece = rest.pop()
        keep = _clip(piece.text, max(0, cell_len(piece.text) - over))
        over -= cell_len(piece.text) - cell_len(keep)
        if keep:
            rest.append(Piece(keep.rstrip(), piece.tone))
    return (*rest, ellipsis)


def _clip(text: str, width: int) -> str:
    """The beginning of the text that fits in `width` cells."""
    if text.isascii():
        return text[:width]
    return text[: _fitting(text, 0, width)] if width > 0 else ""
