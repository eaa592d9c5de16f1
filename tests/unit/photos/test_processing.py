"""Pictures are decoded, turned upright, freed of their metadata and made smaller; what is none is refused."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.fixtures.pictures import noise, opened, picture

from fitzen.errors import FitzenError, InvalidError, TooLargeError, UnsupportedMediaError
from fitzen.photos.processing import MAX_SIDE, THUMBNAIL_SIDE, check_announced, clean

TOLD = pytest.mark.filterwarnings("ignore::UserWarning:PIL.TiffImagePlugin")
"""Pillow warns of EXIF that it passes over."""
TYPES = [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")]


@pytest.mark.parametrize(("kind", "content_type"), TYPES)
def test_nothing_but_the_pixels_is_kept(kind: str, content_type: str) -> None:
    data = picture(kind)
    assert b"Ana at home" in data
    cleaned = clean(data, content_type)
    for part in (cleaned.image, cleaned.thumbnail):
        image = opened(part)
        assert image.format == kind
        assert not image.getexif()
        assert b"Ana at home" not in part
        assert "icc_profile" not in image.info
    assert (cleaned.width, cleaned.height) == (640, 480)


@pytest.mark.parametrize(("kind", "content_type"), TYPES)
def test_bytes_behind_the_picture_are_left_behind(kind: str, content_type: str) -> None:
    assert b"<script>" not in clean(picture(kind) + b"<script>alert(1)</script>", content_type).image


@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [(1, (640, 480), (10, 200)), (3, (640, 480), (630, 200)), (6, (480, 640), (200, 10)), (8, (480, 640), (200, 630))],
)
def test_it_is_turned_upright(orientation: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    cleaned = clean(picture(orientation=orientation), "image/jpeg")
    assert (cleaned.width, cleaned.height) == size
    pixel = opened(cleaned.image).getpixel(red)
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200 > pixel[2]


def test_a_large_one_is_made_smaller_and_keeps_its_shape() -> None:
    cleaned = clean(picture(size=(6000, 4000)), "image/jpeg")
    assert cleaned.width == MAX_SIDE
    assert abs(cleaned.height / cleaned.width - 2 / 3) < 0.01
    assert max(opened(cleaned.thumbnail).size) == THUMBNAIL_SIDE


def test_a_small_one_is_not_made_larger() -> None:
    assert clean(picture(size=(3, 2)), "image/jpeg")[2:] == (3, 2)


def test_transparency_is_kept_where_there_is_some() -> None:
    out = BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(out, "PNG")
    assert opened(clean(out.getvalue(), "image/png").image).mode == "RGBA"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_mode_of_pixels_is_taken(mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (20, 10)).save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert clean(out.getvalue(), "image/jpeg" if mode == "CMYK" else "image/png")[2:] == (20, 10)


@pytest.mark.parametrize(
    ("data", "content_type", "error"),
    [
        (b"", "image/jpeg", UnsupportedMediaError),
        (b"not a picture", "image/jpeg", UnsupportedMediaError),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", UnsupportedMediaError),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "image/jpeg", UnsupportedMediaError),
        (picture("PNG"), "image/jpeg", UnsupportedMediaError),
        (picture("JPEG")[:2000], "image/jpeg", InvalidError),
        (noise((200, 200), 1)[:5000], "image/png", InvalidError),
    ],
)
def test_what_is_not_the_picture_is_refused(data: bytes, content_type: str, error: type[FitzenError]) -> None:
    with pytest.raises(error):
        clean(data, content_type)


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    out = BytesIO()
    Image.new("1", (20_000, 20_000)).save(out, "PNG")
    assert len(out.getvalue()) < 100_000
    with pytest.raises(TooLargeError):
        clean(out.getvalue(), "image/png")


@pytest.mark.parametrize(("kind", "content_type"), [("PNG", "image/png"), ("WEBP", "image/webp")])
def test_what_is_decoded_whole_has_fewer_pixels(kind: str, content_type: str) -> None:
    """86 bytes of WebP, 7700 by 7700, took 1.2 GB."""
    out = BytesIO()
    Image.new("RGB", (6000, 5001)).save(out, kind, lossless=True, method=0, quality=0)
    with pytest.raises(TooLargeError, match="30 million"):
        clean(out.getvalue(), content_type)


def progressive(scans: int) -> bytes:
    """Return a JPEG whose last scan is there so many times more."""
    out = BytesIO()
    Image.new("RGB", (640, 480), "red").save(out, "JPEG", progressive=True)
    data = out.getvalue()
    return data[:-2] + data[data.rindex(b"\xff\xda") : -2] * scans + b"\xff\xd9"


def test_a_jpeg_of_many_scans_is_refused_before_it_is_decoded() -> None:
    """15 MB of them, of 49 million pixels, would take two hours."""
    assert clean(progressive(2), "image/jpeg").width == 640
    bomb = progressive(200)
    hidden = bomb[:2] + b"\xff\x01" + bomb[2:]
    for each in (bomb, hidden, bomb[:2] + b"\xff\xfe\x00\x02" * 2000 + bomb[2:]):
        with pytest.raises(InvalidError, match="too many parts"):
            clean(each, "image/jpeg")


def test_scans_behind_the_picture_or_in_its_metadata_do_not_count() -> None:
    """Phones put a film behind a photo, and a preview in front."""
    data = picture()
    preview = b"\xff\xe2" + (2 + 200).to_bytes(2) + b"\xff\xda" * 100
    assert clean(data[:2] + preview + data[2:] + b"\xff\xda\x00\x02" * 2000, "image/jpeg").width == 640


@TOLD
@pytest.mark.parametrize("at", range(0, 112, 3))
def test_broken_exif_leaves_a_picture_as_it_is(at: int) -> None:
    data = bytearray(picture(orientation=6))
    start = data.index(b"Exif\0\0") + 6
    data[start + at] ^= 0xFF
    assert sorted(clean(bytes(data), "image/jpeg")[2:]) == [480, 640]


@TOLD
@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TYPES), st.integers(0, 3000), st.binary(min_size=1, max_size=40), st.booleans())
def test_a_damaged_one_is_taken_or_refused_and_nothing_else(
    each: tuple[str, str], at: int, put: bytes, cut: bool
) -> None:
    data = picture(each[0])
    damaged = data[: at % len(data)] + put + (b"" if cut else data[at % len(data) + len(put) :])
    try:
        cleaned = clean(damaged, each[1])
    except FitzenError:
        return
    assert opened(cleaned.image).size == (cleaned.width, cleaned.height)


@pytest.mark.parametrize("content_type", ["image/heic", "image/gif", "image/svg+xml", "text/html", "image/JPEG"])
def test_other_types_are_not_announced(content_type: str) -> None:
    with pytest.raises(UnsupportedMediaError):
        check_announced(content_type, 100)


def test_nor_is_what_is_too_large() -> None:
    with pytest.raises(TooLargeError):
        check_announced("image/jpeg", 15_000_001)
