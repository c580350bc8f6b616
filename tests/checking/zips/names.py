"""Names that lead out, clash, say two things, or that some disk does not take."""

from __future__ import annotations

import zlib
from pathlib import Path

from tests.archive.by_hand import Entry
from tests.checking.zips.making import Maker, ZipCase, by_hand, good, page, patched

UTF8 = 0x0800


def _named(*names: str) -> Maker:
    return lambda path: good(path, *((name, b"x") for name in names), listed=tuple(dict.fromkeys(names)))


def _unlisted(name: str) -> Maker:
    return lambda path: good(path, (name, b"x"))


def _raw(name: bytes, listed: str | None = None) -> Maker:
    return by_hand(Entry(name), listed=() if listed is None else (listed,))


def _twice(path: Path) -> None:
    good(path, ("one.html", b"x"), ("two.html", b"x"), listed=("one.html",))
    patched(path, b"two.html", b"one.html")


def _unicode_path(raw_name: bytes, name: str, crc: int | None = None) -> bytes:
    told = b"\1" + (zlib.crc32(raw_name) if crc is None else crc).to_bytes(4, "little") + name.encode()
    return b"\x75\x70" + len(told).to_bytes(2, "little") + told


def _also(name: str, crc: int | None = None) -> Maker:
    return page(extra=_unicode_path(b"page.html", name, crc))


CASES: tuple[ZipCase, ...] = (
    ZipCase("SK-PKG-004", "error", "dots", _unlisted("../out.html"), "`..`"),
    ZipCase("SK-PKG-004", "error", "dots in the middle", _unlisted("a/../../out.html"), "`..`"),
    ZipCase("SK-PKG-004", "error", "absolute", _unlisted("/out.html"), "an absolute name"),
    ZipCase("SK-PKG-004", "error", "drive", _unlisted("C:/out.html"), "the drive letter C:"),
    ZipCase("SK-PKG-004", "error", "backslash", _unlisted("a\\out.html"), "a backslash"),
    ZipCase("SK-PKG-004", "error", "server", _unlisted("\\\\server\\out.html"), "a backslash"),
    ZipCase("SK-PKG-004", "error", "NUL", _raw(b"page\0.html"), "a NUL character"),
    ZipCase("SK-PKG-004", "error", "no name", _raw(b""), "no name"),
    ZipCase("SK-PKG-004", "valid", "dots inside a name", _named("a..b/c...html")),
    ZipCase("SK-PKG-005", "error", "one name twice", _twice, "more than once"),
    ZipCase("SK-PKG-005", "valid", "one name in two folders", _named("a/page.html", "b/page.html")),
    ZipCase("SK-PKG-005", "error", "file and folder", _named("page", "page/one.html"), "a file and a folder at once"),
    ZipCase("SK-PKG-005", "valid", "file and folder, nearly", _named("page.html", "page/one.html")),
    ZipCase("SK-PKG-006", "warning", "names differ in case", _named("page.html", "Page.html"), "in letter case only"),
    ZipCase("SK-PKG-006", "valid", "names differ in a hyphen", _named("page.html", "pa-ge.html")),
    ZipCase(
        "SK-PKG-007",
        "warning",
        "accent without flag",
        by_hand(Entry("é.html".encode()), listed=("é.html",)),
        "without the flag that says UTF-8",
    ),
    ZipCase(
        "SK-PKG-007",
        "warning",
        "code page 437",
        by_hand(Entry("é.html".encode("cp437")), listed=("é.html",)),
        "without the flag that says UTF-8",
    ),
    ZipCase(
        "SK-PKG-007",
        "warning",
        "flag without UTF-8",
        by_hand(Entry(b"\x82.html", flags=UTF8), listed=("é.html",)),
        "is UTF-8, which it is not",
    ),
    ZipCase("SK-PKG-007", "warning", "another name beside", _also("other.html"), "is called other.html by an extra"),
    ZipCase("SK-PKG-007", "valid", "same name beside", _also("page.html")),
    ZipCase("SK-PKG-007", "valid", "name of an older name beside", _also("other.html", crc=1)),
    ZipCase("SK-PKG-007", "valid", "plain name without flag", _named("e.html")),
    ZipCase("SK-PKG-018", "warning", "control character", _raw(b"pa\x1bge.html", listed="pa%1Bge.html"), "U+001B"),
    ZipCase("SK-PKG-018", "warning", "tab", _raw(b"pa\tge.html", listed="pa%09ge.html"), "U+0009"),
    ZipCase("SK-PKG-018", "valid", "hyphen, underscore, dot", _named("a-b_c.d.html")),
    ZipCase("SK-PKG-031", "warning", "CON", _named("CON"), "`CON`"),
    ZipCase("SK-PKG-031", "warning", "aux.html", _named("pages/aux.html"), "`aux.html`"),
    ZipCase("SK-PKG-031", "warning", "folder nul", _named("nul/page.html"), "`nul`"),
    ZipCase("SK-PKG-031", "warning", "LPT1 with two endings", _named("LPT1.min.js"), "`LPT1.min.js`"),
    ZipCase("SK-PKG-031", "warning", "dot at the end", _named("a./page.html"), "`a.`"),
    ZipCase("SK-PKG-031", "valid", "console", _named("console.html", "com10.html", "con-1.html", ".con.html")),
    ZipCase("SK-PKG-032", "error", "256 bytes", _named("a" * 251 + ".html"), "256 bytes"),
    ZipCase("SK-PKG-032", "error", "1 999 bytes", page(name=b"n" * 1_999), "1,999 bytes"),
    ZipCase("SK-PKG-032", "error", "a folder of 256 bytes", _named("a" * 256 + "/page.html"), "256 bytes"),
    ZipCase("SK-PKG-032", "valid", "255 bytes", _named("a" * 250 + ".html")),
    ZipCase("SK-PKG-032", "valid", "folders of 255 bytes", _named("a" * 255 + "/" + "b" * 250 + ".html")),
)
