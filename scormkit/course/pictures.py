"""Judging the pictures that a course names, before anything is built."""

from __future__ import annotations

from dataclasses import dataclass
from errno import EFBIG
from pathlib import Path

from scormkit.course.problems import PICTURE_DAMAGED, SVG_UNSAFE
from scormkit.course.raster import RasterError, read_raster
from scormkit.course.svg import DrawingError, read_drawing
from scormkit.diagnostics import Definition

MAX_BYTES = 100_000_000
"""How large the file of a picture may be."""


@dataclass(frozen=True, slots=True)
class PictureProblem:
    """Why a picture is refused, or what is to be known of it: `file` names it, `hint` says what to do."""

    definition: Definition
    file: Path
    message: str
    hint: str


def judge_picture(file: Path) -> PictureProblem | None:
    """What is wrong with a picture, drawing or photo; None where all is well.

    Reads the file once and decodes no pixel. A file that cannot be read is a problem as well.
    """
    return judge_svg(file) if file.suffix.lower() == ".svg" else _judge_raster(file)


def judge_svg(file: Path) -> PictureProblem | None:
    """What is wrong with a drawing: scripts, event handlers, references to the outside, broken XML."""
    try:
        read_drawing(read_picture(file))
    except (DrawingError, OSError) as error:
        hint = "save it as plain SVG, with its pictures and fonts embedded and without scripts"
        return PictureProblem(SVG_UNSAFE, file, f"the drawing `{file.name}` {_reason(error)}", hint)
    return None


def _judge_raster(file: Path) -> PictureProblem | None:
    try:
        read_raster(read_picture(file))
    except (RasterError, OSError) as error:
        return damaged(file, _reason(error))
    return None


def damaged(file: Path, what: str) -> PictureProblem:
    """A picture that browsers would not show; `what` goes on after its name."""
    hint = "open it in a drawing program and save it again as PNG or JPEG, at most 4000 pixels wide"
    return PictureProblem(PICTURE_DAMAGED, file, f"the picture `{file.name}` {what}", hint)


def read_picture(file: Path) -> bytes:
    """The bytes of a picture. Raises OSError, also where the file is larger than `MAX_BYTES`."""
    if file.stat().st_size > MAX_BYTES:
        raise OSError(EFBIG, f"it is larger than {MAX_BYTES // 1_000_000} MB", str(file))
    return file.read_bytes()


def _reason(error: Exception) -> str:
    return f"cannot be read: {error.strerror or error}" if isinstance(error, OSError) else str(error)
