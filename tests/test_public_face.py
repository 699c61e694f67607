"""The Python face: `dateline.Article`, `dateline.analyze`, `Analysis.to_dict`."""

import json

import dateline


def test_analyze_gives_the_public_json() -> None:
    article = dateline.Article.from_text("Russia launched 407 drones on Friday.")
    found = dateline.analyze(article).to_dict()
    assert list(found) == [
        "schema",
        "article",
        "entities",
        "numbers",
        "times",
        "timeline",
        "quotes",
        "places",
    ]
    assert found["article"]["text"] == article.text
    json.dumps(found)
