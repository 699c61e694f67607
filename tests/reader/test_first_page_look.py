"""The first page is drawn in the styles that the app draws with."""

import json
from dataclasses import asdict

import pytest

from dateline.reader.first_page.look import FILE, colour_system, load_look
from dateline.reader.first_page.make_looks import make_looks


async def test_the_looks_are_those_of_themes_and_style_sheets() -> None:
    made = {name: asdict(look) for name, look in (await make_looks()).items()}
    hint = "make them anew: python -m dateline.reader.first_page.make_looks"
    assert json.loads(FILE.read_text("utf-8")) == made, hint


def test_other_themes_have_no_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLORFGBG", "0;15")
    assert load_look("auto") == load_look("dateline-light") != load_look("dateline-dark")
    assert load_look("nord") is None


@pytest.mark.parametrize(
    ("colorterm", "term", "expected"),
    [
        ("truecolor", "xterm-256color", "truecolor"),
        ("", "screen-256color", "256"),
        ("", "xterm", None),
        ("", "dumb", None),
    ],
)
def test_colours_are_told_as_rich_tells_them(
    monkeypatch: pytest.MonkeyPatch, colorterm: str, term: str, expected: str | None
) -> None:
    monkeypatch.delenv("TEXTUAL_COLOR_SYSTEM", raising=False)
    monkeypatch.setenv("COLORTERM", colorterm)
    monkeypatch.setenv("TERM", term)
    assert colour_system() == expected
    monkeypatch.setenv("NO_COLOR", "1")
    assert colour_system() is None
