"""Packages to check, one large and many small: the same bytes every time, kept in the temporary folder."""

from __future__ import annotations

import json
import random
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

COMMAND = (
    *(sys.executable, "-c", "from scormkit.cli import main; main()"),
    *("check", "--no-config", "--fail-on", "never", "--quiet"),
)
"""`scormkit check` of this checkout, whatever it finds."""
MIB = 1 << 20
_VERSION = 1
"""To be raised when what is written below changes."""

_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="package-{number}" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="all"><organization identifier="all"><title>Course {number}</title>{items}</organization>
  </organizations>
  <resources><resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">{files}</resource>
  </resources>
</manifest>
"""
_ITEM = '<item identifier="item-{n}" identifierref="page"><title>Page {n}</title></item>'
_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<link rel="stylesheet" href="style.css"><script src="api.js"></script></head><body><h1>{title}</h1>{text}</body></html>
"""
_SCRIPT = """var api = null;
function find(from) {
  var hops = 0;
  while (!from.API && from.parent && from.parent !== from && hops < 500) { from = from.parent; hops += 1; }
  return from.API || null;
}
function start() { api = find(window) || (window.opener ? find(window.opener) : null); if (api) api.LMSInitialize(""); }
function stop() {
  if (api) { api.LMSSetValue("cmi.core.lesson_status", "completed"); api.LMSCommit(""); api.LMSFinish(""); api = null; }
}
window.addEventListener("load", start);
window.addEventListener("pagehide", stop);
"""
_STYLE = "body { font-family: sans-serif; color: #222; background: #fff; }\n"


def large_package(mebibytes: int) -> Path:
    """A package of about so many MiB: seven tenths films, stored; pictures, sound and text, deflated."""
    path = _home() / f"large-{mebibytes}.zip"
    if not path.exists():
        part = path.with_suffix(".part")
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            _write_large(archive, mebibytes * MIB, random.Random(mebibytes))  # noqa: S311 - to be the same every time
        part.rename(path)
    return path


def small_packages(count: int) -> list[Path]:
    """So many packages of a page, a script, a style and twenty items each."""
    folder = _home() / f"small-{count}"
    paths = [folder / f"{number:04}.zip" for number in range(count)]
    if not paths[-1].exists():
        folder.mkdir(parents=True, exist_ok=True)
        for number, path in enumerate(paths):
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, text in _small(number, 20, ()):
                    archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return paths


def _home() -> Path:
    home = Path(tempfile.gettempdir()) / f"scormkit-benchmark-packages-{_VERSION}"
    home.mkdir(exist_ok=True)
    return home


def _small(number: int, items: int, files: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    listed = "".join(f'<file href="{name}"/>' for name in ("index.html", "api.js", "style.css", *files))
    yield (
        "imsmanifest.xml",
        _MANIFEST.format(number=number, items="".join(_ITEM.format(n=n) for n in range(items)), files=listed),
    )
    yield "index.html", _PAGE.format(title=f"Course {number}", text=f"<p>Text {number}.</p>" * 100)
    yield "api.js", _SCRIPT
    yield "style.css", _STYLE


def _write_large(archive: zipfile.ZipFile, size: int, rng: random.Random) -> None:
    films = [(f"media/film-{n:02}.mp4", size * 7 // 10 // 10) for n in range(10)]
    pictures = [(f"images/picture-{n:03}.jpg", 512 * 1024) for n in range(size // 10 // (512 * 1024))]
    sounds = [(f"media/sound-{n}.wav", size // 10 // 4) for n in range(4)]
    # Text that deflates to about a third.
    texts = [(f"text/part-{n:03}.json", MIB) for n in range(size * 3 // 10 // MIB)]
    names = tuple(name for name, _ in (*films, *pictures, *sounds, *texts))
    for name, text in _small(0, 20, names):
        archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    words = [rng.randbytes(rng.randint(2, 5)).hex() for _ in range(4_000)]
    for name, length in (*films, *pictures, *sounds, *texts):
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_STORED if name.endswith(".mp4") else zipfile.ZIP_DEFLATED
        with archive.open(info, "w") as member:
            for piece in _text(rng, words, length) if name.startswith("text/") else _noise(rng, length):
                member.write(piece)


def _noise(rng: random.Random, length: int) -> Iterator[bytes]:
    """What does not deflate, as films, pictures and sound that are packed already."""
    for start in range(0, length, MIB):
        yield rng.randbytes(min(MIB, length - start))


def _text(rng: random.Random, words: list[str], length: int) -> Iterator[bytes]:
    """About so many bytes of words in lines."""
    lines = (json.dumps(" ".join(rng.choices(words, k=100))) for _ in range(length // 700))
    yield f"[{','.join(lines)}]".encode()
