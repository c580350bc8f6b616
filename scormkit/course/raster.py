"""Pictures in pixels: type, size and soundness, read from the file's own structure.

Only headers and lengths are read and no pixel is decoded, so a hostile file costs no more than its bytes, and the
verdict is the same with and without Pillow. Sources: PNG (third edition) 5; JPEG (ITU T.81) B.1; GIF 89a; WebP
(RFC 9649); AVIF 1.1 over ISO/IEC 14496-12 and 23008-12; Exif 3.0, 4.6.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

RasterType = Literal["png", "jpg", "gif", "webp", "avif"]

MAX_PIXELS = 1 << 26
"""How many pixels a picture may have: 67 million, 256 MB unpacked. Pillow warns from 89 million on."""

_OTHERS = {
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"BM": "BMP",
    b"%PDF": "PDF",
    b"<svg": "SVG",
    b"<?xml": "SVG",
    b"8BPS": "Photoshop",
}
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}
_CUT = "is cut short: it ends before the picture does"
_Box = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture in pixels: what it really is (not what its name says), and its size as it is shown.

    `metadata` says whether it carries data that nobody sees: Exif with place and time, XMP, comments.
    """

    type: RasterType
    width: int
    height: int
    animated: bool
    metadata: bool


class RasterError(ValueError):
    """Browsers would not show the file, or not whole; the message goes on after the file's name."""


def read_raster(data: bytes) -> Raster:
    """The picture that these bytes are. Raises RasterError, and nothing else."""
    try:
        raster = _reader(data)(data)
    except (struct.error, IndexError) as error:
        raise RasterError(_CUT) from error
    if raster.width * raster.height == 0:
        raise RasterError("says that it has no pixels")
    if raster.width * raster.height > MAX_PIXELS:
        limit = f"{MAX_PIXELS // 1_000_000} million"
        raise RasterError(f"has {raster.width} by {raster.height} pixels, more than phones can show ({limit})")
    return raster


def _reader(data: bytes) -> Callable[[bytes], Raster]:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _gif
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp
    if data[4:8] == b"ftyp":
        if data[8:12] in (b"avif", b"avis") or b"avif" in data[16 : int.from_bytes(data[:4])]:
            return _avif
        if data[8:12] in _HEIC:
            raise RasterError("is a HEIC picture, which browsers do not show")
    if not data:
        raise RasterError("is empty")
    for start, name in _OTHERS.items():
        if data.startswith(start):
            raise RasterError(f"is a {name} file by another name")
    raise RasterError("is no picture of a known type")


