import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from dateline.analysis.model import Place, PlaceMention
from dateline.reader.map import draw_map, fit, world_view


def place(number, name, lat, lon, kind="city", mentions=1, aside=False):
    spans = tuple(PlaceMention(10 * i, 10 * i + 4, "name") for i in range(mentions))
    return Place(
        f"p{number}", name, kind, "UA", None, lat, lon, number, None, None, 1.0, spans, aside=aside
    )


KYIV = place(1, "Kyiv", 50.45, 30.52, mentions=6)
LVIV = place(2, "Lviv", 49.84, 24.03)
ODESA = place(3, "Odesa", 46.48, 30.73)
LYMAN = place(4, "Lyman", 48.99, 37.81)
UKRAINE = place(5, "Ukraine", 49.0, 32.0, kind="country", mentions=9)
BEIRUT = place(6, "Beirut", 33.89, 35.5, aside=True)
STORY = [KYIV, LVIV, ODESA, LYMAN, UKRAINE, BEIRUT]


def text_of(picture):
    return "\n".join("".join(run.text for run in row) for row in picture.rows)


def roles_of(picture, place_id):
    return {run.role for row in picture.rows for run in row if run.place == place_id}


@pytest.mark.parametrize(("width", "height"), [(40, 12), (100, 30), (72, 16)])
def test_the_storys_places_are_marked_and_named(width, height):
    picture = draw_map(STORY, width, height)
    shown = text_of(picture)
    assert all(name in shown for name in ("Kyiv", "Lviv", "Odesa", "Lyman"))
    assert "●" in shown and "◆" in shown
    assert any(run.role == "coast" for row in picture.rows for run in row)


def test_what_is_in_asides_does_not_widen_the_map():
    picture = draw_map(STORY, 80, 24)
    assert "Beirut" not in text_of(picture)
    assert picture.out_of_view == 1


def test_the_map_goes_to_the_selection():
    picture = draw_map(STORY, 80, 24, focus={"p2"})
    column, row = next((s.column, s.row) for s in picture.spots if "p2" in s.places)
    assert abs(column - 40) < 12 and abs(row - 12) < 5
    wide = draw_map(STORY, 80, 24, view=fit(STORY, 80, 24), focus={"p2"})
    assert roles_of(wide, "p2") == {"place", "label"}
    assert roles_of(wide, "p1") == {"faint place", "faint label"}


def test_the_place_under_the_cursor_is_named_and_marked_apart():
    crowd = [place(n, f"Village {n}", 50 + n / 100, 30 + n / 100) for n in range(1, 30)]
    picture = draw_map(crowd, 40, 12, cursor="p17")
    assert "◉" in text_of(picture)
    assert roles_of(picture, "p17") == {"cursor", "cursor label"}
    assert "Village 17" in text_of(picture)


def test_a_cell_leads_to_the_places_in_it():
    close = [KYIV, place(9, "Podil", 50.4501, 30.5201, kind="district")]
    picture = draw_map([*STORY, close[1]], 60, 20)
    spot = next(s for s in picture.spots if "p1" in s.places)
    assert spot.places == ("p1", "p9")
    assert picture.places_at(spot.column, spot.row) == ("p1", "p9")
    assert picture.places_at(spot.column + 1, spot.row) == ("p1", "p9")
    assert "Kyiv +1" in text_of(picture)


def test_places_without_a_point_are_counted():
    nowhere = Place(
        "p8", "Zorg", "water", None, None, None, None, None, None, None, 0.4, KYIV.mentions
    )
    assert draw_map([KYIV, nowhere], 40, 12).unplaced == 1


def test_an_article_without_places_shows_the_world():
    picture = draw_map([], 100, 28)
    assert picture.view == world_view(100, 28)
    assert sum(run.role == "coast" for row in picture.rows for run in row) > 50


def test_a_map_too_small_is_empty():
    assert text_of(draw_map(STORY, 5, 2)) == "     \n     "
    assert draw_map(STORY, 0, 0).rows == ()


places = st.lists(
    st.builds(
        place,
        st.integers(1, 99),
        st.text(min_size=1, max_size=30, alphabet=st.characters(categories=("L", "Zs"))),
        st.floats(-90, 90),
        st.floats(-180, 180),
        st.sampled_from(["city", "country", "water", "bloc", "nonsense"]),
    ),
    max_size=20,
    unique_by=lambda each: each.id,
)


@settings(max_examples=60, deadline=None)
@given(places, st.integers(1, 90), st.integers(1, 30))
def test_every_row_is_as_wide_as_the_map(listed, width, height):
    picture = draw_map(listed, width, height, cursor=listed[0].id if listed else None)
    assert len(picture.rows) == height
    assert all(wcswidth("".join(run.text for run in row)) == width for row in picture.rows)
    seen = sum(len(spot.places) for spot in picture.spots)
    assert seen + picture.out_of_view == len(listed)
