"""Opening an article from wherever it is: a path, a URL or standard input."""

from __future__ import annotations

import errno
import os
import stat
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote, urlsplit

from dateline.article.clean import clean_line
from dateline.article.decoding import decode
from dateline.article.errors import ArticleError, shown
from dateline.article.links import is_url, with_bare_links
from dateline.article.model import Article
from dateline.article.sniffing import Format, describe_binary, sniff

if TYPE_CHECKING:
    import datetime

    from dateline.article.fetching import FetchedPage

LARGEST = 512 * 1024 * 1024
"""The most bytes that are read of one source, packed or unpacked."""
_MOST_LINKS_IN = 4_000_000


def open_article(
    source: str,
    *,
    stdin: BinaryIO | None = None,
    published: datetime.date | None = None,
) -> Article:
    """Open the article at a path, a URL (http, https, file) or "-" (standard input).

    The format is told by the content. `stdin` stands in for standard input; `published` wins over
    the date that the source gives. Raises `ArticleError`, whose message is one clear sentence.
    """
    source = os.fspath(source)
    if source.startswith("file://"):
        source = unquote(urlsplit(source).path)
    if is_url(source):
        from dateline.article.fetching import fetch

        article = read_fetched(fetch(source), source)
    elif source == "-":
        article = read_article(_read_stdin(stdin), "-")
    else:
        article = read_article(read_file(source), source)
    if published is not None:
        article = replace(article, published=published, published_from=None)
    return article


def read_fetched(page: FetchedPage, source: str) -> Article:
    """Make an article of what a server sent; `source` is the address that was asked for."""
    article = read_article(page.data, source, url=page.url, declared=page.charset)
    if page.remark is not None:
        article = replace(article, remarks=(*article.remarks, page.remark))
    return article if article.url else replace(article, url=clean_line(page.url))


def read_article(
    data: bytes, source: str, *, url: str | None = None, declared: str | None = None
) -> Article:
    """Make an article of bytes, by what they are.

    `source` is where they came from, a path, a URL or "-"; `url` where redirects ended: names
    are taken from it and relative links resolved against it. `declared` is the encoding that a
    server gave. Raises `ArticleError`.
    """
    place = url or source
    form = sniff(data, place)
    if form == "gzip":
        data = unpack(data, source)
        form = sniff(data, place.removesuffix(".gz"))
    if form in ("binary", "gzip"):
        what = "packed twice" if form == "gzip" else describe_binary(data)
        raise ArticleError(f"“{shown(source)}” cannot be read as an article: it is {what}.")
    article = _read_as(form, data, source, url, declared) if form != "empty" else None
    if article is None or not article.blocks:
        raise ArticleError(f"“{shown(source)}” is empty: there is nothing to read.")
    return article


def _read_as(
    form: Format, data: bytes, source: str, url: str | None, declared: str | None
) -> Article:
    """Read the bytes with the reader of their format, which is imported only then."""
    match form:
        case "html":
            from dateline.article.web_page import read_web_page

            return read_web_page(data, source, url=url, declared=declared)
        case "epub":
            from dateline.article.epub import read_epub

            return read_epub(data, source)
        case "pdf":
            from dateline.article.pdf import read_pdf

            return read_pdf(data, source)
        case "email":
            from dateline.article.email import read_email

            return read_email(data, source)
        case "feed":
            from dateline.article.feed import read_feed

            return read_feed(data, source, url=url)
        case "markdown":
            from dateline.article.markdown import read_markdown

            text, remark = decode(data, declared)
            return read_markdown(text, source=source, remarks=(remark,) if remark else ())
        case _:
            return _read_text(data, source, declared)


def _read_text(data: bytes, source: str, declared: str | None) -> Article:
    text, remark = decode(data, declared)
    article = Article.from_text(text, source=source, remarks=(remark,) if remark else ())
    if len(article.text) > _MOST_LINKS_IN:
        return article
    return with_bare_links(article)


def read_file(path: str) -> bytes:
    """The bytes of a file or pipe; `ArticleError` says what is the matter and what mends it."""
    name = shown(path)
    place = Path(path).expanduser()
    try:
        mode = place.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ArticleError(f"“{name}” is a folder: name a file in it.")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise ArticleError(f"“{name}” is a device, not a file: name a file.")
        with place.open("rb") as file:
            data = file.read(LARGEST + 1)
    except ArticleError:
        raise
    except FileNotFoundError:
        raise ArticleError(_missing(path, name)) from None
    except PermissionError:
        raise ArticleError(
            f"“{name}” may not be read: ask its owner, or allow it with chmod u+r."
        ) from None
    except (OSError, ValueError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
            why = "the name is too long for a file; to read a text itself, pipe it in and open “-”"
        raise ArticleError(f"“{name}” cannot be read: {why}.") from None
    if len(data) > LARGEST:
        raise ArticleError(f"“{name}” is larger than {LARGEST >> 20} MB: open a part of it.")
    return data


def unpack(data: bytes, source: str) -> bytes:
    """What a gzip file holds; `ArticleError` when it is broken or larger than `LARGEST`."""
    parts: list[bytes] = []
    total = 0
    while data.startswith(b"\x1f\x8b"):
        packed = zlib.decompressobj(wbits=31)
        try:
            part = packed.decompress(data, LARGEST - total + 1)
        except zlib.error:
            raise ArticleError(
                f"“{shown(source)}” is a damaged gzip file: get it once more."
            ) from None
        total += len(part)
        if total > LARGEST:
            raise ArticleError(
                f"“{shown(source)}” unpacks to more than {LARGEST >> 20} MB: unpack a part of it."
            )
        if not packed.eof:
            raise ArticleError(f"“{shown(source)}” ends too early: get the gzip file once more.")
        parts.append(part)
        data = packed.unused_data
    return b"".join(parts)


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    stream = stdin if stdin is not None else sys.stdin.buffer
    if stream.isatty():
        raise ArticleError(
            "Nothing is piped into standard input: name a file, or pipe a text, as in "
            "“curl … | dateline -”."
        )
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ArticleError(f"Standard input holds more than {LARGEST >> 20} MB: send a part of it.")
    return data


def _missing(path: str, name: str) -> str:
    first = path.partition("/")[0]
    if "." in first[1:-1] and "/" in path and " " not in path and first.lower() == first:
        return f"There is no file “{name}”: for a web page, write “https://{name}”."
    parent = Path(path).expanduser().parent
    if not parent.is_dir():
        return f"There is no folder “{clean_line(str(parent))}”, and so no file “{name}”."
    return f"There is no file “{name}”: look at how it is spelt."
