"""Frames into films: H.264 in MP4 and VP9 in WebM, both by one run of ffmpeg.

H.264 plays wherever there is a screen; VP9 is for browsers that are built without it. Dates, version numbers and
chance stay out of the files (`bitexact`), so that one machine with one ffmpeg makes the same bytes again.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from course.studio.film.frames import RATE, Size

_COLOURS = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
_SAME_AGAIN = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-threads", "2"]
_COMMON = [
    "-map",
    "0:v",
    "-an",
    "-vf",
    "scale=out_color_matrix=bt709:out_range=tv",
    "-pix_fmt",
    "yuv420p",
    "-g",
    str(round(5 * RATE)),
    *_COLOURS,
    *_SAME_AGAIN,
]
_H264 = ["-c:v", "libx264", "-profile:v", "high", "-preset", "medium", "-tune", "animation", "-crf", "33"]
_VP9 = ["-c:v", "libvpx-vp9", "-crf", "43", "-b:v", "0", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1"]

SETTINGS = " ".join([*_COMMON, *_H264, *_VP9])
"""All that the bytes of a film depend on besides its frames, and besides ffmpeg itself."""


class EncodingError(RuntimeError):
    """ffmpeg is not there, or could not make the film; the message says which, and what to do."""


def encode(frames: Iterable[bytes], size: Size, mp4: Path, webm: Path) -> None:
    """Write raw frames as an MP4 and a WebM file; an older one is replaced when the new one is whole.

    Raises EncodingError.
    """
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        raise EncodingError("ffmpeg is not on the PATH: install it (on Debian: apt install ffmpeg) and try again")
    parts = [file.with_name(f"{file.stem}.part{file.suffix}") for file in (mp4, webm)]
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{size.width}x{size.height}", "-r", str(RATE), "-i", "-"]
    first = [*_COMMON, *_H264, "-movflags", "+faststart", str(parts[0])]
    command = [ffmpeg, "-hide_banner", "-loglevel", "error", "-y", *raw, *first, *_COMMON, *_VP9, str(parts[1])]
    try:
        _feed(command, frames)
        for part, file in zip(parts, (mp4, webm), strict=True):
            part.replace(file)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


def _feed(command: list[str], frames: Iterable[bytes]) -> None:
    with subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603 (own words)
        assert process.stdin is not None  # noqa: S101 (a pipe)
        assert process.stderr is not None  # noqa: S101 (a pipe)
        try:
            for frame in frames:
                process.stdin.write(frame)
            process.stdin.close()
        except BrokenPipeError:
            pass  # what ffmpeg says of it is told below
        said = process.stderr.read().decode(errors="replace").strip()
    if process.returncode:
        raise EncodingError(f"ffmpeg stopped with {process.returncode}: {said}")
