import datetime

import pytest

from dateline.article.published import date_in_name, date_in_text

JUNE_5 = datetime.date(2025, 6, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Floods in the south\nPublished: 5 June 2025\nThe river rose.",
        "Floods in the south\n\nPosted on June 5, 2025 by Jane Doe\n\nThe river rose.",
        "Floods in the south\nFirst published on Thursday 5 June 2025 14.30 BST\nThe river rose.",
        "Floods in the south\nPublished 10:15 AM EDT, June 5, 2025\nThe river rose.",
        "Floods\nUpdated: June 6, 2025\nPublished: June 5, 2025\nThe river rose.",
        "Floods\nPublished June 5, 2025 | Updated June 6, 2025\nThe river rose.",
        "Floods\nLast updated 5 June 2025\nThe river rose.",
        "Floods in the south\nBy Jane Doe\nJune 5, 2025\n\nThe river rose.",
        "Floods in the south\nThursday, June 5th, 2025 at 9:00 a.m. ET\n\nThe river rose.",
        "Floods in the south\nBy Jane Doe | June 5, 2025 | 4 min read\nThe river rose.",
        "Floods in the south\nJane Doe, 5 June 2025\nThe river rose.",
        "PARIS, June 5, 2025 - The river rose on Tuesday.",
        "PARIS, June 5, 2025 (AFP) — The river rose on Tuesday.",
        "Floods\n\nSALT LAKE CITY, Utah, June 5, 2025 /PRNewswire/ -- The river rose.",
        "WASHINGTON (AP) 06/05/2025\nThe river rose.",
        "Paris (Reuters) - 5 June 2025 - The river rose.",
        "2025-06-05\nThe river rose.",
        "Date: 05.06.2025\nThe river rose.",
        "Date: 2025-06-05T08:30:00Z\nThe river rose.",
        "The river rose.\n\nIt fell.\n\nPublished June 5, 2025",
        "洪水\n2025年6月5日\n",
    ],
)
def test_an_article_says_its_date(text):
    assert date_in_text(text) == JUNE_5


@pytest.mark.parametrize(
    "text",
    [
        "The law of June 5, 2025, was signed in Paris after a long night of talks.",
        "On June 5, 2025, the river rose - and it fell again a day later, people said.",
        "The report was published on June 5, 2025 and says that the river will rise again.",
        "BEIJING, June 5 (Xinhua) -- The river rose.",
        "Who knew what before June 5, 2025?",
        "The river rose on 31 June 2025.",
        "",
    ],
)
def test_a_date_that_the_story_tells_of_is_not_its_own(text):
    assert date_in_text(text) is None


@pytest.mark.parametrize(
    "name",
    [
        "2025-06-05-story.txt",
        "story_20250605.html",
        "IMG20250605123000.txt",
        "/2025/06/05/world/story",
        "/world/2025/jun/05/story",
        "june-5-2025.md",
        "05-Jun-2025 notes.txt",
        "notes 05.06.2025.txt",
    ],
)
def test_a_name_holds_a_date(name):
    assert date_in_name(name) == JUNE_5


@pytest.mark.parametrize("name", ["story.txt", "2025.txt", "wsj_0815.txt", "20251399.txt", "1.2.3"])
def test_a_name_without_a_whole_date(name):
    assert date_in_name(name) is None
