"""What comes over standard input, as a file that can be judged like any other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from scormkit.archive.limits import Limits
from scormkit.cli.failure import CannotRunError
from scormkit.cli.files import STDIN, cannot, name_of
from scormkit.examining import Subject
from scormkit.examining.kinds import is_json

_PIECE = 1024 * 1024


@contextmanager
def arrived() -> Iterator[Subject]:
    """All that comes over standard input, in a file that is gone afterwards: a zip can be read from its end only.

    What it is, is seen from how it begins. Raises CannotRunError for more than a package may hold.
    """
    with TemporaryDirectory(prefix="scormkit-") as folder:
        try:
            path = _kept(Path(folder))
        except OSError as error:
            raise cannot("read", STDIN, error) from error
        yield Subject(path, name_of(STDIN))


def _kept(folder: Path) -> Path:
    """All of standard input in a file of this folder. Raises OSError, and CannotRunError for what cannot be judged."""
    stdin: TextIO | None = sys.stdin
    if stdin is None:
        raise CannotRunError("cannot read stdin: it is closed")
    start = stdin.buffer.read(_PIECE)
    path = folder / f"stdin{_suffix(start)}"
    most, size = Limits().total_size, len(start)
    with path.open("wb") as file:
        file.write(start)
        while piece := stdin.buffer.read(_PIECE):
            size += len(piece)
            if size > most:
                raise CannotRunError(f"stdin holds more than {most:,} bytes")
            file.write(piece)
    return path


def _suffix(start: bytes) -> str:
    if is_json(start):
        return ".json"
    return ".xml" if start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else ".zip"
