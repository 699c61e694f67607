"""The places that the reader put right are remembered for each article."""

from dateline.article.model import Article
from dateline.library.place_choices import PlaceChoices


def test_choices_are_kept_by_article(tmp_path):
    path = tmp_path / "folder" / "places.json"
    paris, rome = Article.from_text("Paris slept."), Article.from_text("Rome woke.")
    PlaceChoices(path).remember(paris, ["Paris"], 4717560)
    PlaceChoices(path).remember(rome, ["Rome"], 4219762)
    assert PlaceChoices(path).of_article(paris) == {"Paris": 4717560}
    assert PlaceChoices(path).of_article(Article.from_text("Nowhere.")) == {}


def test_a_damaged_file_is_set_aside(tmp_path):
    path = tmp_path / "places.json"
    path.write_text("{half")
    assert PlaceChoices(path).of_article(Article.from_text("Paris slept.")) == {}
    assert (tmp_path / "places.damaged").read_text() == "{half"
