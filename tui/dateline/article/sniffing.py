"""Sniffing: the format of an article told by its first bytes, whatever it is called."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal[
    "text", "markdown", "html", "epub", "pdf", "email", "feed", "gzip", "binary", "empty"
]

_HEAD = 8_192
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a WebP, WAV or AVI file"),
    (b"BM", "a BMP picture"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"fLaC", "a FLAC file"),
    (b"\x1aE\xdf\xa3", "a Matroska film"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document; save it as text, HTML or PDF"),
    (b"{\\rtf", "an RTF document; save it as text, HTML or PDF"),
    (b"%!PS", "a PostScript file; make a PDF of it"),
)
_IN_ZIP = (
    (b"word/", "a Word document; save it as text, HTML or PDF"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"opendocument", "an OpenDocument file; save it as text, HTML or PDF"),
)
_HTML = re.compile(
    rb"\s*(?:<!--.{0,4000}?-->\s*|<\?xml[^>]{0,200}>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|section|h[1-6]|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WITHIN = re.compile(rb"\s*<.{0,6000}?<(?:html|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    rb"\s*(?:<\?xml.{0,400}?\?>\s*|<!--.{0,4000}?-->\s*|<!DOCTYPE[^>]{0,400}>\s*)*"
    rb"<(?:rss\b|feed\b|rdf:RDF\b|atom:feed\b|(?:\w+:)?feed\b)",
    re.DOTALL,
)
_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,40}):[ \t]*\S")
_MAIL_HEADERS = frozenset(
    (
        b"from to subject date message-id mime-version received return-path delivered-to cc "
        b"content-type x-mailer reply-to sender dkim-signature"
    ).split()
)
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn")
_TEXT_SUFFIXES = (".txt", ".text", ".log", ".asc")
_MARKDOWN_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^#{1,6} \S",
        r"^(?:```|~~~)",
        r"\[[^\]\n]{1,200}\]\([^)\s]{1,400}\)",
        r"\*\*\w[^*\n]{0,200}\*\*",
        r"^!\[[^\]\n]{0,200}\]\(",
        r"^\|[^\n]{1,400}\|\n\|[ :|-]{3,400}\|$",
        r"^\[[^\]\n]{1,100}\]: \S",
    )
)


def sniff(data: bytes, name: str = "") -> Format:
    """The format of an article that begins with `data`.

    `name` (a path) counts for nothing but to tell Markdown from plain text, which look alike.
    """
    head = data[:_HEAD]
    if not head.strip():
        return "empty" if len(data) <= _HEAD and not data.strip() else "text"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"%PDF-") or b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "epub" if b"application/epub+zip" in head[:200] else "binary"
    body = head.removeprefix(b"\xef\xbb\xbf")
    if _FEED.match(body) is not None:
        return "feed"
    if _HTML.match(body) is not None or _HTML_WITHIN.match(body) is not None:
        return "html"
    if is_binary(head):
        return "binary"
    if _is_email(body):
        return "email"
    return "markdown" if _is_markdown(data, name) else "text"


def is_binary(head: bytes) -> bool:
    """Whether the bytes cannot be text in any encoding that is in use."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    if any(head.startswith(magic) for magic, _ in _MAGIC if len(magic) > 2):
        return True
    zeros = head.count(0)
    if zeros:
        even = head[::2].count(0)
        one_sided = min(even, zeros - even) < 0.05 * len(head) / 2
        return not (one_sided and zeros > 0.2 * len(head))
    controls = sum(byte < 32 and byte not in (7, 8, 9, 10, 12, 13, 27) for byte in head)
    return controls > 0.02 * len(head) + 2


def describe_binary(data: bytes) -> str:
    """What a binary file is, for a sentence that says "it is …"."""
    if data.startswith(b"PK"):
        for sign, said in _IN_ZIP:
            if sign in data[:_HEAD]:
                return said
    for magic, said in _MAGIC:
        if data.startswith(magic):
            return said
    return "a binary file, not text"


def _is_email(head: bytes) -> bool:
    lines = head.split(b"\n", 60)
    if lines[0].startswith(b"From ") and len(lines) > 1:
        lines = lines[1:]
    seen: set[bytes] = set()
    for line in lines:
        if line[:1] in (b" ", b"\t") and seen:
            continue
        found = _HEADER.match(line)
        if found is None:
            break
        seen.add(found[1].lower())
    return (
        b"from" in seen
        and bool(seen & {b"subject", b"date", b"message-id"})
        and (len(seen & _MAIL_HEADERS) >= 3)
    )


def _is_markdown(data: bytes, name: str) -> bool:
    name = name.lower()
    if name.endswith(_MARKDOWN_SUFFIXES):
        return True
    if name.endswith(_TEXT_SUFFIXES):
        return False
    text = data[: 4 * _HEAD].decode("utf-8", "replace").replace("\r\n", "\n")
    kinds = sum(pattern.search(text) is not None for pattern in _MARKDOWN_SIGNS)
    headings = len(_MARKDOWN_SIGNS[0].findall(text))
    return kinds >= 2 or (headings >= 2 and f"\n{'#' * 2} " in text)
