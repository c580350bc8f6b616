"""Little that promises much: bombs, nests, and documents too deep to read."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import cache
from pathlib import Path

from tests.archive.by_hand import Entry, build, deflated
from tests.checking.zips.making import MIB, Maker, ZipCase, entries, good, good_files, page, write

GIB = 1024 * MIB


def _zeros(size: int) -> Maker:
    return lambda path: good(path, ("zeros.bin", bytes(size)), listed=("zeros.bin",))


@cache
def _deflated_zeros(size: int) -> tuple[bytes, int]:
    """So many zeros deflated, and their checksum, without holding them."""
    deflater = zlib.compressobj(9, zlib.DEFLATED, -15)
    block, packed, crc = bytes(MIB), [], 0
    for _ in range(size // MIB):
        packed.append(deflater.compress(block))
        crc = zlib.crc32(block, crc)
    return b"".join((*packed, deflater.flush())), crc


def _promising(size: int, count: int = 1) -> Maker:
    """Files that promise much more than they hold."""
    names = [f"big-{number}.bin" for number in range(count)]
    more = [Entry(name.encode(), size=size) for name in names]
    return lambda path: write(path, build(*entries(*more, listed=tuple(names))))


def _hiding(size: int) -> Maker:
    """A file that promises little and holds much."""

    def make(path: Path) -> None:
        raw, crc = _deflated_zeros(size)
        page(raw=raw, crc=crc, size=1000)(path)

    return make


def _nest(depth: int) -> bytes:
    """A zip in a zip in a zip, ten of them in each."""
    data = deflated(bytes(MIB))
    for _ in range(depth):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(10):
                archive.writestr(f"{number}.zip", data)
        data = held.getvalue()
    return data


def _nested_zips(path: Path) -> None:
    good(path, ("inner.zip", _nest(5)), listed=("inner.zip",))


def _itself(path: Path) -> None:
    """As far as a zip can hold itself without knowing itself: the same package, twice over."""
    good(path)
    for _ in range(2):
        good(path, ("r.zip", path.read_bytes()), listed=("r.zip",))


def _nested_items(depth: int) -> Maker:
    """Items inside items until elements stand `depth` deep."""

    def make(path: Path) -> None:
        files = good_files()
        manifest = files["imsmanifest.xml"].decode()
        inner = "".join(f'<item identifier="i{n}"><title>Part</title>' for n in range(depth - 5))
        text = manifest.replace("        <title>Start</title>", f"<title>Start</title>{inner}{'</item>' * (depth - 5)}")
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in (files | {"imsmanifest.xml": text.encode()}).items():
                archive.writestr(name, content)

    return make


CASES: tuple[ZipCase, ...] = (
    ZipCase("SK-PKG-009", "info", "nest of zips", _nested_zips, "a zip inside the package"),
    ZipCase("SK-PKG-009", "info", "itself", _itself, "a zip inside the package"),
    ZipCase("SK-PKG-012", "error", "more than promised", _hiding(64 * MIB), "1,000 bytes long, but is more"),
    ZipCase("SK-PKG-014", "fatal", "9 files of 1 GiB", _promising(GIB, 9), "unpacks to 9,663,7"),
    ZipCase("SK-PKG-015", "error", "zeros past the floor", _zeros(16 * MIB + 1), "more than 200 times"),
    ZipCase("SK-PKG-015", "error", "1 GiB promised", _promising(GIB), "more than 200 times"),
    ZipCase("SK-PKG-015", "valid", "zeros up to the floor", _zeros(16 * MIB)),
    ZipCase("SK-XML-007", "fatal", "101 levels", _nested_items(101)),
    ZipCase("SK-XML-007", "valid", "100 levels", _nested_items(100)),
)
