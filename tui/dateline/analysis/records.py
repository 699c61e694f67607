"""Records: articles and analyses as JSON data that loses nothing, for the cache and the worker.

A record is the list of a dataclass's field values in the order of their declaration, nested
dataclasses and tuples as lists, `Decimal` and `date` as text. Both sides must run the same code:
`SHAPE` tells whether they do. For other programs there is `dateline.analysis.public_json`.

Long articles have tens of thousands of findings, so a whole is also written as slices: short lists
`[field, records]`, each quick to read, from which an `Assembly` puts it together again.
"""

from __future__ import annotations

import datetime
import hashlib
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from dateline.analysis.model import (
    Analysis,
    Entity,
    Event,
    Number,
    Place,
    Quote,
    Time,
)
from dateline.article.model import Article, Block, Image, Link, StyleSpan

Converter = Callable[[Any], Any]

SLICE = 100
"""Most records in a slice: about a millisecond's work to read."""
TEXT_SLICE = 100_000
"""Most code points of the article's text in a slice."""

_FINDINGS: dict[str, type] = {
    "entities": Entity,
    "numbers": Number,
    "times": Time,
    "timeline": Event,
    "quotes": Quote,
    "places": Place,
    "remarks": str,
}
_STRUCTURE: dict[str, type] = {
    "blocks": Block,
    "links": Link,
    "styles": StyleSpan,
    "images": Image,
}
# A dossier is analysed article by article, so its parts never travel.
_HEADER = [f.name for f in fields(Article) if f.name not in ("text", "parts", *_STRUCTURE)]


@dataclass(frozen=True)
class Codec:
    """How values of one type become JSON data and come back; None where they already are."""

    encode: Converter | None
    decode: Converter | None


@cache
def codec_of(kind: Any) -> Codec:
    """The codec of a type: a dataclass, a tuple of one type, an optional, a scalar.

    Raises TypeError for a type that records do not know.
    """
    if kind in (str, int, float, bool, type(None)) or get_origin(kind) is Literal:
        return Codec(None, None)
    if kind is Decimal:
        return Codec(str, Decimal)
    if kind is datetime.date:
        return Codec(datetime.date.isoformat, datetime.date.fromisoformat)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_codec(kind)
    if get_origin(kind) in (Union, types.UnionType):
        return _optional_codec(kind)
    if get_origin(kind) is tuple:
        return _tuple_codec(kind)
    raise TypeError(f"records cannot hold {kind!r}")


def _optional_codec(kind: Any) -> Codec:
    options = [option for option in get_args(kind) if option is not type(None)]
    if len(options) != 1:
        raise TypeError(f"records cannot hold {kind!r}")
    inner = codec_of(options[0])
    return Codec(_unless_none(inner.encode), _unless_none(inner.decode))


def _unless_none(convert: Converter | None) -> Converter | None:
    if convert is None:
        return None
    return lambda value: None if value is None else convert(value)


def _tuple_codec(kind: Any) -> Codec:
    inner = get_args(kind)
    if len(inner) == 2 and inner[1] is Ellipsis:
        codec = codec_of(inner[0])
        encode, decode = codec.encode, codec.decode
        return Codec(
            list if encode is None else lambda values: [encode(value) for value in values],
            tuple if decode is None else lambda values: tuple([decode(value) for value in values]),
        )
    if any(codec_of(each).decode for each in inner):
        raise TypeError(f"records cannot hold {kind!r}")
    return Codec(list, tuple)


def _dataclass_codec(kind: type) -> Codec:
    hints = get_type_hints(kind)
    names = [f.name for f in fields(kind)]
    codecs = [codec_of(hints[name]) for name in names]
    encoders = [(at, codec.encode) for at, codec in enumerate(codecs) if codec.encode]
    decoders = [(at, codec.decode) for at, codec in enumerate(codecs) if codec.decode]

    def encode(value: Any) -> list[Any]:
        row = [getattr(value, name) for name in names]
        for at, convert in encoders:
            row[at] = convert(row[at])
        return row

    def decode(row: list[Any]) -> Any:
        for at, convert in decoders:
            row[at] = convert(row[at])
        return kind(*row)

    return Codec(encode, decode)


