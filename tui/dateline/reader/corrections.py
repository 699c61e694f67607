"""What the reader put right about places, remembered for each article in the data folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from dateline.annotations.exports.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.article.model import Article


def _path(article: Article) -> Path:
    return user_data_path("dateline", appauthor=False) / "places" / f"{article.text_hash}.json"


def corrections_of(article: Article) -> dict[str, int]:
    """The corrections made in an article: a name as written, and the GeoNames id it means."""
    try:
        held = json.loads(_path(article).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(held, dict):
        return {}
    return {str(name): number for name, number in held.items() if isinstance(number, int)}


def remember_correction(article: Article, name: str, geonames_id: int) -> str | None:
    """Remember a correction; None when it is on the disk, else why it is not, in a sentence."""
    path = _path(article)
    held = corrections_of(article) | {name: geonames_id}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(held, ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        return f"The correction holds until you leave: {path} was not written: {error.strerror}"
    return None
