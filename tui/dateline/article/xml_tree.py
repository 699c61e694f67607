"""Parsing XML and XHTML from outside: nothing is fetched, no entity of theirs expanded."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_KEPT = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def parse_xml(data: bytes) -> _Element | None:
    """The root of an XML document, as far as it can be read; None when it cannot.

    HTML's named entities are known; entities that the document declares itself are dropped.
    """
    from lxml import etree

    head = data[:20_000]
    data = _DOCTYPE.sub(b"", head, count=1) + data[20_000:]
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: _Element | None = etree.fromstring(_ENTITY.sub(_numeric, data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def local_name(element: _Element) -> str:
    """The name of an element without its namespace, in lower case; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def child_text(element: _Element, *names: str) -> str:
    """The words of the first child with one of the local names, on one line; or empty."""
    for name in names:
        for child in element:
            if local_name(child) == name:
                words = " ".join("".join(map(str, child.itertext())).split())
                if words:
                    return words
    return ""


def _numeric(found: re.Match[bytes]) -> bytes:
    name = found[1]
    if name in _KEPT:
        return found[0]
    signs = html5.get(name.decode("ascii") + ";")
    return "".join(f"&#{ord(sign)};" for sign in signs).encode() if signs else b""
