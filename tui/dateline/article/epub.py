"""EPUB books (W3C EPUB 3.3, and 2): the chapters in reading order, with the outline of the book."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from dateline.article.clean import clean_line
from dateline.article.composer import Composer
from dateline.article.errors import ArticleError, shown
from dateline.article.links import resolve
from dateline.article.markup import MarkupWriter
from dateline.article.published import date_in_name
from dateline.article.xml_tree import child_text, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

    from dateline.article.model import Article

LARGEST = 256 * 1024 * 1024
"""The most bytes that the texts of a book may have unpacked."""
_MOST_FILES = 20_000
_TEXTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml")
_CONTENT = re.compile(rb"<(?:\w+:)?CipherReference[^>]+URI=\"([^\"]+)\"")
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    KeyError,
    OSError,
    ValueError,
)
"""What `zipfile` raises for files that are damaged or packed in ways it does not know."""
_FONT = re.compile(r"\.(?:otf|ttf|woff2?)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Package:
    """The package document: what the book is called, and the paths of its texts in order."""

    title: str
    creators: str
    language: str
    date: str
    publisher: str
    spine: list[str]
    contents: str | None
    """The path of the table of contents."""


def read_epub(data: bytes, source: str) -> Article:
    """Make an article of a book; `ArticleError` when it is damaged, protected or inflates."""
    name = shown(source)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = archive.infolist()
            if len(files) > _MOST_FILES or sum(file.file_size for file in files) > 4 * LARGEST:
                raise ArticleError(f"“{name}” unpacks to more than a book: it was not read.")
            _refuse_protected(archive, name)
            return _read_book(_Files(archive, name), source)
    except ArticleError:
        raise
    except _DAMAGE:
        raise ArticleError(f"“{name}” is a damaged EPUB file: get it once more.") from None


class _Files:
    """The files of a book, unpacked one at a time within a limit for all."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = LARGEST
        self._paths = {path.lower(): path for path in archive.namelist()}

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None when the book has none of that name."""
        known = self._paths.get(path.lower())
        if known is None:
            return None
        with self._archive.open(known) as file:
            data = file.read(self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise ArticleError(f"“{self._name}” unpacks to more than a book: it was not read.")
        return data

    def tree(self, path: str) -> _Element | None:
        """The root of an XML file of the book, or None."""
        data = self.read(path)
        return parse_xml(data) if data else None


def _refuse_protected(archive: zipfile.ZipFile, name: str) -> None:
    if "META-INF/encryption.xml" not in archive.namelist():
        return
    with archive.open("META-INF/encryption.xml") as file:
        locked = _CONTENT.findall(file.read(4_000_000))
    if any(_FONT.search(path.decode("utf-8", "replace")) is None for path in locked):
        raise ArticleError(f"“{name}” is protected (DRM): only the shop's own reader can open it.")


def _read_book(files: _Files, source: str) -> Article:
    name = shown(source)
    package = _read_package(files, name)
    labels = _read_contents(files, package.contents) if package.contents else {}
    composer = Composer()
    if package.title:
        composer.begin("title")
        composer.write(package.title)
    if package.creators:
        composer.begin("byline")
        composer.write(package.creators)
    composer.end()
    for path in package.spine:
        if path != package.contents:
            _write_chapter(composer, files, path, labels.get(path))
    article = composer.article(form="epub", source=source)
    if not any(block.kind not in ("title", "byline") for block in article.blocks):
        raise ArticleError(f"“{name}” has no text to read: its pages may be pictures.")
    date = date_in_name(package.date)
    return replace(
        article,
        title=clean_line(package.title) or None,
        byline=clean_line(package.creators) or None,
        site=clean_line(package.publisher) or None,
        language=package.language[:2].lower() or None,
        published=date,
        published_from="the book's metadata" if date else None,
    )


def _read_package(files: _Files, name: str) -> _Package:
    container = files.tree("META-INF/container.xml")
    root = None
    if container is not None:
        root = next((e for e in container.iter() if local_name(e) == "rootfile"), None)
    path = (root.get("full-path") or "") if root is not None else ""
    package = files.tree(path) if path else None
    if package is None:
        raise ArticleError(f"“{name}” is a damaged EPUB file: it has no table of its parts.")
    folder = posixpath.dirname(path)
    parts = {local_name(part): part for part in package}
    hrefs: dict[str, str] = {}
    contents = None
    for item in parts.get("manifest", ()):
        href = _join(folder, item.get("href") or "")
        kind = item.get("media-type") or ""
        if kind in _TEXTS:
            hrefs[item.get("id") or ""] = href
        if "nav" in (item.get("properties") or "").split() or (
            kind == "application/x-dtbncx+xml" and contents is None
        ):
            contents = href
    spine = [hrefs[i] for ref in parts.get("spine", ()) if (i := ref.get("idref") or "") in hrefs]
    about = parts.get("metadata")
    creators = [
        " ".join((element.text or "").split())
        for element in (about if about is not None else ())
        if local_name(element) == "creator"
    ]
    said = {
        field: child_text(about, field) if about is not None else ""
        for field in ("title", "language", "date", "publisher")
    }
    return _Package(
        said["title"],
        ", ".join(filter(None, creators)),
        said["language"],
        said["date"],
        said["publisher"],
        spine,
        contents,
    )


def _read_contents(files: _Files, path: str) -> dict[str, str]:
    """What the table of contents calls each text: by its path, the first label."""
    tree = files.tree(path)
    labels: dict[str, str] = {}
    if tree is None:
        return labels
    folder = posixpath.dirname(path)
    for element in tree.iter():
        tag = local_name(element)
        if tag == "a":
            href, label = element.get("href") or "", " ".join(map(str, element.itertext()))
        elif tag == "navpoint":
            content = next((e for e in element if local_name(e) == "content"), None)
            href = (content.get("src") or "") if content is not None else ""
            label = child_text(element, "navlabel")
        else:
            continue
        if href and "#" not in href:
            labels.setdefault(_join(folder, href), " ".join(label.split()))
        elif href:
            labels.setdefault(_join(folder, href.partition("#")[0]), "")
    return labels


def _write_chapter(composer: Composer, files: _Files, path: str, label: str | None) -> None:
    """Write a text of the book; one without a heading gets that of the table of contents."""
    data = files.read(path)
    if data is None:
        return
    tree = _parse_chapter(data)
    body = (
        next((e for e in tree.iter() if local_name(e) == "body"), None)
        if tree is not None
        else None
    )
    if body is None:
        return
    folder = posixpath.dirname(path)

    def lead(href: str) -> str | None:
        address = resolve(href, "")
        if address is None or re.match(r"[A-Za-z][\w+.-]+:", address):
            return address
        inner, mark, name = address.partition("#")
        return f"#{_join(folder, inner) if inner else path}{mark}{name}"

    composer.end()
    composer.name_place(path)
    headings = any(re.fullmatch("h[1-6]", local_name(element)) for element in body.iter())
    words = "".join(map(str, body.itertext())).strip()
    if label and words and not headings:
        composer.begin("heading", 1)
        composer.write(label)
        composer.end()
    MarkupWriter(composer, lead, lambda name: f"{path}#{name}").write(body)


def _parse_chapter(data: bytes) -> _Element | None:
    tree = parse_xml(data)
    if tree is not None and any(local_name(element) == "body" for element in tree.iter()):
        return tree
    from dateline.article.web_page import parse_page

    page: _Element = parse_page(data)[0]
    return page


def _join(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href))) if href else ""
