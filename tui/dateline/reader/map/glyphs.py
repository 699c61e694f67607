"""A mark for each kind of place: told apart by shape, so that no colour is needed."""

GLYPHS = {
    "country": "◆",
    "region": "◇",
    "city": "●",
    "district": "·",
    "water": "≈",
    "mountain": "▲",
    "landmark": "■",
    "airport": "■",
    "continent": "○",
    "bloc": "⊞",
}


def glyph_of(kind: str) -> str:
    """The mark of a kind of place."""
    return GLYPHS.get(kind, "·")
