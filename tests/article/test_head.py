"""The beginning of a long file is read as the whole file would be."""

from pathlib import Path

import pytest

from dateline.article.head import HEAD, read_head
from dateline.article.opening import open_article

STORY = (Path(__file__).parents[2] / "seeds" / "russia-strikes-ukraine.txt").read_text("utf-8")


def _write(path: Path, text: str, encoding: str = "utf-8") -> str:
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize("name", ["long.txt", "long.md"])
def test_its_text_and_structure_are_the_beginning_of_the_whole(tmp_path: Path, name: str) -> None:
    source = _write(tmp_path / name, "A long story\n\n" + STORY * (3 * HEAD // len(STORY)))
    head, whole = read_head(source), open_article(source)
    assert head is not None
    assert whole.text.startswith(head.text.rstrip())
    assert head.title == whole.title
    # Its last block may be one that the whole article sets otherwise.
    blocks = head.blocks[:-1]
    assert len(blocks) > 20
    assert whole.blocks[: len(blocks)] == blocks


def test_what_must_be_read_whole_has_no_head(tmp_path: Path) -> None:
    long = "Words and more words in a line of text.\n\n" * (3 * HEAD // 40)
    assert read_head(_write(tmp_path / "short.txt", STORY)) is None
    assert read_head(_write(tmp_path / "latin.txt", "Été à Brême.\n\n" + long, "latin-1")) is None
    assert read_head(_write(tmp_path / "links.md", long + "[1]: https://example.org\n")) is None
    assert read_head(_write(tmp_path / "page.html", "<!doctype html><p>" + long)) is None
    assert read_head(str(tmp_path / "missing.txt")) is None
    assert read_head("-") is None
    assert read_head("https://example.org/long.txt") is None
