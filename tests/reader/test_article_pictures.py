"""Pictures of the article on a screen of their own."""

import io

import pytest
from PIL import Image as Pillow

from dateline.article.errors import ArticleError
from dateline.article.opening import open_article
from dateline.config import Config
from dateline.reader.app import DatelineApp
from dateline.reader.picture_drawing import MOST_PIXELS, decode
from dateline.reader.screens.picture import PictureScreen


def png(size, mode="RGB", colour="red"):
    out = io.BytesIO()
    Pillow.new(mode, size, colour).save(out, "PNG")
    return out.getvalue()


def test_a_large_picture_is_brought_down():
    assert max(decode(png((5000, 100))).size) == 2400


def test_a_picture_with_too_many_points_is_not_unpacked():
    side = int(MOST_PIXELS**0.5) + 10
    with pytest.raises(ArticleError, match="too many"):
        decode(png((side, side), "1", 0))


@pytest.mark.parametrize("data", [b"", b"no picture", b"<svg></svg>", png((40, 40))[:60]])
def test_what_is_no_picture_is_told_in_a_sentence(data):
    with pytest.raises(ArticleError, match="picture"):
        decode(data)


def test_what_lets_light_through_stands_on_white():
    assert decode(png((2, 2), "RGBA", (0, 0, 0, 0))).getpixel((0, 0)) == (255, 255, 255)


async def test_p_shows_the_picture_and_n_the_next(tmp_path):
    (tmp_path / "house.png").write_bytes(png((30, 20)))
    page = tmp_path / "page.md"
    page.write_text("# Two\n\n![House](house.png)\n\n![Gone](gone.png)\n\nWords.\n", "utf-8")
    app = DatelineApp(open_article(str(page)), Config())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, PictureScreen)
        (drawn,) = [w for w in app.screen.query("#picture--room > *") if w.id is None]
        assert (drawn.size.width, drawn.size.height) == (63, 21)
        await pilot.press("n")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "There is no picture" in str(app.screen.query_one("#picture--words").render())
        await pilot.press("escape")
        assert not isinstance(app.screen, PictureScreen)
