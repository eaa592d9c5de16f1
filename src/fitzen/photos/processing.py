"""Make of what was uploaded a picture that is safe to keep and to show: decoded, turned upright, written anew.

Writing it anew leaves behind whatever else the file carried: EXIF with the place where it was taken, comments,
previews, and bytes that are something else to another program.
"""

import re
import struct
from io import BytesIO
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, NamedTuple

from fitzen.errors import InvalidError, TooLargeError, UnsupportedMediaError

if TYPE_CHECKING:
    from PIL.Image import Image

TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
EXTENSIONS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
MAX_BYTES = 15_000_000
MAX_PIXELS = {"JPEG": 60_000_000, "PNG": 30_000_000, "WEBP": 30_000_000}
"""A JPEG is decoded small at once, 60 MB at most; the others whole, at 4 bytes a pixel and more than once."""
AT_ONCE = 2
"""Pictures that are decoded at one time in a process: what arrives together must not take its memory together."""
MAX_SIDE = 2560
"""Enough to compare two photos by on a large screen, at a tenth of the bytes."""
THUMBNAIL_SIDE = 480
QUALITY = {"JPEG": 88, "WEBP": 85}
BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    AssertionError,
    LookupError,
    ArithmeticError,
    struct.error,
)
"""What Pillow raises on bytes that are not what they say."""

MAX_SEGMENTS, MAX_SCANS = 1000, 64
"""Of a JPEG. Each scan is one more pass over all pixels, and takes a hundred bytes; encoders write about ten."""
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd9-\xfe])")
_SCAN, _END = 0xDA, 0xD9

_decoding = BoundedSemaphore(AT_ONCE)


class Cleaned(NamedTuple):
    """Both in the type that was uploaded; sizes in pixels are of `image`."""

    image: bytes
    thumbnail: bytes
    width: int
    height: int


def check_announced(content_type: str, length: int) -> None:
    """Raise UnsupportedMediaError, TooLargeError for what will not be taken."""
    if content_type not in TYPES:
        raise UnsupportedMediaError("Send a JPEG, PNG or WebP picture; the app converts HEIC before it sends.")
    if length > MAX_BYTES:
        raise TooLargeError(f"A picture has at most {MAX_BYTES // 1_000_000} MB.")


def clean(data: bytes, content_type: str) -> Cleaned:
    """Return the picture and its thumbnail. Raises UnsupportedMediaError, TooLargeError, InvalidError (broken)."""
    from PIL import Image, UnidentifiedImageError

    kind = TYPES[content_type]
    try:
        with _decoding:
            image = _plain(_upright(_decoded(data, kind)))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(kind) from None
    except UnidentifiedImageError:
        raise UnsupportedMediaError(f"The file is not the {kind} picture that was announced.") from None
    except BROKEN:
        raise InvalidError.of("file", "The picture is broken or incomplete. Please send it again.") from None
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    return Cleaned(_written(image, kind), _written(small, kind), image.width, image.height)


def _too_many_pixels(kind: str) -> TooLargeError:
    return TooLargeError(f"A {kind} picture has at most {MAX_PIXELS[kind] // 1_000_000} million pixels.")


def _decoded(data: bytes, kind: str) -> "Image":
    """Return the pixels, no more of them than are kept. Raises what Pillow does, and TooLargeError before decoding."""
    from PIL import Image

    if kind == "JPEG":
        _check_scans(data)
    image: Image.Image = Image.open(BytesIO(data), formats=[kind])
    if image.width * image.height > MAX_PIXELS[kind]:
        raise _too_many_pixels(kind)
    image.draft("RGB", (MAX_SIDE, MAX_SIDE))
    if image.mode in ("1", "P"):  # these have no colours in between
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    return image


def _check_scans(data: bytes) -> None:
    """Raise InvalidError on a JPEG of so many parts that it is made to be slow (ITU-T T.81, annex B, has the markers)."""
    scans, at = 0, len(b"\xff\xd8")
    for _ in range(MAX_SEGMENTS):
        found = _MARKER.search(data, at)
        if found is None or found[1][0] == _END:
            return
        scans += found[1][0] == _SCAN
        if scans > MAX_SCANS:
            break
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2])
    raise InvalidError.of("file", "The picture has too many parts. Please save it anew, and send that.")


def _upright(image: "Image") -> "Image":
    """Turn it as its EXIF says (tag Orientation of EXIF 2.32); a picture with broken EXIF stays as it is."""
    from PIL.ExifTags import Base
    from PIL.Image import Transpose

    try:
        orientation = image.getexif().get(Base.Orientation)
    except BROKEN:
        return image
    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _plain(image: "Image") -> "Image":
    """Return the pixels alone, in sRGB: a profile is applied, and not carried along."""
    from PIL import ImageCms

    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "RGBA", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB" if image.mode == "CMYK" else None
            )
        except (OSError, ImageCms.PyCMSError):
            converted = None  # a profile that cannot be read changes no pixel
        image = converted or image
    return image.convert(mode)


def _written(image: "Image", kind: str) -> bytes:
    out = BytesIO()
    if kind == "JPEG":
        image = image.convert("RGB")
    # Without `exif` and `icc_profile` given, what the picture was opened with could be written again.
    image.save(out, kind, quality=QUALITY.get(kind, 0), optimize=kind != "WEBP", exif=b"", icc_profile=None)
    return out.getvalue()