def _shape() -> str:
    """Names and types of all fields, hashed."""
    kinds = {**_FINDINGS, **_STRUCTURE}
    told = [
        f"{kind.__name__}.{f.name}:{f.type}"
        for kind in (*kinds.values(), Article)
        if is_dataclass(kind)
        for f in fields(kind)
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]


SHAPE = _shape()


@cache
def _header_codecs() -> tuple[tuple[str, Codec], ...]:
    hints = get_type_hints(Article)
    return tuple((name, codec_of(hints[name])) for name in _HEADER)


def article_slices(article: Article) -> Iterator[list[Any]]:
    """The slices of an article: its header, its text, its structure."""
    header: dict[str, Any] = {}
    for name, codec in _header_codecs():
        value = getattr(article, name)
        header[name] = codec.encode(value) if codec.encode else value
    yield ["header", header]
    for start in range(0, len(article.text), TEXT_SLICE):
        yield ["text", article.text[start : start + TEXT_SLICE]]
    yield from _slices(article, _STRUCTURE)


def analysis_slices(analysis: Analysis) -> Iterator[list[Any]]:
    """The slices of what was found, without the article."""
    yield ["language", analysis.article.language]
    yield from _slices(analysis, _FINDINGS)


def _slices(whole: object, parts: dict[str, type]) -> Iterator[list[Any]]:
    for name, kind in parts.items():
        encode = codec_of(kind).encode
        values = getattr(whole, name)
        for start in range(0, len(values), SLICE):
            piece = values[start : start + SLICE]
            yield [name, [encode(value) for value in piece] if encode else list(piece)]


class Assembly:
    """Slices put together again, in the order in which they were made.

    A slice that does not fit raises ValueError, TypeError, KeyError or `decimal.InvalidOperation`.
    """

    def __init__(self) -> None:
        self._parts: dict[str, list[Any]] = {}
        self._header: dict[str, Any] = {}
        self._text: list[str] = []
        self._language: str | None = None

    def add(self, part: list[Any]) -> None:
        """Take the next slice."""
        name, content = part
        if name == "header":
            for field, codec in _header_codecs():
                value = content[field]
                self._header[field] = codec.decode(value) if codec.decode else value
        elif name == "text":
            self._text.append(content)
        elif name == "language":
            self._language = content
        else:
            decode = codec_of(_FINDINGS.get(name) or _STRUCTURE[name]).decode
            values = [decode(value) for value in content] if decode else content
            self._parts.setdefault(name, []).extend(values)

    def article(self) -> Article:
        """The article whose slices were added."""
        values: dict[str, Any] = {name: tuple(self._parts.get(name, ())) for name in _STRUCTURE}
        return Article(text="".join(self._text), **values, **self._header)

    def analysis(self, article: Article) -> Analysis:
        """The analysis whose slices were added, of this article."""
        found = {name: tuple(self._parts.get(name, ())) for name in _FINDINGS}
        if self._language != article.language:
            article = replace(article, language=self._language)
        return Analysis(article, **found)


def to_record(analysis: Analysis) -> dict[str, Any]:
    """All of an analysis, article included, as one dict that `json.dumps` takes."""
    return {
        "shape": SHAPE,
        "article": list(article_slices(analysis.article)),
        "analysis": list(analysis_slices(analysis)),
    }


def from_record(record: dict[str, Any]) -> Analysis:
    """The analysis that `to_record` wrote, after a way through JSON.

    Raises ValueError when it was written by another version of the program.
    """
    if record.get("shape") != SHAPE:
        raise ValueError("the record was written by another version of Dateline")
    article, analysis = Assembly(), Assembly()
    for part in record["article"]:
        article.add(part)
    for part in record["analysis"]:
        analysis.add(part)
    return analysis.analysis(article.article())
