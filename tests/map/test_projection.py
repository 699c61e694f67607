import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reader.map.projection import (
    View,
    fitted_view,
    latitude_at,
    mercator,
    world_view,
)

SUVA, APIA = (178.44, -18.14), (-171.77, -13.83)


@given(st.floats(-80, 80))
def test_mercator_has_an_inverse(latitude):
    assert latitude_at(mercator(latitude)) == pytest.approx(latitude, abs=1e-6)


def test_places_on_both_sides_of_the_antimeridian_stay_together():
    view = fitted_view([SUVA, APIA], 60, 20)
    (suva, _), (apia, _) = view.dot(*SUVA, 60, 20), view.dot(*APIA, 60, 20)
    assert 0 < suva < apia < 120
    assert apia - suva > 40


@given(
    st.lists(st.tuples(st.floats(-179, 179), st.floats(-60, 70)), min_size=1, max_size=12),
    st.integers(30, 120),
    st.integers(10, 40),
)
def test_a_fitted_view_shows_all_points(points, width, height):
    view = fitted_view(points, width, height)
    if view.scale <= world_view(width, height).scale:
        return
    for longitude, latitude in points:
        x, y = view.dot(longitude, latitude, width, height)
        assert -1 <= x <= 2 * width + 1 and -1 <= y <= 4 * height + 1


def test_zooming_leaves_the_point_under_the_pointer_where_it_is():
    view = fitted_view([(30.5, 50.4), (24.0, 49.8)], 80, 24)
    x, y = view.dot(24.0, 49.8, 80, 24)
    nearer = view.zoomed(2.0, (x - 80, y - 48))
    assert nearer.dot(24.0, 49.8, 80, 24) == pytest.approx((x, y), abs=1e-6)
    assert nearer.scale == pytest.approx(2 * view.scale)


def test_panning_moves_by_cells():
    view = View(10.0, 50.0, 4.0)
    x, y = view.dot(10.0, 40.0, 80, 24)
    moved_x, moved_y = view.panned(3, -2).dot(10.0, 40.0, 80, 24)
    assert (x - moved_x, moved_y - y) == pytest.approx((6, 8))


@given(st.floats(0.01, 100), st.floats(-1000, 1000), st.floats(-1000, 1000))
def test_a_view_never_leaves_the_earth(factor, columns, rows):
    view = world_view(80, 24).zoomed(factor).panned(columns, rows)
    assert -180 <= view.x <= 180 and abs(latitude_at(view.y)) <= 82.1
    assert view.scale > 0
