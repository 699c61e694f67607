from dateline.reader.map.make_outlines import simplify, split


def test_points_on_a_line_are_left_out():
    line = [(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (2.0, 5.0)]
    assert simplify(line, 0.05) == [(0.0, 0.0), (2.0, 0.0), (2.0, 5.0)]


def test_a_ring_keeps_its_shape():
    ring = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]
    assert simplify(ring, 0.1) == ring


def test_a_line_is_cut_at_the_antimeridian():
    line = [(178.0, 1.0), (179.0, 2.0), (-179.0, 3.0), (-178.0, 4.0)]
    assert split(line) == [line[:2], line[2:]]


def test_the_edge_of_the_map_is_no_coast():
    assert split([(180.0, 60.0), (180.0, 70.0)]) == []
