"""Reading rows from the pages of a damaged SQLite file, without the parts that lead to them.

The file format is https://sqlite.org/fileformat2.html: leaf pages of tables (2.3.2) hold records
(2.1), long ones go on in overflow pages (1.6), and the log holds later versions of pages (4.1).
Whatever is not what it should be is passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

Value = int | float | str | bytes | None
Row = tuple[Value, ...]

_LEAF = 13
_HEADER = 100
_SIZES = {512 << step for step in range(8)}
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def rows_in(path: Path) -> Iterator[tuple[int, Row]]:
    """All rows that stand in leaf pages of tables: rowid and columns, in no order.

    Old versions of rows may be among them. An INTEGER PRIMARY KEY column is None: it is the rowid.
    """
    data = path.read_bytes()
    size = _page_size(data)
    pages = {
        number: data[at : at + size]
        for number, at in enumerate(range(0, len(data) - size + 1, size), start=1)
    }
    log = path.with_name(path.name + "-wal")
    later = dict(_logged(log.read_bytes(), size)) if log.exists() else {}
    current = {**pages, **later}
    for number, page in current.items():
        yield from _rows_of(page, _HEADER if number == 1 else 0, current)
    for number in later.keys() & pages.keys():
        yield from _rows_of(pages[number], _HEADER if number == 1 else 0, pages)


def _page_size(data: bytes) -> int:
    """The size that the header gives, or SQLite's usual one where that is damaged."""
    size = int.from_bytes(data[16:18], "big")
    size = 65536 if size == 1 else size
    return size if size in _SIZES else 4096


def _logged(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages in a log, up to the last transaction that was committed."""
    if len(log) < 32:
        return
    salt = log[16:24]
    waiting: list[tuple[int, bytes]] = []
    for at in range(32, len(log) - size - 23, size + 24):
        number, committed = struct.unpack_from(">II", log, at)
        if log[at + 8 : at + 16] != salt:
            return
        waiting.append((number, log[at + 24 : at + 24 + size]))
        if committed:
            yield from waiting
            waiting = []


def _rows_of(page: bytes, start: int, pages: dict[int, bytes]) -> Iterator[tuple[int, Row]]:
    if len(page) < start + 8 or page[start] != _LEAF:
        return
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    for cell in range(count):
        pointer = start + 8 + 2 * cell
        at = int.from_bytes(page[pointer : pointer + 2], "big")
        try:
            length, at = _varint(page, at)
            rowid, at = _varint(page, at)
            yield rowid, _record(_payload(page, at, length, pages))
        except (IndexError, KeyError, ValueError, struct.error):
            continue


def _payload(page: bytes, at: int, length: int, pages: dict[int, bytes]) -> bytes:
    usable = len(page)
    most = usable - 35
    if length <= most:
        if at + length > usable:
            raise ValueError
        return page[at : at + length]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (length - least) % (usable - 4)
    local = local if local <= most else least
    parts = [page[at : at + local]]
    number = int.from_bytes(page[at + local : at + local + 4], "big")
    missing = length - local
    while missing > 0:
        overflow = pages[number]
        parts.append(overflow[4 : 4 + missing])
        missing -= usable - 4
        number = int.from_bytes(overflow[:4], "big")
    return b"".join(parts)


def _record(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != end:
        raise ValueError
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise ValueError
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise ValueError
    part = payload[at:end]
    return (part.decode("utf-8") if kind % 2 else part), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for step in range(9):
        byte = data[at + step]
        if step == 8:
            return (value << 8) | byte, at + 9
        value = (value << 7) | (byte & 0x7F)
        if byte < 0x80:
            return value, at + step + 1
    raise AssertionError
