"""Packages made on the spot: the small ones as zips, and a good one to spoil."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "packages" / "scorm12"
GOOD = CASES / "PKG-02-manifest-at-root-valid" / "package"


@pytest.fixture(scope="session")
def good_files() -> dict[str, bytes]:
    """The files of a package without a fault."""
    return {path.relative_to(GOOD).as_posix(): path.read_bytes() for path in sorted(GOOD.rglob("*")) if path.is_file()}


@pytest.fixture
def make_zip(tmp_path: Path) -> Callable[[Mapping[str, bytes]], Path]:
    """Zip these files, in this order, the ordinary way."""

    def make(files: Mapping[str, bytes]) -> Path:
        path = tmp_path / "package.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
        return path

    return make


# What cannot lie in a folder, made as zips: for each rule a zip that breaks it and one that nearly does.

Maker = Callable[[Path], None]


def _listing(*names: str, manifest: bytes | None = None) -> bytes:
    """The good manifest with these files listed too."""
    text = manifest or (GOOD / "imsmanifest.xml").read_bytes()
    extra = "".join(f'<file href="{name}"/>' for name in names)
    return text.replace(b"</resource>", extra.encode() + b"</resource>")


def _good(
    path: Path, *extra: tuple[str | zipfile.ZipInfo, bytes], listed: tuple[str, ...] = (), method: int = 8
) -> None:
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("imsmanifest.xml", _listing(*listed))
        archive.write(GOOD / "index.html", "index.html")
        for name, content in extra:
            archive.writestr(name, content)


def _patched(path: Path, old: bytes, new: bytes, count: int = -1) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, count))


def _garbage(path: Path) -> None:
    path.write_bytes(b"This is no zip at all.")


def _cut(path: Path) -> None:
    _good(path)
    path.write_bytes(path.read_bytes()[:-40])


def _with_bytes_in_front(path: Path) -> None:
    _good(path)
    path.write_bytes(b"#!/bin/sh\n" + path.read_bytes())


def _folders(count: int) -> Maker:
    def make(path: Path) -> None:
        _good(path, *((f"folder-{number}/", b"") for number in range(count - 2)))

    return make


def _named(*names: str) -> Maker:
    def make(path: Path) -> None:
        _good(path, *((name, b"x") for name in names), listed=tuple(dict.fromkeys(names)))

    return make


def _unlisted(name: str) -> Maker:
    return lambda path: _good(path, (name, b"x"))


def _twice(path: Path) -> None:
    _good(path, ("one.html", b"x"), ("two.html", b"x"), listed=("one.html",))
    _patched(path, b"two.html", b"one.html")


def _unmarked_accent(path: Path) -> None:
    _named("é.html")(path)
    name = "é.html".encode()
    data = bytearray(path.read_bytes())
    data[data.index(name) - 30 + 6 : data.index(name) - 30 + 8] = b"\0\0"
    data[data.rindex(name) - 46 + 8 : data.rindex(name) - 46 + 10] = b"\0\0"
    path.write_bytes(bytes(data))


def _flagged(flag: int) -> Maker:
    """The general purpose flags of index.html set to `flag` in both headers."""

    def make(path: Path) -> None:
        _good(path)
        data = bytearray(path.read_bytes())
        with zipfile.ZipFile(path) as archive:
            local = archive.getinfo("index.html").header_offset
        data[local + 6 : local + 8] = flag.to_bytes(2, "little")
        central = data.rindex(b"index.html") - 46
        data[central + 8 : central + 10] = flag.to_bytes(2, "little")
        path.write_bytes(bytes(data))

    return make


def _packed(method: int) -> Maker:
    return lambda path: _good(path, method=method)


def _flipped(path: Path) -> None:
    _good(path, method=zipfile.ZIP_STORED)
    _patched(path, b"<p>Page", b"<p>Pagf")


class _Pipe:
    """A file that cannot seek, which makes zipfile put sizes after the data."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def write(self, data: bytes) -> int:
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()

    def close(self) -> None:
        self._file.close()


def _streamed(path: Path) -> None:
    pipe = _Pipe(path)
    _good(pipe)  # type: ignore[arg-type]
    pipe.close()


def _renamed_in_front(path: Path) -> None:
    _good(path)
    with zipfile.ZipFile(path) as archive:
        at = archive.getinfo("index.html").header_offset
    data = bytearray(path.read_bytes())
    data[at + 30 : at + 40] = b"other.html"
    path.write_bytes(bytes(data))


def _zeros(size: int) -> Maker:
    return lambda path: _good(path, ("zeros.bin", bytes(size)), listed=("zeros.bin",))


