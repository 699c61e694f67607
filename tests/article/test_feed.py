"""Feeds: RSS, RDF and Atom open as a list of their articles."""

import datetime

import pytest

from dateline.article.errors import ArticleError
from dateline.article.feed import feed_items, read_feed_item
from dateline.article.opening import read_article

RSS = b"""<?xml version="1.0"?><!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Port Gazette</title>
<link>https://gazette.example/</link><description>News &amp; tides</description>
<language>en-gb</language>
<item><title>Quay &lt;b&gt;closes&lt;/b&gt;</title><link>/news/quay</link>
<dc:creator>Mina Okafor</dc:creator><pubDate>Mon, 04 Mar 2024 08:30:00 +0100</pubDate>
<description>&lt;p&gt;For the winter.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>The quay closes.</p><h2>Why</h2>
<p>Cracks. <a href="/more">More</a></p>]]></content:encoded>
</item><item><title>Ferries late\x1b</title><guid>https://gazette.example/ferries</guid></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Tides</title>
<link rel="self" href="https://tides.example/feed"/><link href="https://tides.example/"/>
<entry><title>High water</title><link href="https://tides.example/1"/><id>tag:1</id>
<updated>2024-03-05T01:02:03Z</updated><author><name>Lars Holm</name></author>
<summary>At noon.</summary></entry></feed>"""


def test_a_feed_lists_its_articles_as_links() -> None:
    article = read_article(RSS, "https://gazette.example/feed")
    assert (article.format, article.title) == ("feed", "The Port Gazette")
    assert article.language == "en"
    assert article.url == "https://gazette.example/"
    shown = [(b.kind, article.text[b.start : b.end]) for b in article.blocks]
    assert shown == [
        ("title", "The Port Gazette"),
        ("standfirst", "News & tides"),
        ("heading", "Quay closes"),
        ("byline", "4 March 2024 · Mina Okafor"),
        ("paragraph", "For the winter."),
        ("heading", shown[5][1]),
    ]
    assert [link.href for link in article.links] == [
        "https://gazette.example/news/quay",
        "https://gazette.example/ferries",
    ]


def test_atom() -> None:
    (item,) = feed_items(ATOM, "https://tides.example/feed")
    assert (item.title, item.href) == ("High water", "https://tides.example/1")
    assert (item.published, item.byline) == (datetime.date(2024, 3, 5), "Lars Holm")
    assert read_article(ATOM, "-").title == "Tides"


def test_an_item_can_be_read_from_the_feed_itself() -> None:
    item = feed_items(RSS, "https://gazette.example/feed")[0]
    article = read_feed_item(item, "https://gazette.example/feed")
    assert [(b.kind, article.text[b.start : b.end]) for b in article.blocks] == [
        ("title", "Quay closes"),
        ("byline", "Mina Okafor"),
        ("paragraph", "The quay closes."),
        ("heading", "Why"),
        ("paragraph", "Cracks. More"),
    ]
    assert article.links[0].href == "https://gazette.example/more"


def test_a_feed_without_articles_and_one_that_is_hostile() -> None:
    with pytest.raises(ArticleError, match="without articles"):
        read_article(b"<rss><channel><title>x</title></channel></rss>", "x")
    bomb = (
        b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">'
        b"]><rss><channel><title>t</title><item><title>&b;&f;x</title></item></channel></rss>"
    )
    text = read_article(bomb, "x").text
    assert "haha" not in text
    assert "root:" not in text
