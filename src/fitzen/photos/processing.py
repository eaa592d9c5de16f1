"""Make of what was uploaded a picture that is safe to keep and to show: decoded, turned upright, written anew.

Writing it anew leaves behind whatever else the file carried: EXIF with the place where it was taken, comments,
previews, and bytes that are something else to another program.
"""

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from fitzen.errors import InvalidError, TooLargeError, UnsupportedMediaError

if TYPE_CHECKING:
    from PIL.Image import Image

TYPES = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
EXTENSIONS = {"image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp"}
MAX_BYTES = 15_000_000
MAX_PIXELS = 60_000_000
MAX_SIDE = 2560
"""Enough to compare two photos by on a large screen, at a tenth of the bytes."""
THUMBNAIL_SIDE = 480
QUALITY = {"JPEG": 88, "WEBP": 85}


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
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        opened = Image.open(BytesIO(data), formats=[TYPES[content_type]])
        if opened.width * opened.height > MAX_PIXELS:
            raise _too_many_pixels()
        opened.draft("RGB", (MAX_SIDE, MAX_SIDE))
        image = ImageOps.exif_transpose(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels() from None
    except UnidentifiedImageError:
        raise UnsupportedMediaError(f"The file is not the {TYPES[content_type]} picture that was announced.") from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise InvalidError.of("file", "The picture is broken or incomplete. Please send it again.") from None
    image = _plain(image)
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    kind = TYPES[content_type]
    return Cleaned(_written(image, kind), _written(small, kind), image.width, image.height)


def _too_many_pixels() -> TooLargeError:
    return TooLargeError(f"A picture has at most {MAX_PIXELS // 1_000_000} million pixels.")


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
