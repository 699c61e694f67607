"""Dateline: a close reader for the terminal.

The public face is `open_article`, `Article`, `analyze` and `Analysis`; they are imported on first
use, so that `import dateline` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.analysis.pipeline import analyze
    from dateline.article.model import Article
    from dateline.article.opening import open_article

__version__ = "0.1.0"
__all__ = ["Analysis", "Article", "__version__", "analyze", "open_article"]

_HOMES = {
    "Analysis": "dateline.analysis.model",
    "Article": "dateline.article.model",
    "analyze": "dateline.analysis.pipeline",
    "open_article": "dateline.article.opening",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dateline' has no attribute {name!r}")
