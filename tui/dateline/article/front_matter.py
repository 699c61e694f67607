"""Front matter: the metadata between two lines of "---" (YAML) or "+++" (TOML) above Markdown.

Of YAML only what such headers use is read: `key: value` lines, quoted strings, and lists in
brackets or with dashes; what is nested deeper is passed over.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

_LONGEST = 20_000
_KEY = re.compile(r"([A-Za-z_][\w -]{0,40}?)\s*:(?:\s+(.*)|\s*)\Z")
_ITEM = re.compile(r"\s*-\s+(.*)\Z")


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The metadata, keys in lower case and lists joined by ", ", and the text that follows."""
    for fence in ("---", "+++"):
        if not text.startswith(fence + "\n"):
            continue
        end = text.find(f"\n{fence}\n", 0, _LONGEST)
        if end < 0 and text.endswith(f"\n{fence}") and len(text) < _LONGEST:
            end = len(text) - 4
        if end < 0 and fence == "---":
            end = text.find("\n...\n", 0, _LONGEST)
        if end < 0:
            continue
        header = text[4 : end + 1]
        fields = _read_yaml(header) if fence == "---" else _read_toml(header)
        if fields or not header.strip():
            return fields, text[end + 5 :]
    return {}, text


def _read_toml(header: str) -> dict[str, str]:
    try:
        return {key.lower(): _said(value) for key, value in tomllib.loads(header).items()}
    except tomllib.TOMLDecodeError:
        return {}


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _read_yaml(header: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    key = ""
    for line in header.split("\n"):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _KEY.match(line)
        item = _ITEM.match(line)
        if found is not None:
            key = found[1].lower()
            fields[key] = _unquoted(found[2] or "")
        elif item is not None and key:
            fields[key] = ", ".join(filter(None, (fields[key], _unquoted(item[1]))))
        elif line[0] in " \t" and key:
            fields[key] = " ".join(filter(None, (fields[key].strip(">|- "), line.strip())))
        else:
            return {}
    return fields


def _unquoted(value: str) -> str:
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part) for part in value[1:-1].split(",") if part.strip())
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return (
            value[1:-1].replace('\\"', '"') if value[0] == '"' else value[1:-1].replace("''", "'")
        )
    return value.partition(" #")[0].strip()
