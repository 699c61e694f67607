"""What a web page shows only on hovering does not come into the text."""

import pytest

from dateline.article.web_page import read_web_page

LONG = (
    "The council of the port voted on Monday to close the northern quay for the whole of the "
    "winter, after engineers had found cracks in four of its pillars. "
)


def text_of(words: str) -> str:
    page = f"<html><body><article><h1>Quay</h1><p>{LONG}</p><p>{LONG}{words} spoke.</p></article>"
    return read_web_page(f"{page}<p>{LONG}{LONG}</p></body></html>".encode(), "page.html").text


@pytest.mark.parametrize(
    "card",
    [
        '<span class="tooltiptext">Mina Ada Okafor, mayor</span>',
        '<span class="rollover-people-block"><a href="/m">Mina Ada Okafor</a> mayor</span>',
        '<span role="tooltip">Mina Ada Okafor, mayor</span>',
        '<div popover id="m">Mina Ada Okafor, mayor</div>',
        '<span style="display:none">Mina Ada Okafor, mayor</span>',
        "<span hidden>Mina Ada Okafor, mayor</span>",
        '<span class="c-tooltip__content">Mina Ada Okafor, mayor</span>',
    ],
)
def test_a_card_that_appears_on_hovering_is_left_out(card: str) -> None:
    text = text_of(f'Mayor <span class="has-tooltip"><a href="/o">Mina Okafor</a>{card}</span>')
    assert "Mayor Mina Okafor spoke." in text
    assert "Ada" not in text


@pytest.mark.parametrize("name", ["tooltip", "has-tooltip", "tooltip-wrapper", "rollover-people"])
def test_the_words_that_have_a_card_stay(name: str) -> None:
    assert "Mayor Mina Okafor spoke." in text_of(f'Mayor <span class="{name}">Mina Okafor</span>')


def test_a_story_stays_whatever_its_element_is_called() -> None:
    page = f'<html><body><div class="popover-content"><p>{LONG}</p>{f"<p>{LONG}</p>" * 12}</div>'
    assert "northern quay" in read_web_page(f"{page}</body></html>".encode(), "page.html").text
