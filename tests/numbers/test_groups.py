"""Numbers grouped by what they count."""

from reading import numbers

from dateline.analysis.numbers import number_groups


def conflicts(text: str) -> list[tuple[str, str]]:
    found = numbers(text)
    return [
        (found[conflict.first].text, found[conflict.second].text)
        for group in number_groups(found)
        for conflict in group.conflicts
    ]


def test_two_values_of_one_thing_contradict_each_other() -> None:
    text = (
        "The explosion in Lisbon killed 12 people on Monday, officials said.\n"
        "Hospitals reported that the explosion in Lisbon killed 17 people."
    )
    assert conflicts(text) == [("12", "17")]


def test_bounds_that_both_can_hold_do_not() -> None:
    text = (
        "The explosion in Lisbon killed at least 12 people, officials said.\n"
        "Hospitals reported that the explosion in Lisbon killed 17 people."
    )
    assert conflicts(text) == []


def test_other_places_and_more_victims_do_not() -> None:
    text = (
        "The storm killed 12 people in Lisbon.\n"
        "The storm killed 17 people in Madrid.\n"
        "In Lisbon it later killed 3 more people."
    )
    assert conflicts(text) == []


def test_groups_stand_in_the_order_of_the_text_and_hold_all_numbers() -> None:
    found = numbers("Two ships sank. The two ships carried 30 sailors and $5m in cash.")
    groups = number_groups(found)
    assert sorted(i for group in groups for i in group.members) == list(range(len(found)))
    assert [group.members[0] for group in groups] == sorted(g.members[0] for g in groups)
