"""What a time means by what was told before it, by its tense, and by what it stands beside."""

import datetime
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.analysis.language import parse
from dateline.analysis.times import find_times
from dateline.article.model import Article

SATURDAY = datetime.date(2025, 6, 7)


def found(text, published=SATURDAY):
    return find_times(parse(Article.from_text(text, published=published)))


def values(text, published=SATURDAY):
    return {time.text: time.value for time in found(text, published)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke in March.", {"March": "2025-03"}),
        ("She expects snow on Tuesday.", {"Tuesday": "2025-06-10"}),
        ("The singer turns 50 in October.", {"October": "2025-10"}),
        ("Voters forecast a rout in March.", {"March": "2026-03"}),
        ("In Monday's final Berg meets Holm.", {"Monday": "2025-06-09"}),
        (
            "They rowed between May and August 2022.",
            {"May": "2022-05", "August 2022": "2022-08"},
        ),
        (
            "They rowed from November to March 2022.",
            {"November": "2021-11", "March 2022": "2022-03"},
        ),
        ("They met on Sun 8 June.", {"Sun 8 June": "2025-06-08"}),
        (
            "Holm won on Friday.\nIn Monday's final Holm meets Berg. Ruud won 3-1 in the evening.",
            {"Friday": "2025-06-06", "Monday": "2025-06-09", "the evening": "2025-06-06TEV"},
        ),
        ("The dam will be rebuilt by March.", {"March": "2026-03"}),
        (
            "Police said Monday that a man died on Sunday.",
            {"Monday": "2025-06-02", "Sunday": "2025-06-01"},
        ),
        ("The fair runs June 15-17.", {"June 15": "2025-06-15", "17": "2025-06-17"}),
        (
            "He fell ill on May 3, 2024. A week later he died.",
            {"May 3, 2024": "2024-05-03", "A week later": "2024-05-10"},
        ),
        (
            "They met in 1998 and married the following year.",
            {"1998": "1998", "the following year": "1999"},
        ),
        (
            "Profit rose in the third quarter of 2024 from a year earlier.",
            {"the third quarter of 2024": "2024-Q3", "a year earlier": "2023-Q3"},
        ),
        (
            "The vote was held on May 4. The day before the vote, he resigned.",
            {"May 4": "2025-05-04", "The day before the vote": "2025-05-03"},
        ),
        ("The Sept. 11 attacks shook the city.", {"Sept. 11": "2001-09-11"}),
        ("Prices rose over the past two years.", {"the past two years": "P2Y"}),
        ("It happened early Friday.", {"early Friday": "2025-06-06"}),
        ("It happened late Friday night.", {"late Friday night": "2025-06-06TNI"}),
        ("They talk twice a week.", {"twice a week": "P1W"}),
        ("The 1996 campaign was bitter, a 2014 study found.", {"1996": "1996", "2014": "2014"}),
        ("It fell on the night of 5 June.", {"the night of 5 June": "2025-06-05TNI"}),
        ("He came in the first week of May.", {"the first week of May": "2025-05"}),
        ("Talks began a fortnight ago.", {"a fortnight ago": "2025-05-24"}),
        ("A three-and-a-half-year war ended.", {"three-and-a-half-year": "P3Y6M"}),
        (
            "The ship stopped on Wednesday, police said on Thursday. Tugs came at 6:40 a.m.",
            {
                "Wednesday": "2025-06-04",
                "Thursday": "2025-06-05",
                "6:40 a.m.": "2025-06-04T06:40",
            },
        ),
        (
            "The wall was finished in April. Three weeks later the river rose.",
            {"April": "2025-04", "Three weeks later": "2025-05"},
        ),
        (
            "He came in 1996, and the next year he left.",
            {"1996": "1996", "the next year": "1997"},
        ),
        (
            "Sales fell in the first quarter. In the 2024 fourth quarter they rose. "
            "A year ago the profit was higher.",
            {
                "the first quarter": "2025-Q1",
                "the 2024 fourth quarter": "2024-Q4",
                "A year ago": "2024-Q1",
            },
        ),
        ("Talks open on the first Monday in July.", {"the first Monday in July": "2025-07-07"}),
        ("The July 7 bombings shook London.", {"July 7": "2005-07-07"}),
        ("They will discuss Wednesday's ruling.", {"Wednesday": "2025-06-04"}),
        ("They will watch Wednesday's match.", {"Wednesday": "2025-06-11"}),
        ("He is raising doubts about Wednesday's debate.", {"Wednesday": "2025-06-04"}),
        ("She will rest after her Monday morning fall.", {"Monday morning": "2025-06-02TMO"}),
        ("He spoke at a Friday evening rally.", {"Friday evening": "2025-06-06TEV"}),
        (
            "After Sept. 11, 2001, much changed. He spoke earlier in the day.",
            {"Sept. 11, 2001": "2001-09-11", "the day": "2025-06-07"},
        ),
        ("The deal must be reached by Monday.", {"Monday": "2025-06-09"}),
        ("He met her on a Thursday.", {"Thursday": "XXXX-WXX-4"}),
        (
            "The cost rose in 2012 from the year before.",
            {"2012": "2012", "the year before": "2011"},
        ),
        ("It opens at 10 a.m. on 4 July.", {"10 a.m. on 4 July": "2025-07-04T10:00"}),
        ("The fee rises on April 1 next year.", {"April 1 next year": "2026-04-01"}),
        ("He lived there in '98 and '99.", {"'98": "1998", "'99": "1999"}),
        ("It was built in the nineteen sixties.", {"the nineteen sixties": "196"}),
        (
            "It was in October of nineteen eighty-seven.",
            {"October of nineteen eighty-seven": "1987-10"},
        ),
        ("It begins on July twenty third.", {"July twenty third": "2025-07-23"}),
        ("It rang at six-thirty last night.", {"six-thirty last night": "2025-06-06T18:30"}),
        ("It ends two years from today.", {"two years from today": "2027-06-07"}),
        ("It stood half a century ago.", {"half a century ago": "1975"}),
        ("It is the ninth day of the siege.", {"the ninth day": "2025-06-07"}),
        (
            "Sales fell in the third and fourth quarters of 2024.",
            {"the third": "2024-Q3", "fourth quarters of 2024": "2024-Q4"},
        ),
        ("Three- and six-month bills fell.", {"Three": "P3M", "six-month": "P6M"}),
        ("Profit rose in the March quarter.", {"the March quarter": "2025-Q1"}),
        ("It closes by year-end 2026.", {"year-end 2026": "2026-12-31"}),
        ("The 2024 earnings were poor.", {"2024": "2024"}),
        (
            "He fell ill in May 2021 and died the following February.",
            {"May 2021": "2021-05", "the following February": "2022-02"},
        ),
        ("The state has offered 6% from September.", {"September": "2025-09"}),
        ("It is open Monday through Friday.", {"Monday": "2025-06-02", "Friday": "2025-06-06"}),
        ("A vote could come as early as Thursday.", {"Thursday": "2025-06-12"}),
        (
            "They meet on the first Friday of each month.",
            {"the first Friday of each month": "XXXX-WXX-5"},
        ),
        ("The trial may last two months.", {"two months": "P2M"}),
        (
            "Orders rose in May to 20 million from 10 million a year ago.",
            {"May": "2025-05", "a year ago": "2024-05"},
        ),
        ("The flight left at 22:15 on 3 May.", {"22:15 on 3 May": "2025-05-03T22:15"}),
        ("It began in the early hours of 1 May.", {"the early hours of 1 May": "2025-05-01TMO"}),
        (
            "She came in the summer of 2019 and left 18 months later.",
            {"the summer of 2019": "2019-SU", "18 months later": "2021-01"},
        ),
        ("It fell on Friday the 13th.", {"Friday the 13th": "2024-12-13"}),
        ("Ten years ago today he died.", {"Ten years ago today": "2015-06-07"}),
        ("Two Fridays ago he left.", {"Two Fridays ago": "2025-05-30"}),
        ("It came in the early hours of Friday.", {"the early hours of Friday": "2025-06-06TMO"}),
        ("They talked all night.", {"all night": "P1NI"}),
        ("It lasted five hours and twenty minutes.", {"five hours and twenty minutes": "PT5H20M"}),
        ("It opens at 3 p.m. EST on Tuesday.", {"3 p.m. EST on Tuesday": "2025-06-10T15:00"}),
        ("The vote is on 5 November.", {"5 November": "2025-11-05"}),
        ("The lake dried up two summers ago.", {"two summers ago": "2023-SU"}),
        (
            "She came on Friday but had called the night before.",
            {
                "Friday": "2025-06-06",
                "the night before": "2025-06-05TNI",
            },
        ),
        ("The trial could last months.", {"months": "PXM"}),
        (
            "In the quarter ended April 30 sales rose.",
            {
                "the quarter": "2025-Q1",
                "April 30": "2025-04-30",
            },
        ),
        (
            "First-quarter profit rose. After a poor fourth quarter, the quarter was good.",
            {
                "First-quarter": "2025-Q1",
                "a poor fourth quarter": "2024-Q4",
                "the quarter": "2025-Q1",
            },
        ),
        (
            "Rates rose in May to the highest level since March 2011. A year earlier they fell.",
            {"May": "2025-05", "March 2011": "2011-03", "A year earlier": "2024-05"},
        ),
        (
            "Tickets go on sale at 10 a.m. Friday, June 20.",
            {"10 a.m. Friday, June 20": "2025-06-20T10:00"},
        ),
        (
            "The tour begins on April 2. Dates: April 2 – Oslo, April 4 – Bergen, May 1 – Moss.",
            {"April 2": "2026-04-02", "April 4": "2026-04-04", "May 1": "2026-05-01"},
        ),
        (
            "He lived there in the spring and summer of 2019.",
            {"the spring": "2019-SP", "summer of 2019": "2019-SU"},
        ),
        ("It has stood for a quarter of a century.", {"a quarter of a century": "P25Y"}),
        ("Not long ago it was a farm.", {"Not long ago": "PAST_REF"}),
        ("In July, the firm bought it.", {"July": "2024-07"}),
        ("The quarter ended July was poor.", {"The quarter": "2025-Q2", "July": "2025-07"}),
        ("Jobless rate rises in May", {"May": "2025-05"}),
        ("The club announced a Nov. 20 exhibition match.", {"Nov. 20": "2025-11-20"}),
        ("The judge set his sentencing for December 2.", {"December 2": "2025-12-02"}),
        (
            "He vanished in April 2024. On Monday, ten months later, he came home.",
            {"April 2024": "2024-04", "Monday": "2025-06-02", "ten months later": "P10M"},
        ),
        (
            "He was last seen on Dec. 25, 2024. He was to meet them Dec. 27, but never came.",
            {"Dec. 25, 2024": "2024-12-25", "Dec. 27": "2024-12-27"},
        ),
        ("It was dedicated on Veterans Day in 2007.", {"Veterans Day in 2007": "2007-11-11"}),
        ("It must be filed 45 days prior to the event.", {"45 days": "P45D"}),
        ("He admitted it in a weekend statement.", {"a weekend": "2025-W23-WE"}),
        ("The murder still haunts his family 15 years later.", {"15 years later": "P15Y"}),
        (
            "It will be held on Friday from 7:30 to 9:30 p.m.",
            {"Friday": "2025-06-13", "7:30": "2025-06-13T19:30", "9:30 p.m.": "2025-06-13T21:30"},
        ),
        ("Ship to sail to Oslo in January", {"January": "2026-01"}),
        ("The deadline is Dec. 5 with a fine.", {"Dec. 5": "2025-12-05"}),
        ("The board set a meeting for 11 a.m. Friday.", {"11 a.m. Friday": "2025-06-13T11:00"}),
        ("He was hurt on June 12 last.", {"June 12": "2024-06-12"}),
        ("The event is being held on Tuesday.", {"Tuesday": "2025-06-10"}),
        ("She was allowed to go home on Tuesday.", {"Tuesday": "2025-06-03"}),
        (
            "It opens in late spring or early summer of 2026.",
            {
                "late spring": "2026-SP",
                "early summer of 2026": "2026-SU",
            },
        ),
        ("He left on the 20th.", {"the 20th": "2025-05-20"}),
        ("Prices are up 3% since Jan. 1.", {"Jan. 1": "2025-01-01"}),
        ("Eat 60–90 minutes before the race.", {"60–90 minutes": "PT60M"}),
        ("He sold it some time ago.", {"some time ago": "PAST_REF"}),
        ("It will be gone by midcentury.", {"midcentury": "20"}),
        ("The chairs are of midcentury make.", {"midcentury": "19"}),
        ("It begins at eight in the morning.", {"eight in the morning": "2025-06-07T08:00"}),
        ("Prices fell during Ramadan.", {"Ramadan": "2025-03"}),
        ("It was cold at Thanksgiving last year.", {"Thanksgiving last year": "2024-11-28"}),
        (
            "Between Jan. 1 and May 30, it rained.",
            {"Jan. 1": "2025-01-01", "May 30": "2025-05-30"},
        ),
        (
            "In the 1800s and the mid-1990s it was rare.",
            {"the 1800s": "18", "the mid-1990s": "199"},
        ),
    ],
)
def test_times_follow_the_story(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The work was finished by the end of September.", "2025-09"),
        ("The road had been closed by June.", "2025-06"),
        ("The road will be closed by June.", "2026-06"),
        ("The road must be closed by June.", "2026-06"),
        ("The court ordered a review by June.", "2026-06"),
    ],
)
def test_by_a_month_is_past_where_it_was_done_by_then(text, value):
    (time,) = found(text, datetime.date(2025, 10, 10))
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The vote on 3 March was close. Lee resigned two days before the vote.",
            {"3 March": "2025-03-03", "two days before the vote": "2025-03-01"},
        ),
        (
            "A day after the vote, he left. The vote was held on 3 March.",
            {"A day after the vote": "2025-03-04", "3 March": "2025-03-03"},
        ),
        ("He left two days before the vote.", {"two days": "P2D"}),
        ("They met on the eve of Pentecost.", {"the eve of Pentecost": "2025-06-07"}),
        (
            "The strike began on 4 June. It shut on the eve of the strike.",
            {"4 June": "2025-06-04", "the eve of the strike": "2025-06-03"},
        ),
        ("It formed 100 million years ago.", {"100 million years ago": "PAST_REF"}),
        ("It lasted 100 million years.", {"100 million years": "P100000000Y"}),
    ],
)
def test_times_counted_from_what_the_story_dates(text, expected):
    assert values(text) == expected


