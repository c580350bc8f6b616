"""The frames of a film: drawn as SVG, turned into pixels by resvg, over all processors.

Films need resvg-py and Pillow: `pip install -e '.[studio]'`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from course.studio.film.stagings import Staging, staging_of

WIDTH, HEIGHT = 1280, 720
"""Pixels."""

RATE = 12.5
"""Frames a second: what drawn films are made with, "on twos", and half the work of twice as many."""

_BATCH = 5
"""Frames that a process makes at a time."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the frames become, in pixels; both even, as H.264 wants them."""

    width: int = WIDTH
    height: int = HEIGHT


def drawing(staging: Staging, time: float) -> str:
    """The frame at a second, as a whole SVG document."""
    x, y, width = staging.camera(time)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="{x:.1f} {y:.1f} {width:.1f} {width * HEIGHT / WIDTH:.1f}">{staging.draw(time)}</svg>'
    )


def fingerprint(staging: Staging, length: float) -> str:
    """A SHA-256 of a frame of each second: when it is another one, the film is to be made again."""
    digest = sha256(f"{WIDTH}x{HEIGHT} {RATE} {length}".encode())
    for second in range(int(length)):
        digest.update(drawing(staging, float(second)).encode())
    return digest.hexdigest()


def png(svg: str, size: Size) -> bytes:
    """The picture of a drawing, as PNG. There is no text in the drawings, so no fonts are looked for."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, width=size.width, height=size.height))


@lru_cache(maxsize=2)
def pixels(svg: str, size: Size) -> bytes:
    """The raw pixels of a drawing, three bytes each; a drawing that comes twice in a row is rastered once."""
    from PIL import Image

    with Image.open(io.BytesIO(png(svg, size))) as image:
        return image.convert("RGB").tobytes()


def rasters(script_file: Path, times: Iterable[float], size: Size) -> Iterator[bytes]:
    """The raw pixels of the frames at these seconds, in order, made by as many processes as there are processors."""
    waiting = iter([(script_file, tuple(batch), size) for batch in _batches(times)])
    with ProcessPoolExecutor() as pool:
        # A few batches ahead, and no more: a second of film is 70 MB.
        running = [pool.submit(_batch, *each) for each in islice(waiting, 6)]
        while running:
            done = running.pop(0)
            yield from done.result()
            running += [pool.submit(_batch, *each) for each in islice(waiting, 1)]


def _batches(times: Iterable[float]) -> Iterator[list[float]]:
    rest = iter(times)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _batch(script_file: Path, times: tuple[float, ...], size: Size) -> list[bytes]:
    staging = _staged(script_file)
    return [pixels(drawing(staging, time), size) for time in times]


@lru_cache(maxsize=1)
def _staged(script_file: Path) -> Staging:
    return staging_of(script_file)
