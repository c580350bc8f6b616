"""The zip writer: the same members give the same bytes, and the file appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

# The earliest date that a zip can hold: a clock would make every build another file.
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_REGULAR_FILE_644 = 0o100644 << 16
_STORED = {".avif", ".gif", ".jpeg", ".jpg", ".m4a", ".mp3", ".mp4", ".png", ".webm", ".webp", ".woff2", ".zip"}
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an archive: its name (relative, with `/`) and its bytes, or the file that holds them."""

    name: str
    content: bytes | Path


def write_zip(path: Path, members: Iterable[Member]) -> None:
    """Write `members` in the given order to a new zip at `path`, and see it on the disk.

    Files are streamed, so memory does not grow with them. Types that are compressed already are stored. The file must
    not exist yet; where anything fails it is removed again and the error goes on (OSError, or ValueError for a name
    that comes twice).
    """
    with path.open("xb") as stream:
        try:
            with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
                _write_members(archive, members)
            stream.flush()
            os.fsync(stream.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise


def _write_members(archive: zipfile.ZipFile, members: Iterable[Member]) -> None:
    written: set[str] = set()
    for member in members:
        if member.name in written:
            raise ValueError(f"two members are called {member.name!r}")
        written.add(member.name)
        info = zipfile.ZipInfo(member.name, _DATE)
        info.create_system = _UNIX
        info.external_attr = _REGULAR_FILE_644
        stored = Path(member.name).suffix.lower() in _STORED
        info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        if isinstance(member.content, bytes):
            archive.writestr(info, member.content, compresslevel=9)
        else:
            info.file_size = member.content.stat().st_size
            with member.content.open("rb") as source, archive.open(info, "w") as target:
                shutil.copyfileobj(source, target, _CHUNK)
