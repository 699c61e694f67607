"""The bytes of an article's pictures: out of the book, from beside the file, or from the web.

Nothing is read before it is asked for, and never more than `LARGEST` bytes.
"""

from __future__ import annotations

import base64
import binascii
import io
import posixpath
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from dateline.article.errors import ArticleError, shown
from dateline.article.links import is_url
from dateline.article.opening import read_file, unpack

if TYPE_CHECKING:
    from dateline.article.model import Article, Image

LARGEST = 20 * 1024 * 1024
"""The most bytes of a picture, unpacked."""
_GZIP = b"\x1f\x8b"
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)


def picture_at(article: Article, offset: int) -> Image | None:
    """The picture whose caption stands at an offset, else the next one in the text."""
    return next((image for image in article.images if offset < image.end), None)


def picture_bytes(article: Article, image: Image) -> bytes:
    """Read a picture of an article; `ArticleError` says in a sentence why it cannot be had.

    An address on the web is fetched over http or https. A page from the web cannot name a file.
    """
    article = next(
        (part.article for part in article.parts if part.start <= image.start < part.end), article
    )
    src = image.src
    if not src:
        raise ArticleError("The article does not say where this picture lies.")
    if src.startswith("data:"):
        return _from_address(src)
    if src.startswith(("http://", "https://")):
        from dateline.article.fetching import fetch

        return fetch(src, largest=LARGEST, pictures=True).data
    if article.format == "epub" and is_url(article.source):
        raise ArticleError("A book that was fetched is kept without its pictures.")
    if is_url(article.source) and not article.source.startswith("file://"):
        raise ArticleError(f"“{shown(src)}” is no address on the web: it is not looked at.")
    if article.format == "epub" and src.startswith("#"):
        return _from_book(article.source, src[1:])
    return _from_file(src)


def _from_address(src: str) -> bytes:
    """The bytes that a data: URI (RFC 2397) holds."""
    head, _, data = src.partition(",")
    try:
        if head.endswith(";base64"):
            return base64.b64decode(unquote_to_bytes(data))
        return unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        raise ArticleError("The picture in the article is damaged.") from None


def _from_book(source: str, path: str) -> bytes:
    name = shown(path)
    try:
        data = read_file(source)
        if data.startswith(_GZIP):
            data = unpack(data, source)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            wanted = posixpath.normpath(unquote(path)).lower()
            member = next((each for each in archive.namelist() if each.lower() == wanted), None)
            if member is None:
                raise ArticleError(f"The book has no picture “{name}”.")
            with archive.open(member) as file:
                return _limited(file.read(LARGEST + 1), name)
    except ArticleError:
        raise
    except OSError:
        raise ArticleError(
            "The book can no longer be read: its pictures are in the file it came from."
        ) from None
    except _DAMAGE:
        raise ArticleError(f"The picture “{name}” of the book is damaged.") from None


def _from_file(src: str) -> bytes:
    path = unquote(urlsplit(src).path) if src.startswith("file://") else src
    try:
        if not Path(path).is_file():
            raise ArticleError(f"There is no picture at “{shown(path)}”.")
        with Path(path).open("rb") as file:
            return _limited(file.read(LARGEST + 1), path)
    except ArticleError:
        raise
    except (OSError, ValueError):
        raise ArticleError(f"The picture “{shown(path)}” cannot be read.") from None


def _limited(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST:
        raise ArticleError(f"“{shown(name)}” is larger than {LARGEST >> 20} MB: it was not read.")
    return data
