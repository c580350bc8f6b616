"""Pictures made on the spot, in every format that a course may hold."""

import random
import struct
import zlib
from io import BytesIO

from PIL import ExifTags, Image

TYPES = ["png", "jpg", "gif", "webp", "avif"]
FORMATS = {"png": "PNG", "jpg": "JPEG", "gif": "GIF", "webp": "WEBP", "avif": "AVIF"}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'


def photo(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Soft colours, as a photo has them: blue above, red at the right."""
    small = Image.new("RGB", (8, 8))
    noise = random.Random(7)
    for x in range(8):
        for y in range(8):
            small.putpixel((x, y), (x * 32, noise.randrange(160), 255 - y * 32))
    return small.resize((width, height), Image.Resampling.BICUBIC).convert(mode)


def encode(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, FORMATS[kind], **options)
    return stream.getvalue()


def place(orientation: int) -> Image.Exif:
    """Exif as a phone writes it: the orientation, the maker and the place."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Camera of Tom"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (52.0, 5.0, 24.0)
    return exif


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(pixels)) + part(b"IEND", b"")
