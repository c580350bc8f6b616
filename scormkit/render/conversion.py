"""Pictures in pixels, made ready for the web with Pillow. The one module that needs it.

Every variant is turned upright (Exif orientation), in sRGB (from whatever ICC profile it came with), without metadata,
and keeps its transparency.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageCms, features

from scormkit.course.media import MediaSettings
from scormkit.course.raster import MAX_PIXELS, Raster, RasterError
from scormkit.render.variants import Variant, Variants

_DECODERS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
_FALLBACKS = {"png": "png", "gif": "png", "jpg": "jpg", "webp": "webp", "avif": "avif"}
_FALLBACK_WIDTH = 960
"""A page's column holds 748 CSS pixels; browsers so old that they need the fallback had no denser screens."""
_LOSSLESS = {"png", "gif"}
_MANY = 4
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by its orientation (Exif 3.0, 4.6.5.1)."""
_NEARLY = 0.85
"""Of two variants whose widths differ by less, the smaller one is not worth its bytes."""
_AVIF_QUALITY = 0.75
"""AVIF's scale is another than that of JPEG and WebP: its 60 looks like their 80."""


def engine() -> str:
    """What encodes: other versions may give other bytes."""
    return ", ".join(f"{name} {features.version(name)}" for name in ("pil", "webp", "avif", "libjpeg_turbo", "zlib"))


def can_convert(raster: Raster) -> bool:
    """Whether a picture can be made anew: one that moves is left as it is, and Pillow may be built without AVIF."""
    return not raster.animated and (raster.type != "avif" or bool(features.check("avif")))


def convert(data: bytes, raster: Raster, settings: MediaSettings) -> Variants:
    """The variants of a picture. Raises RasterError where it cannot be decoded."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Pillow can repair
            master = _Master(data, raster, settings.quality)
    except Exception as error:  # decoders raise whatever a damaged file leads them to
        raise RasterError(f"cannot be decoded: {error}") from error
    formats = [each for each in settings.formats if features.check(each)]
    widths = _widths(master.image.width, settings.widths)
    narrow = [width for width in widths if width <= _FALLBACK_WIDTH]
    fallback = master.fallback(narrow[-1] if narrow and formats else widths[-1])
    # The best format comes first: a browser takes the first that it knows.
    order = sorted(formats, key=["avif", "webp"].index)
    return Variants(tuple(master.variant(each, width) for each in order for width in widths), fallback)


def _widths(own: int, wanted: Sequence[int]) -> list[int]:
    """The widths that a picture is made in, ascending: the wanted ones, and its own where that is not the widest."""
    widest = max(wanted)
    if own >= widest:
        return sorted(set(wanted))
    return [*sorted({width for width in wanted if width <= own * _NEARLY}), own]


class _Master:
    """The picture decoded, from which every variant is made."""

    def __init__(self, data: bytes, raster: Raster, quality: int) -> None:
        self._type = raster.type
        self._quality = quality
        self._variants: dict[tuple[str, int], Variant] = {}
        with Image.open(BytesIO(data), formats=[_DECODERS[raster.type]]) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise RasterError(f"it has {opened.width} by {opened.height} pixels")
            opened.load()
            profile = opened.info.get("icc_profile")
            turn = _TURNS.get(_orientation(opened))
            upright = opened.copy() if turn is None else opened.transpose(turn)
        self._plain = upright if upright.mode == "P" and not profile else None
        self.image = _to_srgb(upright, profile)

    def variant(self, kind: str, width: int) -> Variant:
        """The picture in one format and width."""
        if (kind, width) not in self._variants:
            image = self._resized(width)
            self._variants[kind, width] = Variant(kind, image.width, image.height, self._encode(image, kind))
        return self._variants[kind, width]

    def fallback(self, width: int) -> Variant:
        """The picture in its own format; as JPEG where a photo was saved as PNG, which is many times larger."""
        own = self.variant(_FALLBACKS[self._type], width)
        if own.type != "png" or self.image.mode == "RGBA":
            return own
        photo = self.variant("jpg", width)
        return photo if _MANY * len(photo.content) < len(own.content) else own

    def _resized(self, width: int) -> Image.Image:
        if width == self.image.width:
            return self.image
        height = max(1, round(self.image.height * width / self.image.width))
        return self.image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)

    def _encode(self, image: Image.Image, kind: str) -> bytes:
        if kind == "jpg":
            return _save(image, "JPEG", quality=self._quality, optimize=True, progressive=True)
        if kind == "png":
            return self._png if image is self.image else _save_png(image)
        if kind == "avif":
            # More threads cut the picture in other places.
            return _save(image, "AVIF", quality=max(1, round(self._quality * _AVIF_QUALITY)), speed=6, max_threads=1)
        lossy = _save(image, "WEBP", quality=self._quality, method=4)
        if self._type not in _LOSSLESS:
            return lossy
        # Screenshots and drawings keep sharp edges, and are mostly smaller, without loss; photos saved as PNG are not.
        lossless = _save(image, "WEBP", lossless=True, quality=60, method=4)
        return min(lossless, lossy, key=len)

    @cached_property
    def _png(self) -> bytes:
        """In full width; with its palette, where it came with one."""
        if self._plain is None:
            return _save_png(self.image)
        transparency = self._plain.info.get("transparency")
        options = {} if transparency is None else {"transparency": transparency}
        image = self._plain.copy()
        image.info.clear()
        return _save_png(image, **options)


def _orientation(image: Image.Image) -> int:
    exif = Image.Exif()
    try:
        exif.load(image.info.get("exif") or b"")
        return int(exif.get(ExifTags.Base.Orientation, 1))
    except Exception:  # browsers, too, show a picture whose Exif block is damaged, as it lies
        return 1


def _save(image: Image.Image, form: str, **options: Any) -> bytes:
    stream = BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()


def _save_png(image: Image.Image, **options: Any) -> bytes:
    # Which of the two is smaller differs from picture to picture.
    return min(_save(image, "PNG", optimize=True, **options), _save(image, "PNG", **options), key=len)


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in L, RGB or RGBA of sRGB, with nothing attached."""
    alpha = None
    if image.has_transparency_data:
        with_alpha = image.convert("RGBA")
        alpha = with_alpha.getchannel("A")
        image = with_alpha if image.mode in ("P", "PA") else image
    if alpha is not None and alpha.getextrema() == (255, 255):
        alpha = None
    if image.mode.startswith("I") or image.mode == "F":
        # 16 bits of grey; Pillow's own conversion would clip them.
        image = image.convert("I").point(lambda level: level * (1 / 257)).convert("L")
    colours = {"1": "L", "L": "L", "LA": "L", "La": "L", "CMYK": "CMYK"}.get(image.mode, "RGB")
    plain = image.convert(colours)
    if profile:
        plain = _through_profile(plain, profile)
    plain = plain if plain.mode in ("L", "RGB") else plain.convert("RGB")
    if alpha is not None:
        plain = plain.convert("RGB")
        plain.putalpha(alpha)
    plain.info.clear()
    return plain


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as sRGB has them; as they are where the profile is broken, which browsers do as well."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if converted is None:
        return image
    return converted.convert("L") if image.mode == "L" else converted
