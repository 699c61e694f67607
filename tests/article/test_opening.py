"""Opening: the format is told by the content, and bad input gives one clear sentence."""

import gzip
import io
import os
import re
from pathlib import Path

import pytest

import dateline
from dateline.article import opening
from dateline.article.errors import ArticleError
from dateline.article.opening import open_article

STORY = "A title of the story\n\nA paragraph of the story, which ends with a full stop.\n"


class Terminal(io.BytesIO):
    def isatty(self) -> bool:
        return True


def refusal(source: str, **options: object) -> str:
    with pytest.raises(ArticleError) as caught:
        open_article(source, **options)
    message = str(caught.value)
    assert re.search(r"[\x00-\x1f\x7f-\x9f]", message) is None
    assert message.endswith(".")
    return message


def test_a_file_and_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "story"
    path.write_text(STORY)
    article = dateline.open_article(str(path))
    assert (article.title, article.format, article.source) == (
        "A title of the story",
        "text",
        str(path),
    )
    assert open_article("-", stdin=io.BytesIO(STORY.encode())).text == STORY
    assert open_article(path.as_uri()).text == STORY


def test_the_date_comes_from_the_name_when_the_text_has_none(tmp_path: Path) -> None:
    path = tmp_path / "2025-06-07-story.txt"
    path.write_text(STORY)
    article = open_article(str(path))
    assert str(article.published) == "2025-06-07"
    assert article.published_from == "the name of the file"


def test_markdown_is_told_by_name_or_by_content(tmp_path: Path) -> None:
    path = tmp_path / "story.md"
    path.write_text("Some *words*.\n")
    assert open_article(str(path)).text == "Some words."
    marked = b"# Head\n\nSome [link](https://a.example/) here.\n"
    assert open_article("-", stdin=io.BytesIO(marked)).format == "markdown"
    plain = tmp_path / "story.txt"
    plain.write_bytes(marked)
    assert open_article(str(plain)).format == "text"


def test_gzip_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "story.txt.gz"
    path.write_bytes(gzip.compress(STORY.encode()))
    assert open_article(str(path)).text == STORY
    path.write_bytes(gzip.compress(STORY.encode())[:-12])
    assert "too early" in refusal(str(path)) or "damaged" in refusal(str(path))


def test_gzip_that_inflates_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 1 << 20)
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"x" * (3 << 20)))
    assert "more than 1 MB" in refusal(str(path))


def test_addresses_in_plain_text_are_links(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("See https://example.com/a_(b). And (https://example.org/x), too.\n")
    links = open_article(str(path)).links
    assert [link.href for link in links] == ["https://example.com/a_(b)", "https://example.org/x"]


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        ("Das Mädchen aß grüne Äpfel über den Dächern von Köln.\n", "cp1252", "Mädchen aß grüne"),
        ("Zoë’s café — “a must”.\n", "cp1252", "Zoë’s café — “a must”"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy. Řeka je široká.\n", "cp1250", "žluťoučký kůň"),
        ("Zażółć gęślą jaźń, a potem wróć do domu i odpocznij.\n", "cp1250", "Zażółć gęślą"),
        ("Президент заявил, что переговоры продолжатся завтра.\n", "cp1251", "Президент"),
        ("Президент заявил, что переговоры продолжатся завтра.\n", "koi8-r", "Президент"),
        ("Ein Satz in sechzehn Bit.\n", "utf-16", "Ein Satz"),
        ("Ein Satz in sechzehn Bit ohne Marke.\n", "utf-16-le", "Ein Satz"),
        ("今日は東京で大きな会議が開かれました。首相が演説した。\n" * 3, "shift_jis", "東京"),
    ],
)
def test_other_encodings_are_detected_and_said(
    tmp_path: Path, data: str, encoding: str, expected: str
) -> None:
    path = tmp_path / "story"
    path.write_bytes(data.encode(encoding))
    article = open_article(str(path))
    assert expected in article.text
    assert "not UTF-8" in article.remarks[0]


def test_a_byte_or_two_that_are_broken_do_not_change_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "story"
    path.write_bytes("Schöne Grüße aus München. ".encode() * 40 + b"\xff end.")
    article = open_article(str(path))
    assert "Schöne Grüße" in article.text
    assert "One place is not valid UTF-8" in article.remarks[0]


def test_bad_input_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert "There is no file" in refusal(str(tmp_path / "none.txt"))
    assert "no folder" in refusal(str(tmp_path / "no" / "none.txt"))
    assert "https://" in refusal("example.com/story")
    assert refusal(str(tmp_path)).endswith("is a folder: name a file in it.")
    assert "cannot be read" not in refusal(str(tmp_path))
    assert "device" in refusal("/dev/null")
    assert "too long" in refusal("word " * 2_000)
    assert "web" in refusal("gopher://example.com/") or "http" in refusal("gopher://example.com/")
    empty = tmp_path / "empty"
    empty.write_bytes(b" \n\n ")
    assert "is empty" in refusal(str(empty))
    assert "Nothing is piped" in refusal("-", stdin=Terminal())
    assert "standard input" in refusal("-", stdin=io.BytesIO(b""))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG picture"),
        (b"PK\x03\x04\x14\x00word/document.xml", "Word document"),
        (b"\x7fELF\x02\x01\x01" + bytes(40), "a program"),
        (bytes(range(256)) * 20, "binary file"),
    ],
)
def test_binary_files_are_named(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    assert said in refusal(str(path))


def test_a_hostile_name_does_not_reach_the_terminal(tmp_path: Path) -> None:
    message = refusal(str(tmp_path / "\x1b]52;c;aGk=\x07"))
    assert "␛]52" in message


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "chmod u+r" in refusal(str(path))


def test_a_pipe_is_read(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, STORY.encode())
    os.close(writing)
    assert open_article(f"/dev/fd/{reading}").title == "A title of the story"
    os.close(reading)
