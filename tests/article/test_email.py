"""Mails: subject, sender and date; the words, in plain text or HTML; what is not shown."""

from email.message import EmailMessage

import pytest

from dateline.article.errors import ArticleError
from dateline.article.opening import read_article

BODY = """Dear all,

the quay closes on the first of November, as the engineers have found
cracks in four of its pillars. See https://gazette.example/quay for more.

> When does it open?

In spring, we hope, if the weather lets us work through the winter.

--\x20
Mina Okafor
Port Office
"""


def mail(body: str = BODY) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Mina Okafor <mina@port.example>"
    message["To"] = "all@port.example"
    message["Subject"] = "Quay closes für den Winter"
    message["Date"] = "Mon, 04 Mar 2024 08:30:00 +0100"
    message.set_content(body)
    return message


def test_a_plain_mail() -> None:
    article = read_article(bytes(mail()), "quay.eml")
    assert article.format == "email"
    assert article.title == "Quay closes für den Winter"
    assert article.byline == "Mina Okafor"
    assert str(article.published) == "2024-03-04"
    assert [block.kind for block in article.blocks] == [
        "title",
        "byline",
        "paragraph",
        "paragraph",
        "quote",
        "paragraph",
        "aside",
    ]
    assert [link.href for link in article.links] == ["https://gazette.example/quay"]
    link = article.links[0]
    assert article.text[link.start : link.end] == link.href


def test_a_newsletter_in_html_and_its_attachment() -> None:
    message = mail("See the web version.")
    message.add_alternative(
        "<html><body><table><tr><td><h2>The quay</h2><p>It <b>closes</b> on the first of November, "
        "says <a href='https://port.example/'>the office</a>.</p></td></tr></table>"
        "<script>x()</script></body></html>",
        subtype="html",
    )
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a\x1bb.pdf")
    article = read_article(bytes(message), "quay.eml")
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks][2:] == [
        ("heading", "The quay"),
        ("paragraph", "It closes on the first of November, says the office."),
    ]
    assert article.links[0].href == "https://port.example/"
    assert "attachments" in article.remarks[0]
    assert "\x1b" not in article.remarks[0]


def test_the_first_mail_of_a_box() -> None:
    box = b"From mina Mon Mar  4 08:30:00 2024\n" + bytes(mail())
    article = read_article(box + b"\n\n" + box, "box")
    assert article.title == "Quay closes für den Winter"
    assert "first of 2 mails" in article.remarks[0]


def test_a_mail_without_words_is_refused() -> None:
    with pytest.raises(ArticleError, match="without words"):
        read_article(bytes(mail("")), "x.eml")