def _with_mode(mode: int) -> Maker:
    def make(path: Path) -> None:
        info = zipfile.ZipInfo("link.html")
        info.create_system = 3
        info.external_attr = mode << 16
        _good(path, (info, b"/etc/passwd"), listed=("link.html",))

    return make


def _nested(depth: int) -> Maker:
    """Items inside items until elements stand `depth` deep."""

    def make(path: Path) -> None:
        manifest = (GOOD / "imsmanifest.xml").read_text("utf-8")
        inner = "".join(f'<item identifier="i{n}"><title>Part</title>' for n in range(depth - 5))
        text = manifest.replace("        <title>Start</title>", f"<title>Start</title>{inner}{'</item>' * (depth - 5)}")
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("imsmanifest.xml", text)
            archive.write(GOOD / "index.html", "index.html")

    return make


MIB = 1024 * 1024
ZIPS: tuple[tuple[str, str, str, Maker], ...] = (
    ("SK-PKG-001", "fatal", "no zip at all", _garbage),
    ("SK-PKG-001", "fatal", "cut short", _cut),
    ("SK-PKG-001", "valid", "a zip after other bytes", _with_bytes_in_front),
    ("SK-PKG-004", "error", "dots", _unlisted("../out.html")),
    ("SK-PKG-004", "error", "absolute", _unlisted("/out.html")),
    ("SK-PKG-004", "error", "drive", _unlisted("C:/out.html")),
    ("SK-PKG-004", "error", "backslash", _unlisted("a\\out.html")),
    ("SK-PKG-004", "valid", "dots inside a name", _named("a..b/c...html")),
    ("SK-PKG-005", "error", "one name twice", _twice),
    ("SK-PKG-005", "valid", "one name in two folders", _named("a/page.html", "b/page.html")),
    ("SK-PKG-006", "warning", "names differ in case", _named("page.html", "Page.html")),
    ("SK-PKG-006", "valid", "names differ in a hyphen", _named("page.html", "pa-ge.html")),
    ("SK-PKG-007", "warning", "accent without flag", _unmarked_accent),
    ("SK-PKG-007", "valid", "plain name without flag", _named("e.html")),
    ("SK-PKG-010", "error", "encrypted", _flagged(0x0001)),
    ("SK-PKG-010", "valid", "marked as UTF-8", _flagged(0x0800)),
    ("SK-PKG-011", "error", "bzip2", _packed(zipfile.ZIP_BZIP2)),
    ("SK-PKG-011", "valid", "stored", _packed(zipfile.ZIP_STORED)),
    ("SK-PKG-012", "error", "one byte changed", _flipped),
    ("SK-PKG-012", "valid", "sizes after the data", _streamed),
    ("SK-PKG-013", "error", "other name in front of the data", _renamed_in_front),
    ("SK-PKG-013", "valid", "shifted as a whole", _with_bytes_in_front),
    ("SK-PKG-014", "fatal", "20 001 entries", _folders(20_001)),
    ("SK-PKG-014", "valid", "20 000 entries", _folders(20_000)),
    ("SK-PKG-015", "error", "zeros past the floor", _zeros(16 * MIB + 1)),
    ("SK-PKG-015", "valid", "zeros up to the floor", _zeros(16 * MIB)),
    ("SK-PKG-016", "error", "symbolic link", _with_mode(0o120777)),
    ("SK-PKG-016", "valid", "executable file", _with_mode(0o100755)),
    ("SK-XML-007", "fatal", "101 levels", _nested(101)),
    ("SK-XML-007", "valid", "100 levels", _nested(100)),
)


def _made(case: tuple[str, str, str, Maker]) -> object:
    """A zip to test; thousands of entries take their time."""
    slow = [pytest.mark.slow] if case[2].startswith("20 00") else []
    return pytest.param(case, id=f"{case[0]} {case[2]} {case[1]}", marks=slow)


@pytest.fixture(params=[_made(case) for case in ZIPS])
def zip_case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str, Path]:
    """Rule, verdict and path of one of the zips above."""
    rule, verdict, _, make = request.param
    path = tmp_path / "package.zip"
    make(path)
    return rule, verdict, path


@pytest.fixture(scope="session")
def zip_pairs() -> set[str]:
    """The rules that have both a zip that breaks them and one that nearly does."""
    broken = {rule for rule, verdict, _, _ in ZIPS if verdict != "valid"}
    return broken & {rule for rule, verdict, _, _ in ZIPS if verdict == "valid"}
