"""Data that cannot be unpacked, or not to what was promised; entries that are no files."""

from __future__ import annotations

import zipfile
from pathlib import Path

from tests.archive.by_hand import deflated
from tests.checking.zips.making import Maker, ZipCase, good, page, patched

TEXT = b"text " * 100


def _packed(method: int) -> Maker:
    return lambda path: good(path, method=method)


def _flipped(path: Path) -> None:
    good(path, method=zipfile.ZIP_STORED)
    patched(path, b"<p>Page", b"<p>Pagf")


CASES: tuple[ZipCase, ...] = (
    ZipCase("SK-PKG-010", "error", "encrypted", page(flags=0x0001), "is encrypted"),
    ZipCase("SK-PKG-010", "error", "strongly encrypted", page(flags=0x0041), "is encrypted"),
    ZipCase("SK-PKG-010", "error", "headers hidden", page(flags=0x2001), "is encrypted"),
    ZipCase("SK-PKG-010", "valid", "marked as UTF-8", page(flags=0x0800)),
    ZipCase("SK-PKG-011", "error", "bzip2", _packed(zipfile.ZIP_BZIP2), "method 12 (bzip2)"),
    ZipCase("SK-PKG-011", "error", "LZMA", _packed(zipfile.ZIP_LZMA), "method 14 (LZMA)"),
    ZipCase("SK-PKG-011", "error", "AES of WinZip", page(method=99), "method 99 (an unknown one)"),
    ZipCase("SK-PKG-011", "valid", "stored", _packed(zipfile.ZIP_STORED)),
    ZipCase("SK-PKG-012", "error", "one byte changed", _flipped, "has the checksum"),
    ZipCase("SK-PKG-012", "error", "checksum lies", page(crc=1), "has the checksum"),
    ZipCase("SK-PKG-012", "error", "no Deflate", page(raw=b"\xff\xff\xff"), "does not decompress"),
    ZipCase("SK-PKG-012", "error", "nothing", page(raw=b""), "does not decompress"),
    ZipCase("SK-PKG-012", "error", "breaks off", page(data=TEXT, raw=deflated(TEXT)[:-2]), "does not decompress"),
    ZipCase("SK-PKG-012", "error", "size too small", page(data=TEXT, size=400), "400 bytes long, but is more"),
    ZipCase("SK-PKG-012", "error", "size too large", page(data=TEXT, size=600), "600 bytes long, but is 500"),
    ZipCase("SK-PKG-012", "error", "stored, other size", page(data=TEXT, method=0, size=600), "but is 500"),
    ZipCase("SK-PKG-012", "valid", "no byte", page(data=b"")),
    ZipCase("SK-PKG-012", "valid", "no byte, stored", page(data=b"", method=0)),
    ZipCase("SK-PKG-016", "error", "symbolic link", page(data=b"/etc/passwd", mode=0o120777), "a symbolic link"),
    ZipCase("SK-PKG-016", "error", "device", page(mode=0o020666), "is not a regular file"),
    ZipCase("SK-PKG-016", "error", "pipe", page(mode=0o010644), "is not a regular file"),
    ZipCase("SK-PKG-016", "valid", "executable file", page(mode=0o100755)),
    ZipCase("SK-PKG-016", "valid", "no mode", page(mode=0)),
)
