"""Names over line ends: the spaces around a line end are one space."""

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.article.model import Article


def test_a_name_over_a_line_end_with_spaces_around_it_is_the_same_name() -> None:
    text = (
        "The council said on Monday in a long statement that Mayor Anna \nLind would open the fair "
        "on the bridge.\nIt went on. Later Anna Lind thanked everybody who had come to the fair.\n"
    )
    found = {entity.name: entity for entity in find_entities(parse(Article.from_text(text)))}
    assert len(found["Anna Lind"].mentions) == 2
    assert found["Anna Lind"].variants == ("Anna Lind",)