def test_an_appointment_moved_keeps_near():
    text = "The vote was brought forward from 3 December to 12 November."
    assert list(values(text, datetime.date(2025, 10, 10)).values()) == ["2025-12-03", "2025-11-12"]


@pytest.mark.parametrize(
    "text",
    [
        "She drove a 2000 Ford Taurus to USA Today.",
        "Some 2000 people may march. April Jones met June Smith.",
        "The 26-year-old said that he was in his 30s.",
        "Her 5-year-old brother, 14, and his 80-year-old neighbour were hurt.",
        "He had $1998 and called 555-2014 from Flight 1999.",
        "She was named manager of the year.",
        "The Earth is big, and the Sun, 1.3 million times as big.",
        "Children aged between five and 11 years watched 60 Minutes.",
        "He was 19 years, 4 months and 2 days old.",
        "He read the Sunday Times under the Christmas tree.",
        "He came second and won three-quarters of the vote.",
        "Mr. March won for the third time in as many years, on a quarter-to-quarter basis.",
        "In the last days of the war, that day was like any other.",
        "Ann Lee, 32, of 1119 Eighth St., and Roy Dahl, 29, of 1909 Oak Drive were held.",
        "They earn $12 an hour or $30,000 a year with Dr. Lee Soon-Ong at 60 miles an hour.",
        "The striker was sent off in the second half, a loss for the side.",
        "She walked in the March for Babies, and the March of Dimes thanked her, January said.",
        "Three 16-year-old schoolgirls and a boy of less than 8 years of age went on spring break.",
        "She paid for the Trees for Tomorrow Project.",
        "The H1 chip and the Q4 wagon are new, as the last weekend of the festival showed.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text):
    assert values(text) == {}


def test_a_time_says_how_it_was_resolved():
    (time,) = found("The bridge fell on Friday.")
    assert time.how == "Friday 6 June 2025, the day before publication"


WORDS = re.findall(
    r"\S+",
    """
    in on the last next past a two 1998 May 3 Friday night year years ago week every of and early
    quarter third 10 p.m. noon since until half decade summer today , . 's - following that
    ended July 31 , winters on 10th before century Dec. is at $ spring fiscal
    o'clock nineteen ninety thirteenth first 31 Feb. Ramadan Easter A.D. century weekend ago each
    """,
)


PUBLISHED = [SATURDAY, None, datetime.date.min, datetime.date(1000, 1, 1), datetime.date.max]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(PUBLISHED))
def test_times_lie_in_the_text_in_order_and_apart(words, published):
    article = Article.from_text(" ".join(words), published=published)
    end = 0
    for time in find_times(parse(article)):
        assert end <= time.start < time.end
        assert article.text[time.start : time.end] == time.text
        assert (time.earliest or "") <= (time.latest or "9999")
        end = time.end