def _png(data: bytes) -> Raster:
    seen: set[bytes] = set()
    position, turned = 8, False
    while b"IEND" not in seen:
        (length,) = struct.unpack_from(">I", data, position)
        name = data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        (checksum,) = struct.unpack_from(">I", data, position + 8 + length)
        if zlib.crc32(name + body) != checksum:
            raise RasterError(f"is damaged (part {name.decode('ascii', 'replace')}, byte {position})")
        if name == b"eXIf":
            turned = _is_turned(body)
        seen.add(name)
        position += 12 + length
    if not data.startswith(b"IHDR", 12) or b"IDAT" not in seen:
        raise RasterError("is damaged: it holds no picture")
    width, height = struct.unpack_from(">II", data, 16)
    metadata = bool(seen & {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
    return _shown("png", width, height, turned, animated=b"acTL" in seen, metadata=metadata)


def _jpeg(data: bytes) -> Raster:
    position, size, turned, metadata = 2, (0, 0), False, False
    while True:
        if data[position] != 0xFF:
            raise RasterError(f"is damaged (byte {position})")
        marker = data[position + 1]
        if marker == 0xFF or marker == 0x01 or 0xD0 <= marker <= 0xD8:
            position += 1 if marker == 0xFF else 2
            continue
        if marker == 0xD9:
            raise RasterError("is damaged: it holds no picture")
        (length,) = struct.unpack_from(">H", data, position + 2)
        body = data[position + 4 : position + 2 + length]
        position += 2 + length
        if marker == 0xDA:
            break
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", body, 1)
            size = (width, height)
        metadata |= marker in (0xE1, 0xED, 0xFE)
        if marker == 0xE1 and body.startswith(b"Exif\x00\x00"):
            turned = _is_turned(body[6:])
    # Pixels never hold FF D9: a byte FF among them is followed by 00 or by a restart marker.
    if data.find(b"\xff\xd9", position) < 0:
        raise RasterError(_CUT)
    return _shown("jpg", *size, turned, animated=False, metadata=metadata)


def _gif(data: bytes) -> Raster:
    width, height, flags = struct.unpack_from("<HHB", data, 6)
    position, frames, metadata = 13 + _table(flags), 0, False
    while data[position] != 0x3B:
        if data[position] == 0x21:
            metadata |= data[position + 1] == 0xFE or data.startswith(b"XMP Data", position + 3)
            position = _behind_blocks(data, position + 2)
        elif data[position] == 0x2C:
            frames += 1
            position = _behind_blocks(data, position + 11 + _table(data[position + 9]))
        else:
            raise RasterError(f"is damaged (byte {position})")
    if not frames:
        raise RasterError("is damaged: it holds no picture")
    return Raster("gif", width, height, frames > 1, metadata)


def _table(flags: int) -> int:
    """How many bytes a GIF's colour table takes."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _behind_blocks(data: bytes, position: int) -> int:
    while data[position]:
        position += 1 + data[position]
    return position + 1


def _webp(data: bytes) -> Raster:
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if end > len(data):
        raise RasterError(_CUT)
    position, size, turned, names = 12, None, False, set()
    while position + 8 <= end:
        name, length = struct.unpack_from("<4sI", data, position)
        body = data[position + 8 : position + 8 + length]
        if len(body) < length:
            raise RasterError(_CUT)
        if size is None:
            size = _webp_size(name, body)
        if name == b"EXIF":
            turned = _is_turned(body.removeprefix(b"Exif\x00\x00"))
        names.add(name)
        position += 8 + length + length % 2
    if size is None or not names & {b"VP8 ", b"VP8L", b"ANMF"}:
        raise RasterError("is damaged: it holds no picture")
    return _shown("webp", *size, turned, animated=b"ANMF" in names, metadata=bool(names & {b"EXIF", b"XMP "}))


def _webp_size(name: bytes, body: bytes) -> tuple[int, int] | None:
    if name == b"VP8X":
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 6)
        return width & 0x3FFF, height & 0x3FFF
    if name == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 1)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def _avif(data: bytes) -> Raster:
    boxes = dict(_boxes(data))
    if b"meta" not in boxes:
        raise RasterError("is damaged: it holds no picture")
    meta = dict(_boxes(boxes[b"meta"][4:]))
    properties = list(_boxes(dict(_boxes(meta.get(b"iprp", b""))).get(b"ipco", b"")))
    # Of a picture put together of tiles, with a thumbnail or a mask beside it, none is larger than the whole.
    sizes = [struct.unpack_from(">II", body, 4) for name, body in properties if name == b"ispe"]
    if not sizes:
        raise RasterError("is damaged: it does not say how large it is")
    width, height = max(sizes)
    turned = any(name == b"irot" and body[0] & 1 for name, body in properties)
    items = meta.get(b"iinf", b"")
    return _shown(
        "avif", width, height, turned, animated=b"moov" in boxes, metadata=b"Exif" in items or b"mime" in items
    )


def _boxes(data: bytes) -> Iterator[_Box]:
    """The boxes of an ISO base media file, name and content, in order."""
    position = 0
    while position < len(data):
        length, name = struct.unpack_from(">I4s", data, position)
        header = 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, position + 8)
            header = 16
        length = length or len(data) - position
        if length < header or position + length > len(data):
            raise RasterError(_CUT)
        yield name, data[position + header : position + length]
        position += length


def _is_turned(exif: bytes) -> bool:
    """Whether an Exif block says that the picture is shown with its sides swapped (orientation 5 to 8)."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(exif[:4])
    if order is None:
        return False
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", exif, entry)
            if tag == 0x0112:
                return int(value) in (5, 6, 7, 8)
    except struct.error:
        pass  # browsers, too, show a picture whose Exif block is damaged, as it lies
    return False


def _shown(kind: RasterType, width: int, height: int, turned: bool, *, animated: bool, metadata: bool) -> Raster:
    return Raster(kind, *((height, width) if turned else (width, height)), animated, metadata)
