"""Pictures of a course, each made ready once per build, and kept from build to build."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from scormkit.course.media import MediaSettings
from scormkit.course.pictures import PictureProblem, damaged, read_picture
from scormkit.course.problems import METADATA_KEPT
from scormkit.course.raster import Raster, RasterError, read_raster
from scormkit.course.svg import DrawingError, read_drawing
from scormkit.render.variants import Variant, Variants

_RECIPE = 1
"""Goes up with every change in how variants are made, so that no cache gives what an older scormkit made."""
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as pages show it: its size, and its variants; without variants, the file `file` is shown as it is.

    `type` is what the file really is, whatever its name says.
    """

    file: Path
    type: str
    width: int | None
    height: int | None
    variants: Variants | None = None


class Cache:
    """Keeps the variants of pictures in a folder; without a folder it keeps nothing.

    What is kept is named by the digest of picture, settings and encoder, and holds a digest of itself, so whatever is
    damaged or from another version is made anew. Writing is atomic. A folder that cannot be written is not an error: a
    cache only saves time.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is made where it is not there."""
        self._folder = folder

    def get(self, key: str) -> Variants | None:
        """What is kept under `key`."""
        if self._folder is None:
            return None
        try:
            return _unpack((self._folder / key).read_bytes())
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, key: str, variants: Variants) -> None:
        """Keep `variants` under `key`."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(_pack(variants))
                Path(name).replace(self._folder / key)
            finally:
                Path(name).unlink(missing_ok=True)


class Pictures:
    """Makes the pictures of one build ready. What is wrong with them is gathered and given by `problems`."""

    def __init__(self, settings: MediaSettings | None = None, cache: Cache | None = None) -> None:
        """Without `settings`, the defaults of `course.yaml`; without `cache`, nothing is kept for the next build."""
        self._settings = settings or MediaSettings()
        self._cache = cache or Cache()
        self._prepared: dict[Path, Prepared] = {}
        self._made: dict[str, Variants] = {}
        self._problems: list[PictureProblem] = []
        self._unstripped: list[Path] = []

    def prepare(self, file: Path) -> Prepared:
        """The picture in `file`; the same file is made ready once. Raises OSError where it cannot be read."""
        if file not in self._prepared:
            self._prepared[file] = self._prepare(file, read_picture(file))
        return self._prepared[file]

    def problems(self) -> tuple[PictureProblem, ...]:
        """What is wrong with the pictures so far, and, in one, which keep data that nobody sees."""
        kept = sorted(self._unstripped)
        if not kept:
            return tuple(self._problems)
        names = ", ".join(f"`{file.name}`" for file in kept[:_NAMED]) + (", …" if len(kept) > _NAMED else "")
        count = "1 picture goes" if len(kept) == 1 else f"{len(kept)} pictures go"
        message = f"{count} into the package with hidden data, such as where it was taken: {names}"
        hint = (
            "install Pillow, which takes it out: pip install 'scormkit[media]'"
            if _conversion() is None
            else "pictures that move are copied as they are: take the data out with a drawing program"
        )
        return (*self._problems, PictureProblem(METADATA_KEPT, kept[0], message, hint))

    def _prepare(self, file: Path, data: bytes) -> Prepared:
        try:
            if file.suffix.lower() == ".svg":
                drawing = read_drawing(data)
                return Prepared(file, "svg", drawing.width, drawing.height)
            raster = read_raster(data)
            variants = self._variants(data, raster)
        except (DrawingError, RasterError) as error:
            self._problems.append(damaged(file, str(error)))
            return Prepared(file, file.suffix.lower()[1:], None, None)
        if variants is None:
            if raster.metadata:
                self._unstripped.append(file)
            return Prepared(file, raster.type, raster.width, raster.height)
        return Prepared(file, raster.type, *variants.size, variants)

    def _variants(self, data: bytes, raster: Raster) -> Variants | None:
        conversion = _conversion()
        if conversion is None or not conversion.can_convert(raster):
            return None
        settings = self._settings
        recipe = [_RECIPE, conversion.engine(), settings.formats, settings.widths, settings.quality]
        key = hashlib.sha256(json.dumps(recipe).encode() + b"\n" + data).hexdigest()
        if key not in self._made:
            found = self._cache.get(key)
            if found is None:
                found = conversion.convert(data, raster, settings)
                self._cache.put(key, found)
            self._made[key] = found
        return self._made[key]


def _conversion() -> ModuleType | None:
    """The module that converts; None without Pillow. Loaded at the first picture in pixels, since it takes a while."""
    try:
        return importlib.import_module("scormkit.render.conversion")
    except ImportError:
        return None


def _pack(variants: Variants) -> bytes:
    every = (*variants.sources, variants.fallback)
    body = b"".join(each.content for each in every)
    listed = [[each.type, each.width, each.height, len(each.content)] for each in every]
    return json.dumps({"sha256": hashlib.sha256(body).hexdigest(), "variants": listed}).encode() + b"\n" + body


def _unpack(packed: bytes) -> Variants:
    head, _, body = packed.partition(b"\n")
    listed = json.loads(head)
    if hashlib.sha256(body).hexdigest() != listed["sha256"]:
        raise ValueError("not what was put there")
    every, start = [], 0
    for kind, width, height, length in listed["variants"]:
        every.append(Variant(kind, width, height, body[start : start + length]))
        start += length
    return Variants(tuple(every[:-1]), every[-1])
