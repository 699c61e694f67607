import subprocess
import sys
from array import array

from dateline.reader.map.canvas import Canvas, base_layer
from dateline.reader.map.outlines import Layer, Line, lines
from dateline.reader.map.projection import View


def line(*points):
    xs, ys = array("d", (x for x, _ in points)), array("d", (y for _, y in points))
    return Line(xs, ys, min(xs), max(xs), min(ys), max(ys))


def test_a_level_line_fills_a_row_of_dots():
    canvas = Canvas(4, 1)
    canvas.draw(line((-10.0, 0.0), (10.0, 0.0)), View(0.0, 0.0, 1.0), 0.0)
    assert bytes(canvas.cells) == bytes([0x04 | 0x20] * 4)


def test_no_line_of_the_world_jumps_over_the_antimeridian():
    for layer in Layer:
        for each in lines(layer):
            steps = zip(each.xs, each.xs[1:], strict=False)
            assert all(abs(one - other) < 90 for one, other in steps)


def test_the_base_is_kept_for_the_next_drawing():
    view = View(10.0, 50.0, 4.0)
    assert base_layer(view, 40, 12) is base_layer(view, 40, 12)


def test_the_map_needs_no_terminal_library():
    code = (
        "import sys, dateline.reader.map, dateline.analysis.places;"
        "sys.exit(bool({'textual', 'numpy', 'spacy'} & set(sys.modules)))"
    )
    path = [p for p in sys.path if p.endswith("tui")]
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(path)})
    assert done.returncode == 0
