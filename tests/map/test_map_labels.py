from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.map.labels import Mark, place_labels, shorten


def test_the_heavier_name_gets_the_room():
    marks = [Mark("a", 4, 0, "Alpha", 1.0), Mark("b", 6, 0, "Beta", 9.0)]
    labels = place_labels(marks, 12, 1)
    assert [(label.place, label.column) for label in labels] == [("b", 8)]


def test_a_name_goes_left_where_the_edge_is_near():
    (label,) = place_labels([Mark("a", 18, 2, "Vladivostok", 1.0)], 20, 5)
    assert (label.column, label.row) == (18 - 1 - 11, 2)


def test_long_names_are_cut():
    assert shorten("Llanfairpwllgwyngyll", 8) == "Llanfai…"
    assert shorten("東京都千代田区", 6) == "東京…"


marks = st.lists(
    st.builds(
        Mark,
        st.uuids().map(str),
        st.integers(0, 59),
        st.integers(0, 19),
        st.text(min_size=1, max_size=18, alphabet="abcdef "),
        st.floats(0, 10),
    ),
    max_size=30,
    unique_by=lambda mark: (mark.column, mark.row),
)


@given(marks)
def test_labels_cover_neither_marks_nor_each_other(listed):
    labels = place_labels(listed, 60, 20)
    cells = [(column, label.row) for label in labels for column in _columns(label)]
    assert len(cells) == len(set(cells))
    assert not set(cells) & {(mark.column, mark.row) for mark in listed}
    assert all(0 <= column < 60 for column, _ in cells)


def _columns(label):
    return range(label.column, label.column + label.width)
