"""What an article's address and its paper's name tell of where it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.analysis.places.clues import context_words
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.mentions import NamedPlace

if TYPE_CHECKING:
    from dateline.article.model import Article

_DOMAIN_IS_GREAT_BRITAIN = "UK"
_SOLD_TO_ANYONE = frozenset(
    {"AI", "CC", "CO", "FM", "GG", "IO", "LY", "ME", "SH", "TO", "TV", "WS"}
)
"""Country domains that mostly have nothing to do with their country."""
_CERTAINTY = 1.0


def home_country(article: Article) -> str | None:
    """The ISO 3166-1 code of the country that the article's address ends in, or None."""
    host = urlsplit(article.url or "").hostname or ""
    ending = host.rpartition(".")[2].upper()
    if ending == _DOMAIN_IS_GREAT_BRITAIN:
        return "GB"
    if len(ending) != 2 or ending in _SOLD_TO_ANYONE:
        return None
    return ending if gazetteer().country(ending) else None


def home_town(article: Article) -> NamedPlace | None:
    """The place that the paper is named after ("The Toledo Herald"), as a name without mentions."""
    words = (article.site or "").replace("The ", "", 1).split()
    for end in range(len(words) - 1, 0, -1):
        town = " ".join(words[:end])
        named = words[end].lower() in context_words().not_inside
        if named and any(place.rank == 0 for place in gazetteer().lookup_key(fold(town))):
            return NamedPlace(town, certainty=_CERTAINTY)
    return None
