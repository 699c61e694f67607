"""What the reader put right about places: for each article, which place a name means.

Kept as one JSON file in the data folder: the article's text hash leads to its names, a name to a
GeoNames id. The file is written whole or not at all; one that cannot be read is set aside.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.annotations.exports.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.article.model import Article


class PlaceChoices:
    """The remembered choices. Errors of the file system are OSError."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()

    def of_article(self, article: Article) -> dict[str, int]:
        """Names as they are written in the article, each with the GeoNames id chosen for it."""
        return self._read().get(article.text_hash, {})

    def remember(self, article: Article, names: Iterable[str], geonames_id: int) -> None:
        """From now on the names mean that place in the article."""
        choices = self._read()
        known = choices.setdefault(article.text_hash, {})
        known.update(dict.fromkeys(names, geonames_id))
        self._write(choices)

    def _read(self) -> dict[str, dict[str, int]]:
        try:
            found = json.loads(self.path.read_text("utf-8"))
            return {
                str(text_hash): {str(name): int(number) for name, number in names.items()}
                for text_hash, names in found.items()
            }
        except FileNotFoundError:
            return {}
        except (ValueError, AttributeError, TypeError):
            self.path.replace(self.path.with_suffix(".damaged"))
            return {}

    def _write(self, choices: dict[str, dict[str, int]]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, json.dumps(choices, ensure_ascii=False, indent=1))


def default_path() -> Path:
    """`places.json` in the user's data folder."""
    from platformdirs import user_data_path

    return user_data_path("dateline", appauthor=False) / "places.json"
