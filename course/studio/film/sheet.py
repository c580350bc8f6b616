"""Stills: the poster of a film, and sheets with many of its moments, to look at while staging it."""

from __future__ import annotations

import io
from pathlib import Path

from course.studio.film.frames import Size, drawing, png, rasters
from course.studio.film.stagings import Staging

_SMALL = Size(426, 240)
_ACROSS = 4


def still(staging: Staging, time: float) -> bytes:
    """The picture at a second, as a small PNG of 256 colours in the size of the film."""
    from PIL import Image

    with Image.open(io.BytesIO(png(drawing(staging, time), Size()))) as image:
        few = image.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        return _as_png(few)


def sheet(script_file: Path, times: list[float]) -> bytes:
    """The pictures at these seconds, in rows of four, each with its second, as PNG."""
    from PIL import Image, ImageDraw

    rows = -(-len(times) // _ACROSS)
    whole = Image.new("RGB", (_ACROSS * _SMALL.width, rows * _SMALL.height))
    draw = ImageDraw.Draw(whole)
    for index, raw in enumerate(rasters(script_file, times, _SMALL)):
        at = (index % _ACROSS * _SMALL.width, index // _ACROSS * _SMALL.height)
        whole.paste(Image.frombytes("RGB", (_SMALL.width, _SMALL.height), raw), at)
        draw.text((at[0] + 6, at[1] + 4), f"{times[index]:.2f}", fill="black")
    return _as_png(whole)


def _as_png(image: object) -> bytes:
    from PIL import Image

    assert isinstance(image, Image.Image)  # noqa: S101
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()
